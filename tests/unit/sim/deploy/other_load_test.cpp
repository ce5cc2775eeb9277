#include "sim/deploy/other_load.hpp"

#include "tests/support/catch.hpp"

namespace verbund::deploy {
namespace {

using test::Approx;

catalog::Catalog one_provider() {
    catalog::Catalog catalog;
    catalog::Provider provider;
    provider.id = "regional";
    provider.year = 2020;
    provider.it_kw = 400.0;
    catalog.providers = {provider};
    return catalog;
}

double kw_in(int year, const study::OtherLoad& load, const study::MeteredFit& fit = {}) {
    study::Study study;
    study.estate.base_year = 2022;
    study::Center center;
    center.other_load = load;
    center.fit = fit;
    return other_it_w(study, one_provider(), center, year) / 1e3;
}

study::OtherLoad hundred_kw() {
    study::OtherLoad load;
    load.it_power = 100.0 * kilowatt;
    load.growth = 10.0 * percent_per_year;
    return load;
}

TEST_CASE("a center whose study states no other clients has none", "[deploy]") {
    CHECK(other_it_w({}, {}, {}, 2030) == 0.0);
    CHECK(other_racks({}, 0.0, 6.0 * kilowatt) == 0.0);
}

TEST_CASE("other load grows from the year of its figure, by default the estate's base year", "[deploy]") {
    study::OtherLoad load = hundred_kw();
    CHECK(kw_in(2022, load) == Approx(100.0));
    CHECK(kw_in(2024, load) == Approx(121.0));
    load.as_of = 2024;
    CHECK(kw_in(2024, load) == Approx(100.0));
    CHECK(kw_in(2023, load) == Approx(100.0 / 1.1));
}

TEST_CASE("other load begins in its first year, grown from the year of its figure", "[deploy]") {
    study::OtherLoad load = hundred_kw();
    load.from = 2024;
    CHECK(kw_in(2023, load) == 0.0);
    CHECK(kw_in(2024, load) == Approx(121.0));
}

TEST_CASE("machines draw what is stated of one, a provider's center its share", "[deploy]") {
    study::OtherLoad machines;
    machines.servers = 200.0;
    machines.server_power = 300.0 * watt;
    CHECK(kw_in(2022, machines) == Approx(60.0));
    // Half of 400 kW as of 2020, at 10 %/a.
    study::OtherLoad twin;
    twin.provider = "regional";
    twin.share = 50.0 * percent;
    twin.growth = 10.0 * percent_per_year;
    CHECK(kw_in(2020, twin) == Approx(200.0));
    CHECK(kw_in(2022, twin) == Approx(242.0));
}

TEST_CASE("what meters show beside that is added and grows alike", "[deploy]") {
    CHECK(kw_in(2025, hundred_kw(), {1.0, 50e3, 2025}) == Approx(133.1 + 50.0));
    CHECK(kw_in(2026, hundred_kw(), {1.0, 50e3, 2025}) == Approx(146.41 + 55.0));
}

TEST_CASE("other clients' racks hold what is stated, but no more than the center's may draw", "[deploy]") {
    study::Center center;
    center.other_load = hundred_kw();
    center.other_load->rack_power = 4.0 * kilowatt;
    CHECK(other_racks(center, 40e3, 6.0 * kilowatt) == 10.0);
    CHECK(other_racks(center, 40.1e3, 6.0 * kilowatt) == 11.0);
    CHECK(other_racks(center, 40e3, 2.0 * kilowatt) == 20.0);
}

TEST_CASE("traffic of other clients grows as their load, and none is assumed", "[deploy]") {
    study::OtherLoad load = hundred_kw();
    const auto gbit_s = [&](int year) {
        study::Study study;
        study.estate.base_year = 2022;
        study::Center center;
        center.other_load = load;
        return other_gbit_s(study, one_provider(), center, year);
    };
    CHECK(gbit_s(2024) == 0.0);
    load.traffic = 10.0 * gigabit_per_second;
    CHECK(gbit_s(2024) == Approx(12.1));
    load.from = 2025;
    CHECK(gbit_s(2024) == 0.0);
}

}  // namespace
}  // namespace verbund::deploy
