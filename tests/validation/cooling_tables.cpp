#include <array>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include "models/facility/cooling.hpp"
#include "models/facility/power_chain.hpp"
#include "scenarios/read/catalog_reader.hpp"
#include "tests/support/catch.hpp"

/// Yearly cooling electricity and design PUE against values computed with the hourly DWD test reference years
/// of 2015.
namespace verbund::facility {
namespace {

constexpr std::uint64_t seed = 1;
constexpr double ideal = 1.0;

const catalog::Catalog& shipped() {
    static const catalog::Catalog catalog = read::load_catalog();
    return catalog;
}

/// kWh of electricity per kWh of heat over a year.
double yearly_cooling(const catalog::CoolingType& type, int region) {
    const auto year = cooling_year(type, hourly_climate(shipped(), region, 2015, seed), ideal);
    const auto& hours = year.electricity_per_heat;
    return std::accumulate(hours.begin(), hours.end(), 0.0) / double(hours.size());
}

double yearly_cooling(const std::string& id, int region) {
    return yearly_cooling(catalog::cooling_type(shipped(), id), region);
}

struct PublishedRegion {
    int region;
    std::string station;
    std::array<double, 4> cooling;  ///< crac-dx, chilled-free, chilled-free-warm, adiabatic
};

const std::array<std::string, 4> plants{"crac-dx", "chilled-free", "chilled-free-warm", "adiabatic"};

/// Computed with the hourly test reference years (C).
const std::vector<PublishedRegion> published{
    {3, "Hamburg", {0.321, 0.142, 0.063, 0.064}},    {4, "Potsdam", {0.323, 0.148, 0.067, 0.064}},
    {5, "Essen", {0.322, 0.152, 0.065, 0.063}},      {7, "Kassel", {0.322, 0.144, 0.065, 0.063}},
    {9, "Chemnitz", {0.322, 0.144, 0.065, 0.063}},   {12, "Mannheim", {0.325, 0.165, 0.074, 0.066}},
    {13, "Muehldorf", {0.322, 0.141, 0.065, 0.064}}, {11, "Fichtelberg", {0.320, 0.104, 0.056, 0.060}},
};

TEST_CASE("yearly cooling electricity meets the test reference years within 3 % in eight regions",
          "[validation][facility]") {
    for (const PublishedRegion& row : published) {
        for (std::size_t i = 0; i < plants.size(); ++i) {
            INFO(row.station << " " << plants[i]);
            CHECK_THAT(yearly_cooling(plants[i], row.region), test::WithinRel(row.cooling[i], 0.03));
        }
    }
}

TEST_CASE("chilled water without free cooling would miss the test reference years",
          "[validation][facility]") {
    catalog::CoolingType type = catalog::cooling_type(shipped(), "chilled-free");
    const auto chilled = std::get<catalog::ChilledWater>(type.plant);
    catalog::DirectExpansion dry;
    const catalog::Chiller& same_chiller = chilled;
    static_cast<catalog::Chiller&>(dry) = same_chiller;
    dry.fan_share = chilled.fan_share + chilled.pump_share;
    type.plant = dry;
    for (const PublishedRegion& row : published) {
        INFO(row.station);
        CHECK(yearly_cooling(type, row.region) > 1.2 * row.cooling[1]);
    }
}

TEST_CASE("warming from 2015 to 2045 costs as much cooling as in the test reference years",
          "[validation][facility]") {
    // Published over all plants: 0.003-0.012 PUE.  Plant C gains most from cold air; 0.001 is the rounding.
    for (const int region : {3, 4, 5, 7, 9, 12, 13}) {
        const auto& type = catalog::cooling_type(shipped(), "chilled-free");
        const auto later = cooling_year(type, hourly_climate(shipped(), region, 2045, seed), ideal);
        const double mean =
            std::accumulate(later.electricity_per_heat.begin(), later.electricity_per_heat.end(), 0.0) /
            double(later.electricity_per_heat.size());
        const double extra = mean - yearly_cooling(type, region);
        INFO("region " << region << " extra " << extra);
        CHECK(extra > 0.003 - 0.001);
        CHECK(extra < 0.012 + 0.001);
    }
}

/// PUE of a site that carries 1 kW of IT with the UPS at `ups_load`, cooled with `cooling` kWh per kWh of
/// heat.
double design_pue(const std::string& ups, double ups_load, double cooling, double auxiliary_share) {
    ChainPlant plant;
    plant.ups = catalog::ups_type(shipped(), ups);
    plant.rules.auxiliary_share = auxiliary_share;
    const double it_w = 1000.0;
    plant.ups_installed = it_w * (1.0 + plant.rules.distribution_share) / ups_load * watt;
    return with_cooling(plant, before_cooling(plant, it_w), cooling).grid_w() / it_w;
}

constexpr double data_center = 0.01;  ///< light, security, building automation
constexpr double small_room = 0.025;
constexpr int kassel = 7;  ///< near the mean of the published regions

TEST_CASE("design PUE of plants B to E meets the published composition at 30-45 % UPS load",
          "[validation][facility]") {
    struct Row {
        std::string label, ups, plant;
        double low, high;  ///< published
    };
    const std::vector<Row> rows{
        {"B legacy", "legacy", "crac-dx", 1.56, 1.56},
        {"C legacy", "legacy", "chilled-free", 1.32, 1.35},
        {"C modern", "modern", "chilled-free", 1.24, 1.27},
        {"D modern", "modern", "chilled-free-warm", 1.14, 1.16},
        {"E modern", "modern", "adiabatic", 1.14, 1.14},
        {"E eco", "eco", "adiabatic", 1.10, 1.10},
    };
    for (const Row& row : rows) {
        const double cooling = yearly_cooling(row.plant, kassel);
        const double best = design_pue(row.ups, 0.45, cooling, data_center);
        const double worst = design_pue(row.ups, 0.30, cooling, data_center);
        INFO(row.label << " computed " << best << " to " << worst);
        // the bands of computed and published values meet within 0.02
        CHECK(worst > row.low - 0.02);
        CHECK(best < row.high + 0.02);
    }
}

TEST_CASE("design PUE of the small room A meets 1.86 only with its UPS near 20 % load",
          "[validation][facility]") {
    // The published 1.86 cannot come from COP 2.1 and a UPS at 30-45 % load: with legacy losses at x = 0.30
    // (14.6 % of the load) heat is 1.015 * 1.146 = 1.163, and 1.163 (1 + 1 / 2.1) + 0.025 = 1.742.  Small
    // rooms are oversized: at x = 0.18 losses are 23.0 %, heat 1.248 and PUE 1.248 * 1.476 + 0.025 = 1.867.
    const double cooling = yearly_cooling("room-dx", kassel);
    CHECK_THAT(design_pue("legacy", 0.30, cooling, small_room), test::WithinAbs(1.742, 0.002));
    CHECK_THAT(design_pue("legacy", 0.18, cooling, small_room), test::WithinAbs(1.86, 0.02));
}

TEST_CASE("wet bulb meets the worked example of Stull", "[validation][facility]") {
    // Stull 2011: 20 degC and 50 % give 13.7 degC.
    CHECK_THAT(wet_bulb_c(20.0, 50.0), test::WithinAbs(13.7, 0.05));
}

}  // namespace
}  // namespace verbund::facility
