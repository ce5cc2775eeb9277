#include "models/compute/packing.hpp"

#include <algorithm>

#include "tests/support/catch.hpp"

namespace verbund::compute {
namespace {

HostType host(int cores, double ram_gb, double ops = 1e9) {
    HostType type;
    type.cores = cores;
    type.ram_gb = ram_gb;
    type.performance_ops = ops;
    return type;
}

PackItem vms(int count, double vcpu, double ram_gb, double peak_ops = 0.0, int priority = 0) {
    PackItem item;
    item.count = count;
    item.vcpu = vcpu;
    item.ram_gb = ram_gb;
    item.peak_ops = peak_ops;
    item.priority = priority;
    return item;
}

PackRules no_reserve() {
    PackRules rules;
    rules.reserve_hosts = 0;
    return rules;
}

TEST_CASE("a host takes vCPUs up to its cores times the overcommit") {
    // 10 cores x 4 = 40 vCPU: twenty VMs of 2 vCPU
    const PackResult result = pack({vms(25, 2, 1)}, {{host(10, 1000), 1}}, no_reserve());
    CHECK(result.placed == std::vector<int>{20});
    CHECK(result.refused == std::vector<int>{5});
    CHECK(result.binding == "cpu-cores");
}

TEST_CASE("RAM is not overcommitted") {
    const PackResult result = pack({vms(25, 1, 8)}, {{host(100, 64), 1}}, no_reserve());
    CHECK(result.placed == std::vector<int>{8});
    CHECK(result.binding == "ram");
}

TEST_CASE("peak performance is used up to the target share") {
    // 1000 ops x 0.70 = 700: seven VMs of 100
    const PackResult result = pack({vms(9, 1, 1, 100)}, {{host(100, 1000, 1000), 1}}, no_reserve());
    CHECK(result.placed == std::vector<int>{7});
    CHECK(result.binding == "cpu-performance");
}

TEST_CASE("a lower target for lost hosts limits the cluster as a whole") {
    PackRules rules = no_reserve();
    rules.cpu_target_failed = 0.50;
    // Two hosts of 1000 ops: 7 per host, but only 2000 x 0.50 / 100 = 10 in all
    const PackResult result = pack({vms(20, 1, 1, 100)}, {{host(100, 1000, 1000), 2}}, rules);
    CHECK(result.placed == std::vector<int>{10});
    CHECK(result.binding == "cpu-performance");
}

TEST_CASE("the largest host stays empty as reserve") {
    PackRules rules;
    rules.reserve_hosts = 1;
    // 64 GB and 128 GB: the larger is kept free, so 8 VMs of 8 GB find room and not 24.
    const PackResult result = pack({vms(24, 1, 8)}, {{host(100, 64), 1}, {host(100, 128), 1}}, rules);
    CHECK(result.placed == std::vector<int>{8});
}

TEST_CASE("of hosts with equal RAM the one with more cores is the reserve") {
    PackRules rules;
    rules.reserve_hosts = 1;
    // Left: 10 cores x 4 / 4 = 10 VMs; with the other one left it would be 20.
    const PackResult result = pack({vms(30, 4, 1)}, {{host(20, 100), 1}, {host(10, 100), 1}}, rules);
    CHECK(result.placed == std::vector<int>{10});
}

TEST_CASE("a cluster that is all reserve places nothing and still names the resource") {
    const PackResult result = pack({vms(3, 1, 60)}, {{host(100, 64), 1}}, PackRules{});
    CHECK(result.placed == std::vector<int>{0});
    CHECK(result.refused == std::vector<int>{3});
    CHECK(result.binding == "ram");
}

TEST_CASE("without any host the refusal is put down to hosts") {
    CHECK(pack({vms(1, 1, 1)}, {}, PackRules{}).binding == "hosts");
}

TEST_CASE("when hosts are short the priority class goes first, whatever its size") {
    const PackResult result =
        pack({vms(10, 1, 10, 0, 1), vms(8, 1, 8, 0, 0)}, {{host(100, 64), 1}}, no_reserve());
    CHECK(result.placed == std::vector<int>{0, 8});
}

TEST_CASE("large VMs are placed before small ones, which fill the gaps") {
    // 64 GB: one of 40 first, then three of 8 (24); input order is the other way round.
    const PackResult result = pack({vms(8, 1, 8), vms(1, 1, 40)}, {{host(100, 64), 1}}, no_reserve());
    CHECK(result.placed == std::vector<int>{3, 1});
}

TEST_CASE("ten VMs of a tenth fill a host in spite of rounding") {
    CHECK(pack({vms(11, 0.1, 0.1)}, {{host(1, 1.0), 1}}, no_reserve()).placed == std::vector<int>{10});
}

TEST_CASE("no VMs need no hosts and no reserve") {
    CHECK(hosts_needed({}, {}, host(64, 768), PackRules{}).additional == 0);
    CHECK(hosts_needed({vms(0, 2, 8)}, {}, host(64, 768), PackRules{}).additional == 0);
}

TEST_CASE("hosts needed are those that carry the VMs and the reserve") {
    // 100 VMs of 16 GB at 6 per host of 100 GB: 17 hosts, and 1 in reserve
    const PackNeed need = hosts_needed({vms(100, 1, 16)}, {}, host(64, 100), PackRules{});
    CHECK(need.additional == 18);
    CHECK(need.unplaceable == 0);
    CHECK(need.binding == "ram");
}

TEST_CASE("existing hosts lower the need, the reserve is shared") {
    // Existing 10 hosts of 100 GB: 17 + 1 - 10 = 8
    CHECK(hosts_needed({vms(100, 1, 16)}, {{host(64, 100), 10}}, host(64, 100), PackRules{}).additional == 8);
    CHECK(hosts_needed({vms(100, 1, 16)}, {{host(64, 100), 18}}, host(64, 100), PackRules{}).additional == 0);
}

TEST_CASE("a first larger host becomes the reserve and frees nothing itself") {
    // Existing: two of 64 GB, one of them reserve: 8 VMs of 8 GB.  Wanted 16: one host of 128 GB takes over
    // the reserve and both old ones carry 8 each.
    CHECK(hosts_needed({vms(16, 1, 8)}, {{host(64, 64), 2}}, host(64, 128), PackRules{}).additional == 1);
}

TEST_CASE("a VM larger than any host is counted and does not ask for hosts") {
    const PackNeed need = hosts_needed({vms(2, 1, 500), vms(6, 1, 16)}, {}, host(64, 100), PackRules{});
    CHECK(need.unplaceable == 2);
    CHECK(need.additional == 2);  // six VMs of 16 GB on one host, and the reserve
}

TEST_CASE("a VM too large for the new type still finds room on existing larger hosts") {
    const PackNeed need =
        hosts_needed({vms(1, 1, 500), vms(6, 1, 16)}, {{host(64, 512), 2}}, host(64, 100), PackRules{});
    CHECK(need.unplaceable == 0);
    CHECK(need.additional ==
          1);  // 512 GB hold the large VM; one small host more, the other 512 GB host is the reserve
}

TEST_CASE("an estate of hundreds of thousands of VMs is counted, not stepped") {
    std::vector<PackItem> items;
    for (int shape = 1; shape <= 20; ++shape) items.push_back(vms(25'000, shape % 8 + 1, 4.0 * shape));
    const PackNeed need = hosts_needed(items, {}, host(128, 1536), PackRules{});
    // 25,000 x 4 GB x (1 + ... + 20) = 21 million GB, 13,672 hosts of 1,536 GB; the shapes divide a host
    // almost evenly.
    CHECK(need.additional >= 13'672 + 1);
    CHECK(need.additional <= 13'672 * 102 / 100);
    CHECK(need.binding == "ram");
}

}  // namespace
}  // namespace verbund::compute
