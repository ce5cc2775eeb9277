#include "models/base/random.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"

using namespace verbund;

namespace {

constexpr int draws = 20000;

/// Kolmogorov-Smirnov: largest distance between the sample's and the model's distribution, times sqrt(n).
[[nodiscard]] double ks_statistic(std::vector<double> sample,
                                  const std::function<double(double)>& distribution) {
    std::sort(sample.begin(), sample.end());
    const auto n = static_cast<double>(sample.size());
    double distance = 0.0;
    for (std::size_t i = 0; i < sample.size(); ++i) {
        const double expected = distribution(sample[i]);
        const auto rank = static_cast<double>(i);
        distance = std::max({distance, expected - rank / n, (rank + 1.0) / n - expected});
    }
    return distance * std::sqrt(n);
}

/// P(K > 1.95) = 2 sum (-1)^(k-1) exp(-2 k^2 1.95^2) = 0.1 %: a right model passes, the seed being fixed for
/// good.
constexpr double ks_limit = 1.95;

[[nodiscard]] std::vector<double> sample(const std::function<double()>& draw) {
    std::vector<double> values(draws);
    std::generate(values.begin(), values.end(), draw);
    return values;
}

[[nodiscard]] double normal_distribution(double x) { return 0.5 * std::erfc(-x / std::sqrt(2.0)); }

/// Pearson's chi-square of counts against equal expectation.
[[nodiscard]] double chi_square(const std::vector<int>& counts, double expected) {
    double sum = 0.0;
    for (const int count : counts) sum += (count - expected) * (count - expected) / expected;
    return sum;
}

}  // namespace

TEST_CASE("Philox 4x64-10 gives the published known answers") {
    // Random123, file kat_vectors (Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3",
    // SC'11).
    using Block = std::array<std::uint64_t, 4>;
    CHECK(philox_block({0, 0, 0, 0}, {0, 0}) ==
          Block{0x16554d9eca36314c, 0xdb20fe9d672d0fdc, 0xd7e772cee186176b, 0x7e68b68aec7ba23b});
    constexpr std::uint64_t ones = ~std::uint64_t{0};
    CHECK(philox_block({ones, ones, ones, ones}, {ones, ones}) ==
          Block{0x87b092c3013fe90b, 0x438c3c67be8d0224, 0x9cc7d7c69cd777b6, 0xa09caebf594f0ba0});
    CHECK(philox_block({0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0, 0x082efa98ec4e6c89},
                       {0x452821e638d01377, 0xbe5466cf34e90c6c}) ==
          Block{0xa528f45403e61d95, 0x38c72dbd566e9788, 0xa5a1610e72fd18b5, 0x57bd43b5e52b7fe6});
}

TEST_CASE("a stream is the sequence of blocks of its seed and name") {
    RandomStream stream{7, "climate"};
    for (std::uint64_t block = 0; block < 3; ++block)
        for (const std::uint64_t expected : philox_block({block, 0, 0, 0}, {7, stable_hash("climate")}))
            CHECK(stream.bits() == expected);
}

TEST_CASE("the hash of a name is FNV-1a") {
    // Test vectors of the FNV reference page (Noll, 64-bit FNV-1a): "", "a", "foobar".
    CHECK(stable_hash("") == 0xcbf29ce484222325);
    CHECK(stable_hash("a") == 0xaf63dc4c8601ec8c);
    CHECK(stable_hash("foobar") == 0x85944171f73967e8);
}

TEST_CASE("uniform draws are uniform, and squared ones are noticed") {
    RandomStream stream{1, "uniform"};
    const auto values = sample([&] { return stream.uniform(); });
    const auto model = [](double x) { return x; };
    CHECK(*std::min_element(values.begin(), values.end()) > 0.0);
    CHECK(*std::max_element(values.begin(), values.end()) < 1.0);
    CHECK(ks_statistic(values, model) < ks_limit);

    RandomStream wrong{1, "uniform"};
    CHECK(ks_statistic(sample([&] { return std::pow(wrong.uniform(), 1.05); }), model) > ks_limit);
}

TEST_CASE("normal draws are normal, and a scale wrong by 5 % is noticed") {
    RandomStream stream{1, "normal"};
    CHECK(ks_statistic(sample([&] { return stream.standard_normal(); }), normal_distribution) < ks_limit);

    RandomStream wrong{1, "normal"};
    CHECK(ks_statistic(sample([&] { return 1.05 * wrong.standard_normal(); }), normal_distribution) >
          ks_limit);
}

TEST_CASE("exponential draws are exponential, and a mean wrong by 5 % is noticed") {
    const auto model = [](double x) { return 1.0 - std::exp(-x); };
    RandomStream stream{1, "exponential"};
    CHECK(ks_statistic(sample([&] { return stream.standard_exponential(); }), model) < ks_limit);

    RandomStream wrong{1, "exponential"};
    CHECK(ks_statistic(sample([&] { return 1.05 * wrong.standard_exponential(); }), model) > ks_limit);
}

TEST_CASE("integers below n are equally likely, and a die that misses its six is noticed") {
    // Chi-square with 5 degrees of freedom exceeds 20.5 with probability 0.1 %.
    constexpr double limit = 20.5;
    RandomStream stream{1, "die"};
    std::vector<int> counts(6, 0);
    std::vector<int> loaded(6, 0);
    for (int i = 0; i < draws; ++i) {
        const std::uint64_t face = stream.below(6);
        REQUIRE(face < 6);
        ++counts[face];
        ++loaded[face == 5 && i % 5 == 0 ? 0 : face];
    }
    CHECK(chi_square(counts, draws / 6.0) < limit);
    CHECK(chi_square(loaded, draws / 6.0) > limit);
    CHECK(stream.below(1) == 0);
}

TEST_CASE("integers below a large n have no bias towards the low ones") {
    // With n = 3/4 of 2^64, a plain remainder would make the lowest third twice as likely: 1/2 instead of
    // 1/3.
    constexpr std::uint64_t n = 3 * (std::uint64_t{1} << 62);
    RandomStream stream{1, "large"};
    RandomStream plain{1, "large"};
    int low = 0;
    int low_plain = 0;
    for (int i = 0; i < draws; ++i) {
        low += stream.below(n) < n / 3 ? 1 : 0;
        low_plain += plain.bits() % n < n / 3 ? 1 : 0;
    }
    // Standard deviation of the share: sqrt(1/3 * 2/3 / 20000) = 0.0033; four of them are 0.013.
    CHECK(std::abs(low / double{draws} - 1.0 / 3.0) < 0.013);
    CHECK(std::abs(low_plain / double{draws} - 1.0 / 3.0) > 0.013);
}

TEST_CASE("streams of different names or seeds are independent, and one shared stream is noticed") {
    // The correlation of n independent uniform pairs has standard deviation 1/sqrt(n) = 0.007; four of them
    // are 0.028.
    const auto correlation = [](RandomStream a, RandomStream b) {
        double sum = 0.0;
        for (int i = 0; i < draws; ++i) {
            sum += (a.uniform() - 0.5) * (b.uniform() - 0.5);
        }
        return sum / draws * 12.0;  // the variance of a uniform draw is 1/12
    };
    const RandomStream stream{1, "host/1"};
    CHECK(std::abs(correlation(stream, RandomStream{1, "host/2"})) < 0.028);
    CHECK(std::abs(correlation(stream, RandomStream{2, "host/1"})) < 0.028);
    CHECK(std::abs(correlation(stream, RandomStream{1, "host/1"})) > 0.028);
}

TEST_CASE("streams of many names share no draw") {
    // 1000 names x 8 draws of 64 bits: the chance of any collision is about 8000^2 / 2^65 = 2e-12.
    std::set<std::uint64_t> seen;
    for (int i = 0; i < 1000; ++i) {
        RandomStream stream{1, "administration/" + std::to_string(i)};
        for (int k = 0; k < 8; ++k) CHECK(seen.insert(stream.bits()).second);
    }
}
