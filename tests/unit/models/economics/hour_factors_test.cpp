#include "models/economics/hour_factors.hpp"

#include <numeric>

#include "scenarios/read/catalog_reader.hpp"
#include "tests/support/catch.hpp"

namespace verbund::economics {
namespace {

using test::Approx;

constexpr std::size_t day = 24;  // hours

double mean(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

TEST_CASE("hours follow the kind of their day, and the year keeps its level", "[economics]") {
    catalog::Catalog catalog;
    const auto add = [&catalog](const std::string& kind, double night, double noon) {
        catalog::HourShape shape{"price", kind, {}, {}};
        for (std::size_t h = 0; h < shape.ratio.size(); ++h) shape.ratio[h] = h < 12 ? night : noon;
        catalog.hour_shapes.push_back(shape);
    };
    add("winter-workday", 10.0, 20.0);
    add("winter-weekend", 30.0, 40.0);
    add("summer-workday", 50.0, 60.0);
    add("summer-weekend", 70.0, 80.0);
    const HourFactors factors = hour_factors(catalog, 2026);
    REQUIRE(factors.price.size() == 8760);
    CHECK(mean(factors.price) == Approx(1.0));
    // 1 January 2026 is a Thursday, the 3rd a Saturday; 1 April is the day 90 after it, a Wednesday.
    const double unit = factors.price[0] / 10.0;
    CHECK(factors.price[12] == Approx(20.0 * unit));
    CHECK(factors.price[2 * day] == Approx(30.0 * unit));
    CHECK(factors.price[4 * day + 23] == Approx(20.0 * unit));  // Monday
    CHECK(factors.price[90 * day] == Approx(50.0 * unit));
    CHECK(factors.price[93 * day + 12] == Approx(80.0 * unit));
    CHECK(factors.price[273 * day] == Approx(10.0 * unit));  // 1 October
    CHECK(factors.emission == std::vector<double>(8760, 1.0));
    CHECK(hour_factors(catalog, 2028).price.size() == 8784);
}

TEST_CASE("energy that can wait has the factors of the six cheapest hours of its day", "[economics]") {
    catalog::Catalog catalog;
    for (const std::string kind : {"winter-workday", "winter-weekend", "summer-workday", "summer-weekend"}) {
        catalog::HourShape price{"price", kind, {}, {}};
        catalog::HourShape emission{"emission", kind, {}, {}};
        for (std::size_t h = 0; h < 24; ++h) {
            price.ratio[h] = h >= 2 && h < 8 ? 0.4 : 1.2;  // mean 1
            emission.ratio[h] = h >= 2 && h < 8 ? 1.3 : 0.9;
        }
        catalog.hour_shapes.push_back(price);
        catalog.hour_shapes.push_back(emission);
    }
    const HourFactors factors = hour_factors(catalog, 2026);
    std::vector<double> noon(48, 0.0);
    noon[12] = noon[36] = 5.0;
    CHECK(weighted(factors, noon, 240, 0.0).price == Approx(1.2));
    CHECK(weighted(factors, noon, 240, 0.25).price == Approx(1.0));
    CHECK(weighted(factors, noon, 240, 0.25).emission == Approx(1.0));
    CHECK(weighted(factors, noon, 240, 1.0).price == Approx(0.4));
    CHECK(weighted(factors, std::vector<double>(24, 0.0), 0, 0.5).price == 1.0);
}

TEST_CASE("the shipped typical days are dear in the evening and cheap at noon in summer", "[economics]") {
    const HourFactors factors = hour_factors(read::load_catalog(), 2030);
    const std::size_t first_of_july = 181 * day;  // a Monday
    CHECK(factors.price[first_of_july + 13] < 0.8);
    CHECK(factors.price[first_of_july + 19] > 1.2);
    CHECK(factors.emission[first_of_july + 13] < factors.emission[first_of_july + 20]);
    CHECK(mean(factors.emission) == Approx(1.0));
}

}  // namespace
}  // namespace verbund::economics
