#include "models/compute/gpu_hosts.hpp"

#include "models/compute/holding.hpp"
#include "scenarios/read/catalog_reader.hpp"
#include "tests/support/catch.hpp"

namespace verbund::compute {
namespace {

using test::Approx;

const catalog::Catalog& shipped() {
    static const catalog::Catalog catalog = read::load_catalog();
    return catalog;
}

HostRules rules_by_need() {
    HostRules rules;
    rules.parts = host_parts(shipped().figures);
    rules.by_need = MemoryRange{};
    return rules;
}

PackItem vm(double gpus, int count = 1) {
    PackItem item;
    item.count = count;
    item.vcpu = 16.0;
    item.ram_gb = 48.0;
    item.gpus = gpus;
    return item;
}

/// The last on offer with so many GPUs: a quarter of the cores and the least memory.
HostType smallest(int gpus) {
    HostType found;
    for (const HostType& host : gpu_configurations(shipped(), 2022, rules_by_need()))
        if (host.gpus == gpus) found = host;
    return found;
}

TEST_CASE("a host with GPUs costs and draws what its host and its GPUs do") {
    // Two sockets of 2022: 128 cores, 101 W idle, 328 W at half and 548 W at full load.  A quarter of the
    // cores: 101 + (548 - 101) / 4 = 212.75 W; 8 GB a core = 256 GB are 4 modules, fewer than benchmarked;
    // one more disk of 3 W; times 1.15.  Four GPUs of 35 to 350 W.
    const HostType host = smallest(4);
    CHECK(host.cores == 32);
    CHECK(host.ram_gb == 256.0);
    CHECK(host.height_units == 2);
    CHECK(host.series == "gpu");
    CHECK(host.power_w[0] == Approx(1.15 * (101.0 + 3.0) + 4 * 35.0));
    CHECK(host.power_w[5] == Approx(1.15 * (101.0 + 227.0 / 4.0 + 3.0) + 4 * 192.5));
    CHECK(host.power_w[10] == Approx(1.15 * (212.75 + 3.0) + 4 * 350.0));
    CHECK(host.price_eur == Approx(6000.0 + 32 * 90.0 + 256 * 12.0 + 4 * 9000.0));
    CHECK(smallest(1).price_eur == Approx(6000.0 + 32 * 90.0 + 256 * 12.0 + 9000.0));
}

TEST_CASE("the largest host with GPUs on offer comes first") {
    const auto offered = gpu_configurations(shipped(), 2022, rules_by_need());
    CHECK(offered.front().gpus == 4);
    CHECK(offered.front().cores == 128);
    CHECK(offered.back().gpus == 1);
    for (const HostType& host : offered) {
        CHECK(host.gpus <= offered.front().gpus);
        CHECK(host.ram_gb <= offered.front().ram_gb);
    }
}

TEST_CASE("GPUs bound the number of hosts before cores and memory do") {
    // 10 VMs with a GPU each on hosts of 4: 3 hosts; 160 of 384 vCPU and 480 of 768 GB are taken.
    const PackNeed need = hosts_needed({vm(1.0, 10)}, {}, smallest(4), gpu_rules({}));
    CHECK(need.additional == 3);
    CHECK(need.binding == std::string{"gpu"});
    CHECK(need.fullest == Approx(10.0 / 12.0));
}

TEST_CASE("VMs that need a quarter of a GPU share it") {
    // 16 VMs of a quarter are 4 GPUs; their 256 vCPU and 768 GB must be there too.
    HostType host = smallest(4);
    host.cores = 64;
    host.ram_gb = 1024.0;
    CHECK(hosts_needed({vm(0.25, 16)}, {}, host, gpu_rules({})).additional == 1);
    CHECK(hosts_needed({vm(0.25, 17)}, {}, host, gpu_rules({})).additional == 2);
}

TEST_CASE("a VM that needs more GPUs than any host takes lacks them") {
    const HostOffer offer = host_offer(shipped(), {"two-socket"}, 2022, rules_by_need());
    CHECK_FALSE(misfit(vm(4.0), offer, {}).has_value());
    const auto lacking = misfit(vm(5.0), offer, {});
    REQUIRE(lacking.has_value());
    CHECK(lacking->resource == Resource::host_gpus);
    CHECK(lacking->need == 5.0);
    CHECK(lacking->limit == 4.0);
}

}  // namespace
}  // namespace verbund::compute
