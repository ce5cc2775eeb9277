#include "sim/deploy/pool.hpp"

#include <utility>

#include "tests/support/catch.hpp"

namespace verbund::deploy {
namespace {

/// 0: 32 cores, 384 GB, 6.4 million ssj_ops; 1: 64 cores, 768 GB, 19.2 million.
HostTypes two_types() {
    HostTypes types(2);
    types[0].cores = 32;
    types[0].ram_gb = 384.0;
    types[0].performance_ops = 6.4e6;
    types[1].cores = 64;
    types[1].ram_gb = 768.0;
    types[1].performance_ops = 19.2e6;
    return types;
}

/// A cluster of 3 + 2 hosts, 4 physical servers, and two standby pools of 2 and of 1 + 2 hosts.
std::vector<Pool> four_pools() {
    return {{.kind = PoolKind::cluster, .hosts = {{0, 3}, {1, 2}}, .load_ops = {}},
            {.kind = PoolKind::physical, .hosts = {{0, 4}}, .load_ops = {}},
            {.kind = PoolKind::standby, .hosts = {{1, 2}}, .load_ops = {}, .running_share = 0.25},
            {.kind = PoolKind::standby, .hosts = {{0, 1}, {1, 2}}, .load_ops = {}, .running_share = 0.5}};
}

int count_of(PoolKinds kinds) { return host_count(hosts_of(four_pools(), kinds)); }

TEST_CASE("hosts are counted over the pools that are asked for", "[deploy][pool]") {
    CHECK(count_of(PoolKind::cluster) == 5);
    CHECK(count_of(PoolKind::physical) == 4);
    CHECK(count_of(PoolKind::standby) == 5);
    CHECK(count_of(virtualised) == 10);
    CHECK(count_of(own_load) == 9);
    CHECK(count_of(all_pools) == 14);
    CHECK(count_of(PoolKinds{}) == 0);
}

TEST_CASE("a pool is found by its kind, the first of several", "[deploy][pool]") {
    std::vector<Pool> pools = four_pools();
    CHECK(find_pool(pools, PoolKind::standby) == &pools[2]);
    pools.erase(pools.begin());
    CHECK(find_pool(std::as_const(pools), PoolKind::cluster) == nullptr);
}

TEST_CASE("a sum over hosts counts each host of a set", "[deploy][pool]") {
    const std::vector<HostSet> hosts = hosts_of(four_pools(), PoolKind::cluster);
    // 3 x 384 + 2 x 768
    CHECK(sum_over_hosts(hosts, two_types(), &compute::HostType::ram_gb) == test::Approx(2688.0));
    const auto per_core = [](const compute::HostType& type) { return type.ram_gb / type.cores; };
    CHECK(sum_over_hosts(hosts, two_types(), per_core) == test::Approx(5 * 12.0));
}

TEST_CASE("cores of mixed hosts run at their performance over all cores", "[deploy][pool]") {
    const CoreGroup group = cores_of(hosts_of(four_pools(), PoolKind::cluster), two_types(), 200e3);
    // 3 x 32 + 2 x 64 cores; (3 x 6.4 + 2 x 19.2) million ssj_ops / 224 cores / 200 000
    CHECK(group.cores == 224.0);
    CHECK(group.speed == test::Approx(57.6e6 / 224.0 / 200e3));
    CHECK(cores_of({}, two_types(), 200e3).cores == 0.0);
    CHECK(cores_of({}, two_types(), 200e3).speed == 1.0);
}

TEST_CASE("hosts to pack on keep their order, type and count", "[deploy][pool]") {
    const auto counts = packing_hosts({{1, 2}, {0, 5}}, two_types());
    REQUIRE(counts.size() == 2);
    CHECK(counts[0].type.cores == 64);
    CHECK(counts[0].count == 2);
    CHECK(counts[1].type.cores == 32);
    CHECK(counts[1].count == 5);
}

TEST_CASE("the newest hosts are the last of the list, in its order", "[deploy][pool]") {
    const std::vector<HostSet> kept = newest({{0, 3}, {1, 2}, {2, 2}}, 3);
    REQUIRE(kept.size() == 2);
    CHECK(kept[0].type == 1);
    CHECK(kept[0].count == 1);
    CHECK(kept[1].type == 2);
    CHECK(kept[1].count == 2);
    CHECK(host_count(newest({{0, 3}}, 7)) == 3);
}

TEST_CASE("hosts switched on are whole ones in a crisis and a share of each in a year's power",
          "[deploy][pool]") {
    const std::vector<Pool> pools = four_pools();
    CHECK(running_hosts(pools[0]) == 5);
    CHECK(running_hosts(pools[2]) == 1);  // a quarter of 2, half a host, rounds up
    CHECK(running_hosts(pools[3]) == 2);  // half of 3
    // 5 + 4 + 2 / 4 + 3 / 2
    CHECK(mean_running_hosts(pools) == test::Approx(11.0));
    // half of 6.4 + 2 x 19.2 million
    CHECK(running_performance_ops(pools[3], two_types()) == test::Approx(22.4e6));
    // 2 of 3 hosts with 384 + 2 x 768 GB together
    CHECK(running_ram_gb(pools[3], two_types()) == test::Approx(1280.0));
    CHECK(running_ram_gb({}, two_types()) == 0.0);
}

}  // namespace
}  // namespace verbund::deploy
