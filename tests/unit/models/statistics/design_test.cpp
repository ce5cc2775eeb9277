#include "models/statistics/design.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "tests/support/catch.hpp"

namespace verbund::statistics {
namespace {

using test::Approx;

TEST_CASE("every design fills the unit cube evenly", "[statistics]") {
    for (const Sequence sequence : {Sequence::sobol, Sequence::latin_hypercube, Sequence::random}) {
        const std::vector<Point> points = design(sequence, 1024, 5, 7);
        REQUIRE(points.size() == 1024);
        for (std::size_t d = 0; d < 5; ++d) {
            double sum = 0.0;
            for (const Point& p : points) {
                REQUIRE(p[d] > 0.0);
                REQUIRE(p[d] < 1.0);
                sum += p[d];
            }
            // Standard deviation of the mean of 1,024 independent ones: 0.009.
            CHECK(sum / 1024.0 == Approx(0.5).margin(0.036));
        }
    }
}

TEST_CASE("a Latin hypercube has one point in each slice of every coordinate", "[statistics]") {
    const std::vector<Point> points = design(Sequence::latin_hypercube, 50, 3, 1);
    for (std::size_t d = 0; d < 3; ++d) {
        std::set<int> slices;
        for (const Point& p : points) slices.insert(static_cast<int>(p[d] * 50.0));
        CHECK(slices.size() == 50);
    }
}

TEST_CASE("a Sobol sequence has one point in each slice of a power of two, and independent ones have not",
          "[statistics]") {
    const auto slices = [](Sequence sequence) {
        std::set<int> found;
        for (const Point& p : design(sequence, 64, 8, 3)) found.insert(static_cast<int>(p[7] * 64.0));
        return found.size();
    };
    CHECK(slices(Sequence::sobol) == 64);
    CHECK(slices(Sequence::random) < 55);  // 64 (1 - 1/e) = 40 expected
}

TEST_CASE("the same seed gives the same design, another one another", "[statistics]") {
    for (const Sequence sequence : {Sequence::sobol, Sequence::latin_hypercube, Sequence::random}) {
        CHECK(design(sequence, 20, 3, 5) == design(sequence, 20, 3, 5));
        CHECK(design(sequence, 20, 3, 5) != design(sequence, 20, 3, 6));
    }
}

TEST_CASE("a sensitivity design has A, B and for each coordinate A with that one of B", "[statistics]") {
    const std::vector<Point> points = sensitivity_design(Sequence::sobol, 16, 3, 2);
    REQUIRE(points.size() == std::size_t{16} * 5);
    for (std::size_t i = 0; i < 16; ++i) {
        const Point& a = points[i];
        const Point& b = points[16 + i];
        for (std::size_t k = 0; k < 3; ++k) {
            const Point& mixed = points[(k + 2) * 16 + i];
            for (std::size_t d = 0; d < 3; ++d) CHECK(mixed[d] == (d == k ? b[d] : a[d]));
        }
    }
}

TEST_CASE("one at a time is the middle, then each coordinate at both ends", "[statistics]") {
    const std::vector<Point> points = one_at_a_time({0.5, 0.4}, {0.1, 0.0}, {0.9, 1.0});
    CHECK(points == std::vector<Point>{{0.5, 0.4}, {0.1, 0.4}, {0.9, 0.4}, {0.5, 0.0}, {0.5, 1.0}});
    CHECK_THROWS_AS(design(Sequence::one_at_a_time, 8, 2, 1), std::invalid_argument);
}

TEST_CASE("nothing drawn is points without coordinates, too much is refused", "[statistics]") {
    CHECK(design(Sequence::sobol, 3, 0, 1) == std::vector<Point>(3));
    CHECK_THROWS_AS(design(Sequence::sobol, 3, 1001, 1), std::invalid_argument);
}

}  // namespace
}  // namespace verbund::statistics
