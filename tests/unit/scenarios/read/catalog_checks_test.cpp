#include <algorithm>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "models/catalog/columns.hpp"
#include "models/catalog/embedded.hpp"
#include "models/catalog/figure_rules.hpp"
#include "scenarios/read/catalog_reader.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

using namespace verbund;

namespace {

std::string shipped(const std::string& table) {
    return std::string{catalog::embedded_file("models/catalog/" + table + ".csv").value()};
}

/// The built-in table with the first `from` replaced.
std::string with(const std::string& table, const std::string& from, const std::string& to) {
    std::string text = shipped(table);
    const std::size_t at = text.find(from);
    if (at == std::string::npos) throw std::logic_error{"not in the table: " + from};
    return text.replace(at, from.size(), to);
}

/// The built-in table without the lines that contain `part`.
std::string without_lines(const std::string& table, const std::string& part) {
    std::string kept;
    std::string text = shipped(table);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at) + 1;
        const std::string line = text.substr(at, end - at);
        if (line.find(part) == std::string::npos) kept += line;
        at = end;
    }
    return kept;
}

/// The built-in figures without one of them.
std::string without_figure(const std::string& id) {
    std::string text = shipped("figures");
    const std::size_t at = text.find("\n" + id + ",") + 1;
    return text.erase(at, text.find('\n', at) + 1 - at);
}

/// Messages of a catalog in which `text` replaces the table, one a line.
std::string messages(const std::string& table, const std::string& text) {
    std::string all;
    try {
        static_cast<void>(read::load_catalog({{table, read::parse_csv(text, table + ".csv")}}));
    } catch (const InvalidInput& error) {
        for (const Diagnostic& mistake : error.mistakes()) all += to_string(mistake) + "\n";
    }
    return all;
}

}  // namespace

TEST_CASE("a cell outside the limits of its column is refused at its line", "[catalog]") {
    // A COP of -2.1 gave a PUE of 0.45, a0 = -1 a PUE below zero.
    CHECK(messages("cooling", with("cooling", ",effective-cop,2.1,", ",effective-cop,-2.1,")) ==
          "cooling.csv:2: effective_cop: -2.1 is out of range (0.5 to 30). Check the value (heat / "
          "electricity, fans included).\n");
    CHECK(messages("ups", "id,name,a0,a1,a2,evidence,source\nlegacy,L,-1,0,0,G,me\n") ==
          "ups.csv:2: a0: -1 is out of range (0 to 0.5). Check the value (loss without load / installed "
          "power).\n");
    CHECK_THAT(messages("districts", with("districts", ",89504,", ",0,")),
               test::contains("districts.csv:2: population: 0 is out of range (1 to "));
    CHECK_THAT(messages("electricity_price", with("electricity_price", "2015,21.4,", "2015,-21.4,")),
               test::contains("electricity_price.csv:2: commercial_low_ct_per_kwh: -21.4 is out of range"));
    CHECK_THAT(messages("climate_normals",
                        with("climate_normals", "1,Bremerhaven,2015,1,", "1,Bremerhaven,2015,13,")),
               test::contains("climate_normals.csv:2: month: 13 is out of range (1 to 12)"));
}

TEST_CASE("hours of typical days are whole and not all nothing", "[catalog]") {
    CHECK_THAT(
        messages("hour_shapes", without_lines("hour_shapes", "price,summer-weekend,")),
        test::contains("hour_shapes.csv:1: price has no row for summer-weekend. Give price and emission a "
                       "row of every kind of day, or none at all."));
    CHECK(messages("hour_shapes", without_lines("hour_shapes", "emission,")).empty());
    std::string nothing = "of,days";
    for (int h = 0; h < 24; ++h) nothing += ",h" + std::to_string(h);
    nothing += ",evidence,source\n";
    for (const std::string_view kind : catalog::hour_shape_days) {
        nothing += "price," + std::string{kind};
        for (int h = 0; h < 24; ++h) nothing += kind == "winter-workday" ? ",0" : ",1";
        nothing += ",G,me\n";
    }
    CHECK_THAT(messages("hour_shapes", nothing),
               test::contains("hour_shapes.csv:2: h0: every hour of the day is 0"));
}

TEST_CASE("one wrong cell gives one message", "[catalog]") {
    const std::vector<std::pair<std::string, std::string>> slips{
        {"ups", "id,name,a0,a1,a2,evidence,source\nm,M,,0,0,G,me\n"},
        {"ups", "id,name,a0,a1,evidence,source\nm,M,0,0,G,me\nn,N,0,0,G,me\n"},
        {"ups", "id,name,a0,a1,a2,evidence,source\nm,M,o.1,0,0,G,me\n"},
        {"ups", "id,name,a0,a1,a2,evidence,source\nm,M,0.1,0,0,X,me\n"},
        {"districts", with("districts", "\n01001,", "\n1001,")},
        {"municipalities", with("municipalities", "\n01051001,", "\n1051001,")},
        {"access_links", with("access_links", "municipality,2020,100,", "municipality,2020,0,")},
        {"gear", with("gear", "router,WAN-Router eines Büros,WAN router of an office,office,",
                      "router,WAN-Router eines Büros,WAN router of an office,ofice,")},
        {"gear", with("gear", ",0,500,1,telephony,", ",0,500,1,telefony,")},
        {"gear", with("gear", ",0,0,1,,20,40,100,1,", ",0,0,1,,50,40,100,1,")},
        {"gear", with("gear", ",racks,0,1,2,,4,10,17,0,", ",racks,0,1,2,,4,10,17,1,")},
        {"transactions", with("transactions", "logon,directory,", "logon,dirctory,")},
    };
    for (const auto& [table, text] : slips) {
        const std::string told = messages(table, text);
        INFO(told);
        CHECK(std::count(told.begin(), told.end(), '\n') == 1);
    }
}

TEST_CASE("a number that a plant of its kind does not have is refused, one that it needs asked for",
          "[catalog]") {
    CHECK(messages("cooling", with("cooling", ",effective-cop,2.1,,", ",effective-cop,2.1,0,")) ==
          "cooling.csv:2: carnot_efficiency: \"0\" has no meaning in a row of this kind (COP / Carnot's "
          "COP). Leave the cell empty.\n");
    CHECK(messages("cooling", with("cooling", ",effective-cop,2.1,", ",effective-cop,,")) ==
          "cooling.csv:2: effective_cop: the cell is empty. Fill it in.\n");
    // Of an unknown kind nobody can say which numbers it needs.
    CHECK(messages("cooling", with("cooling", ",effective-cop,2.1,", ",effective-copp,2.1,")) ==
          "cooling.csv:2: kind: \"effective-copp\" is not known. Did you mean \"effective-cop\"?\n");
}

TEST_CASE("a table of plants needs no columns that none of them has", "[catalog]") {
    const catalog::Catalog catalog = read::load_catalog(
        {{"cooling",
          read::parse_csv("id,name,kind,effective_cop,evidence,source\nroom,R,effective-cop,2.5,G,me\n",
                          "cooling.csv")}});
    REQUIRE(catalog.cooling.size() == 1);
    CHECK(std::get<catalog::EffectiveCop>(catalog.cooling.front().plant).effective_cop == 2.5);
}

TEST_CASE("what a given table assumes is noted once, and a missing column is one mistake", "[catalog]") {
    Diagnostics notes;
    const catalog::Catalog catalog = read::load_catalog(
        {{"ups",
          read::parse_csv("id;name;a0;a1;a2;evidence;source\nm;M;0,01;0,02;0,03;G;me\nn;N;0,02;0;0;G;me\n",
                          "ups.csv")}},
        DecimalSign::unstated, &notes);
    CHECK(catalog.ups.at(0).a1 == 0.02);
    REQUIRE(notes.notes().size() == 2);  // semicolons between the cells, commas inside them
    CHECK_THAT(to_string(notes.notes()[1]), test::contains("the table has decimal commas"));
    // Without a0 the loss would be read as 0; nothing else is concluded from that.
    CHECK_THAT(messages("ups", "id,name,a1,a2,evidence,source\nm,M,-0.1,0,G,me\nm,N,0,0,G,me\n"),
               test::contains("ups.csv:1: a0: column is missing") && !test::contains("appears twice"));
}

TEST_CASE("a row or a curve that no machine can have is refused", "[catalog]") {
    // 0.005 - 0.05 x is zero at 10 % load; one step later 0.005 - 0.05 x 0.11 = -0.0005.
    CHECK_THAT(messages("ups", "id,name,a0,a1,a2,evidence,source\nm,M,0.005,-0.05,0,G,me\n"),
               test::contains("ups.csv:2: a1: at 11 % load the loss is -0.0005 of the installed power"));
    CHECK_THAT(messages("servers", with("servers", ",66.3,", ",366.3,")),
               test::contains(" is less than the 366.3 W at 0 % load (power rises with load)"));
    CHECK_THAT(messages("cooling", with("cooling", ",14,20,", ",20,14,")),
               test::contains("cooling.csv:4: return_c: water comes back at 14 °C and goes out at 20 °C"));
    CHECK_THAT(
        messages("climate_normals", with("climate_normals", "2015,1,2.37,0.65,", "2015,1,2.37,2.65,")),
        test::contains("climate_normals.csv:2: mean_c: 2.37 °C does not lie between the mean lowest 2.65"));
    CHECK_THAT(messages("grid_emission", with("grid_emission", "2014,564,564,564", "2014,564,500,564")),
               test::contains("grid_emission.csv:2: direct_mid: low 564, middle 500 and high 564"));
    CHECK_THAT(messages("access_links", with("access_links", "2020,100,50,200", "2020,10,50,200")),
               test::contains("access_links.csv:2: capacity_mbit_s: 10 Mbit/s does not lie between low 50"));
    CHECK_THAT(messages("districts", with("districts", ",city,01,", ",city,02,")),
               test::contains("districts.csv:2: state: \"02\" is not the state of key \"01001\""));
    CHECK_THAT(messages("municipalities", with("municipalities", ",01051,", ",01053,")),
               test::contains("municipalities.csv:2: district: \"01053\" is not the district of key"));
}

TEST_CASE("a row that appears twice is refused with the line of the first", "[catalog]") {
    CHECK(messages("ups", "id,name,a0,a1,a2,evidence,source\nm,M,0.1,0,0,G,me\nm,N,0.2,0,0,G,me\n") ==
          "ups.csv:3: row \"m\" appears twice (first in line 2). Remove one of them.\n");
    CHECK_THAT(messages("grid_emission", with("grid_emission", "\n2015,", "\n2014,")),
               test::contains("grid_emission.csv:3: row \"2014\" appears twice (first in line 2)"));
}

TEST_CASE("a table without a row that the run needs is refused", "[catalog]") {
    CHECK_THAT(messages("climate_normals",
                        with("climate_normals", "1,Bremerhaven,2015,3,", "2,Bremerhaven,2014,3,")),
               test::contains("climate_normals.csv:1: region 1, reference year 2015 has no row for month 3"));
    CHECK_THAT(messages("profiles", without_lines("profiles", "office,friday")),
               test::contains("profiles.csv:1: profile \"office\" has no row for friday"));
    CHECK_THAT(messages("profiles", without_lines("profiles", "telephony,")),
               test::contains("profiles.csv:1: no profile \"telephony\" (class \"telephony\" follows it)"));
    CHECK_THAT(messages("servers", without_lines("servers", ",one-socket,")),
               test::contains("servers.csv:1: no row of series \"one-socket\" (the run needs one of each)"));
    CHECK_THAT(messages("access_links", without_lines("access_links", "center,")),
               test::contains("access_links.csv:1: no row of kind \"center\""));
    CHECK_THAT(messages("districts", without_lines("districts", ",district,")),
               test::contains("districts.csv:1: no row of kind \"district\""));
    CHECK_THAT(messages("workloads", with("workloads", ",office,", ",ofice,")),
               test::contains(": profile: no load profile \"ofice\". Did you mean \"office\"?"));
}

TEST_CASE("every figure that a model reads must be there, of its kind and within its limits", "[catalog]") {
    for (const catalog::FigureRule& rule : catalog::figure_rules()) {
        const std::string id{rule.id};
        INFO(id);
        CHECK(messages("figures", without_figure(id)) ==
              "figures.csv:1: figure \"" + id + "\" is missing (the run needs it: " + std::string{rule.kind} +
                  "). Copy its row from the built-in table; `verbund catalog figures` prints it.\n");
    }
}

TEST_CASE("a figure with a slip is refused at its line", "[catalog]") {
    CHECK(messages("figures", with("figures", "cost.host.core,90 EUR,", "cost.host.core,90,")) ==
          "figures.csv:5: value: \"90\" has no unit (an amount of money is needed). Did you mean "
          "\"90 EUR\"?\n");
    CHECK_THAT(
        messages("figures", with("figures", "life.storage,5.5 a,5 a,6 a", "life.storage,5.5 a,5 d,6 a")),
        test::contains(": low: \"5 d\" of \"life.storage\" is out of range (1 a to 100 a)"));
    CHECK_THAT(
        messages("figures", with("figures", "life.storage,5.5 a,5 a,6 a", "life.storage,55 a,5 a,6 a")),
        test::contains(": value: \"55 a\" of \"life.storage\" does not lie between its low and high end"));
    CHECK_THAT(
        messages("figures", with("figures", "\ncost.host.core,", "\ncost.hots.core,")),
        test::contains(": id: no model reads a figure \"cost.hots.core\". Did you mean \"cost.host.core\"?"));
    CHECK_THAT(
        messages("figures", with("figures", "\ncost.host.core,", "\nwind,1 a,,,x,G,me\ncost.host.core,")),
        test::contains(": id: no model reads a figure \"wind\". Remove the row;"));
}

TEST_CASE("figures that no model reads stand on the list, and nothing else does", "[catalog]") {
    std::set<std::string> listed;
    for (const read::UnreadFigure& figure : read::unread_figures()) {
        INFO(figure.figure);
        CHECK(listed.insert(figure.figure).second);
        CHECK(catalog::figure_rule(figure.figure) == nullptr);
        CHECK_FALSE(figure.issue.empty());
    }
    std::set<std::string> unread;
    for (const catalog::Figure& figure : read::load_catalog().figures)
        if (catalog::figure_rule(figure.id) == nullptr) unread.insert(figure.id);
    CHECK(listed == unread);
}

TEST_CASE("a device that no rack holds is found before the run", "[checks]") {
    // Shelves and two-socket hosts take two height units.
    const auto messages_with = [](int usable) {
        return test::messages_of(
            test::spoilt("estate:", fmt::format("facility: {{usable_height_units: {}}}\nestate:", usable)));
    };
    CHECK(messages_with(1) ==
          std::vector<std::string>{
              "study.yaml:8:33: facility.usable_height_units: a rack of 1 does not hold every host "
              "and shelf of drives (they take up to 2). Write at least 2."});
    CHECK(messages_with(2).empty());
}

TEST_CASE("servers that no class runs are found before the run", "[checks]") {
    std::string shares = "workloads: {";
    for (const char* id : {"database-server", "backup-server", "directory-server", "telephony-server"})
        shares += std::string{id} + ": {server_share: 0 %}, ";
    shares.replace(shares.size() - 2, 2, "}\n");
    const std::vector<std::string> found = test::messages_of(test::spoilt("estate:", shares + "estate:"));
    REQUIRE(found.size() == 1);
    CHECK_THAT(found[0],
               test::contains("estate.physical_share: 13 % of the servers are physical, but no physical "
                              "class has a share of them"));
    CHECK(test::messages_of(test::spoilt("estate: {", shares + "estate: {physical_share: 0 %, ")).empty());
}
