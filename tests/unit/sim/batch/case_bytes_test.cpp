#include "sim/batch/case_bytes.hpp"

#include <bit>
#include <cmath>
#include <limits>
#include <map>
#include <string>

#include "models/base/random.hpp"
#include "tests/support/catch.hpp"

namespace verbund::batch {

struct Measured {
    std::string what;
    double value = 0.0;
    std::map<std::string, std::vector<double>> series;
    std::int64_t count = 0;
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Measured, what, value, series, count)

namespace {

std::uint64_t bits(double value) { return std::bit_cast<std::uint64_t>(value); }

double there_and_back(double value) { return from_bytes<double>(to_bytes(value)); }

TEST_CASE("an outcome comes back as it went, field by field", "[batch][isolation]") {
    const Measured sent{.what = "Rücksicherung",
                        .value = 0.1,
                        .series = {{"p95", {1.5, -2.0}}, {"", {}}},
                        .count = std::numeric_limits<std::int64_t>::min()};
    const auto got = from_bytes<Measured>(to_bytes(sent));
    CHECK(got.what == sent.what);
    CHECK(got.value == sent.value);
    CHECK(got.series == sent.series);
    CHECK(got.count == sent.count);
}

TEST_CASE("every double that is a number, and infinity, comes back bit by bit", "[batch][isolation]") {
    using Limits = std::numeric_limits<double>;
    const float largest_float = std::numeric_limits<float>::max();
    // Among them numbers that CBOR may write as a float (0.5), and their neighbours that it must not.
    for (const double value :
         {0.0, -0.0, 0.5, std::nextafter(0.5, 1.0), 0.1, 16777217.0, static_cast<double>(largest_float),
          2.0 * static_cast<double>(largest_float), Limits::max(), Limits::lowest(), Limits::min(),
          Limits::denorm_min(), Limits::infinity(), -Limits::infinity()}) {
        CAPTURE(value);
        CHECK(bits(there_and_back(value)) == bits(value));
    }
    RandomStream random(3, "test/case-bytes");
    for (int round = 0; round < 2000; ++round) {
        const double value = std::ldexp(random.uniform() - 0.5, static_cast<int>(random.below(2000)) - 1000);
        REQUIRE(bits(there_and_back(value)) == bits(value));
    }
}

TEST_CASE("a missing value (NaN) stays missing, whatever its sign", "[batch][isolation]") {
    const double missing = std::numeric_limits<double>::quiet_NaN();
    CHECK(bits(there_and_back(missing)) == bits(missing));
    CHECK(std::isnan(there_and_back(-missing)));
}

TEST_CASE("an outcome cut off anywhere is refused with its length", "[batch][isolation]") {
    const std::vector<std::uint8_t> whole =
        to_bytes(Measured{.what = "x", .value = 0.1, .series = {{"a", {1.0, 0.3}}}, .count = 70000});
    for (std::size_t length = 0; length < whole.size(); ++length) {
        CAPTURE(length);
        CHECK_THROWS_WITH(from_bytes<Measured>(std::span{whole}.first(length)),
                          test::contains("cannot be read from " + std::to_string(length) + " bytes"));
    }
}

TEST_CASE("bytes after an outcome, and an outcome of another type, are refused", "[batch][isolation]") {
    std::vector<std::uint8_t> longer = to_bytes(1.5);
    longer.push_back(0);
    CHECK_THROWS_AS(from_bytes<double>(longer), RunFailed);
    CHECK_THROWS_AS(from_bytes<Measured>(to_bytes(std::string{"x"})), RunFailed);
}

}  // namespace
}  // namespace verbund::batch
