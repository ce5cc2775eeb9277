#include <string>
#include <vector>

#include "scenarios/read/catalog_reader.hpp"
#include "scenarios/read/import/administrations.hpp"
#include "scenarios/read/import/inventory.hpp"
#include "scenarios/read/import/site_candidates.hpp"
#include "scenarios/read/read_study.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/scenarios/small_study.hpp"

using namespace verbund;

namespace {

constexpr const char* places_study = R"(verbund: 1
title: Places
horizon: {first: 2025, last: 2026}
territory: {file: places.csv}
estate: {provider_share: 0 %}
variants: {a: {}, b: {}}
)";

struct Told {
    std::vector<std::string> mistakes;
    std::vector<std::string> hints;
    study::StudySet set;
};

/// What reading a study with a table of administrations tells; file names without their folder.
Told told(const std::string& table, const std::string& study = places_study) {
    const test::TemporaryFolder folder;
    test::write_bytes(folder / "places.csv", table);
    Told result;
    const auto text = [&](Diagnostic diagnostic) {
        diagnostic.at.file = std::filesystem::path{diagnostic.at.file}.filename().string();
        return to_string(diagnostic);
    };
    try {
        result.set = read::read_study_text(study, "study.yaml", folder.path(), {});
        for (const Diagnostic& hint : result.set.hints) result.hints.push_back(text(hint));
    } catch (const InvalidInput& error) {
        for (const Diagnostic& mistake : error.mistakes()) result.mistakes.push_back(text(mistake));
    }
    return result;
}

const std::string header = "id,name,state,lat,lon,population,seats\n";

}  // namespace

TEST_CASE("a table of administrations from a German Excel gives the same study as a plain one", "[tables]") {
    const Told plain =
        told(header + "ms,Münster,05,51.96,7.63,320000,2500\nco,Coesfeld,05,51.94,7.17,220000,900\n");
    const Told german = told(
        "id;name;state;lat;lon;population;seats\r\n"
        "ms;M\xFCnster;5;51,96;7,63;320.000;2.500\r\nco;Coesfeld;05;51,94;7,17;220000;900\r\n;;;;;;\r\n");
    REQUIRE(german.mistakes.empty());
    REQUIRE(plain.mistakes.empty());
    const auto& read = german.set.variants[0].study.territory.administrations;
    const auto& expected = plain.set.variants[0].study.territory.administrations;
    REQUIRE(read.size() == expected.size());
    for (const auto& [id, administration] : expected) {
        CHECK(read.at(id).name == administration.name);
        CHECK(read.at(id).state == administration.state);
        CHECK(read.at(id).at == administration.at);
        CHECK(read.at(id).population == administration.population);
        CHECK(read.at(id).seats == administration.seats);
    }
    // Separator, character set, decimal comma, thousands points, empty row, state: once each, for two
    // variants.
    CHECK(german.hints.size() == 6);
    CHECK(plain.hints.empty());
}

TEST_CASE("people and seats with a thousands point are refused although coordinates have points",
          "[tables]") {
    const Told result = told(header + "ms,Münster,05,51.96,7.63,320.000,2.500\n");
    REQUIRE(result.mistakes.size() == 2);
    CHECK(result.mistakes[0].find("places.csv:2: population: \"320.000\" can be read as 320 or as 320000") ==
          0);
    CHECK(result.mistakes[1].find("places.csv:2: seats: \"2.500\" can be read as 2.5 or as 2500") == 0);
    const std::string stated = std::string{places_study} + "csv: {decimal: comma}\n";
    const Told read = told(header + "ms,Münster,05,51.96,7.63,320.000,2.500\n", stated);
    REQUIRE(read.mistakes.empty());
    CHECK(read.set.variants[0].study.territory.administrations.at("ms").population == 320'000.0);
}

TEST_CASE("one mistake in a table of administrations gives one message, at its row", "[tables]") {
    const std::string good = "co,Coesfeld,05,51.94,7.17,220000,900\n";
    const struct {
        std::string table;
        std::string message;
    } mistakes[]{
        {header + good + "ms,Münster,05,,7.63,320000,\n",
         "places.csv:3: lat: the cell is empty. Fill it in."},
        {header + good + "ms,Münster,05,7.63,51.96,320000,\n",
         "places.csv:3: lat: lat 7.63, lon 51.96 lies outside Germany (lat 47.2-55.1, lon 5.8-15.1). "
         "Latitude "
         "and longitude seem to be swapped."},
        {header + good + "ms,Münster,05,51.96,7.63,,\n",
         "places.csv:3: population: the cell is empty. Fill it in."},
        {header + good + ",Münster,05,51.96,7.63,320000,\n",
         "places.csv:3: id: the cell is empty. Fill it in."},
        {header + good + good, "places.csv:3: id: \"co\" appears twice. Remove one row."},
        {header + good + "ms,Münster,NW,51.96,7.63,320000,\n",
         "places.csv:3: state: \"NW\" is no state key (01 to 16). Keep the leading zero."},
        {header + good + "ms,Münster,05,51.96,7.63,many,\n",
         "places.csv:3: population: \"many\" is no number. Write digits with a decimal point and no unit."},
        {header, "places.csv:1: the table has no rows. Add at least one."},
        {"id,name,state,lat,lon,pupulation\nco,Coesfeld,05,51.94,7.17,220000\n",
         "places.csv:1: pupulation: unknown column (known: id, lat, lon, name, population, seats, state). "
         "Did "
         "you mean \"population\"?"},
        {"id,name,state,lat,lon\nco,Coesfeld,05,51.94,7.17\n",
         "places.csv:1: population: column is missing (columns: id, name, state, lat, lon). Add it to the "
         "header line."},
    };
    for (const auto& mistake : mistakes) {
        CAPTURE(mistake.table);
        CHECK(told(mistake.table).mistakes == std::vector<std::string>{mistake.message});
    }
}

TEST_CASE("a column beside the known ones is left out and told once for all variants", "[tables]") {
    const Told result = told("id,name,state,lat,lon,population,remark\nco,Coesfeld,05,51.94,7.17,220000,x\n");
    CHECK(result.hints ==
          std::vector<std::string>{
              "places.csv:1: columns left out: remark (known: id, lat, lon, name, population, "
              "seats, state)."});
}

TEST_CASE("an inventory from a German Excel keeps its columns of names out", "[tables]") {
    const study::StudySet set = test::read_text(test::small_study);
    const read::CsvTable table = read::parse_csv(
        "vm;workload;physical;count;vcpu;ram_gb;storage_gb\nweb1;groupware;FALSCH;5,0;4;16,5;1.000\n",
        "inv.csv");
    Diagnostics mistakes;
    const auto groups = read::read_inventory(table, set.catalog, DecimalSign::unstated, mistakes);
    CHECK(mistakes.empty());
    REQUIRE(groups.size() == 1);
    CHECK(groups[0].count == 5);
    CHECK_FALSE(groups[0].physical);
    CHECK(groups[0].ram_gb == 16.5);
    CHECK(groups[0].storage_gb ==
          1000.0);  // "16,5" says that commas are decimal, so the point parts thousands
}

TEST_CASE("candidates of a German Excel are read, thousands in their quantities refused", "[tables]") {
    const study::StudySet set = test::read_text(test::small_study);
    const study::Study& study = set.variants[0].study;
    std::vector<Diagnostic> notes;
    const auto candidates = read::read_site_candidates(
        read::parse_csv("id;name;lat;lon;it_power;note\nk;Kassel;51,31;9,49;1.500,5 kW;free\n", "c.csv"),
        study, set.catalog, DecimalSign::unstated, notes);
    REQUIRE(candidates.size() == 1);
    CHECK(candidates[0].at == Place{51.31, 9.49});
    CHECK(candidates[0].it_power == 1500.5 * kilowatt);
    CHECK(notes.size() == 3);  // semicolons, decimal comma, the column note
    const auto message = [&](const std::string& text) {
        return test::message_of<InvalidInput>([&] {
            static_cast<void>(read::read_site_candidates(read::parse_csv(text, "c.csv"), study, set.catalog,
                                                         DecimalSign::unstated, notes));
        });
    };
    CHECK(
        message("id,name,lat,lon,it_power\nk,Kassel,51.31,9.49,1.500 kW\n") ==
        "c.csv:2: it_power: \"1.500 kW\" can be read as 1.5 or as 1500 (a point before three digits). Write "
        "\"1.5 kW\" or \"1500 kW\", or state the decimal sign (--decimal comma or point).");
    CHECK(message("id,name,lat,lon\nk,Kassel,,9.49\n") == "c.csv:2: lat: the cell is empty. Fill it in.");
    CHECK(message("id,name,lat,lon\n,Kassel,51.31,9.49\n") == "c.csv:2: id: the cell is empty. Fill it in.");
}

TEST_CASE("a catalog table of one's own may have decimal commas, and that is told", "[tables]") {
    const read::TableReplacements given{
        {"ups", read::parse_csv("id;name;a0;a1;a2;evidence;source\nown;Own;0,012;0,03;0;G;me\n", "ups.csv")}};
    Diagnostics notes;
    const catalog::Catalog catalog = read::load_catalog(given, DecimalSign::unstated, &notes);
    REQUIRE(catalog.ups.size() == 1);
    CHECK(catalog.ups[0].a0 == 0.012);
    REQUIRE(notes.notes().size() == 2);  // semicolons and the decimal comma
    CHECK(to_string(notes.notes()[1]) ==
          "ups.csv:2: a0: \"0,012\" is read as 0.012: the table has decimal commas.");
}

TEST_CASE("a column that a catalog table lacks gives one message, not one about every row", "[tables]") {
    std::string columns = "id,series,year,model,sockets,cores,height_units,performance_ops";
    std::string row = "own,entry,2020,M,1,8,1,1000000";
    for (int load = 0; load <= 100; load += 10) {
        if (load == 50) continue;
        columns += ",w_" + std::to_string(load);
        row += "," + std::to_string(50 + load);
    }
    const read::TableReplacements given{
        {"servers", read::parse_csv(columns + ",evidence,source\n" + row + ",G,me\n", "servers.csv")}};
    try {
        static_cast<void>(read::load_catalog(given));
        FAIL("was read");
    } catch (const InvalidInput& error) {
        REQUIRE(error.mistakes().size() == 1);
        CHECK(error.mistakes()[0].key == "w_50");
    }
}

TEST_CASE("a table that cannot be read gives one message for all variants", "[tables]") {
    const std::string missing =
        "verbund: 1\ntitle: T\nterritory: {file: nope.csv}\nestate: {provider_share: 0 %}\n"
        "moves: {m: {who: muenster, to: c, years: 2025}}\n"
        "centers: {c: {at: {lat: 51.2, lon: 6.69}, rooms: {r: {}}}}\nvariants: {a: {}, b: {}}\n";
    const Told result = told("", missing);
    REQUIRE(result.mistakes.size() == 1);
    CHECK(result.mistakes[0].find("territory.file: ") != std::string::npos);
}
