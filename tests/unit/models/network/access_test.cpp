#include "models/network/access.hpp"

#include <stdexcept>

#include "tests/support/catch.hpp"

namespace verbund::network {
namespace {

using test::Approx;

catalog::Catalog two_rows() {
    catalog::Catalog catalog;
    catalog.access_links = {{"district", 2030, 10'000, 10'000, 10'000, {}},
                            {"district", 2020, 1'000, 1'000, 1'000, {}},
                            {"municipality", 2020, 100, 50, 200, {}}};
    return catalog;
}

TEST_CASE("a year of the table has the capacity of its row") {
    CHECK(usual_capacity(two_rows(), "district", 2020) == 1.0 * gigabit_per_second);
    CHECK(usual_capacity(two_rows(), "district", 2030) == 10.0 * gigabit_per_second);
}

TEST_CASE("between two years capacity grows by a constant factor") {
    // Half way from 1 to 10 Gbit/s: the square root of 10
    CHECK(usual_capacity(two_rows(), "district", 2025).in(gigabit_per_second) == Approx(3.16228));
}

TEST_CASE("outside the years of the table the nearest row holds") {
    CHECK(usual_capacity(two_rows(), "district", 2010) == 1.0 * gigabit_per_second);
    CHECK(usual_capacity(two_rows(), "district", 2045) == 10.0 * gigabit_per_second);
    CHECK(usual_capacity(two_rows(), "municipality", 2035) == 100.0 * megabit_per_second);
}

TEST_CASE("an unknown kind of site is refused by name") {
    CHECK_THROWS_AS(usual_capacity(two_rows(), "village", 2025), std::out_of_range);
    CHECK_THROWS_WITH(usual_capacity(two_rows(), "village", 2025), test::contains("village"));
}

}  // namespace
}  // namespace verbund::network
