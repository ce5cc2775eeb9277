#include <string>

#include "results/outcome/outcome.hpp"
#include "results/report/page/document.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/results/sample_run.hpp"
#include "tests/unit/results/sites_run.hpp"

/// The page's sections on backup sites and pairs of routes.
namespace verbund::report::page {
namespace {

using outcome::Run;

Json document_of(const Run& run) { return document(Source{run}, Language::german); }

TEST_CASE("a comparison of sites opens the answer and has a section, its rows among those of the engines",
          "[html]") {
    const Json sections = document_of(test::sites_run())["sections"];
    const Json& first = sections["answers"]["comparison"][0];
    CHECK(first["heading"]["de"] == "Zweitstandorte");
    CHECK(first["points"][0]["topic"] == "sites");
    CHECK(first["points"].size() == sections["sites"]["years"]["2025"]["answer"].size());
    CHECK(sections["sites"]["years"]["2025"]["answer"][0]["en"].get<std::string>().find(
              "first of 4 choices simulated is Rechenzentrum Adorf (rz-a)") != std::string::npos);
    CHECK(sections["sites"]["years"]["2025"]["deviation"]["en"].get<std::string>().find("+10 %") !=
          std::string::npos);
    CHECK(sections["sites"]["primaries"].dump() == R"(["rz-1"])");
    for (const char* table : {"site_options", "site_criteria", "site_reach", "sites_left_out"}) {
        CAPTURE(table);
        CHECK(sections["events"].contains(table));
    }
}

TEST_CASE("a run that compares no sites has neither a section nor an answer on them", "[html]") {
    const Json sections = document_of(test::planners_run())["sections"];
    CHECK_FALSE(sections.contains("sites"));
    for (const Json& block : sections["answers"]["comparison"])
        CHECK(block["heading"]["de"] != "Zweitstandorte");
}

TEST_CASE("of many pairs of routes those that share something are in the page, and all are counted",
          "[html]") {
    Run run = test::planners_run();
    for (int i = 0; i < 40; ++i) {
        outcome::RoutePair& row = run.rows<outcome::RoutePair>().emplace_back();
        row.from_kind = "administration";
        row.from = "a" + std::to_string(i);
        row.to = "rz-1";
        row.role = "serves";
        row.kind = i < 30 ? "disjoint" : "sharing";
        if (i < 30) continue;
        outcome::RouteCut& cut = run.rows<outcome::RouteCut>().emplace_back();
        cut.from = row.from;
        cut.to = row.to;
        cut.kind = "one-route";
    }
    const Json sections = document_of(run)["sections"];
    const Json& counts = sections["routes"]["variants"][0];
    CHECK(counts["served"]["all"] == 40);
    CHECK(counts["served"]["apart"] == 30);
    CHECK(counts["served"]["sharing"] == 10);
    CHECK(counts["replicated"]["all"] == 0);
    CHECK(counts["rows"] == 40);
    CHECK_FALSE(sections["events"].contains("route_cuts"));  // told beside the pairs
    for (const Json& column : sections["events"]["route_pairs"]) {
        if (column["name"] == "text") {
            CHECK(column["texts"][0]["de"] == "von a30 nach Rechenzentrum Nord führt nur ein Weg");
            CHECK(column["texts"][0]["en"] == "only one route leads from a30 to Rechenzentrum Nord");
        }
        if (column["name"] != "kind") continue;
        REQUIRE(column["values"].size() == 25);
        CHECK(column["texts"][0] == "sharing");
        CHECK(column["values"][9] == 0);   // the last of ten
        CHECK(column["values"][10] == 1);  // then those that share nothing
    }
    CHECK_FALSE(document_of(test::planners_run())["sections"].contains("routes"));
}

TEST_CASE("of many administrations those with the longest way to the backup site are in the page", "[html]") {
    Run run = test::sites_run();
    run.rows<outcome::SiteReach>().resize(1);
    run.rows<outcome::SiteReach>().front().failover_ms = 1.0;
    for (int i = 0; i < 40; ++i) {
        run.rows<outcome::SiteReach>().push_back(run.rows<outcome::SiteReach>().front());
        run.rows<outcome::SiteReach>().back().failover_ms = 10.0 + i;
    }
    const Json columns = document_of(run)["sections"]["events"]["site_reach"];
    for (const Json& column : columns) {
        if (column["name"] == "failover_ms") {
            REQUIRE(column["values"].size() == 25);
            CHECK(column["values"][0] == 49);   // the longest
            CHECK(column["values"][24] == 25);  // the 25th of 49, 48 ...
        }
    }
}

}  // namespace
}  // namespace verbund::report::page
