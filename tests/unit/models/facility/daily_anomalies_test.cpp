#include "models/facility/daily_anomalies.hpp"

#include <cmath>

#include "tests/support/catch.hpp"

namespace verbund::facility {
namespace {

using test::Approx;

std::array<catalog::ClimateNormal, 12> normals_with(double lag1) {
    std::array<catalog::ClimateNormal, 12> normals{};
    for (auto& normal : normals) normal.lag1_autocorrelation = lag1;
    return normals;
}

TEST_CASE("anomalies of a month have mean 0 and standard deviation 1", "[facility]") {
    const auto anomalies = daily_anomalies(normals_with(0.7), 5, 2023, 1);
    for (const auto& month : anomalies) {
        double sum = 0.0;
        double squares = 0.0;
        for (const double z : month) {
            sum += z;
            squares += z * z;
        }
        CHECK(sum == Approx(0.0).margin(1e-9));
        CHECK(squares == Approx(double(month.size() - 1)));
    }
}

TEST_CASE("anomalies have as many days as the months of the year", "[facility]") {
    CHECK(daily_anomalies(normals_with(0.7), 5, 2023, 1)[1].size() == 28);
    CHECK(daily_anomalies(normals_with(0.7), 5, 2024, 1)[1].size() == 29);
    CHECK(daily_anomalies(normals_with(0.7), 5, 2024, 1)[3].size() == 30);
}

TEST_CASE("a region has the same anomalies every year", "[facility]") {
    const auto first = daily_anomalies(normals_with(0.7), 5, 2023, 1);
    const auto later = daily_anomalies(normals_with(0.7), 5, 2030, 1);
    CHECK(first == later);
}

TEST_CASE("the leap day leaves the weather of the other months nearly as it was", "[facility]") {
    const auto common = daily_anomalies(normals_with(0.7), 5, 2023, 1);
    const auto leap = daily_anomalies(normals_with(0.7), 5, 2024, 1);
    CHECK(common[0] == leap[0]);
    // phi^d carries the extra day into March and is gone (0.8^100) long before July
    CHECK(leap[6].front() == Approx(common[6].front()).margin(1e-6));
}

TEST_CASE("regions and seeds draw different weather", "[facility]") {
    CHECK(daily_anomalies(normals_with(0.7), 5, 2023, 1) != daily_anomalies(normals_with(0.7), 6, 2023, 1));
    CHECK(daily_anomalies(normals_with(0.7), 5, 2023, 1) != daily_anomalies(normals_with(0.7), 5, 2023, 2));
}

}  // namespace
}  // namespace verbund::facility
