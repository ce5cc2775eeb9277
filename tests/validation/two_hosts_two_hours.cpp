#include <memory>

#include "tests/support/catch.hpp"
#include "tests/support/hand_made_site.hpp"

/// A deployment small enough to be computed by hand, to the last joule.
///
/// North Rhine-Westphalia in 2025: 365 days from a Wednesday to a Wednesday hold 52 x 5 + 1 = 261 weekdays.
/// Ten public holidays fall on one of them: 1 January (Wed), 18 April (Fri), 21 April (Mon), 1 May (Thu), 29
/// May (Thu), 9 June (Mon), 19 June (Thu), 3 October (Fri), 25 December (Thu), 26 December (Fri); All Saints
/// is a Saturday.  So there are 251 workdays, and with a profile of 1 at 9 h and 1/2 at 10 h on workdays the
/// year has three kinds of hours:
///   a) 251 h at profile 1,   b) 251 h at profile 1/2,   c) 8760 - 502 = 8258 h at profile 0.
///
/// Two hosts of 1000 ops; load 200 + 1100 profile:
///   u = load / 2000:  a) 1300/2000 = 0.65   b) 750/2000 = 0.375   c) 200/2000 = 0.10
/// Power table 100 160 190 210 225 240 260 285 315 350 400 W at 0, 10, ... 100 %:
///   a) (260 + 285)/2 = 272.5 W   b) 210 + 0.75 x 15 = 221.25 W   c) 160 W
/// With 80 W of storage and network:
///   IT  a) 625 W   b) 522.5 W   c) 400 W
///   251 x 625 + 251 x 522.5 + 8258 x 400 = 156875 + 131147.5 + 3303200 = 3591222.5 Wh
/// Distribution 2 %:                                                         71824.45 Wh
/// Auxiliary 1 % of IT:                                                      35912.225 Wh
/// UPS of 1000 W, loss 10 + 0.02 L + 0.03 L^2 / 1000, L = 1.02 IT:
///   a) L = 637.5:   10 + 12.75  + 12.1921875   = 34.9421875 W     x 251  =   8770.4890625 Wh
///   b) L = 532.95:  10 + 10.659 +  8.521071075 = 29.180071075 W   x 251  =   7324.197839825 Wh
///   c) L = 408:     10 +  8.16  +  4.99392     = 23.15392 W       x 8258 = 191205.07136 Wh
///   sum                                                                    207299.758262325 Wh
/// Heat = 3591222.5 + 71824.45 + 207299.758262325 =                        3870346.708262325 Wh
/// Cooling, effective COP 2.5, 0.4 of the heat =                           1548138.68330493 Wh
/// Grid = heat + auxiliary + cooling =                                     5454397.616567255 Wh
namespace verbund {
namespace {

using test::WithinRel;

constexpr double last_joule = 1e-12;  // relative; the grid energy is 1.96e10 J, so this is 0.02 J
constexpr FederalState north_rhine_westphalia{5};
constexpr double wh = 1e-6;  // MWh

catalog::Catalog catalog_of_one_plant() {
    catalog::Catalog catalog;
    catalog.profiles = test::profile_rows("two-hours", test::only_at({{9, 1.0}, {10, 0.5}}), {});
    catalog.cooling = {test::constant_cooling("room", 2.5)};
    return catalog;
}

deploy::SiteDeployment two_hosts(const catalog::Catalog& catalog) {
    deploy::RoomPlant room;
    room.chain.ups = {.id = "ups", .name = "", .a0 = 0.01, .a1 = 0.02, .a2 = 0.03, .evidence = {}};
    room.chain.ups_installed = 1000.0 * watt;
    room.chain.rules = {.distribution_share = 0.02,
                        .auxiliary_share = 0.01,
                        .transformer_no_load_share = 0.0016,
                        .transformer_load_share = 0.011};
    room.cooling = &catalog.cooling.front();
    auto plant = std::make_shared<deploy::Plant>();
    plant->rooms = {room};

    deploy::SiteDeployment site;
    site.in_operation = true;
    site.constant_it_w = 80.0;
    site.pools = {{.kind = deploy::PoolKind::cluster,
                   .hosts = {{0, 2}},
                   .load_ops = {{.state = 5, .profile = 0, .base = 200.0, .swing = 1100.0}}}};
    site.plant = plant;
    return site;
}

constexpr std::array<double, 11> measured{100, 160, 190, 210, 225, 240, 260, 285, 315, 350, 400};

outcome::SiteYear year_of(const std::array<double, 11>& power_w) {
    const catalog::Catalog catalog = catalog_of_one_plant();
    return test::simulate_site(catalog, two_hosts(catalog), {test::host_type(1000.0, power_w)},
                               north_rhine_westphalia, 1, 2025)
        .year;
}

TEST_CASE("two hosts and two working hours give the hand-computed energy to the last joule", "[validation]") {
    const outcome::SiteYear year = year_of(measured);
    CHECK_THAT(year.energy.it_mwh, WithinRel(3591222.5 * wh, last_joule));
    CHECK_THAT(year.energy.distribution_mwh, WithinRel(71824.45 * wh, last_joule));
    CHECK_THAT(year.energy.auxiliary_mwh, WithinRel(35912.225 * wh, last_joule));
    CHECK_THAT(year.energy.ups_mwh, WithinRel(207299.758262325 * wh, last_joule));
    CHECK_THAT(year.energy.cooling_mwh, WithinRel(1548138.68330493 * wh, last_joule));
    CHECK(year.energy.transformer_mwh == 0.0);  // low-voltage supply
    CHECK_THAT(year.energy.grid_mwh, WithinRel(5454397.616567255 * wh, last_joule));
}

TEST_CASE("the ratios and peaks of the hand-computed year follow from the same numbers", "[validation]") {
    const outcome::SiteYear year = year_of(measured);
    CHECK_THAT(year.pue, WithinRel(5454397.616567255 / 3591222.5, last_joule));
    CHECK_THAT(year.it_power_mean_kw, WithinRel(3.5912225e3 / 8760.0, last_joule));
    CHECK_THAT(year.resources[Resource::it_power].need, WithinRel(0.625, last_joule));
    CHECK_THAT(year.resources[Resource::ups].need, WithinRel(0.6375, last_joule));
    // heat at 9 h: 625 + 12.5 + 34.9421875 W; grid: that x 1.4 + 6.25 W
    CHECK_THAT(year.resources[Resource::cooling].need, WithinRel(0.6724421875, last_joule));
    CHECK_THAT(year.resources[Resource::grid].need, WithinRel(0.6724421875 * 1.4 + 0.00625, last_joule));
    // The first workday is Thursday, 2 January; 9 h is hour 24 + 9.
    CHECK(year.it_peak_hour == 33.0);
    CHECK(year.grid_peak_hour == 33.0);
    // mean of u over the hours: (251 x 0.65 + 251 x 0.375 + 8258 x 0.1) / 8760
    CHECK_THAT(year.utilisation_mean, WithinRel((251 * 0.65 + 251 * 0.375 + 825.8) / 8760.0, last_joule));
    CHECK_THAT(year.utilisation_peak, WithinRel(0.65, last_joule));
}

TEST_CASE("a straight line from idle to full load would miss the hand-computed energy by an eighth",
          "[validation]") {
    // The wrong model: 100 + 300 u gives 295, 212.5 and 130 W a host, so IT of 670, 505 and 340 W:
    // 251 x 670 + 251 x 505 + 8258 x 340 = 3102645 Wh, 13.6 % below the measured table.
    std::array<double, 11> straight{};
    for (std::size_t i = 0; i < straight.size(); ++i) straight[i] = 100.0 + 30.0 * static_cast<double>(i);
    const outcome::SiteYear wrong = year_of(straight);
    CHECK_THAT(wrong.energy.it_mwh, WithinRel(3102645.0 * wh, last_joule));
    CHECK_THAT(wrong.energy.it_mwh, !WithinRel(3591222.5 * wh, 0.12));
}

}  // namespace
}  // namespace verbund
