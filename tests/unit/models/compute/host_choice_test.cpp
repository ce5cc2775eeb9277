#include "models/compute/host_choice.hpp"

#include "tests/support/catch.hpp"

namespace verbund::compute {
namespace {

using test::Approx;
using Loads = std::vector<std::vector<PackItem>>;

HostType host(int cores, double ram_gb, double price_eur) {
    HostType type;
    type.cores = cores;
    type.ram_gb = ram_gb;
    type.performance_ops = cores * 1e5;
    type.power_w.fill(200.0);
    type.price_eur = price_eur;
    return type;
}

TEST_CASE("a host costs its price over its life and the electricity of its room") {
    // 10,000 EUR / 5 a = 2,000 EUR; (200 + 16) W x 8,766 h x 1.5 x 0.25 EUR/kWh = 710.046 EUR.
    HostTerms terms;
    terms.by_cost = true;
    terms.port_w = 16.0;
    terms.eur_per_kwh = 0.25;
    const HostYearCost cost = yearly_cost(host(16, 128.0, 10'000.0), terms);
    CHECK(cost.purchase_eur == Approx(2000.0));
    CHECK(cost.energy_eur == Approx(710.046));
    CHECK(compared(host(16, 128.0, 10'000.0), terms) == Approx(2710.046));
    // Of 16 cores on one socket a licence counts 16, of 8 also.
    terms.core_licence_eur = 250.0;
    terms.least_cores_per_socket = 16.0;
    const auto bought = [](int year, int cores) {
        HostType type = host(cores, 128.0, 10'000.0);
        type.year = year;
        return type;
    };
    CHECK(yearly_cost(bought(2024, 16), terms).licence_eur == Approx(4000.0));
    CHECK(yearly_cost(bought(2024, 8), terms).licence_eur == Approx(4000.0));
    CHECK(yearly_cost(bought(2030, 64), terms).total_eur() == Approx(2710.046 + 16000.0));
    CHECK(yearly_cost(bought(2023, 64), terms).licence_eur == 0.0);  // licensed by processor then
    terms.by_cost = false;
    CHECK(compared(host(16, 128.0, 10'000.0), terms) == Approx(216.0));
}

TEST_CASE("the least sum is bought, of equal ones the first") {
    // 10 VMs of 4 vCPU and 16 GB, no reserve: two hosts of 128 GB at 10 or one of 256 GB at 15 or 20.
    const std::vector<HostType> types{host(64, 256.0, 0), host(16, 128.0, 0), host(32, 256.0, 0)};
    const Loads loads{{{0, 10, 4.0, 16.0, 0.0, 0}}};
    PackRules rules;
    rules.reserve_hosts = 0;
    const HostAsk ask{loads, rules, 4};
    std::vector<HostBid> bids{{&types[0], 20.0}, {&types[1], 10.0}, {&types[2], 15.0}};
    CHECK(least_purchase(ask, bids).bid == 2);
    CHECK(least_purchase(ask, bids).count == 1);
    bids[2].each = 20.0;  // all three cost 20
    CHECK(least_purchase(ask, bids).bid == 0);
    bids[0].overloads = true;
    CHECK(least_purchase(ask, bids).bid == 1);
    CHECK(least_purchase(ask, bids).count == 2);
    bids[1].small = true;
    CHECK(least_purchase({loads, rules, 1}, bids).bid == 2);  // two small ones are a crowd
}

TEST_CASE("fewer VMs without a host count more than any sum") {
    const std::vector<HostType> types{host(64, 512.0, 0), host(16, 128.0, 0)};
    const Loads loads{{{0, 5, 2.0, 8.0, 0.0, 0}, {1, 1, 4.0, 400.0, 0.0, 0}}};
    const std::vector<HostBid> bids{{&types[0], 1000.0}, {&types[1], 1.0}};
    CHECK(least_purchase({loads, {}, 4}, bids).bid == 0);
    CHECK(least_purchase({loads, {}, 4}, bids).unplaceable == 0);
}

TEST_CASE("of several loads the one that needs most decides, not their sum") {
    const std::vector<HostType> types{host(64, 512.0, 0)};
    const std::vector<HostBid> bids{{&types[0], 1.0}};
    PackRules rules;
    rules.reserve_hosts = 0;
    const Loads loads{{{0, 40, 2.0, 16.0, 0.0, 0}}, {{0, 90, 2.0, 16.0, 0.0, 0}}};  // 640 and 1,440 GB
    CHECK(least_purchase({loads, rules, 4}, bids).count == 3);
}

}  // namespace
}  // namespace verbund::compute
