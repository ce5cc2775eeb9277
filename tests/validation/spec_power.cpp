#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "models/compute/host.hpp"
#include "scenarios/read/catalog_reader.hpp"
#include "tests/support/catch.hpp"

/// Host power against the 28 measured SPECpower_ssj2008 results of the catalog.
namespace verbund::compute {
namespace {

using test::Approx;

HostType host_of(const catalog::ServerModel& row) {
    catalog::Catalog alone;
    alone.servers = {row};
    HostRules rules;
    rules.real_host_factor = 1.0;
    return host_type(alone, row.series, row.year, rules);
}

/// The usual shortcut: power between idle and peak in proportion to load.
double straight_line_w(const HostType& host, double load) {
    return host.power_w.front() + load * (host.power_w.back() - host.power_w.front());
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

TEST_CASE("every measured server is reproduced at all its load points") {
    const catalog::Catalog catalog = read::load_catalog();
    REQUIRE(catalog.servers.size() == 28);
    for (const catalog::ServerModel& row : catalog.servers) {
        const HostType host = host_of(row);
        CAPTURE(row.id);
        CHECK(host.performance_ops == row.performance_ops);
        for (int step = 0; step <= 10; ++step) {
            CHECK(host_power_w(host, step / 10.0) ==
                  Approx(row.power_w[static_cast<std::size_t>(step)]).epsilon(1e-12));
        }
        for (int step = 0; step < 10; ++step) {
            const auto i = static_cast<std::size_t>(step);
            const double middle = 0.5 * (row.power_w[i] + row.power_w[i + 1]);
            CHECK(host_power_w(host, (step + 0.5) / 10.0) == Approx(middle).epsilon(1e-12));
        }
    }
}

TEST_CASE("figures of the catalog agree with the published table of selected results") {
    // Two results read again from the data set: model, idle and full-load watts, ssj_ops at 100 %.
    const catalog::Catalog catalog = read::load_catalog();
    const auto row = [&catalog](const std::string& id) {
        return *std::find_if(catalog.servers.begin(), catalog.servers.end(),
                             [&id](const catalog::ServerModel& server) { return server.id == id; });
    };
    const catalog::ServerModel oldest = row("ibm-x3650-m3-2010");
    CHECK(oldest.power_w.front() == 66.3);
    CHECK(oldest.power_w.back() == 238.0);
    CHECK(oldest.performance_ops == 922'152);
    const catalog::ServerModel newest = row("hpe-proliant-dl385-gen10-plus-2022");
    CHECK(newest.power_w[3] == 265.0);
    CHECK(newest.cores == 128);
    CHECK(newest.performance_ops == 13'211'462);
}

TEST_CASE("a straight idle..peak line misses the measurements by the known errors, the table does not") {
    // Published error of the straight line over the 27 results from 2010 on, in %: load; median, smallest,
    // largest.
    struct Error {
        double load, median, smallest, largest;
    };
    const std::array<Error, 5> known{
        {{0.1, -21, -42, 6}, {0.2, -12, -34, 14}, {0.3, -4, -26, 22}, {0.5, 7, -14, 28}, {0.7, 10, -8, 26}}};
    const catalog::Catalog catalog = read::load_catalog();
    for (const Error& error : known) {
        std::vector<double> line_pct;
        double worst_table_pct = 0.0;
        for (const catalog::ServerModel& row : catalog.servers) {
            if (row.year < 2010) continue;
            const HostType host = host_of(row);
            const double measured = row.power_w[static_cast<std::size_t>(std::lround(10 * error.load))];
            line_pct.push_back(100.0 * (straight_line_w(host, error.load) / measured - 1.0));
            worst_table_pct = std::max(worst_table_pct,
                                       std::abs(100.0 * (host_power_w(host, error.load) / measured - 1.0)));
        }
        CAPTURE(error.load);
        CHECK(median(line_pct) == Approx(error.median).margin(0.6));  // published without decimals
        CHECK(*std::min_element(line_pct.begin(), line_pct.end()) == Approx(error.smallest).margin(0.6));
        CHECK(*std::max_element(line_pct.begin(), line_pct.end()) == Approx(error.largest).margin(0.6));
        CHECK(worst_table_pct < 1e-9);
    }
}

TEST_CASE("the trend of two-socket hosts meets its calibration points") {
    const catalog::Catalog catalog = read::load_catalog();
    HostRules rules;
    rules.real_host_factor = 1.0;
    const HostType last = host_type(catalog, "two-socket", 2022, rules);
    const auto ops_per_watt = [](const HostType& host) { return host.performance_ops / host.power_w.back(); };
    const HostType later = host_type(catalog, "two-socket", 2030, rules);
    // +10 %/a over eight years; about 500 W in 2022 and 1050 W in 2030; a quarter of it when idle
    CHECK(ops_per_watt(later) / ops_per_watt(last) == Approx(std::pow(1.1, 8)).epsilon(1e-4));
    CHECK(later.power_w.back() / last.power_w.back() == Approx(1050.0 / 500.0));
    CHECK(later.power_w.front() / later.power_w.back() == Approx(0.25));
    CHECK(host_type(catalog, "two-socket", 2025, rules).power_w.back() / last.power_w.back() ==
          Approx(800.0 / 500.0));
    CHECK(later.cores % 2 == 0);
}

TEST_CASE("power never falls and performance never shrinks along the trend") {
    const catalog::Catalog catalog = read::load_catalog();
    for (const char* series : {"entry", "one-socket", "two-socket"}) {
        double performance = host_type(catalog, series, 2022, HostRules{}).performance_ops;
        for (int year = 2023; year <= 2040; ++year) {
            const HostType host = host_type(catalog, series, year, HostRules{});
            CAPTURE(series, year);
            CHECK(std::is_sorted(host.power_w.begin(), host.power_w.end()));
            CHECK(host.performance_ops > performance);
            performance = host.performance_ops;
        }
    }
}

}  // namespace
}  // namespace verbund::compute
