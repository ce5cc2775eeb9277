#include "models/workload/right_size.hpp"

#include <cstddef>
#include <utility>
#include <vector>

#include "models/workload/step_table.hpp"
#include "tests/support/catch.hpp"

using namespace verbund;
using workload::Confidence;
using Steps = std::vector<std::pair<double, double>>;

namespace {

constexpr double day_s = 86'400.0;
constexpr std::size_t steps_a_day = 288;

workload::VmNeed need(const Steps& steps, double duration_s, const workload::SizingRules& rules = {},
                      double vcpus = 8.0) {
    workload::StepTable table{1};
    for (const auto& [time_s, mhz] : steps) table.add(0, time_s, mhz);
    table.finish();
    return workload::need_of({"a", vcpus, 1000.0, 1.0, 0.0, duration_s}, table, 0, rules);
}

/// Uses at 5-minute steps.
Steps every_five_minutes(std::size_t count, double (*mhz)(std::size_t)) {
    Steps steps;
    for (std::size_t i = 0; i < count; ++i) steps.emplace_back(300.0 * static_cast<double>(i), mhz(i));
    return steps;
}

}  // namespace

TEST_CASE("the need is the percentile of the time with comfort, in whole vCPUs", "[workload]") {
    // 1 to 100 MHz x 20, each for 5 minutes: 95 % of the time at most 1900 MHz, times 1.25 = 2375 MHz.
    const auto found = need(
        every_five_minutes(100, [](std::size_t i) { return 20.0 * static_cast<double>(i + 1); }), 30'000.0);
    CHECK(found.percentile_mhz == 1900.0);
    CHECK(found.peak_mhz == 2000.0);
    CHECK(found.mean_mhz == Approx(1010.0));
    CHECK(found.vcpus == 3.0);
    CHECK(found.completeness == 1.0);
    CHECK(found.length_s == 30'000.0);
}

TEST_CASE("values weigh by the time for which they hold", "[workload]") {
    // 4000 MHz for 5 % of the time: met with p95, not with p96.
    const Steps steps{{0, 500}, {100, 4000}, {105, 500}, {200, 500}};
    CHECK(need(steps, 100.0).percentile_mhz == 500.0);
    const Steps peak{{0, 4000}, {5, 500},  {10, 500}, {15, 500}, {20, 500}, {25, 500}, {30, 500},
                     {35, 500}, {40, 500}, {45, 500}, {50, 500}, {55, 500}, {60, 500}, {65, 500},
                     {70, 500}, {75, 500}, {80, 500}, {85, 500}, {90, 500}, {95, 500}};
    CHECK(need(peak, 100.0, {0.95, 1.0}).percentile_mhz == 500.0);
    CHECK(need(peak, 100.0, {0.96, 1.0}).percentile_mhz == 4000.0);
}

TEST_CASE("a use that just fills whole vCPUs needs no more", "[workload]") {
    CHECK(need({{0, 2400}, {300, 2400}}, 600.0, {0.95, 1.25}).vcpus == 3.0);
    CHECK(need({{0, 0}, {300, 0}}, 600.0).vcpus == 1.0);
}

TEST_CASE("what is between the values of a gap is not known", "[workload]") {
    // 12 values 5 minutes apart, 2 hours of nothing, 12 more: the last before the gap holds for 7.5 minutes.
    Steps steps = every_five_minutes(24, [](std::size_t i) { return i == 11 ? 5000.0 : 100.0; });
    for (std::size_t i = 12; i < steps.size(); ++i) steps[i].first += 7200.0;
    const auto found = need(steps, 14'400.0, {0.9, 1.0});
    CHECK(found.completeness == Approx((23 * 300.0 + 450.0) / 14'400.0));
    CHECK(found.percentile_mhz == 100.0);
}

TEST_CASE("confidence is by length and completeness", "[workload]") {
    const auto steady = [](std::size_t) { return 100.0; };
    CHECK(need(every_five_minutes(28 * steps_a_day, steady), 28 * day_s).confidence == Confidence::high);
    CHECK(need(every_five_minutes(7 * steps_a_day, steady), 7 * day_s).confidence == Confidence::medium);
    CHECK(need(every_five_minutes(7 * steps_a_day, steady), 9 * day_s).confidence == Confidence::low);
    CHECK(need(every_five_minutes(6 * steps_a_day, steady), 6 * day_s).confidence == Confidence::low);
    const auto none = need({}, day_s);
    CHECK(none.confidence == Confidence::none);
    CHECK(none.vcpus == 8.0);  // keeps what it has
}
