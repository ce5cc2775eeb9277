#include "scenarios/read/catalog_reader.hpp"

#include <string>

#include "models/base/diagnostics.hpp"
#include "tests/support/catch.hpp"

using namespace verbund;

namespace {

std::string message_with_ups(const std::string& csv) {
    try {
        static_cast<void>(read::load_catalog({{"ups", read::parse_csv(csv, "ups.csv")}}));
    } catch (const InvalidInput& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("the built-in catalog has the 294 districts, 106 cities and every other table", "[catalog]") {
    const catalog::Catalog catalog = read::load_catalog();
    int districts = 0;
    int cities = 0;
    for (const catalog::District& district : catalog.districts)
        (district.kind == catalog::DistrictKind::district ? districts : cities) += 1;
    CHECK(districts == 294);
    CHECK(cities == 106);
    CHECK(catalog.municipalities.size() == 6297);               // models/catalog/GEO.md
    CHECK(catalog.servers.size() == 28);                        // spec_power_servers.csv
    CHECK(catalog.climate.size() == std::size_t{15} * 2 * 12);  // regions, TRY years, months
    CHECK_FALSE(catalog.access_links.empty());
    CHECK_FALSE(catalog.figures.empty());
}

TEST_CASE("a row carries the published figures", "[catalog]") {
    const catalog::Catalog catalog = read::load_catalog();
    // SPECpower: IBM x3650 M3 (2010): idle 66.3 W, full load 238 W, 922,152 ssj_ops.
    const catalog::ServerModel& server = catalog.servers.at(1);
    CHECK(server.power_w[0] == 66.3);
    CHECK(server.power_w[10] == 238.0);
    CHECK(server.performance_ops == 922152.0);
    CHECK(server.evidence.mark == "S");
}

TEST_CASE("a table given by the study takes the place of the built-in one", "[catalog]") {
    const catalog::Catalog catalog = read::load_catalog(
        {{"ups", read::parse_csv("id,name,a0,a1,a2,evidence,source\nmine,Mine,0.1,0,0,G,me\n", "ups.csv")}});
    REQUIRE(catalog.ups.size() == 1);
    CHECK(catalog.ups[0].a0 == 0.1);
}

TEST_CASE("classes of a table without growth of traffic grow as others do, and that is told", "[catalog]") {
    const std::string row = "mine,Mein,Mine,false,normal,1,2,8,100,0,0.1,0.02,office,10,100,0.5,";
    const std::string rest = "0.02,8,4,50,false,0,1,0,G,me\n";
    const std::string head =
        "id,name_de,name_en,physical,criticality,server_share,vcpu,ram_gb,storage_gb,storage_gb_per_seat,"
        "cpu_at_peak,cpu_floor,profile,interactions_per_seat_hour,traffic_kbit_s,active_share,";
    const std::string tail =
        "daily_change_share,rto_h,rpo_h,rtt_limit_ms,keep_local,containerisable_share,application_share,"
        "gpus,evidence,source\n";
    const auto load = [&](const std::string& text, Diagnostics& notes) {
        return read::load_catalog({{"workloads", read::parse_csv(text, "mine.csv")}}, DecimalSign::point,
                                  &notes);
    };
    Diagnostics old_notes;
    const catalog::Catalog old = load(head + tail + row + rest, old_notes);
    REQUIRE(old.workloads.size() == 1);
    CHECK(old.workloads[0].traffic_growth == 0.125);
    CHECK(old.workloads[0].traffic_growth_low == 0.08);
    CHECK(old.workloads[0].traffic_growth_high == 0.15);
    REQUIRE(old_notes.notes().size() == 3);
    CHECK(to_string(old_notes.notes().front()) ==
          "mine.csv:2: traffic_growth: column is missing; 0.125 1/a holds in all rows (of the traffic per "
          "seat, a year).");
    Diagnostics notes;
    const catalog::Catalog now = load(
        head + "traffic_growth,traffic_growth_low,traffic_growth_high," + tail + row + "0.3,0.2,0.4," + rest,
        notes);
    CHECK(now.workloads[0].traffic_growth == 0.3);
    CHECK(notes.notes().empty());
}

TEST_CASE("a bad table is refused with file and line", "[catalog]") {
    CHECK(message_with_ups("id,name,a0,a1,evidence,source\nm,M,0,0,G,x\n") ==
          "ups.csv:1: a2: column is missing (columns: id, name, a0, a1, evidence, source). Add it to the "
          "header line.");
    CHECK(message_with_ups("id,name,a0,a1,a2,evidence,source\nm,M,o.1,0,0,G,x\n") ==
          "ups.csv:2: a0: \"o.1\" is no number. Write digits with a decimal point and no unit.");
    CHECK(message_with_ups("id,name,a0,a1,a2,evidence,source\n") ==
          "ups.csv:1: the table has no rows. Add at least one row.");
}

namespace {

std::string message_with_transactions(const std::string& rows) {
    const std::string header =
        "id,workload,name_de,name_en,rate_share,request_kb,response_kb,cpu_ms,storage_kb,round_trips,"
        "threshold_ms,evidence,source\n";
    try {
        static_cast<void>(
            read::load_catalog({{"transactions", read::parse_csv(header + rows, "transactions.csv")}}));
    } catch (const InvalidInput& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("a transaction of the study's own table needs traffic", "[catalog]") {
    CHECK(message_with_transactions("open,file,O,O,1,2,2000,10,0,8,2000,A,me\n").empty());
    CHECK(message_with_transactions("open,file,O,O,1,0,2000,10,0,8,2000,A,me\n").empty());
    CHECK_THAT(
        message_with_transactions("open,file,O,O,1,0,0,10,0,8,2000,A,me\n"),
        test::contains("transactions.csv:2: request_kb: transaction \"open\" sends 0 kB and receives 0 kB "
                       "(it needs traffic to have a response time). Give request_kb or response_kb"));
    CHECK_THAT(message_with_transactions("open,file,O,O,0,2,2,10,0,8,2000,A,me\n"),
               test::contains("transactions.csv:2: rate_share: transaction \"open\" has the share 0"));
    // Request and response are one exchange.
    CHECK(message_with_transactions("open,file,O,O,1,2,2,10,0,0,2000,A,me\n") ==
          "transactions.csv:2: round_trips: 0 is out of range (1 to 1000). Check the value (exchanges one "
          "after "
          "the other, request and response included).");
}

TEST_CASE("a transaction of the study's own table names a class that people use", "[catalog]") {
    // models/catalog/workloads.csv: nobody waits for "management"; "fiel" is none.
    CHECK_THAT(
        message_with_transactions("a,file,O,O,1,2,2,1,0,1,9,A,me\nb,management,O,O,1,2,2,1,0,1,9,A,me\n"),
        test::contains("transactions.csv:3: workload: class \"management\" has no traffic of people"));
    CHECK_THAT(
        message_with_transactions("a,fiel,O,O,1,2,2,1,0,1,9,A,me\n"),
        test::contains("transactions.csv:2: workload: no workload class \"fiel\". Did you mean \"file\"?"));
}
