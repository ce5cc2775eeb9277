#include "sim/annual/shared_cost.hpp"

#include "tests/support/catch.hpp"

namespace verbund::annual {
namespace {

using test::Approx;

constexpr std::size_t centers = 3;

/// Centers 0 and 1, backup site 2; homes 3 and 4.  A runs 30 servers at 0 and 10 at home, B 10 at 0 and 20
/// at 1.
deploy::Deployment two_clients() {
    deploy::Deployment last;
    deploy::AdministrationDeployment a;
    a.home = 3;
    a.seats = 40.0;
    a.servers_at_home = 10;
    a.parts = {{.site = 0, .servers = 30}, {.site = 3, .servers = 10}};
    deploy::AdministrationDeployment b;
    b.home = 4;
    b.seats = 120.0;
    b.parts = {{.site = 0, .servers = 10}, {.site = 1, .servers = 20}};
    last.administrations = {a, b};
    last.sites.resize(5);
    return last;
}

std::vector<outcome::AdministrationYear> shared(const deploy::Deployment& last,
                                                const std::vector<double>& eur,
                                                economics::ShareKey key = economics::ShareKey::servers) {
    std::vector<study::ResolvedAdministration> people(2);
    people[0].population = 8000.0;
    people[1].population = 6000.0;
    std::vector<outcome::SiteYear> sites(eur.size());
    for (std::size_t s = 0; s < eur.size(); ++s) sites[s].cost.total_eur = eur[s];
    std::vector<outcome::AdministrationYear> rows(last.administrations.size());
    deploy::HostTypes types(2);
    types[0].price_eur = 100.0;
    types[1].price_eur = 300.0;  // of the standby
    share_costs({SharedThing::cost, key, people, types, last, centers}, last, sites, centers, rows);
    return rows;
}

TEST_CASE("a center is shared by servers, an own room is paid by who has it", "[annual]") {
    const auto rows = shared(two_clients(), {400.0, 100.0, 0.0, 7.0, 3.0});
    CHECK(rows[0].cost_eur == Approx(300.0 + 7.0));
    CHECK(rows[1].cost_eur == Approx(100.0 + 100.0 + 3.0));
}

TEST_CASE("a backup site is shared by those whose servers it protects", "[annual]") {
    deploy::Deployment last = two_clients();
    last.replications = {{.primary = 1, .backup = 2}};
    const auto of_one = shared(last, {0.0, 0.0, 90.0, 0.0, 0.0});
    CHECK(of_one[0].cost_eur == 0.0);
    CHECK(of_one[1].cost_eur == Approx(90.0));
    last.replications = {{.primary = 3, .backup = 2}, {.primary = 1, .backup = 2}};  // A's own room too
    const auto of_both = shared(last, {0.0, 0.0, 90.0, 0.0, 0.0});
    CHECK(of_both[0].cost_eur == Approx(30.0));
    CHECK(of_both[1].cost_eur == Approx(60.0));
}

TEST_CASE("a reserve in a center of others is paid by those whom it protects", "[annual]") {
    // Center 0 runs both clients on six hosts; one three times as dear stands by for center 1, where only B
    // runs.
    deploy::Deployment last = two_clients();
    last.sites[0].pools = {
        {.kind = deploy::PoolKind::cluster, .hosts = {{0, 6}}, .load_ops = {}},
        {.kind = deploy::PoolKind::standby, .hosts = {{1, 1}}, .load_ops = {}, .primaries = {1}}};
    const auto rows = shared(last, {900.0, 0.0, 0.0, 0.0, 0.0});
    CHECK(rows[0].cost_eur == Approx(600.0 * 0.75));
    CHECK(rows[1].cost_eur == Approx(600.0 * 0.25 + 300.0));
}

TEST_CASE("a center is shared by the key that the study states", "[annual]") {
    // At center 0 A has 30 of its 40 servers, B 10 of its 30.
    const auto of_a = [](economics::ShareKey key) {
        return shared(two_clients(), {700.0, 0.0, 0.0, 0.0, 0.0}, key)[0].cost_eur;
    };
    CHECK(of_a(economics::ShareKey::servers) == Approx(525.0));
    CHECK(of_a(economics::ShareKey::workplaces) == Approx(300.0));   // 30 of 30 + 40 workplaces
    CHECK(of_a(economics::ShareKey::inhabitants) == Approx(525.0));  // 6,000 of 6,000 + 2,000
    CHECK(of_a(economics::ShareKey::equal) == Approx(350.0));
}

TEST_CASE("a site that protects nobody is paid by all", "[annual]") {
    const auto rows = shared(two_clients(), {0.0, 0.0, 70.0, 0.0, 0.0});
    CHECK(rows[0].cost_eur == Approx(40.0));
    CHECK(rows[1].cost_eur == Approx(30.0));
}

}  // namespace
}  // namespace verbund::annual
