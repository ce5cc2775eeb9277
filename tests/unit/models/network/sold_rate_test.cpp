#include "models/network/sold_rate.hpp"

#include <stdexcept>

#include "scenarios/read/catalog_reader.hpp"
#include "tests/support/catch.hpp"

namespace verbund::network {
namespace {

catalog::Catalog two_rates() {
    catalog::Catalog catalog;
    catalog.line_rates = {{1000.0, {}}, {100.0, {}}};
    return catalog;
}

TEST_CASE("a line is sold at the least rate that is enough, in whatever order the table stands") {
    CHECK(sold_rate(two_rates(), 0.0 * megabit_per_second) == 100.0 * megabit_per_second);
    CHECK(sold_rate(two_rates(), 100.0 * megabit_per_second) == 100.0 * megabit_per_second);
    CHECK(sold_rate(two_rates(), 101.0 * megabit_per_second) == 1.0 * gigabit_per_second);
}

TEST_CASE("beyond the largest rate whole lines of it are laid") {
    CHECK(sold_rate(two_rates(), 2.5 * gigabit_per_second) == 3.0 * gigabit_per_second);
    CHECK(sold_rate(two_rates(), 3.0 * gigabit_per_second) == 3.0 * gigabit_per_second);
}

TEST_CASE("a table without rates is refused") {
    CHECK_THROWS_AS(sold_rate({}, 1.0 * gigabit_per_second), std::out_of_range);
}

TEST_CASE("the built-in rates are at most 2.5 times apart") {
    const catalog::Catalog catalog = read::load_catalog();
    REQUIRE(catalog.line_rates.size() > 10);
    for (std::size_t i = 1; i < catalog.line_rates.size(); ++i) {
        const double factor = catalog.line_rates[i].rate_mbit_s / catalog.line_rates[i - 1].rate_mbit_s;
        CHECK(factor > 1.0);
        CHECK(factor <= 2.5);
    }
}

}  // namespace
}  // namespace verbund::network
