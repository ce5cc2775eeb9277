#include <stdexcept>

#include "models/network/topology.hpp"
#include "tests/support/catch.hpp"

namespace verbund::network {
namespace {

TEST_CASE("with equal weights the median of four values is the lower of the middle two") {
    CHECK(weighted_quantile({{4, 1}, {1, 1}, {3, 1}, {2, 1}}, 0.5) == 2.0);
}

TEST_CASE("a value counts as often as its weight says") {
    // Weight 10 in all: 1 carries 9 of it, so everything up to 90 % is 1.
    CHECK(weighted_quantile({{1, 9}, {100, 1}}, 0.90) == 1.0);
    CHECK(weighted_quantile({{1, 9}, {100, 1}}, 0.91) == 100.0);
}

TEST_CASE("quantile 0 is the smallest value that has weight, quantile 1 the largest") {
    const std::vector<std::pair<double, double>> values{{1, 0}, {2, 0.1}, {3, 0.2}, {9, 0}};
    CHECK(weighted_quantile(values, 0.0) == 2.0);
    CHECK(weighted_quantile(values, 1.0) == 3.0);
}

TEST_CASE("without any weight there is no quantile") {
    CHECK_THROWS_AS(weighted_quantile({{1, 0}}, 0.5), std::invalid_argument);
    CHECK_THROWS_AS(weighted_quantile({}, 0.5), std::invalid_argument);
}

}  // namespace
}  // namespace verbund::network
