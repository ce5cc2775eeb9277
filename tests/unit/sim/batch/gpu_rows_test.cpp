#include <string>

#include "sim/batch/run_study.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

/// Hosts with GPUs in the tables of a run.
namespace verbund::batch {
namespace {

TEST_CASE("class ai is off: no host has a GPU and no assumption names one", "[batch]") {
    const outcome::Run run = run_study(test::read_text(test::small_study), {}, nullptr);
    for (const outcome::SiteHosts& row : run.rows<outcome::SiteHosts>()) CHECK(row.host != "gpu");
    for (const outcome::AssumptionRow& row : run.rows<outcome::AssumptionRow>())
        CHECK(row.key.find("gpu") == std::string::npos);
}

TEST_CASE("a backup site holds hosts with GPUs for VMs that need them, as far as it has power", "[batch]") {
    // Every identity is checked on the way: placed + refused = asked, and nothing is placed without room.
    const auto standby_of = [](const std::string& power) {
        std::string text = test::spoilt("north: {center: south, standby: warm}",
                                        "north: {center: south, standby: warm, protects: all}");
        text += "workloads: {ai: {server_share: 5 %}}\n";
        const std::string room = "rooms: {r1: {}}";
        text.replace(text.find(room), room.size(), "rooms: {r1: {it_power: " + power + "}}");
        const outcome::Run run = run_study(test::read_text(text), {}, nullptr);
        double hosts = 0.0;
        for (const outcome::SiteHosts& row : run.rows<outcome::SiteHosts>())
            if (row.host == "gpu" && row.use == "standby" && row.site == "south") hosts += row.count;
        return hosts;
    };
    CHECK(standby_of("auto") > 0.0);
    CHECK(standby_of("2 kW") < standby_of("auto"));
}

}  // namespace
}  // namespace verbund::batch
