#include "models/estate/procedures.hpp"

#include <numeric>
#include <stdexcept>

#include "tests/support/catch.hpp"

namespace verbund::estate {
namespace {

double sum_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

TEST_CASE("a procedure that one client has does not merge, unless the center runs it", "[estate]") {
    CHECK(merged_away({3.0}, 1.0, 0.0) == std::vector<double>{0.0});  // 3 - max 3
    CHECK(merged_away({3.0}, 1.0, 1.0) == std::vector<double>{3.0});  // the instance stands already
    CHECK(merged_away({}, 1.0, 0.0).empty());
}

TEST_CASE("of n equal clients the fixed part stands once in place of n times", "[estate]") {
    for (const std::size_t n : {2U, 3U, 10U})
        CHECK(sum_of(merged_away(std::vector<double>(n, 2.0), 1.0, 0.0)) ==
              test::Approx(2.0 * static_cast<double>(n) - 2.0));
}

TEST_CASE("the largest fixed part is the one that stays, and all give by their size", "[estate]") {
    // sum 6 - max 4 = 2 go, in the ratio 4 to 2
    const std::vector<double> away = merged_away({4.0, 2.0}, 1.0, 0.0);
    CHECK(away[0] == test::Approx(4.0 / 3.0));
    CHECK(away[1] == test::Approx(2.0 / 3.0));
    // half of the servers can be shared: half of it; the center runs half of them: sum 6 - half of 4
    CHECK(sum_of(merged_away({4.0, 2.0}, 0.5, 0.0)) == test::Approx(1.0));
    CHECK(sum_of(merged_away({4.0, 2.0}, 1.0, 0.5)) == test::Approx(4.0));
}

TEST_CASE("whole numbers below caps sum to their total by largest remainder", "[estate]") {
    CHECK(round_within({1.6, 0.3, 0.1}, {5, 5, 5}, 2) == std::vector<int>{2, 0, 0});
    // The first may give one only: the next largest remainder gives the other.
    CHECK(round_within({1.6, 0.3, 0.1}, {1, 5, 5}, 2) == std::vector<int>{1, 1, 0});
    CHECK(round_within({0.5, 0.5}, {1, 1}, 1) == std::vector<int>{1, 0});
    CHECK(round_within({0.2, 0.2}, {0, 4}, 3) == std::vector<int>{0, 3});
    CHECK(round_within({}, {}, 0).empty());
    CHECK_THROWS_AS(round_within({1.0}, {1}, 2), std::invalid_argument);
}

}  // namespace
}  // namespace verbund::estate
