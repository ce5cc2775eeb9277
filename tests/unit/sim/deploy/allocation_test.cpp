#include "sim/deploy/allocation.hpp"

#include <numeric>

#include "models/base/random.hpp"
#include "tests/support/catch.hpp"

namespace verbund::deploy {
namespace {

constexpr std::size_t home = 0;
constexpr std::size_t provider = 1;
constexpr std::size_t center = 2;
constexpr std::size_t second_center = 3;

catalog::WorkloadClass workload(const std::string& id, bool keep_local = false,
                                double containerisable = 0.0) {
    catalog::WorkloadClass w;
    w.id = id;
    w.keep_local = keep_local;
    w.containerisable_share = containerisable;
    return w;
}

/// Groups of one estate, one per class, and the moves made with it.
class Allocation {
public:
    Allocation& group(catalog::WorkloadClass w, int count, bool physical = false) {
        estate::VmGroup g;
        g.workload = static_cast<int>(workloads_.size());
        g.count = count;
        g.physical = physical;
        estate_.groups.push_back(g);
        estate_.servers += count;
        workloads_.push_back(std::move(w));
        return *this;
    }
    void size(std::size_t group, double vcpu) { estate_.groups.at(group).vcpu = vcpu; }
    Allocation& phase(double of_place) {
        phase_ = of_place;
        return *this;
    }
    Allocation& renewed(double share) {
        renewed_ = share;
        return *this;
    }
    void container_memory(double share) { container_memory_ = share; }
    Allocation& run_by_provider(double share) {
        provider_share_ = share;
        return *this;
    }
    Allocation& leg(int year, const study::Move& move, std::size_t target = center) {
        legs_.push_back({{year, 1, 1}, target, &move});
        return *this;
    }

    [[nodiscard]] std::vector<Placement> in(int year) const {
        return allocate({.estate = &estate_,
                         .workloads = &workloads_,
                         .legs = &legs_,
                         .home = home,
                         .provider = provider_share_ > 0.0 ? std::optional{provider} : std::nullopt,
                         .provider_share = provider_share_,
                         .day = {year, 1, 1},
                         .renewed_as_vms = renewed_,
                         .container_memory = container_memory_,
                         .phase = phase_});
    }
    [[nodiscard]] const estate::Estate& estate() const { return estate_; }

private:
    estate::Estate estate_;
    std::vector<catalog::WorkloadClass> workloads_;
    std::vector<Leg> legs_;
    double provider_share_ = 0.0;
    double renewed_ = 0.0;
    double container_memory_ = 0.0;
    double phase_ = 0.5;
};

int servers_at(const std::vector<Placement>& placements, std::size_t site) {
    int servers = 0;
    for (const Placement& p : placements) servers += p.site == site ? p.count : 0;
    return servers;
}

int servers(const std::vector<Placement>& placements) {
    int total = 0;
    for (const Placement& p : placements) total += p.count;
    return total;
}

double share_of_group(const std::vector<Placement>& placements, std::size_t group) {
    double share = 0.0;
    for (const Placement& p : placements) share += p.group == group ? p.share : 0.0;
    return share;
}

TEST_CASE("before any move everything runs at home", "[deploy]") {
    const auto placements = Allocation{}.group(workload("mail"), 7).group(workload("dms"), 3).in(2022);
    CHECK(servers_at(placements, home) == 10);
    CHECK(placements.size() == 2);
}

TEST_CASE("the provider runs its share of all servers, taken from what may leave", "[deploy]") {
    // 30 % of 20 servers are 6; the 10 that must stay local give none, the other 10 give all six.
    const auto placements = Allocation{}
                                .group(workload("core", true), 10)
                                .group(workload("mail"), 10)
                                .run_by_provider(0.3)
                                .in(2022);
    CHECK(servers_at(placements, provider) == 6);
    for (const Placement& p : placements) CHECK((p.site == home || p.group == 1));
    CHECK(share_of_group(placements, 1) == test::Approx(1.0));
}

TEST_CASE("a provider share larger than what may leave takes no more than that", "[deploy]") {
    const auto placements = Allocation{}
                                .group(workload("core", true), 8)
                                .group(workload("mail"), 2)
                                .run_by_provider(0.9)
                                .in(2022);
    CHECK(servers_at(placements, provider) == 2);
    CHECK(servers_at(placements, home) == 8);
}

TEST_CASE("a move takes effect in its year and not before", "[deploy]") {
    const study::Move move;
    Allocation a;
    a.group(workload("mail"), 7).leg(2025, move);
    CHECK(servers_at(a.in(2024), home) == 7);
    CHECK(servers_at(a.in(2025), home) == 0);
    CHECK(servers_at(a.in(2025), center) == 7);
    CHECK(servers_at(a.in(2030), center) == 7);
}

TEST_CASE("what must stay local stays, by class or by the move's own list", "[deploy]") {
    study::Move move;
    move.keep_local = {"telephony"};
    const auto placements = Allocation{}
                                .group(workload("core", true), 2)
                                .group(workload("telephony"), 3)
                                .group(workload("mail"), 5)
                                .leg(2025, move)
                                .in(2025);
    CHECK(servers_at(placements, home) == 5);
    CHECK(servers_at(placements, center) == 5);
    for (const Placement& p : placements) CHECK((p.site == center) == (p.group == 2));
}

TEST_CASE("a move of one class leaves the others at home", "[deploy]") {
    study::Move move;
    move.only = std::vector<std::string>{"dms"};
    const auto placements =
        Allocation{}.group(workload("mail"), 5).group(workload("dms"), 4).leg(2025, move).in(2025);
    CHECK(servers_at(placements, center) == 4);
    CHECK(servers_at(placements, home) == 5);
}

TEST_CASE("the provider's share moves only when the move includes it", "[deploy]") {
    study::Move without;
    without.include_provider_share = false;
    const study::Move with;
    const auto kept =
        Allocation{}.group(workload("mail"), 10).run_by_provider(0.3).leg(2025, without).in(2025);
    CHECK(servers_at(kept, provider) == 3);
    CHECK(servers_at(kept, center) == 7);
    const auto moved = Allocation{}.group(workload("mail"), 10).run_by_provider(0.3).leg(2025, with).in(2025);
    CHECK(servers_at(moved, provider) == 0);
    CHECK(servers_at(moved, center) == 10);
}

TEST_CASE("only the containerisable share of each class goes when asked so", "[deploy]") {
    study::Move move;
    move.containerised_only = true;
    // 20 x 25 % + 40 x 5 % = 5 + 2
    const auto placements = Allocation{}
                                .group(workload("portal", false, 0.25), 20)
                                .group(workload("dms", false, 0.05), 40)
                                .group(workload("gis"), 30)
                                .leg(2025, move)
                                .in(2025);
    CHECK(servers_at(placements, center) == 7);
    CHECK(servers_at(placements, home) == 83);
}

TEST_CASE("what moves into containers needs the platform's memory beside its own", "[deploy]") {
    study::Move containers;
    containers.containerised_only = true;
    study::Move on;
    Allocation a;
    a.group(workload("portal", false, 0.5), 10).leg(2024, containers).leg(2026, on, second_center);
    a.container_memory(0.09);
    for (const Placement& p : a.in(2024)) CHECK(p.memory_factor == (p.site == center ? 1.09 : 1.0));
    // Moved on, containers stay containers, and what was none does not become one.
    double with_platform = 0.0;
    for (const Placement& p : a.in(2026)) {
        CHECK(p.site == second_center);
        with_platform += p.memory_factor > 1.0 ? p.count : 0;
    }
    CHECK(with_platform == 5.0);
}

TEST_CASE("no more containers leave than there are servers, however the shares round", "[deploy]") {
    study::Move move;
    move.containerised_only = true;
    // 10 x 100 % + 3 x 1 x 17 % = 10.51, rounded 11: the largest remainder is the first group's (10 x
    // 11/10.51 = 10.47), which has only 10.
    const auto placements = Allocation{}
                                .group(workload("portal", false, 1.0), 10)
                                .group(workload("a", false, 0.17), 1)
                                .group(workload("b", false, 0.17), 1)
                                .group(workload("c", false, 0.17), 1)
                                .leg(2025, move)
                                .in(2025);
    CHECK(servers(placements) == 13);
    for (const Placement& p : placements) {
        CHECK(p.count >= 0);
        CHECK(p.share >= 0.0);
        CHECK(p.share <= 1.0);
    }
}

TEST_CASE("servers saved by a shared platform are asked for nowhere, their data and users still go",
          "[deploy]") {
    study::Move move;
    move.multi_tenant_saving = 10.0 * percent;
    const auto placements = Allocation{}.group(workload("mail"), 20).leg(2025, move).in(2025);
    CHECK(servers_at(placements, center) == 18);
    CHECK(servers(placements) == 18);
    CHECK(share_of_group(placements, 0) == test::Approx(1.0));
}

TEST_CASE("data and users travel on even when an earlier move saved every server of their class",
          "[deploy]") {
    study::Move all_saved;
    all_saved.multi_tenant_saving = 100.0 * percent;
    const study::Move onward;
    Allocation a;
    a.group(workload("mail"), 4).leg(2025, all_saved).leg(2027, onward, second_center);
    const auto arrived = a.in(2025);
    REQUIRE(arrived.size() == 1);
    CHECK(arrived[0].count == 0);
    CHECK(arrived[0].site == center);
    CHECK(arrived[0].share == test::Approx(1.0));
    const auto gone_on = a.in(2027);
    REQUIRE(gone_on.size() == 1);
    CHECK(gone_on[0].site == second_center);
    CHECK(gone_on[0].share == test::Approx(1.0));
}

TEST_CASE("virtualising turns the stated share of the physical servers into VMs on the way", "[deploy]") {
    study::Move move;
    move.virtualise_physical = 50.0 * percent;
    const auto placements = Allocation{}.group(workload("database"), 8, true).leg(2025, move).in(2025);
    int physical = 0;
    for (const Placement& p : placements) physical += p.physical ? p.count : 0;
    CHECK(physical == 4);
    CHECK(servers_at(placements, center) == 8);
    CHECK(share_of_group(placements, 0) == test::Approx(1.0));
}

TEST_CASE("those who stay virtualise on renewal as those who move do on the way", "[deploy]") {
    study::Move move;
    move.virtualise_physical = 50.0 * percent;
    const auto physical = [&](double renewed, bool moves) {
        Allocation a;
        a.group(workload("database"), 80, true).renewed(renewed);
        if (moves) a.leg(2025, move);
        const auto placements = a.in(2025);
        CHECK(servers_at(placements, moves ? center : home) == 80);
        CHECK(share_of_group(placements, 0) == test::Approx(1.0));
        int count = 0;
        for (const Placement& p : placements) count += p.physical ? p.count : 0;
        return count;
    };
    CHECK(physical(0.0, false) == 80);
    CHECK(physical(0.25, false) == 60);
    CHECK(physical(0.5, false) == 40);
    // A move brings the share of all to its own: a third of the 60 left are 20 more, not half of them.
    CHECK(physical(0.25, true) == 40);
    CHECK(physical(0.5, true) == 40);
    CHECK(physical(0.75, true) == 20);  // renewals went further than the move asks
    CHECK(physical(1.0, true) == 0);
}

TEST_CASE("what a provider runs is renewed as VMs too", "[deploy]") {
    const auto placements =
        Allocation{}.group(workload("database"), 40, true).run_by_provider(0.5).renewed(0.5).in(2025);
    CHECK(servers_at(placements, provider) == 20);
    CHECK(servers_at(placements, home) == 20);
    int physical = 0;
    for (const Placement& p : placements) physical += p.physical ? p.count : 0;
    CHECK(physical == 20);
}

/// Physical servers left of 22 in 22 groups when a share is virtualised on the way.
int physical_left(Fraction share) {
    study::Move move;
    move.virtualise_physical = share;
    Allocation a;
    for (int g = 0; g < 22; ++g) a.group(workload("class-" + std::to_string(g)), 1, true);
    a.leg(2025, move);
    int physical = 0;
    for (const Placement& p : a.in(2025)) physical += p.physical ? p.count : 0;
    return physical;
}

TEST_CASE("the virtualised share is taken of all physical servers, not of each group", "[deploy]") {
    // 22 x 49 % = 10.78 and 22 x 50 % = 11: eleven become VMs either way
    CHECK(physical_left(49.0 * percent) == 11);
    CHECK(physical_left(50.0 * percent) == 11);
    CHECK(physical_left(0.0 * percent) == 22);
    CHECK(physical_left(100.0 * percent) == 0);
    CHECK(physical_left(2.0 * percent) == 22);  // 0.44 of a server
    CHECK(physical_left(3.0 * percent) == 21);  // 0.66
}

TEST_CASE("half of one server becomes a VM in half of the places", "[deploy]") {
    // Rounded to the nearest it would be one in every town: of the flagship's 6,591 administrations with
    // 15,000 physical servers 62 % would be virtualised instead of 50 %.
    study::Move move;
    move.virtualise_physical = 50.0 * percent;
    study::Move tenth;
    tenth.virtualise_physical = 10.0 * percent;
    int half = 0;
    int few = 0;
    for (int k = 0; k < 100; ++k) {
        const double phase = (k + 0.5) / 100.0;
        const auto vms = [&](const study::Move& m) {
            Allocation a;
            a.group(workload("database"), 1, true).leg(2025, m).phase(phase);
            int count = 0;
            for (const Placement& p : a.in(2025)) count += p.physical ? 0 : p.count;
            return count;
        };
        half += vms(move);
        few += vms(tenth);
    }
    CHECK(half == 50);
    CHECK(few == 10);
}

TEST_CASE("the saved share is taken of all servers that go, not of each group", "[deploy]") {
    study::Move move;
    move.multi_tenant_saving = 10.0 * percent;
    Allocation a;
    for (int g = 0; g < 30; ++g) a.group(workload("class-" + std::to_string(g)), 1);
    a.leg(2025, move);
    CHECK(servers(a.in(2025)) == 27);  // 30 - 3
}

TEST_CASE("a tie among whole numbers goes to the smaller VM, wherever it stands", "[deploy]") {
    // 10 % of 2 x 5 servers is one; both groups have the same remainder of 0.5.
    for (const bool large_first : {true, false}) {
        Allocation a;
        a.group(workload("a"), 5).group(workload("b"), 5).run_by_provider(0.1);
        a.size(large_first ? 0 : 1, 8.0);
        for (const Placement& p : a.in(2022))
            if (p.site == provider) CHECK(p.group == (large_first ? 1U : 0U));
        CHECK(servers_at(a.in(2022), provider) == 1);
    }
}

TEST_CASE("servers that came in two legs count together in the third", "[deploy]") {
    study::Move containers;
    containers.containerised_only = true;
    const study::Move rest;
    study::Move onward;
    onward.multi_tenant_saving = 10.0 * percent;
    Allocation a;
    a.group(workload("portal", false, 0.5), 10).leg(2024, containers).leg(2025, rest);
    a.leg(2026, onward, second_center);
    REQUIRE(a.in(2025).size() == 1);  // 5 + 5 at the center
    CHECK(a.in(2025)[0].count == 10);
    CHECK(a.in(2025)[0].share == test::Approx(1.0));
    CHECK(servers_at(a.in(2026), second_center) == 9);  // 10 - 10 % of 10, not 5 - 0.5 twice
}

TEST_CASE("a second move takes on from where the first one led", "[deploy]") {
    study::Move first;
    first.only = std::vector<std::string>{"mail"};
    const study::Move second;
    Allocation a;
    a.group(workload("mail"), 5).group(workload("dms"), 4).leg(2024, first).leg(2026, second, second_center);
    CHECK(servers_at(a.in(2025), center) == 5);
    CHECK(servers_at(a.in(2026), center) == 0);
    CHECK(servers_at(a.in(2026), second_center) == 9);
}

TEST_CASE("whatever the moves, servers and shares are neither lost nor made", "[deploy]") {
    RandomStream random(7, "test/allocation");
    for (int round = 0; round < 300; ++round) {
        Allocation a;
        const auto groups = 1 + random.below(8);
        for (std::uint64_t g = 0; g < groups; ++g) {
            a.group(workload(std::string(1, static_cast<char>('a' + g)), random.uniform() < 0.15,
                             random.uniform()),
                    static_cast<int>(random.below(30)), random.uniform() < 0.3);
        }
        if (random.uniform() < 0.6) a.run_by_provider(random.uniform());
        std::vector<study::Move> moves(3);
        for (std::size_t m = 0; m < moves.size(); ++m) {
            moves[m].containerised_only = random.uniform() < 0.4;
            moves[m].include_provider_share = random.uniform() < 0.5;
            moves[m].virtualise_physical = random.uniform() * one;
            if (random.uniform() < 0.4) moves[m].keep_local = {"a", "c"};
            if (random.uniform() < 0.3) moves[m].only = std::vector<std::string>{"b", "c", "d"};
            a.leg(2024 + static_cast<int>(m), moves[m], random.uniform() < 0.5 ? center : second_center);
        }
        const auto placements = a.in(2026);
        REQUIRE(servers(placements) == a.estate().servers);
        for (std::size_t g = 0; g < a.estate().groups.size(); ++g) {
            if (a.estate().groups[g].count == 0) continue;
            REQUIRE(share_of_group(placements, g) == test::Approx(1.0).epsilon(1e-12));
        }
        for (const Placement& p : placements) REQUIRE(p.count >= 0);
    }
}

}  // namespace
}  // namespace verbund::deploy
