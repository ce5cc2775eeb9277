#include "sim/batch/thresholds.hpp"

#include <algorithm>
#include <cmath>

#include "sim/batch/run_study.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/simulated_study.hpp"

namespace verbund::batch {
namespace {

const outcome::WorkloadLimit& limit_of(const std::vector<outcome::WorkloadLimit>& rows,
                                       const std::string& id) {
    return *std::find_if(
        rows.begin(), rows.end(), [&](const auto& row) { return row.id == id; });
}

TEST_CASE("what people bear is in the outcome of a run without the event engine, too", "[batch]") {
    study::StudySet set = test::starter_set();
    set.horizon = {2025, 2025};
    const outcome::Run run = run_study(set, {.jobs = 1, .progress = {}});
    CHECK(run.rows<outcome::LatencyDay>().empty());
    REQUIRE(run.rows<outcome::TransactionName>().size() == set.catalog.transactions.size());
    CHECK(run.rows<outcome::TransactionName>().front().id == "logon");
    CHECK(run.rows<outcome::TransactionName>().front().threshold_ms == 2000.0);  // transactions.csv
    REQUIRE(run.rows<outcome::WorkloadLimit>().size() == set.catalog.workloads.size() - 1);  // ai is off
    CHECK(limit_of(run.rows<outcome::WorkloadLimit>(), "file").rtt_limit_ms == 10.0);        // workloads.csv
}

TEST_CASE("a class that bears any round trip has no limit", "[batch]") {
    const auto rows = workload_limit_rows(test::starter_set());
    CHECK(std::isnan(limit_of(rows, "portal").rtt_limit_ms));  // 0 in workloads.csv: none
}

TEST_CASE("of the limits that variants set for a class the strictest stands for it", "[batch]") {
    study::StudySet set = test::starter_set();
    REQUIRE(set.variants.size() == 2);
    set.variants[0].study.workloads["dms"].rtt_limit = 0.08 * seconds;
    set.variants[1].study.workloads["dms"].rtt_limit = 0.03 * seconds;
    set.variants[1].study.workloads["gis"].rtt_limit = 0.2 * seconds;
    const auto rows = workload_limit_rows(set);
    CHECK(limit_of(rows, "dms").rtt_limit_ms == Approx(30.0));
    CHECK(limit_of(rows, "gis").rtt_limit_ms == Approx(50.0));  // the other variant's, of the catalog
}

}  // namespace
}  // namespace verbund::batch
