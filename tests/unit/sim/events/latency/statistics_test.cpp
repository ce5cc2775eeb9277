#include "sim/events/latency/statistics.hpp"

#include <algorithm>
#include <cmath>

#include "models/base/random.hpp"
#include "tests/support/batch_means.hpp"
#include "tests/support/catch.hpp"

using namespace verbund;
using namespace verbund::events;

namespace {

/// 10 ms and one exponential step of 100 ms.
const UnloadedTime example{0.010F, {0.0F, 0.100F, 0.0F, 0.0F}};

ResponseMixture mixture_of(const UnloadedTime& unloaded, const std::vector<float>& stretches) {
    ResponseMixture mixture;
    mixture.add(ResponsePoints(unloaded, stretches), 1.0);
    mixture.finish();
    return mixture;
}

}  // namespace

TEST_CASE("without sharing few samples give the known p95 and leave nothing uncertain") {
    const std::vector<float> stretches(12, 1.0F);
    const ResponseMixture mixture = mixture_of(example, stretches);
    // 10 ms - 100 ms ln 0.05 = 309.6 ms; 240 points leave 1 / 480 of probability: 4 ms.
    CHECK(mixture.quantile(0.95) == Approx(0.010 - 0.100 * std::log(0.05)).margin(0.005));
    const Interval interval = mixture.interval(0.95);
    CHECK(interval.low == interval.high);
}

TEST_CASE("a stretch common to all lengthens every quantile by it") {
    const std::vector<float> stretches(20, 3.0F);
    CHECK(mixture_of(example, stretches).quantile(0.5) ==
          Approx(3.0 * mixture_of(example, std::vector<float>(20, 1.0F)).quantile(0.5)));
}

TEST_CASE("the 95 % interval of a p95 holds the true one in about 95 % of all studies") {
    // Stretch exponential and independent: T = 100 ms E1 (1 + 2 E2).  The true p95 from a million draws; of
    // 400 studies of 60 samples at least 90 % must cover it, and an interval of half the width must not.
    const UnloadedTime unloaded{0.0F, {0.0F, 0.100F, 0.0F, 0.0F}};
    RandomStream random(1, "coverage");
    const auto stretch = [&] { return static_cast<float>(1.0 + 2.0 * random.standard_exponential()); };
    std::vector<double> many;
    for (int i = 0; i < 1'000'000; ++i) many.push_back(0.100 * random.standard_exponential() * stretch());
    const double truth = test::quantile_of(many, 0.95);
    int covered = 0;
    int half_covered = 0;
    constexpr int studies = 400;
    for (int s = 0; s < studies; ++s) {
        std::vector<float> stretches(60);
        for (float& value : stretches) value = stretch();
        const ResponseMixture mixture = mixture_of(unloaded, stretches);
        const Interval interval = mixture.interval(0.95);
        covered += interval.low <= truth && truth <= interval.high ? 1 : 0;
        const double at = mixture.quantile(0.95);
        half_covered += at - 0.25 * (at - interval.low) <= truth && truth <= at + 0.25 * (interval.high - at);
    }
    CHECK(covered >= 0.90 * studies);
    CHECK(half_covered < 0.85 * studies);
}

TEST_CASE("quantiles tend to those of the simulated times even where long transactions are stretched more") {
    // T = T0 (1 + T0 / mean): a stretch that depends on the length.  p95 of T0 is m ln 20, so that of T is
    // m ln 20 (1 + ln 20) = 0.1 x 2.996 x 3.996 = 1.197 s.
    const UnloadedTime unloaded{0.0F, {0.0F, 0.100F, 0.0F, 0.0F}};
    const std::vector<float> lengths = middle_quantiles(unloaded, 480);
    std::vector<float> stretches;
    for (const float t : lengths) stretches.push_back(1.0F + t / 0.100F);
    CHECK(mixture_of(unloaded, stretches).quantile(0.95) ==
          Approx(0.1 * std::log(20.0) * (1.0 + std::log(20.0))).epsilon(0.02));
}

TEST_CASE("a mixture weighs its parts") {
    ResponseMixture mixture;
    const std::vector<float> one(1, 1.0F);
    mixture.add(ResponsePoints({1.0F, {}}, one), 9.0);
    mixture.add(ResponsePoints({2.0F, {}}, one), 1.0);
    mixture.finish();
    CHECK(mixture.quantile(0.85) == Approx(1.0));
    CHECK(mixture.quantile(0.95) == Approx(2.0));
    CHECK(mixture.share_above(1.5) == Approx(0.1));
    CHECK(mixture.share_above(2.0) == Approx(0.0));
}

TEST_CASE("the interval of a share is Clopper and Pearson's for as many independent samples") {
    // 19 of 20: variance 0.95 x 0.05 / 20; exact interval 0.7513 ... 0.9987 (binomial tables).
    const Interval interval = share_interval(0.95, 0.95 * 0.05 / 20.0);
    CHECK(interval.low == Approx(0.7513).margin(5e-4));
    CHECK(interval.high == Approx(0.9987).margin(5e-4));
    const Interval none = share_interval(0.95, 0.0);
    CHECK(none.low == 0.95);
    CHECK(none.high == 0.95);
}
