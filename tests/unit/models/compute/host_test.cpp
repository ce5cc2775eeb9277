#include "models/compute/host.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>

#include "tests/support/catch.hpp"

namespace verbund::compute {
namespace {

using test::Approx;

catalog::ServerModel server(const std::string& series, int year, int cores, double ops, double idle_w,
                            double step_w) {
    catalog::ServerModel row;
    row.series = series;
    row.year = year;
    row.cores = cores;
    row.height_units = 2;
    row.performance_ops = ops;
    for (std::size_t i = 0; i < row.power_w.size(); ++i)
        row.power_w[i] = idle_w + step_w * static_cast<double>(i);
    row.evidence = {"S", "test bench"};
    return row;
}

/// Two-socket 2018 (three rows), 2020 (two), entry 2020; trend from 2023.
catalog::Catalog small_catalog() {
    catalog::Catalog catalog;
    catalog.servers = {
        server("two-socket", 2018, 40, 4e6, 50.0, 20.0),    server("two-socket", 2018, 60, 6e6, 70.0, 30.0),
        server("two-socket", 2018, 56, 5e6, 60.0, 50.0),    server("two-socket", 2020, 100, 10e6, 80.0, 40.0),
        server("two-socket", 2020, 128, 14e6, 100.0, 42.0), server("entry", 2020, 8, 8e5, 20.0, 5.0)};
    catalog.servers[3].height_units = 1;
    catalog.server_trend = {{2023, 1.1, 1.2, 1.03, 0.25, {"A", "trend"}},
                            {2024, 1.21, 1.4, 1.06, 0.20, {"A", "trend"}}};
    return catalog;
}

HostRules as_benchmarked() {
    HostRules rules;
    rules.real_host_factor = 1.0;
    return rules;
}

TEST_CASE("a measured year gives the element-wise median of its servers") {
    const HostType host = host_type(small_catalog(), "two-socket", 2018, as_benchmarked());
    CHECK(host.id == "two-socket/2018");
    CHECK(host.cores == 56);             // of 40, 56, 60
    CHECK(host.performance_ops == 5e6);  // of 4, 5, 6 million
    CHECK(host.power_w[0] == 60.0);      // of 50, 60, 70
    CHECK(host.power_w[10] == 370.0);    // of 250, 370, 560
    CHECK(host.ram_gb == 56 * 12.0);
    CHECK(host.evidence.mark == "C");
}

TEST_CASE("the median of an even number of servers is the mean of the middle two, height units rounded up") {
    const HostType host = host_type(small_catalog(), "two-socket", 2020, as_benchmarked());
    CHECK(host.cores == 114);  // (100 + 128) / 2
    CHECK(host.performance_ops == 12e6);
    CHECK(host.power_w[0] == 90.0);
    CHECK(host.height_units == 2);  // (1 + 2) / 2 = 1.5
}

TEST_CASE("between two measured years the earlier generation is bought, before the first the first") {
    const auto catalog = small_catalog();
    CHECK(host_type(catalog, "two-socket", 2019, as_benchmarked()).performance_ops == 5e6);
    CHECK(host_type(catalog, "two-socket", 2005, as_benchmarked()).performance_ops == 5e6);
    CHECK(host_type(catalog, "two-socket", 2005, as_benchmarked()).year == 2005);
    CHECK(host_type(catalog, "entry", 2020, as_benchmarked()).evidence.mark == "S");
}

TEST_CASE("until the trend table begins, the last measured generation stays on sale") {
    CHECK(host_type(small_catalog(), "two-socket", 2022, as_benchmarked()).performance_ops == 12e6);
}

TEST_CASE("after the last measured year power, performance and cores follow the trend") {
    const HostType host = host_type(small_catalog(), "two-socket", 2024, as_benchmarked());
    // Last generation: 12e6 ops, 114 cores, 90 + 10 x 41 = 500 W at full load.
    CHECK(host.power_w[10] == Approx(500.0 * 1.4));
    CHECK(host.power_w[0] == Approx(700.0 * 0.20));
    CHECK(host.power_w[5] == Approx(700.0 * (0.20 + 0.80 * 0.541)));  // g(50 %) of AMD 2020-22
    CHECK(host.performance_ops == Approx(12e6 * 1.21 * 1.4));
    // cores = 114 x 1.21 x 1.4 / 1.06 = 182.2, next even 182
    CHECK(host.cores == 182);
    CHECK(host.evidence.mark == "A");
}

TEST_CASE("years beyond the trend table take its last row") {
    const auto catalog = small_catalog();
    CHECK(host_type(catalog, "two-socket", 2050, as_benchmarked()).performance_ops ==
          host_type(catalog, "two-socket", 2024, as_benchmarked()).performance_ops);
}

TEST_CASE("an entry server keeps its full-load power") {
    const HostType host = host_type(small_catalog(), "entry", 2023, as_benchmarked());
    CHECK(host.power_w[10] == Approx(70.0));
    CHECK(host.performance_ops == Approx(8e5 * 1.1));
}

TEST_CASE("another growth of performance per watt replaces the factors of the table") {
    HostRules rules = as_benchmarked();
    rules.performance_per_watt_growth = 0.05;
    // Two years after 2022, the year before the table's first: 1.05^2; full-load power stays on the table.
    CHECK(host_type(small_catalog(), "two-socket", 2024, rules).performance_ops ==
          Approx(12e6 * 1.1025 * 1.4));
}

TEST_CASE("the real-host factor raises power at every load, not performance") {
    HostRules rules;
    rules.real_host_factor = 1.25;
    const auto catalog = small_catalog();
    const HostType bare = host_type(catalog, "two-socket", 2018, as_benchmarked());
    const HostType real = host_type(catalog, "two-socket", 2018, rules);
    for (std::size_t i = 0; i < bare.power_w.size(); ++i)
        CHECK(real.power_w[i] == Approx(1.25 * bare.power_w[i]));
    CHECK(real.performance_ops == bare.performance_ops);
}

TEST_CASE("an unknown series is refused by name") {
    CHECK_THROWS_AS(host_type(small_catalog(), "mainframe", 2020, HostRules{}), std::out_of_range);
    CHECK_THROWS_WITH(host_type(small_catalog(), "mainframe", 2020, HostRules{}),
                      test::contains("mainframe"));
}

TEST_CASE("an idle host draws its idle power, not zero, and use outside 0..1 is clipped") {
    HostType host;
    host.power_w = {50, 80, 90, 100, 110, 120, 130, 140, 150, 160, 200};
    CHECK(host_power_w(host, 0.0) == 50.0);
    CHECK(host_power_w(host, -0.5) == 50.0);
    CHECK(host_power_w(host, 1.0) == 200.0);
    CHECK(host_power_w(host, 1.7) == 200.0);
    CHECK(host_power_w(host, std::numeric_limits<double>::quiet_NaN()) == 50.0);
}

TEST_CASE("between two load points power is linear") {
    HostType host;
    host.power_w = {50, 80, 90, 100, 110, 120, 130, 140, 150, 160, 200};
    CHECK(host_power_w(host, 0.05) == Approx(65.0));    // half way from 50 to 80; idle..peak would give 57.5
    CHECK(host_power_w(host, 0.975) == Approx(190.0));  // three quarters from 160 to 200
    CHECK(host_power(host, 0.05).in(watt) == Approx(65.0));
}

}  // namespace
}  // namespace verbund::compute
