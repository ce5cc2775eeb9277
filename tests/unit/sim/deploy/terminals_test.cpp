#include "sim/deploy/allocation.hpp"
#include "sim/deploy/deploy.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/simulated_study.hpp"

/// Traffic of people who work on terminal servers.
namespace verbund::deploy {
namespace {

constexpr std::size_t home = 0;
constexpr std::size_t center = 1;

/// Screens of 100 kbit/s, mail of 200 kbit/s and a procedure of 300 kbit/s, ten servers each.
struct Office {
    Office() {
        for (const char* id : {"terminal", "groupware", "specialist"}) {
            workloads.emplace_back();
            workloads.back().id = id;
            estate::VmGroup group;
            group.workload = static_cast<int>(estate.groups.size());
            group.count = 10;
            group.traffic_kbit_s = 100.0 * static_cast<double>(workloads.size());
            estate.groups.push_back(group);
        }
        estate.groups[0].terminal_kbit_s = 100.0;
        estate.groups[1].beside_terminal_kbit_s = 200.0;
        estate.servers = 30;
    }

    /// Traffic that leaves the center, where what the move names has gone there.
    double leaves_center(const study::Move& move, double via_terminal_share) const {
        const std::vector<Leg> legs{{{2024, 1, 1}, center, &move}};
        double kbit_s = 0.0;
        for (const Placement& p : allocate({.estate = &estate,
                                  .workloads = &workloads,
                                  .legs = &legs,
                                  .home = home,
                                  .provider = std::nullopt,
                                  .day = {2025, 1, 1},
                                  .via_terminal_share = via_terminal_share}))
            if (p.site == center) kbit_s += p.share * estate.groups[p.group].traffic_kbit_s - p.inside_kbit_s;
        return kbit_s;
    }

    estate::Estate estate;
    std::vector<catalog::WorkloadClass> workloads;
};

TEST_CASE("what sessions ask of the mail beside them does not leave the center", "[deploy]") {
    const Office office;
    const study::Move all;
    CHECK(office.leaves_center(all, 0.0) == 600.0);
    // 30 % of the seats work in sessions there: 30 % of the 200 kbit/s of mail stays inside; the procedure's
    // 300 kbit/s cross as before.
    CHECK(office.leaves_center(all, 0.3) == test::Approx(540.0));
    CHECK(office.leaves_center(all, 1.0) == test::Approx(400.0));
}

TEST_CASE("mail without sessions beside it crosses as before", "[deploy]") {
    const Office office;
    study::Move mail_only;
    mail_only.only = {"groupware"};
    CHECK(office.leaves_center(mail_only, 0.3) == 200.0);
    study::Move screens_only;
    screens_only.only = {"terminal"};
    CHECK(office.leaves_center(screens_only, 0.3) == 100.0);
}

TEST_CASE("of sessions and mail spread over sites, only those in the same one stay inside", "[deploy]") {
    Office office;
    office.workloads[0].containerisable_share = 0.5;
    office.workloads[1].containerisable_share = 0.5;
    study::Move half;
    half.containerised_only = true;
    // Half of the sessions, half of the mail: 50 + 100 kbit/s at the center; of the mail there 30 % x half.
    CHECK(office.leaves_center(half, 0.3) == test::Approx(150.0 - 0.3 * 0.5 * 100.0));
}

/// What one town has in the last year, all of it at the center.
VariantDeployment one_town(Fraction via_terminal_share) {
    study::StudySet set = test::starter_set();
    set.horizon = {2027, 2027};
    set.variants.erase(set.variants.begin());
    study::Study& study = set.variants[0].study;
    study.estate.terminals.via_terminal_share = via_terminal_share;
    return deploy(set, study);
}

double gbit_s(Fraction via_terminal_share) {
    const VariantDeployment variant = one_town(via_terminal_share);
    double sum = 0.0;
    for (const Part& part : variant.phases[0].administrations[0].parts) sum += part.traffic_gbit_s;
    return sum;
}

Part mail(Fraction via_terminal_share) {
    const VariantDeployment variant = one_town(via_terminal_share);
    for (const Part& part : variant.phases[0].administrations[0].parts)
        if (variant.workloads[part.workload].id == "groupware") return part;
    return {};
}

TEST_CASE("a study's classes stay inside as its terminal share says", "[deploy]") {
    const double as_before = gbit_s(0.0 * percent);
    const double usual = gbit_s(30.0 * percent);
    const double all = gbit_s(100.0 * percent);
    CHECK(all < usual);
    CHECK(usual < as_before);
    CHECK(as_before - usual == test::Approx(0.3 * (as_before - all)));
}

TEST_CASE("transactions that sessions ask beside them are nobody's outside", "[deploy]") {
    const Part without = mail(0.0 * percent);
    const Part usual = mail(30.0 * percent);
    REQUIRE(without.interactions_per_h > 0.0F);
    CHECK(usual.interactions_per_h == test::Approx(0.7 * without.interactions_per_h));
    CHECK(usual.traffic_gbit_s == test::Approx(0.7 * without.traffic_gbit_s));
    CHECK(mail(100.0 * percent).interactions_per_h == test::Approx(0.0).margin(1e-3));
}

}  // namespace
}  // namespace verbund::deploy
