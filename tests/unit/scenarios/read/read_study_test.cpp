#include "scenarios/read/read_study.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "scenarios/read/starter.hpp"
#include "scenarios/read/study_source.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/source_folder.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/scenarios/small_study.hpp"

using namespace verbund;
using test::messages_of;
using test::read_text;
using test::spoilt;

namespace {

const study::Assumption* find(const study::StudySet& set, const std::string& key) {
    const auto found =
        std::find_if(set.assumptions.begin(), set.assumptions.end(),
                     [&](const study::Assumption& assumption) { return assumption.key == key; });
    return found == set.assumptions.end() ? nullptr : &*found;
}

/// A folder with a study and the files it names.
class StudyFolder : public test::TemporaryFolder {
public:
    void write(const std::string& name, const std::string& content) const {
        test::write_bytes(path() / name, content);
    }
    [[nodiscard]] study::StudySet read() const { return read::read_study(path() / "study.yaml", {}); }
    [[nodiscard]] std::string message() const {
        try {
            static_cast<void>(read());
        } catch (const InvalidInput& error) {
            return error.what();
        }
        return "";
    }
};

}  // namespace

TEST_CASE("values arrive with their units, defaults where nothing is stated", "[read]") {
    const study::StudySet set = read_text(test::small_study);
    REQUIRE(set.variants.size() == 2);
    const study::Study& study = set.variants[0].study;
    const study::Center& north = study.centers.at("north");
    CHECK(north.rooms.at("r1").it_power == 20.0 * kilowatt);
    CHECK(north.rooms.at("r1").racks == 6);
    CHECK_FALSE(study.centers.at("south").rooms.at("r1").racks.has_value());
    CHECK(north.commissioned == Date{2023, 6, 1});
    CHECK(north.at == Place{51.2, 6.69});
    CHECK(study.moves.at("everyone").who == std::vector<std::string>{"all"});
    CHECK(study.moves.at("everyone").years->last == 2026);
    CHECK(study.backups.at("north").standby == continuity::StandbyMode::warm);
    CHECK(study.territory.administrations.at("dormagen").seats == 700.0);
    CHECK(study.hosts.refresh == 5.0 * julian_years);
    CHECK(set.base_variant == "a");
    CHECK(set.milestones == std::vector<int>{2025, 2030});  // the default's 2035 lies beyond the horizon
}

TEST_CASE("a variant is laid over its base key by key and null removes", "[read]") {
    const study::StudySet set = read_text(spoilt("b: {base: a, home: {rooms: 2}}",
                                                 "b: {base: a, centers: {north: {rooms: {r1: {racks: 9}, r2: "
                                                 "{}}}}}\n  c: {base: b, backups: {north: null}}"));
    const study::Study& b = set.variants.at(1).study;
    CHECK(b.centers.at("north").rooms.at("r1").racks == 9);
    CHECK(b.centers.at("north").rooms.at("r1").it_power == 20.0 * kilowatt);  // inherited
    CHECK(b.centers.at("north").rooms.size() == 2);
    CHECK(set.variants.at(0).study.centers.at("north").rooms.at("r1").racks == 6);
    const study::Study& c = set.variants.at(2).study;
    CHECK(c.centers.at("north").rooms.at("r1").racks == 9);
    CHECK(c.backups.empty());
}

TEST_CASE("auto leaves a value to the run, also where the base states one", "[read]") {
    const study::StudySet set =
        read_text(spoilt("home: {rooms: 2}", "centers: {north: {rooms: {r1: {racks: auto}}}}"));
    CHECK_FALSE(set.variants.at(1).study.centers.at("north").rooms.at("r1").racks.has_value());
}

TEST_CASE("a variant takes another time for a move that it inherits", "[read]") {
    const read::ReadOptions options{{{"variants.b.moves.everyone.years", "null"},
                                     {"variants.b.moves.everyone.quarters", "[2026-Q3, 2027-Q2]"}},
                                    {}};
    const study::StudySet set = read_text(test::small_study, options);
    CHECK(set.variants[0].study.moves.at("everyone").years->last == 2026);
    const study::Move& move = set.variants[1].study.moves.at("everyone");
    CHECK_FALSE(move.years.has_value());
    CHECK(move.quarters->first == Quarter{2026, 3});
    CHECK(move.quarters->last == Quarter{2027, 2});
}

TEST_CASE("a backup rule begins in a year or on a day", "[read]") {
    const auto from = [](const std::string& text) {
        const read::ReadOptions options{{{"backups.north.from", text}}, {}};
        return read_text(test::small_study, options).variants[0].study.backups.at("north").from->date;
    };
    CHECK(from("2026") == Date{2026, 1, 1});
    CHECK(from("2026-07-01") == Date{2026, 7, 1});
}

TEST_CASE("an override reaches any field, the last one wins, and the seed option comes after all", "[read]") {
    const read::ReadOptions options{{{"estate.growth.compute", "3 %/a"},
                                     {"variants.b.moves.everyone.years", "[2025, 2027]"},
                                     {"horizon.last", "2028"},
                                     {"horizon.last", "2029"},
                                     {"backups", "null"},
                                     {"seed", "5"}},
                                    7};
    const study::StudySet set = read_text(test::small_study, options);
    CHECK(set.variants[0].study.estate.growth.compute == 3.0 * percent_per_year);
    CHECK(set.variants[0].study.moves.at("everyone").years->first == 2024);
    CHECK(set.variants[1].study.moves.at("everyone").years->first == 2025);
    CHECK(set.variants[0].study.backups.empty());
    CHECK(set.horizon.last == 2029);
    CHECK(set.seed == 7);
}

TEST_CASE("an override takes a key of one variant as the list of assumptions prints it", "[read]") {
    const study::StudySet set = read_text(test::small_study, {{{"b:estate.growth.compute", "3 %/a"}}, {}});
    CHECK(set.variants[0].study.estate.growth.compute == 6.0 * percent_per_year);
    CHECK(set.variants[1].study.estate.growth.compute == 3.0 * percent_per_year);
}

TEST_CASE("a mistake that only one variant has names the variant, a common one is shown once", "[read]") {
    const std::string once = spoilt("b: {base: a, home: {rooms: 2}}", "b: {centers: {south: null}}");
    CHECK(messages_of(once) ==
          std::vector<std::string>{
              "study.yaml:22:19: backups.north.center: no center \"south\" (there are: north) in "
              "variant \"b\". Name an existing center, or add this one."});
    CHECK(messages_of(spoilt("center: south", "center: suth")).size() == 1);
}

TEST_CASE("all mistakes of a study are shown at once, in the order of the file", "[read]") {
    std::string text = spoilt("20 kW", "20 kWh");
    text.replace(text.find("title: Test"), 11, "titel: Test");
    text.replace(text.find("base: a"), 7, "base: q");
    const auto messages = messages_of(text);
    REQUIRE(messages.size() == 3);
    CHECK(messages[0].find("study.yaml:2:1: titel: unknown key") == 0);
    CHECK(messages[1].find("study.yaml:14:22: centers.north.rooms.r1.it_power") == 0);
    CHECK(messages[2].find("study.yaml:25:13: variants.b.base") == 0);
}

TEST_CASE("the resolved study reads back to itself", "[read]") {
    std::vector<std::pair<std::string, std::filesystem::path>> texts{{test::small_study, "."},
                                                                     {read::starter_study(), "."}};
    for (const std::string& name : read::shipped_studies())
        texts.emplace_back(read::study_from(name), test::source_folder() / "scenarios" / name);
    for (const auto& [text, folder] : texts) {
        const study::StudySet first = read::read_study_text(text, "study.yaml", folder, {});
        const study::StudySet second = read::read_study_text(first.resolved_text, "study.yaml", folder, {});
        CHECK(second.resolved_text == first.resolved_text);
        CHECK(second.resolved_sha256 == first.resolved_sha256);
    }
}

TEST_CASE("every default that applied is listed with its source, given values are marked", "[read]") {
    const study::StudySet set = read_text(test::small_study);
    const study::Assumption* servers = find(set, "estate.servers_per_district");
    REQUIRE(servers != nullptr);
    CHECK(servers->value == "154");
    CHECK_FALSE(servers->given);
    CHECK(servers->evidence.mark == "S");
    const study::Assumption* share = find(set, "estate.provider_share");
    REQUIRE(share != nullptr);
    CHECK(share->given);
    CHECK(share->evidence.mark == "G");
    CHECK(find(set, "home.rooms") == nullptr);  // differs between the variants
    REQUIRE(find(set, "a:home.rooms") != nullptr);
    CHECK(find(set, "a:home.rooms")->value == "1");
    REQUIRE(find(set, "b:home.rooms") != nullptr);
    CHECK(find(set, "b:home.rooms")->given);
}

TEST_CASE("an inventory and a list of administrations come from CSV files beside the study", "[read]") {
    const StudyFolder folder;
    folder.write("study.yaml", spoilt("  administrations:\n",
                                      "  file: places.csv\n  administrations:\n"
                                      "    aa: {inventory: stock.csv, as_of: 2021}\n"));
    folder.write(
        "places.csv",
        "id,name,state,lat,lon,population,seats\naa,Aa,05,51.5,7.0,20000,\nbb,Bb,05,51.6,7.1,9000,40\n");
    folder.write("stock.csv", "workload,physical,count,vcpu,ram_gb,storage_gb\ngroupware,false,3,8,64,500\n");
    const study::StudySet set = folder.read();
    const auto& administrations = set.variants[0].study.territory.administrations;
    CHECK(administrations.size() == 4);
    CHECK(administrations.at("aa").population == 20000.0);
    CHECK_FALSE(administrations.at("aa").seats.has_value());
    CHECK(administrations.at("bb").seats == 40.0);
    REQUIRE(set.inventories.at("stock.csv").size() == 1);
    CHECK(set.inventories.at("stock.csv")[0].count == 3);
    CHECK(set.resolved_text.find("# file \"stock.csv\": SHA-256 ") != std::string::npos);
}

namespace {

/// The small study with an inventory of one administration; `more`: what is stated beside it.
void write_counted(const StudyFolder& folder, const std::string& rows, const std::string& more,
                   const std::string& growth = "vms: 0 %/a") {
    std::string text = spoilt("seats: 700", "inventory: stock.csv" + more);
    const std::string estate = "estate: {provider_share: 0 %}";
    text.replace(text.find(estate), estate.size(),
                 "estate: {provider_share: 10 %, growth: {" + growth + "}}");
    const std::string south = "south:\n";
    text.replace(text.find(south), south.size(), "south:\n    role: provider\n");
    text.replace(text.find("2023-06-01", text.find("role: provider")), 10, "2020-06-01");
    folder.write("study.yaml", text);
    folder.write("stock.csv", "workload,physical,count,vcpu,ram_gb,storage_gb\n" + rows);
}

const std::string no_growth =
    "vms: 0 %/a, compute: 0 %/a, memory: 0 %/a, storage: 0 %/a, traffic: 0 %/a, seats: 0 %/a";

std::vector<std::string> hints_of(const study::StudySet& set) {
    std::vector<std::string> texts;
    for (const Diagnostic& hint : set.hints) texts.push_back(to_string(hint));
    // Its centers hold nobody else, which is told of every study.
    std::erase_if(texts, [](const std::string& text) {
        return text.find("only the study's clients") != std::string::npos;
    });
    return texts;
}

}  // namespace

TEST_CASE("an inventory that grows asks for the year in which it was taken", "[read]") {
    const StudyFolder folder;
    write_counted(folder, "groupware,false,3,8,64,500\n", "");
    CHECK_THAT(folder.message(),
               test::contains("territory.administrations.dormagen.as_of: is missing (the year in which the "
                              "inventory \"stock.csv\" was taken; its growth counts from there). Write the "
                              "year, e.g. as_of: 2022."));
    write_counted(folder, "groupware,false,3,8,64,500\n", ", as_of: 2022");
    CHECK_NOTHROW(folder.read());
    write_counted(folder, "groupware,false,3,8,64,500\n", "", no_growth);  // any year is as good
    CHECK_NOTHROW(folder.read());
}

TEST_CASE("what an inventory is taken for without a word in the study is told as a hint", "[read]") {
    const StudyFolder folder;
    write_counted(folder, "groupware,false,3,8,64,500\n", "", no_growth);
    std::vector<std::string> hints = hints_of(folder.read());
    REQUIRE(hints.size() == 1);
    CHECK_THAT(hints[0], test::contains("territory.administrations.dormagen.inventory: \"stock.csv\" counts "
                                        "as of 2022 (estate.base_year); no share of it is run by a provider. "
                                        "State as_of and provider_share beside it if that is not so."));
    write_counted(folder, "groupware,false,3,8,64,500\n", ", as_of: 2025, provider_share: 5 %");
    hints = hints_of(folder.read());
    REQUIRE(hints.size() == 1);
    CHECK_THAT(hints[0], test::contains("was taken after the first year 2022: years before 2025 are computed "
                                        "back by the growth rates."));
    write_counted(folder, "groupware,false,3,8,64,500\n", ", as_of: 2022, provider_share: 5 %");
    CHECK(hints_of(folder.read()).empty());
}

TEST_CASE(
    "a row that no host on offer holds is a mistake with its line, what is lacking and the largest host",
    "[read]") {
    const StudyFolder folder;
    // two sockets of 2022: 128 cores, so 4,096 GB at 32 GB a core and 512 vCPU at an overcommit of 4
    write_counted(folder, "gis,false,3,8,64,500\nfinance,false,9,16,5000,2000\nfinance,false,1,16,5000,7\n",
                  ", as_of: 2022");
    CHECK_THAT(
        folder.message(),
        test::contains("stock.csv:3: ram_gb: a VM of 5000 GB of memory (as in 1 more row) fits no host "
                       "on offer in 2022 (the largest, two-socket/2022/128 cores/4096 GB, holds 4096 GB). "
                       "Raise hosts.ram_per_core_most (now 32 GB), or correct the row."));
    write_counted(folder, "finance,false,9,1024,64,2000\n", ", as_of: 2022");
    CHECK_THAT(
        folder.message(),
        test::contains("stock.csv:2: vcpu: a VM of 1024 vCPU fits no host on offer in 2022 (the largest, "
                       "two-socket/2022/128 cores/4096 GB, holds 512 vCPU (128 cores, overcommit 4))"));
    write_counted(folder, "database-server,true,1,16,9000,2000\n", ", as_of: 2022");
    CHECK_THAT(folder.message(),
               test::contains("stock.csv:2: ram_gb: a physical server of 9000 GB of memory"));
}

TEST_CASE("a row that outgrows every host after the first year is told as a hint with the year", "[read]") {
    const StudyFolder folder;
    // At +60 %/a 1,500 GB are 1,500 x 1.6^4 = 9,830 GB in 2026; two sockets of 2026: 128 x 1.4641 x 1.7
    // / 1.12551 = 283 cores, even 284, x 32 GB = 9,088 GB.  In 2025 it is 6,144 GB on 250 cores x 32 GB =
    // 8,000 GB.
    write_counted(folder, "finance,false,1,16,1500,2000\n", ", as_of: 2022, provider_share: 0 %",
                  "vms: 0 %/a, memory: 60 %/a");
    const std::vector<std::string> hints = hints_of(folder.read());
    REQUIRE_FALSE(hints.empty());
    CHECK_THAT(hints[0],
               test::contains("stock.csv:2: ram_gb: a VM of 9830 GB of memory fits no host on offer "
                              "in 2026: the run refuses them (the largest, two-socket/2026/284 cores/9088 "
                              "GB, holds 9088 GB)"));
}

TEST_CASE("a mistake in a CSV file beside the study has the file and line", "[read]") {
    const StudyFolder folder;
    folder.write("study.yaml", spoilt("seats: 700", "inventory: stock.csv"));
    folder.write("stock.csv", "workload,physical,count,vcpu,ram_gb,storage_gb\ngrupware,no,-3,8,64,500\n");
    const std::string message = folder.message();
    CHECK(
        message.find("stock.csv:2: workload: no workload class \"grupware\". Did you mean \"groupware\"?") !=
        std::string::npos);
    CHECK(message.find("stock.csv:2: physical: \"no\" is not known. Write one of: false, true.") !=
          std::string::npos);
    CHECK(message.find("stock.csv:2: count: -3 is out of range (0 to 1000000)") != std::string::npos);
}

TEST_CASE("a physical server of a class that needs GPUs is refused with file and line", "[read]") {
    const StudyFolder folder;
    folder.write("study.yaml", spoilt("seats: 700", "inventory: stock.csv, as_of: 2022"));
    folder.write("stock.csv", "workload,physical,count,vcpu,ram_gb,storage_gb\nai,true,2,16,48,200\n");
    CHECK_THAT(folder.message(),
               test::contains("stock.csv:2: physical: a physical server of class \"ai\" has no GPU (GPUs are "
                              "counted of VMs only). Write false, and one VM for each GPU of the server."));
}

TEST_CASE("the starter study reads without mistakes and compares two variants of three administrations",
          "[read]") {
    CHECK(messages_of(read::starter_study()).empty());
    const study::StudySet set = read_text(read::starter_study());
    CHECK(set.variants.size() == 2);
    CHECK(set.variants[0].study.territory.administrations.size() == 3);
}

TEST_CASE("a shipped study is read by its name, and an unknown name lists them", "[read]") {
    for (const std::string& name : read::shipped_studies()) {
        CHECK_NOTHROW(read::read_study(name, {}));
        CHECK(read::study_from(name).find("variants:") != std::string::npos);
    }
    CHECK_THROWS_WITH(read::study_from("dormagn"), test::contains("no shipped study of that name"));
}
