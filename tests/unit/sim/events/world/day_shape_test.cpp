#include "sim/events/world/day_shape.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/hand_made_site.hpp"

namespace verbund::events {
namespace {

using test::Approx;

/// Days of nothing but profiles.
DayShape shape(const study::Study& study, const workload::ProfileSet& profiles, study::TypicalDay day) {
    const study::StudySet set;
    const deploy::VariantDeployment variant;
    const deploy::Deployment year;
    const deploy::NetworkPlan network;
    return day_shape({set, study, variant, year, network, profiles}, day);
}

workload::ProfileSet profiles_of(const std::vector<const char*>& ids, const test::DayShape& workday,
                                 const test::DayShape& free_day) {
    std::vector<catalog::Profile> rows;
    for (const char* id : ids) {
        const auto more = test::profile_rows(id, workday, free_day);
        rows.insert(rows.end(), more.begin(), more.end());
    }
    return workload::ProfileSet(rows);
}

TEST_CASE("at the month's end offices work more, on election night the portal, and nothing else",
          "[events]") {
    const test::DayShape workday = test::only_at({{10, 0.8}, {20, 0.4}});
    const test::DayShape free_day = test::only_at({{10, 0.2}, {20, 0.1}});
    const workload::ProfileSet profiles =
        profiles_of({"office", "citizen-portal", "batch"}, workday, free_day);
    study::Study study;
    study.events.latency.month_end_factor = 1.5;
    study.events.latency.election_portal_factor = 8.0;
    const DayShape month_end = shape(study, profiles, study::TypicalDay::month_end);
    CHECK(month_end.share(0, 10) == Approx(1.2));
    CHECK(month_end.share(1, 10) == Approx(0.8));
    CHECK(month_end.share(2, 10) == Approx(0.8));
    const DayShape election = shape(study, profiles, study::TypicalDay::election_night);
    CHECK(election.share(0, 20) == Approx(0.1));
    CHECK(election.share(1, 10) == Approx(0.2));  // before the evening
    CHECK(election.share(1, 20) == Approx(0.8));
    CHECK(election.share(2, 20) == Approx(0.1));
}

TEST_CASE("a study names the profiles that are busier at the month's end and on election night", "[events]") {
    const test::DayShape workday = test::only_at({{10, 0.8}, {20, 0.4}});
    const workload::ProfileSet profiles = profiles_of({"office", "citizen-portal", "tax"}, workday, workday);
    study::Study study;
    study.events.latency.month_end_profile = "tax";
    study.events.latency.month_end_factor = 1.25;
    study.events.latency.election_profile = "office";
    study.events.latency.election_portal_factor = 2.0;
    const DayShape month_end = shape(study, profiles, study::TypicalDay::month_end);
    CHECK(month_end.share(0, 10) == Approx(0.8));
    CHECK(month_end.share(2, 10) == Approx(1.0));  // 0.8 x 1.25
    const DayShape election = shape(study, profiles, study::TypicalDay::election_night);
    CHECK(election.share(0, 20) == Approx(0.8));  // 0.4 x 2
    CHECK(election.share(1, 20) == Approx(0.4));
}

}  // namespace
}  // namespace verbund::events
