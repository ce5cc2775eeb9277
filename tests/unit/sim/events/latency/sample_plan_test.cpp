#include "sim/events/latency/sample_plan.hpp"

#include <algorithm>

#include "sim/deploy/deploy.hpp"
#include "sim/deploy/stream_names.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/simulated_study.hpp"

using namespace verbund;
using namespace verbund::events;

namespace {

struct Setting {
    study::StudySet set = test::thorough_starter_set();
    deploy::VariantDeployment deployment = deploy::deploy(set, set.variants[0].study);
    deploy::NetworkPlan network = deploy::plan_network(set.variants[0].study, deployment);
    workload::ProfileSet profiles{set.catalog.profiles};
    deploy::WorldYear input{set, set.variants[0].study, deployment, deployment.phases[0], network, profiles};

    void name_streams() {
        deployment.streams = deploy::stream_names(deployment.administrations, deployment.sites);
    }
};

study::ResolvedAdministration administration(const std::string& id, const std::string& kind) {
    study::ResolvedAdministration who;
    who.id = id;
    who.kind = kind;
    return who;
}

}  // namespace

TEST_CASE("in a small study every day gets the full number of samples, in a large one by its transactions") {
    Setting setting;
    const DayShape election = day_shape(setting.input, study::TypicalDay::election_night);
    const std::vector<Stratum> strata(1);
    // 20 administrations or fewer: 60 each.  Of 300 an election night, one day of the year, gets the
    // least: 12.
    CHECK(SamplePlan(setting.input, election, strata, 3).first(0) == 60);
    CHECK(SamplePlan(setting.input, election, strata, 300).first(0) == 12);
    const DayShape winter = day_shape(setting.input, study::TypicalDay::winter_workday);
    CHECK(SamplePlan(setting.input, winter, strata, 300).first(0) > 20);
    CHECK(SamplePlan(setting.input, winter, strata, 300).most(0) > 160);
}

TEST_CASE("a day that counts little in the year may be known less well") {
    Setting setting;
    const std::vector<Stratum> strata(1);
    const SamplePlan winter(setting.input, day_shape(setting.input, study::TypicalDay::winter_workday),
                            strata, 3);
    const SamplePlan election(setting.input, day_shape(setting.input, study::TypicalDay::election_night),
                              strata, 3);
    // 10 % of 500 ms and more, the day's share of the year being below 1.
    CHECK(winter.enough_s(0, 0.5) > 0.05);
    CHECK(election.enough_s(0, 0.5) > 5.0 * winter.enough_s(0, 0.5));
}

TEST_CASE(
    "beyond the limit all districts are played and a sample of the municipalities stands for the rest") {
    Setting setting;
    setting.deployment.administrations.clear();
    for (int i = 0; i < 4; ++i)
        setting.deployment.administrations.push_back(administration("d" + std::to_string(i), "district"));
    for (int i = 0; i < 40; ++i)
        setting.deployment.administrations.push_back(administration("m" + std::to_string(i), "municipality"));
    setting.name_streams();
    const std::vector<deploy::PlayedAdministration> played =
        deploy::played_administrations(setting.input, 10);
    REQUIRE(played.size() == 14);
    double weight = 0.0;
    for (const deploy::PlayedAdministration& p : played) weight += p.weight;
    CHECK(weight == Approx(44.0));  // 4 districts for themselves, 10 municipalities for 4 each
    for (std::size_t i = 0; i < 4; ++i) CHECK(played[i].administration == i);
    CHECK(deploy::played_administrations(setting.input, 44).size() == 44);
}

TEST_CASE("the largest municipalities stand for themselves, those drawn for equal numbers of seats") {
    Setting setting;
    setting.deployment.administrations.clear();
    double seats = 0.0;
    for (int i = 0; i < 40; ++i) {
        setting.deployment.administrations.push_back(administration("m" + std::to_string(i), "municipality"));
        study::ResolvedAdministration& who = setting.deployment.administrations.back();
        who.seats = i == 7 ? 100'000.0 : 500.0 + 37.0 * i;
        seats += who.seats;
    }
    setting.name_streams();
    const std::vector<deploy::PlayedAdministration> played = deploy::played_administrations(setting.input, 8);
    REQUIRE(played.size() == 8);
    double represented = 0.0;
    for (const deploy::PlayedAdministration& p : played) {
        const double own = setting.deployment.administrations[p.administration].seats;
        represented += p.weight * own;
        if (p.administration == 7)
            CHECK(p.weight == 1.0);
        else
            CHECK(p.weight * own == Approx((seats - 100'000.0) / 7.0));
    }
    CHECK(represented == Approx(seats));
    CHECK(std::any_of(played.begin(), played.end(), [](const auto& p) { return p.administration == 7; }));
}
