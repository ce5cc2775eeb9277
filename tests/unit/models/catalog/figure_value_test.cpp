#include "models/catalog/figure_value.hpp"

#include <stdexcept>

#include "tests/support/catch.hpp"

using namespace verbund;
using verbund::test::Approx;

namespace {

catalog::Catalog two_figures() {
    catalog::Catalog catalog;
    catalog.figures = {{"power.disk", "6.5 W", "", "", "", {}}, {"disks.host", "2", "", "", "", {}}};
    return catalog;
}

}  // namespace

TEST_CASE("a figure is a quantity with its unit, or a bare number", "[catalog]") {
    const catalog::Catalog catalog = two_figures();
    CHECK(catalog::figure_of<Power>(catalog, "power.disk").in(watt) == Approx(6.5));
    CHECK(catalog::count_of(catalog, "disks.host") == 2.0);
}

TEST_CASE("a figure of another kind, or one that is not there, is refused", "[catalog]") {
    const catalog::Catalog catalog = two_figures();
    CHECK_THROWS_AS(catalog::figure_of<Length>(catalog, "power.disk"), RunFailed);
    CHECK_THROWS_AS(catalog::count_of(catalog, "power.disk"), RunFailed);
    CHECK_THROWS_AS(catalog::count_of(catalog, "disks.entry"), std::out_of_range);
}
