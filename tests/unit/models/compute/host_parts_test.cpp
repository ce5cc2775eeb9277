#include "models/compute/host_parts.hpp"

#include "models/compute/host.hpp"
#include "scenarios/read/catalog_reader.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/one_machine.hpp"

namespace verbund::compute {
namespace {

using test::Approx;

HostParts some_parts() {
    HostParts parts;
    parts.module_w = 4.0;
    parts.spinning_disk_w = 7.0;
    parts.ssd_w = 3.0;
    parts.host_disks = 2.0;
    parts.of_series = {{"two-socket", {12.0, 8.0}}};
    return parts;
}

TEST_CASE("memory modules double in size every four years") {
    const HostParts parts = some_parts();
    CHECK(module_size_gb(parts, 2009) == 4.0);
    CHECK(module_size_gb(parts, 2010) == 8.0);
    CHECK(module_size_gb(parts, 2017) == 16.0);
    CHECK(module_size_gb(parts, 2018) == 32.0);
    CHECK(module_size_gb(parts, 2022) == 64.0);
    // A terabyte is 32 modules in 2018 and 16 in 2022.
    CHECK(memory_modules(parts, 1024.0, 2018) == 32);
    CHECK(memory_modules(parts, 1024.0, 2022) == 16);
    CHECK(memory_modules(parts, 33.0, 2018) == 2);
}

TEST_CASE("only modules and disks beyond the benchmarked ones draw extra") {
    const HostParts parts = some_parts();
    CHECK(parts_w(parts, "two-socket", 12, 1.0, 2018) == 0.0);
    CHECK(parts_w(parts, "two-socket", 4, 0.0, 2018) == 0.0);
    CHECK(parts_w(parts, "two-socket", 20, 1.0, 2018) == Approx(8 * 4.0));
    CHECK(parts_w(parts, "two-socket", 12, 8.0, 2017) == Approx(7 * 7.0));  // spinning disks
    CHECK(parts_w(parts, "two-socket", 12, 8.0, 2018) == Approx(7 * 3.0));  // SSDs
    CHECK(parts_w(parts, "mainframe", 20, 8.0, 2018) == 0.0);
}

TEST_CASE("a host draws for its modules and disks at every load, times the real-host factor") {
    HostRules rules;
    rules.parts = some_parts();
    rules.real_host_factor = 1.1;
    // 40 cores x 12 GB = 480 GB = 15 modules, 3 beyond the benchmarked; two disks, one beyond.
    const HostType host = host_type(test::one_machine("two-socket", 2018), "two-socket", 2018, rules);
    CHECK(host.power_w[0] == Approx((60.0 + 3 * 4.0 + 3.0) * 1.1));
    CHECK(host.power_w[10] == Approx((160.0 + 3 * 4.0 + 3.0) * 1.1));
    // Alone with 100 GB: 4 modules are fewer than benchmarked, eight disks are seven more.
    const HostType alone =
        stand_alone_type(test::one_machine("two-socket", 2018), "two-socket", 2018, 100.0, rules);
    CHECK(alone.ram_gb == 128.0);
    CHECK(alone.id == "two-socket/2018/128 GB");
    CHECK(alone.power_w[0] == Approx((60.0 + 7 * 3.0) * 1.1));
    CHECK(alone.performance_ops == host.performance_ops);
}

TEST_CASE("the shipped catalog states the parts of every series") {
    const HostParts parts = host_parts(read::load_catalog().figures);
    CHECK(parts.module_w == 3.5);
    CHECK(parts.module_gb == 32.0);
    CHECK(parts.of_series.at("entry").benchmarked_modules == 2.0);
    CHECK(parts.of_series.at("two-socket").stand_alone_disks == 8.0);
}

}  // namespace
}  // namespace verbund::compute
