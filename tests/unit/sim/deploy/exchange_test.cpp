#include "sim/deploy/exchange.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/hand_made_site.hpp"

namespace verbund::deploy {
namespace {

using test::Approx;

/// Centers 0 and 1, homes 2 to 4.  A (100 workplaces) runs at center 0, B (100) at center 1, C (200) at home.
class ThreeTowns {
public:
    ThreeTowns() {
        for (std::size_t s = 0; s < 5; ++s) {
            Site site;
            site.kind = s < 2 ? SiteKind::center : SiteKind::home;
            site.center = s < 2 ? &center_ : nullptr;
            site.state = FederalState{s == 1 ? 9 : 5};
            sites_.push_back(site);
        }
        workloads_.resize(1);
        workloads_[0].id = "specialist";
        workloads_[0].profile = "flat";
        for (std::uint32_t a = 0; a < 3; ++a) {
            study::ResolvedAdministration who;
            who.selected.id = std::string(1, static_cast<char>('a' + a));
            who.state = FederalState{5};
            administrations_.push_back(who);
            AdministrationDeployment deployed;
            deployed.home = a + 2;
            deployed.seats = a < 2 ? 100.0 : 200.0;
            deployed.servers = 10;
            deployed.parts = {{.site = a < 2 ? a : a + 2, .servers = 10}};
            out_.administrations.push_back(deployed);
        }
        static_cast<Phase&>(out_) = whole_year(2022);
        study_.exchanges["platform"].traffic = 1.0 * megabit_per_second;
    }

    study::Exchange& exchange(const std::string& id = "platform") { return study_.exchanges[id]; }
    AdministrationDeployment& administration(std::size_t a) { return out_.administrations[a]; }
    /// Traffic of every center's line.
    std::vector<double> played() {
        test::DayShape all_day{};
        all_day.fill(1.0);
        const workload::ProfileSet profiles{test::profile_rows("flat", all_day, all_day)};
        std::vector<SiteDemand> demands(sites_.size());
        add_exchanges({study_, administrations_, sites_, workloads_, profiles, {}}, out_, demands);
        return {demands[0].exchange_gbit_s, demands[1].exchange_gbit_s};
    }
    [[nodiscard]] const Deployment& out() const { return out_; }

    ThreeTowns(const ThreeTowns&) = delete;  // its sites point into it

private:
    study::Study study_;
    study::Center center_;
    std::vector<study::ResolvedAdministration> administrations_;
    std::vector<Site> sites_;
    std::vector<catalog::WorkloadClass> workloads_;
    Deployment out_;
};

TEST_CASE("everybody exchanges with everybody else by workplaces, and all of it together is what is stated",
          "[deploy]") {
    // R = 0.4 Gbit/s; parts 1/4, 1/4, 1/2: 2 R / (1 - 3/8) x 1/16 = 0.08 between A and B, 0.16 to and from C.
    ThreeTowns towns;
    const std::vector<double> lines = towns.played();
    REQUIRE(towns.out().exchanges.size() == 1);
    CHECK(towns.out().exchanges[0].traffic_gbit_s == Approx(0.08));
    REQUIRE(towns.administration(2).exchanged.size() == 2);
    CHECK(towns.administration(2).exchanged[0].to == 0U);
    CHECK(towns.administration(2).exchanged[1].traffic_gbit_s == Approx(0.16));
    CHECK(towns.administration(0).exchanged.empty());
    CHECK(lines[0] == Approx(0.24));
    CHECK(lines[1] == Approx(0.24));
}

TEST_CASE("who shares a center exchanges inside it", "[deploy]") {
    ThreeTowns towns;
    towns.administration(1).parts[0].site = 0;
    const std::vector<double> lines = towns.played();
    CHECK(towns.out().exchanges.empty());
    CHECK(lines[0] == Approx(0.32));
    CHECK(lines[1] == 0.0);
    ThreeTowns all;
    for (std::size_t a = 0; a < 3; ++a) all.administration(a).parts[0].site = 0;
    CHECK(all.played()[0] == Approx(0.0).margin(1e-12));
}

TEST_CASE("half of its servers at a center: half of an administration's exchange goes from there",
          "[deploy]") {
    ThreeTowns towns;
    towns.administration(2).parts = {{.site = 4, .servers = 5}, {.site = 0, .servers = 5}};
    const std::vector<double> lines = towns.played();
    // A and half of C at center 0: to B 0.08 + 0.08, to the other half at home 0.08; with itself C exchanges
    // nothing.
    CHECK(lines[0] == Approx(0.24));
    CHECK(towns.out().exchanges[0].traffic_gbit_s == Approx(0.16));
}

TEST_CASE("homes exchange beyond their accesses, and so does everybody with bodies outside", "[deploy]") {
    ThreeTowns towns;
    towns.administration(0).parts[0].site = 2;
    static_cast<void>(towns.played());
    const std::vector<LineUse>& of_c = towns.administration(2).exchanged;
    REQUIRE(of_c.size() == 2);
    CHECK_FALSE(of_c[0].to.has_value());
    CHECK(of_c[0].traffic_gbit_s == Approx(0.16));
    ThreeTowns outside;
    outside.exchange().with = study::ExchangeWith::outside;
    CHECK(outside.played() == std::vector{0.1, 0.1});
    REQUIRE(outside.administration(2).exchanged.size() == 1);
    CHECK(outside.administration(2).exchanged[0].traffic_gbit_s == Approx(0.2));
    CHECK(outside.out().exchanges.empty());
}

TEST_CASE("those who are not meant, and whoever is alone, exchange nothing", "[deploy]") {
    ThreeTowns towns;
    towns.exchange().who = {"a", "b"};
    const std::vector<double> lines = towns.played();
    CHECK(towns.out().exchanges[0].traffic_gbit_s == Approx(0.2));
    CHECK(towns.administration(2).exchanged.empty());
    CHECK(lines[0] == Approx(0.2));
    ThreeTowns alone;
    alone.exchange().who = {"c"};
    CHECK(alone.played() == std::vector{0.0, 0.0});
    CHECK(alone.administration(2).exchanged.empty());
}

TEST_CASE("what exchanges are called changes no bit", "[deploy]") {
    const auto lines = [](const std::string& first, const std::string& second) {
        ThreeTowns towns;
        towns.exchange(first).traffic = 0.1 * megabit_per_second;
        towns.exchange(second).traffic = 0.3 * megabit_per_second;
        return towns.played();
    };
    CHECK(lines("a", "b") == lines("b", "a"));
}

}  // namespace
}  // namespace verbund::deploy
