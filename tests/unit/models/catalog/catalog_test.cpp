#include "models/catalog/catalog.hpp"

#include <stdexcept>

#include "tests/support/catch.hpp"

namespace verbund::catalog {
namespace {

District district_at(double latitude, double longitude, int climate_region) {
    District district;
    district.place = {latitude, longitude};
    district.climate_region = climate_region;
    return district;
}

TEST_CASE("catalog rows are found by id", "[catalog]") {
    Catalog catalog;
    catalog.ups = {{"a", "A", 0.1, 0.0, 0.0, {}}, {"b", "B", 0.2, 0.0, 0.0, {}}};
    catalog.cooling.resize(1);
    catalog.cooling[0].id = "dry";
    catalog.figures = {{"life.rack", "5 a", "", "", "", {}}};
    CHECK(ups_type(catalog, "b").a0 == 0.2);
    CHECK(cooling_type(catalog, "dry").id == "dry");
    CHECK(figure(catalog, "life.rack").value == "5 a");
}

TEST_CASE("a missing catalog row is an error that names table and id", "[catalog]") {
    CHECK_THROWS_AS(ups_type({}, "modern"), std::out_of_range);
    CHECK_THROWS_WITH(ups_type({}, "modern"), test::contains("ups: no row \"modern\""));
    CHECK_THROWS_WITH(cooling_type({}, "dry"), test::contains("cooling: no row \"dry\""));
    CHECK_THROWS_WITH(figure(Catalog{}, "cost"), test::contains("figures: no row \"cost\""));
}

TEST_CASE("a place has the climate region of the nearest district seat", "[catalog]") {
    Catalog catalog;
    catalog.districts = {district_at(53.6, 10.0, 3), district_at(49.5, 8.5, 12)};
    CHECK(climate_region_at(catalog, {53.0, 9.5}) == 3);
    CHECK(climate_region_at(catalog, {48.0, 11.0}) == 12);
}

TEST_CASE("nearness counts kilometres, not degrees", "[catalog]") {
    // at 54 degrees a degree of longitude is 65 km, one of latitude 111 km: 1.5 x 65 < 1.0 x 111
    Catalog catalog;
    catalog.districts = {district_at(55.0, 10.0, 1), district_at(54.0, 11.5, 2)};
    CHECK(climate_region_at(catalog, {54.0, 10.0}) == 2);
}

TEST_CASE("a climate region needs a district table", "[catalog]") {
    CHECK_THROWS_AS(climate_region_at({}, {50.0, 10.0}), std::out_of_range);
}

}  // namespace
}  // namespace verbund::catalog
