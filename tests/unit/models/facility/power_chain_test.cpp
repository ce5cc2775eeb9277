#include "models/facility/power_chain.hpp"

#include "tests/support/catch.hpp"

namespace verbund::facility {
namespace {

using test::Approx;

catalog::UpsType round_ups() { return {"round", "round numbers", 0.01, 0.02, 0.04, {"A", "test"}}; }

ChainPlant plant_with(Power ups_power, Power transformer) {
    ChainPlant plant;
    plant.ups = round_ups();
    plant.ups_installed = ups_power;
    plant.transformer_rating = transformer;
    plant.rules = {.distribution_share = 0.02,
                   .auxiliary_share = 0.01,
                   .transformer_no_load_share = 0.002,
                   .transformer_load_share = 0.01};
    return plant;
}

TEST_CASE("a UPS without load draws its no-load loss", "[facility]") {
    // P (a0 + 0 + 0) = 100 kW * 0.01
    CHECK(ups_loss(round_ups(), 100.0 * kilowatt, Power{}).in(kilowatt) == Approx(1.0));
}

TEST_CASE("a UPS at half load loses by all three terms of its curve", "[facility]") {
    // x = 0.5: 100 kW (0.01 + 0.02 * 0.5 + 0.04 * 0.25) = 3 kW
    CHECK(ups_loss(round_ups(), 100.0 * kilowatt, 50.0 * kilowatt).in(kilowatt) == Approx(3.0));
}

TEST_CASE("a room without UPS loses nothing in it", "[facility]") {
    CHECK(ups_loss(round_ups(), Power{}, 5.0 * kilowatt).in(watt) == 0.0);
}

TEST_CASE("two equal UPS that share a load lose what one of twice the rating loses", "[facility]") {
    const Power load = 40.0 * kilowatt;
    const Power each = ups_loss(round_ups(), 50.0 * kilowatt, load / 2.0);
    CHECK(ups_loss(round_ups(), 100.0 * kilowatt, load).in(watt) == Approx((2.0 * each).in(watt)));
}

TEST_CASE("UPS redundancy N installs the load, N+1 one module more and 2N twice", "[facility]") {
    const Power load = 60.0 * kilowatt;
    CHECK(ups_installed(Redundancy::n, load, 3).in(kilowatt) == Approx(60.0));
    // three modules of 20 kW carry the load, a fourth stands by
    CHECK(ups_installed(Redundancy::n_plus_1, load, 3).in(kilowatt) == Approx(80.0));
    CHECK(ups_installed(Redundancy::n_plus_1, load, 1).in(kilowatt) == Approx(120.0));
    CHECK(ups_installed(Redundancy::two_n, load, 3).in(kilowatt) == Approx(120.0));
}

TEST_CASE("units are of the smallest size of which no more than asked for do, else many of the largest",
          "[facility]") {
    const std::vector<double> sizes{5.0, 10.0, 20.0, 25.0, 50.0};
    const auto units = [&](double load_kw, int most) {
        const Modules m = modules_for(load_kw, most, sizes);
        return std::pair(m.each_kw, m.count);
    };
    CHECK(units(3.0, 1) == std::pair(5.0, 1));
    CHECK(units(20.0, 4) == std::pair(5.0, 4));
    CHECK(units(20.1, 4) == std::pair(10.0, 3));
    CHECK(units(200.0, 4) == std::pair(50.0, 4));
    CHECK(units(1'001.0, 4) == std::pair(50.0, 21));
    CHECK(units(0.0, 4) == std::pair(5.0, 1));
}

TEST_CASE("a larger load never gets less of them, and always enough", "[facility]") {
    const std::vector<double> sizes{5.0, 10.0, 20.0, 25.0, 50.0};
    for (const int most : {1, 2, 4, 7}) {
        double built = 0.0;
        for (double load = 0.0; load < 400.0; load += 0.5) {
            const double now = modules_for(load, most, sizes).together_kw();
            CHECK(now >= load);
            CHECK(now >= built);
            built = now;
        }
    }
}

TEST_CASE("the chain before cooling puts distribution, then UPS, on the IT load", "[facility]") {
    const ChainPower chain = before_cooling(plant_with(20.4 * kilowatt, Power{}), 10'000.0);
    CHECK(chain.it_w == 10'000.0);
    CHECK(chain.distribution_w == Approx(200.0));  // 2 %
    // load 10.2 kW, x = 0.5: 20.4 kW * 0.03
    CHECK(chain.ups_w == Approx(612.0));
    CHECK(chain.auxiliary_w == Approx(100.0));  // 1 % of IT
    CHECK(chain.heat_w == Approx(10'812.0));    // IT + distribution + UPS; light is not in the IT room
    CHECK(chain.cooling_w == 0.0);
    CHECK(chain.transformer_w == 0.0);
}

TEST_CASE("grid power is the sum of all parts of the chain at every load", "[facility]") {
    const ChainPlant plant = plant_with(50.0 * kilowatt, 100.0 * kilowatt);
    for (const double it_w : {0.0, 1.0, 7'500.0, 30'000.0, 50'000.0}) {
        const ChainPower chain = with_cooling(plant, before_cooling(plant, it_w), 0.3);
        const double before_transformer_w =
            chain.it_w + chain.distribution_w + chain.ups_w + chain.auxiliary_w + chain.cooling_w;
        CHECK(chain.heat_w == Approx(chain.it_w + chain.distribution_w + chain.ups_w));
        CHECK(chain.cooling_w == Approx(0.3 * chain.heat_w));
        CHECK(chain.grid_w() == Approx(before_transformer_w + chain.transformer_w));
        // P0 + Pk x^2 of 100 kW
        const double x = before_transformer_w / 100'000.0;
        CHECK(chain.transformer_w == Approx(200.0 + 1'000.0 * x * x));
    }
}

TEST_CASE("an idle site still draws no-load losses and cools them", "[facility]") {
    const ChainPlant plant = plant_with(50.0 * kilowatt, Power{});
    const ChainPower chain = with_cooling(plant, before_cooling(plant, 0.0), 0.4);
    // UPS 50 kW * 0.01 = 500 W, cooled with 200 W; low-voltage supply has no transformer
    CHECK(chain.grid_w() == Approx(700.0));
}

TEST_CASE("adding cooling twice counts the transformer once", "[facility]") {
    const ChainPlant plant = plant_with(50.0 * kilowatt, 100.0 * kilowatt);
    const ChainPower once = with_cooling(plant, before_cooling(plant, 20'000.0), 0.3);
    CHECK(with_cooling(plant, once, 0.3).grid_w() == Approx(once.grid_w()));
}

}  // namespace
}  // namespace verbund::facility
