#include "models/facility/monthly_normals.hpp"

#include <stdexcept>
#include <vector>

#include "tests/support/catch.hpp"

namespace verbund::facility {
namespace {

using test::Approx;

/// Region 3 with mean = month in 2015 and month + 3 in 2045.
catalog::Catalog two_years() {
    catalog::Catalog catalog;
    for (const int year : {2045, 2015}) {
        for (int month = 1; month <= 12; ++month) {
            catalog::ClimateNormal normal;
            normal.region = 3;
            normal.try_year = year;
            normal.month = month;
            normal.mean_c = month + (year == 2045 ? 3.0 : 0.0);
            normal.mean_rh_pct = year == 2045 ? 70.0 : 80.0;
            catalog.climate.push_back(normal);
        }
    }
    return catalog;
}

TEST_CASE("normals between two table years are interpolated linearly", "[facility]") {
    const auto normals = monthly_normals(two_years(), 3, 2025);
    CHECK(normals[6].month == 7);
    CHECK(normals[6].mean_c == Approx(8.0));  // 7 + 3 * 10 / 30
    CHECK(normals[0].mean_rh_pct == Approx(80.0 - 10.0 / 3.0));
}

TEST_CASE("normals hold at the table years and beyond them", "[facility]") {
    CHECK(monthly_normals(two_years(), 3, 2015)[4].mean_c == 5.0);
    CHECK(monthly_normals(two_years(), 3, 2045)[4].mean_c == 8.0);
    CHECK(monthly_normals(two_years(), 3, 2010)[4].mean_c == 5.0);
    CHECK(monthly_normals(two_years(), 3, 2060)[4].mean_c == 8.0);
}

TEST_CASE("a region without normals is an error that names it", "[facility]") {
    CHECK_THROWS_WITH(monthly_normals(two_years(), 4, 2025), test::contains("region 4"));
    catalog::Catalog gap = two_years();
    std::erase_if(gap.climate, [](const catalog::ClimateNormal& row) { return row.month == 2; });
    CHECK_THROWS_AS(monthly_normals(gap, 3, 2025), std::out_of_range);
}

}  // namespace
}  // namespace verbund::facility
