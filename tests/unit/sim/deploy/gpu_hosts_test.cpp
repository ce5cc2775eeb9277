#include <string>

#include "models/catalog/figure_value.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/simulated_study.hpp"
#include "tests/unit/scenarios/small_study.hpp"

/// Hosts with GPUs, from the study to kW and EUR.
namespace verbund::deploy {
namespace {

using test::Approx;

/// A town of VMs bought in 2022, with the shares of the classes given; nothing but hosts draws power.
study::StudySet town(int servers, const std::string& workloads, const std::string& more = "") {
    return test::read_text(R"(verbund: 1
title: GPUs
horizon: {first: 2022, last: 2022}
territory:
  administrations:
    town: {at: {lat: 51.0, lon: 7.0}, state: "05", population: 50000, seats: 1000, servers: )" +
                           std::to_string(servers) + R"(}
estate: {provider_share: 0 %, physical_share: 0 %}
hosts: {installed: 2022}
storage: {base: 0 W, power_per_data: 0 W/TB, backup_power_per_data: 0 W/TB}
gear: {base: 0 W, per_host: 0 W, per_seat: 0 W, height_units_base: 0}
variants: {a: {}}
workloads:
)" + workloads + more);
}

/// Nobody has a VM of another class.
std::string only_ai(const std::string& rest) {
    std::string text = "  ai: {server_share: 100 %" + rest + "}\n";
    for (const catalog::WorkloadClass& w : test::starter_set().catalog.workloads)
        if (!w.physical && w.id != "ai") text += "  " + w.id + ": {server_share: 0 %}\n";
    return text;
}

const Pool* gpu_pool(const SiteDeployment& site) {
    for (const Pool& pool : site.pools)
        if (pool.gpu) return &pool;
    return nullptr;
}

TEST_CASE("ten servers of four GPUs come to the kW and EUR of a hand calculation", "[deploy]") {
    // 40 VMs with a GPU each, half in use at all hours.  Ten hosts of 32 cores, 256 GB and 4 GPUs draw at
    // half load 1.15 (101 + 227 / 4 + 3) + 4 x 192.5 = 954.8625 W, at full load 1.15 x 215.75 + 4 x 350 =
    // 1,648.1 W, and cost 6,000 + 32 x 90 + 256 x 12 + 4 x 9,000 = 47,952 EUR, a fifth of it a year, and the
    // licences of their cores, with tax.
    const study::StudySet set =
        town(40, only_ai(", cpu_at_peak: 50 %, cpu_floor: 50 %, storage: 0 GB, storage_per_seat: 0 GB"));
    const test::Simulated run = test::simulate(set);
    const SiteDeployment& site = run.variant.phases.front().sites.front();
    const Pool* pool = gpu_pool(site);
    REQUIRE(pool != nullptr);
    CHECK(host_count(pool->hosts) == 10);
    CHECK(host_count(hosts_of(site.pools, all_pools)) == 10);  // none in reserve, none without GPUs
    CHECK(pool->bound_by == HostBound::gpu);
    CHECK(sum_over_hosts(pool->hosts, run.variant.host_types, &compute::HostType::gpus) == 40.0);
    CHECK(sum_over_hosts(pool->hosts, run.variant.host_types, &compute::HostType::price_eur) ==
          Approx(479'520.0));
    CHECK(site.needs.of[Resource::height_units] == 20.0);
    CHECK(site.needs.of[Resource::it_power] == Approx(9.548625));
    const outcome::SiteYear& year = run.years.front().sites.front();
    CHECK(year.energy.it_mwh == Approx(9.548625e-3 * 8760.0));
    const double licence_eur = catalog::figure_of<MoneyRate>(set.catalog, "cost.licence").in(euro_per_year);
    CHECK(year.cost.hardware_eur == Approx(1.19 * 95'904.0));
    CHECK(year.cost.licences_eur == Approx(1.19 * 320.0 * licence_eur));
}

TEST_CASE("VMs that need GPUs stand beside the cluster, which is that of the other VMs", "[deploy]") {
    // The shares of the catalog's VM classes sum to 1: of 140 VMs 0.4 / 1.4 are 40.
    const test::Simulated with = test::simulate(town(140, "  ai: {server_share: 40 %}\n"));
    const test::Simulated without = test::simulate(town(100, "  ai: {server_share: 0 %}\n"));
    const SiteDeployment& site = with.variant.phases.front().sites.front();
    const SiteDeployment& plain = without.variant.phases.front().sites.front();
    REQUIRE(gpu_pool(site) != nullptr);
    CHECK(host_count(gpu_pool(site)->hosts) == 10);
    CHECK(gpu_pool(plain) == nullptr);
    CHECK(plain.pools.size() == 2);
    CHECK(site.vms == 140);
    CHECK(host_count(find_pool(site.pools, PoolKind::cluster)->hosts) ==
          host_count(find_pool(plain.pools, PoolKind::cluster)->hosts));
    for (const HostSet& hosts : find_pool(site.pools, PoolKind::cluster)->hosts)
        CHECK(with.variant.host_types[hosts.type].gpus == 0);
}

}  // namespace
}  // namespace verbund::deploy
