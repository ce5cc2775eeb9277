#include "models/facility/cooling.hpp"

#include "tests/support/catch.hpp"

namespace verbund::facility {
namespace {

using catalog::AdiabaticChilledWater;
using catalog::ChilledWater;
using catalog::CoolingPlant;
using catalog::DirectExpansion;
using catalog::EffectiveCop;
using test::Approx;

constexpr double half_humid_pct = 50.0;

CoolingHour cooling_hour(const CoolingPlant& plant, double ambient_c, double humidity_pct,
                         double imperfection) {
    return facility::cooling_hour({"p", "plant", plant, {}}, ambient_c, humidity_pct, imperfection);
}

ChilledWater chilled_water() {
    ChilledWater plant;
    plant.carnot_efficiency = 0.5;
    plant.cop_limit = 9.0;
    plant.evaporator_c = 11.0;
    plant.condenser_approach_k = 12.0;
    plant.condenser_min_c = 30.0;
    plant.supply_c = 14.0;
    plant.return_c = 20.0;
    plant.free_cooling_approach_k = 5.0;
    plant.fan_share = 0.05;
    plant.pump_share = 0.03;
    return plant;
}

/// The same compressor, with fans that draw 8 %.
DirectExpansion direct_expansion() {
    const auto water = chilled_water();
    DirectExpansion plant;
    static_cast<catalog::Chiller&>(plant) = static_cast<const catalog::Chiller&>(water);
    plant.fan_share = 0.08;
    return plant;
}

AdiabaticChilledWater adiabatic() {
    AdiabaticChilledWater plant;
    static_cast<ChilledWater&>(plant) = chilled_water();
    plant.adiabatic_above_c = 18.0;
    plant.water_l_per_kwh = 0.75;
    return plant;
}

TEST_CASE("a plant with an effective COP takes its reciprocal in any weather", "[facility]") {
    for (const double ambient_c : {-20.0, 10.0, 40.0}) {
        const CoolingHour hour = cooling_hour(EffectiveCop{2.0}, ambient_c, half_humid_pct, 1.0);
        CHECK(hour.electricity_per_heat == Approx(0.5));
        CHECK(hour.free_cooling_share == 0.0);
        CHECK(hour.water_l_per_kwh_heat == 0.0);
    }
    CHECK_FALSE(follows_weather({"p", "plant", EffectiveCop{2.0}, {}}));
    CHECK(follows_weather({"p", "plant", direct_expansion(), {}}));
}

TEST_CASE("a hot hour runs the compressor at the Carnot share of its lift", "[facility]") {
    // T_c = 28 + 12 = 40, lift 29 K: COP = 0.5 * 284.15 / 29 = 4.8991; no free cooling above 15 degC
    const CoolingHour hour = cooling_hour(chilled_water(), 28.0, half_humid_pct, 1.0);
    CHECK(hour.electricity_per_heat == Approx(29.0 / (0.5 * 284.15) + 0.08));
    CHECK(hour.free_cooling_share == 0.0);
}

TEST_CASE("the condenser never falls below its minimum temperature", "[facility]") {
    // 16 + 12 = 28 < 30: lift 30 - 11 = 19 K, COP = 0.5 * 284.15 / 19 = 7.478
    const CoolingHour hour = cooling_hour(chilled_water(), 16.0, half_humid_pct, 1.0);
    CHECK(hour.electricity_per_heat == Approx(19.0 / (0.5 * 284.15) + 0.08));
}

TEST_CASE("a small lift counts as 8 K and the COP stays below its limit", "[facility]") {
    DirectExpansion plant = direct_expansion();  // no free cooling hides the compressor
    plant.condenser_min_c = 12.0;
    // lift 13 - 11 = 2 K counts as 8 K: COP = 0.5 * 284.15 / 8 = 17.76, limited to 9 and then to 30
    CHECK(cooling_hour(plant, 1.0, half_humid_pct, 1.0).electricity_per_heat == Approx(1.0 / 9.0 + 0.08));
    plant.cop_limit = 30.0;
    CHECK(cooling_hour(plant, 1.0, half_humid_pct, 1.0).electricity_per_heat ==
          Approx(8.0 / (0.5 * 284.15) + 0.08));
}

TEST_CASE("the free-cooling share runs from 1 at supply to 0 at return and stays between", "[facility]") {
    const ChilledWater plant = chilled_water();
    const auto share = [&](double ambient_c) {
        return cooling_hour(plant, ambient_c, half_humid_pct, 1.0).free_cooling_share;
    };
    CHECK(share(-15.0) == 1.0);
    CHECK(share(9.0) == Approx(1.0));                 // 9 + 5 = supply
    CHECK(share(12.0) == Approx(0.5));                // (20 - 17) / 6
    CHECK(share(15.0) == Approx(0.0).margin(1e-12));  // 15 + 5 = return
    CHECK(share(35.0) == 0.0);
}

TEST_CASE("full free cooling leaves fans and pumps", "[facility]") {
    CHECK(cooling_hour(chilled_water(), 0.0, half_humid_pct, 1.0).electricity_per_heat == Approx(0.08));
}

TEST_CASE("direct expansion has no free cooling", "[facility]") {
    CHECK(cooling_hour(direct_expansion(), -10.0, half_humid_pct, 1.0).free_cooling_share == 0.0);
}

TEST_CASE("the imperfection factor multiplies electricity, not water", "[facility]") {
    const CoolingHour ideal = cooling_hour(adiabatic(), 30.0, half_humid_pct, 1.0);
    const CoolingHour real = cooling_hour(adiabatic(), 30.0, half_humid_pct, 1.3);
    CHECK(real.electricity_per_heat == Approx(1.3 * ideal.electricity_per_heat));
    CHECK(real.water_l_per_kwh_heat == ideal.water_l_per_kwh_heat);
}

TEST_CASE("a COP that is effective already is not made worse once more", "[facility]") {
    // 1 / 2.1, fans and all: the old code took 1.3 of it.
    CHECK(cooling_hour(EffectiveCop{2.1}, 30.0, half_humid_pct, 1.3).electricity_per_heat ==
          Approx(1.0 / 2.1));
}

TEST_CASE("an adiabatic plant takes water and works like a dry one at wet bulb + 2 K above its threshold",
          "[facility]") {
    const CoolingHour wet = cooling_hour(adiabatic(), 30.0, half_humid_pct, 1.0);
    CHECK(wet.water_l_per_kwh_heat == 0.75);
    const double wetted_c = wet_bulb_c(30.0, half_humid_pct) + 2.0;
    CHECK(wet.electricity_per_heat ==
          Approx(cooling_hour(chilled_water(), wetted_c, half_humid_pct, 1.0).electricity_per_heat));
    const CoolingHour dry = cooling_hour(adiabatic(), 18.0, half_humid_pct, 1.0);
    CHECK(dry.water_l_per_kwh_heat == 0.0);
}

TEST_CASE("wet pads never heat the air", "[facility]") {
    // at 100 % humidity wet bulb + 2 K lies above the air
    CHECK(cooling_hour(adiabatic(), 25.0, 99.0, 1.0).electricity_per_heat ==
          Approx(cooling_hour(chilled_water(), 25.0, 99.0, 1.0).electricity_per_heat));
}

TEST_CASE("a cooling year keeps every hour and sums the free-cooling shares", "[facility]") {
    const HourlyClimate climate{{0.0, 12.0, 30.0}, {80.0, 70.0, 50.0}};
    const CoolingYear year = cooling_year({"p", "plant", chilled_water(), {}}, climate, 1.3);
    REQUIRE(year.electricity_per_heat.size() == 3);
    REQUIRE(year.water_l_per_kwh_heat.size() == 3);
    CHECK(year.electricity_per_heat[2] ==
          cooling_hour(chilled_water(), 30.0, 50.0, 1.3).electricity_per_heat);
    CHECK(year.free_cooling_hours == Approx(1.5));  // 1 + 0.5 + 0
}

TEST_CASE("the design hour of an adiabatic plant does without water", "[facility]") {
    CHECK(design_electricity_per_heat({"p", "plant", adiabatic(), {}}, 38.0, 1.2) ==
          Approx(cooling_hour(chilled_water(), 38.0, 20.0, 1.2).electricity_per_heat));
}

}  // namespace
}  // namespace verbund::facility
