#include "sim/annual/site_year.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>

#include "models/facility/climate.hpp"
#include "scenarios/read/catalog_reader.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/hand_made_site.hpp"

namespace verbund {
namespace {

using test::WithinRel;

constexpr double imperfection = 1.3;
constexpr double exact = 1e-12;
constexpr std::uint8_t bavaria = 9;
constexpr std::uint8_t schleswig_holstein = 1;
constexpr int region = 5;

const catalog::Catalog& shipped() {
    static const catalog::Catalog catalog = read::load_catalog();
    return catalog;
}

const std::array<double, 11> curve_a{90, 150, 182, 205, 226, 247, 269, 296, 330, 371, 420};
const std::array<double, 11> curve_b{60, 75, 88, 99, 108, 118, 131, 148, 170, 195, 222};

/// Two rooms of unlike plant behind one load that follows two states, with idle standby hosts beside it.
class MixedSite {
public:
    /// The two states are Bavaria and `other`.
    explicit MixedSite(const std::string& weather_plant, std::uint8_t other = schleswig_holstein) {
        catalog_ = shipped();
        profile_ids_ = workload::ProfileSet(catalog_.profiles).ids();
        catalog_.cooling.push_back(test::constant_cooling("constant", 2.6));
        add_room(0.7, 900.0, 2000.0 * watt, catalog::cooling_type(catalog_, weather_plant));
        add_room(0.3, 700.0, Power{}, catalog_.cooling.back());
        types_ = {test::host_type(1000.0, curve_a), test::host_type(400.0, curve_b)};
        site_.constant_it_w = 55.0;
        site_.pools = {
            {.kind = deploy::PoolKind::cluster,
             .hosts = {{0, 2}, {1, 1}},
             .load_ops = {{bavaria, 0, 150.0, 900.0}, {other, 1, 80.0, 700.0}}},
            {.kind = deploy::PoolKind::physical, .hosts = {{1, 1}}, .load_ops = {{other, 0, 20.0, 300.0}}},
            {.kind = deploy::PoolKind::standby, .hosts = {{0, 4}}, .load_ops = {}, .running_share = 0.25}};
        auto plant = std::make_shared<deploy::Plant>();
        plant->rooms = rooms_;
        site_.plant = plant;
    }

    /// With clients outside the study.
    void share_with(double other_it_w) { site_.other_it_w = other_it_w; }

    /// With a factor on cooling.
    void fit_cooling(double factor) {
        auto plant = std::make_shared<deploy::Plant>(*site_.plant);
        for (deploy::RoomPlant& room : plant->rooms) room.chain.rules.cooling_factor = factor;
        site_.plant = plant;
    }

    [[nodiscard]] test::SimulatedSite folded(int year) const {
        return test::simulate_site(catalog_, site_, types_, {bavaria}, region, year);
    }

    struct Hour {
        double it_w = 0.0;
        double ups_w = 0.0;
        double cooling_w = 0.0;
        double transformer_w = 0.0;
        double grid_w = 0.0;
        double water_l = 0.0;
    };

    /// Every hour on its own: calendar, profile, curves and chain written out again, nothing folded.
    [[nodiscard]] std::vector<Hour> hour_by_hour(int year) const {
        const std::vector<DayKind> kinds_by = day_kinds({bavaria}, year);
        const std::vector<DayKind> kinds_sh = day_kinds({schleswig_holstein}, year);
        const std::vector<bool> quiet = quiet_season(year);
        const facility::HourlyClimate climate = facility::hourly_climate(catalog_, region, year, 1);
        std::vector<Hour> hours;
        for (std::size_t h = 0; h < climate.temperature_c.size(); ++h) {
            const std::size_t day = h / 24;
            const double by = share(0, kinds_by[day], quiet[day], h % 24);
            const double sh = share(0, kinds_sh[day], quiet[day], h % 24);
            const double sh_second = share(1, kinds_sh[day], quiet[day], h % 24);
            const double cluster = (150.0 + 900.0 * by + 80.0 + 700.0 * sh_second) / 2400.0;
            const double physical = (20.0 + 300.0 * sh) / 400.0;
            Hour hour;
            hour.it_w = 55.0 + 2.0 * at(curve_a, cluster) + at(curve_b, cluster) + at(curve_b, physical) +
                        4.0 * 0.25 * at(curve_a, 0.0);
            for (const deploy::RoomPlant& room : rooms_)
                add(room, climate.temperature_c[h], climate.relative_humidity_pct[h], hour);
            hours.push_back(hour);
        }
        return hours;
    }

private:
    void add_room(double share, double ups_w, Power transformer, const catalog::CoolingType& cooling) {
        deploy::RoomPlant room;
        room.load_share = share;
        room.chain.ups = {.id = "ups", .name = "", .a0 = 0.02, .a1 = 0.015, .a2 = 0.025, .evidence = {}};
        room.chain.ups_installed = ups_w * watt;
        room.chain.transformer_rating = transformer;
        room.chain.rules = {.distribution_share = 0.015,
                            .auxiliary_share = 0.02,
                            .transformer_no_load_share = 0.0016,
                            .transformer_load_share = 0.011};
        room.cooling = &cooling;
        rooms_.push_back(room);
    }

    [[nodiscard]] double share(int profile, DayKind kind, bool quiet, std::size_t hour) const {
        const std::string& id = profile_ids_[static_cast<std::size_t>(profile)];
        const std::string day_kind = day_kind_name(kind);
        const auto row = std::find_if(catalog_.profiles.begin(), catalog_.profiles.end(),
                                      [&](const auto& p) { return p.id == id && p.day_kind == day_kind; });
        return row->share[hour] * (quiet ? row->quiet_factor : 1.0);
    }

    static std::string day_kind_name(DayKind kind) {
        switch (kind) {
            case DayKind::workday:
                return "workday";
            case DayKind::long_thursday:
                return "long-thursday";
            case DayKind::friday:
                return "friday";
            case DayKind::weekend_or_holiday:
                break;
        }
        return "weekend-or-holiday";
    }

    static double at(const std::array<double, 11>& curve, double u) {
        const auto below = static_cast<std::size_t>(std::floor(std::min(u, 0.999999999) * 10.0));
        return curve[below] + (u * 10.0 - static_cast<double>(below)) * (curve[below + 1] - curve[below]);
    }

    static void add(const deploy::RoomPlant& room, double temperature_c, double humidity_pct, Hour& hour) {
        const double it = hour.it_w * room.load_share;
        const double ups_load = it * 1.015;
        const double rating = room.chain.ups_installed.in(watt);
        const double ups = rating * 0.02 + 0.015 * ups_load + 0.025 * ups_load * ups_load / rating;
        const double heat = ups_load + ups;
        const facility::CoolingHour effort =
            facility::cooling_hour(*room.cooling, temperature_c, humidity_pct, imperfection);
        const double cooling = heat * effort.electricity_per_heat;
        const double load = heat + it * 0.02 + cooling;
        const double transformer_rating = room.chain.transformer_rating.in(watt);
        const double transformer =
            transformer_rating > 0.0 ? transformer_rating * 0.0016 + 0.011 * load * load / transformer_rating
                                     : 0.0;
        hour.ups_w += ups;
        hour.cooling_w += cooling;
        hour.transformer_w += transformer;
        hour.grid_w += load + transformer;
        hour.water_l += heat / 1e3 * effort.water_l_per_kwh_heat;
    }

    catalog::Catalog catalog_;
    std::vector<std::string> profile_ids_;
    std::vector<deploy::RoomPlant> rooms_;
    std::vector<compute::HostType> types_;
    deploy::SiteDeployment site_;
};

double total_mwh(const std::vector<MixedSite::Hour>& hours, double MixedSite::Hour::*member) {
    return std::accumulate(
               hours.begin(), hours.end(), 0.0,
               [&](double sum, const MixedSite::Hour& hour) { return sum + hour.*member; }) *
           1e-6;
}

TEST_CASE("folding the year by kinds of day loses nothing against a loop over all hours", "[annual]") {
    // Bavaria and Schleswig-Holstein differ in Epiphany, Corpus Christi, All Saints and Reformation Day.
    const int year = GENERATE(2023, 2024);  // 2024 has 8784 hours
    const std::string plant = GENERATE("chilled-free", "adiabatic", "crac-dx");
    const MixedSite site(plant);
    const std::vector<MixedSite::Hour> hours = site.hour_by_hour(year);
    const test::SimulatedSite found = site.folded(year);
    REQUIRE(hours.size() == (year == 2024 ? 8784U : 8760U));
    CHECK_THAT(found.year.energy.it_mwh, WithinRel(total_mwh(hours, &MixedSite::Hour::it_w), exact));
    CHECK_THAT(found.year.energy.ups_mwh, WithinRel(total_mwh(hours, &MixedSite::Hour::ups_w), exact));
    CHECK_THAT(found.year.energy.cooling_mwh,
               WithinRel(total_mwh(hours, &MixedSite::Hour::cooling_w), exact));
    CHECK_THAT(found.year.energy.transformer_mwh,
               WithinRel(total_mwh(hours, &MixedSite::Hour::transformer_w), exact));
    CHECK_THAT(found.year.energy.grid_mwh, WithinRel(total_mwh(hours, &MixedSite::Hour::grid_w), exact));
    const double water_m3 = total_mwh(hours, &MixedSite::Hour::water_l) * 1e3;
    CHECK(found.year.water_m3 == test::Approx(water_m3).epsilon(exact).margin(1e-15));
    CHECK((water_m3 > 0.0) == (plant == "adiabatic"));
}

TEST_CASE("peaks and their hours are those of the loop over all hours", "[annual]") {
    const MixedSite site("chilled-free");
    const std::vector<MixedSite::Hour> hours = site.hour_by_hour(2024);
    const test::SimulatedSite found = site.folded(2024);
    const auto it = std::max_element(
        hours.begin(), hours.end(), [](const auto& a, const auto& b) { return a.it_w < b.it_w; });
    const auto grid = std::max_element(hours.begin(), hours.end(),
                                       [](const auto& a, const auto& b) { return a.grid_w < b.grid_w; });
    CHECK_THAT(found.year.resources[Resource::it_power].need, WithinRel(it->it_w / 1e3, exact));
    CHECK(hours[static_cast<std::size_t>(found.year.it_peak_hour)].it_w ==
          test::Approx(it->it_w).epsilon(exact));
    CHECK_THAT(found.year.resources[Resource::grid].need, WithinRel(grid->grid_w / 1e3, exact));
    CHECK(found.year.grid_peak_hour == static_cast<double>(grid - hours.begin()));
}

TEST_CASE("the hourly sums unfold to the loop's hours, for weather-bound and constant plant alike",
          "[annual]") {
    const std::string plant = GENERATE("chilled-free", "constant-only");
    const MixedSite site(plant == "constant-only" ? "room-dx" : plant);
    const std::vector<MixedSite::Hour> hours = site.hour_by_hour(2024);
    const test::SimulatedSite found = site.folded(2024);
    for (std::size_t h = 0; h < hours.size(); h += 7) {
        REQUIRE_THAT(found.sum.it_kw()[h], WithinRel(hours[h].it_w / 1e3, exact));
        REQUIRE_THAT(found.sum.grid_kw()[h], WithinRel(hours[h].grid_w / 1e3, exact));
        REQUIRE_THAT(found.hours.grid_kw[h], WithinRel(hours[h].grid_w / 1e3, exact));
    }
}

TEST_CASE("clients outside the study share energy by IT energy, and the study keeps its own IT", "[annual]") {
    const std::string plant = GENERATE("chilled-free", "adiabatic", "room-dx");
    MixedSite site(plant);
    const test::SimulatedSite alone = site.folded(2024);
    site.share_with(500.0);
    const test::SimulatedSite shared = site.folded(2024);
    // 500 W over 8,784 h beside what the study's clients draw.
    const double other_mwh = 500.0 * 8784.0 * 1e-6;
    const double it_mwh = alone.year.energy.it_mwh;
    CHECK_THAT(shared.whole.it_mwh, WithinRel(it_mwh + other_mwh, exact));
    CHECK_THAT(shared.whole.clients_share, WithinRel(it_mwh / (it_mwh + other_mwh), exact));
    CHECK_THAT(shared.year.energy.it_mwh, WithinRel(it_mwh, exact));
    CHECK_THAT(shared.year.energy.grid_mwh,
               WithinRel(shared.whole.clients_share * shared.whole.grid_mwh, exact));
    CHECK_THAT(shared.year.pue, WithinRel(shared.whole.grid_mwh / shared.whole.it_mwh, exact));
    // The UPS is better used.
    CHECK(shared.year.energy.ups_mwh < alone.year.energy.ups_mwh);
    CHECK_THAT(shared.year.resources[Resource::it_power].need,
               WithinRel(alone.year.resources[Resource::it_power].need + 0.5, exact));
    double it_kwh = 0.0;
    double grid_kwh = 0.0;
    for (std::size_t h = 0; h < 8784; ++h) {
        it_kwh += shared.sum.it_kw()[h];
        grid_kwh += shared.sum.grid_kw()[h];
    }
    CHECK_THAT(it_kwh / 1e3, WithinRel(it_mwh, 1e-10));
    CHECK_THAT(grid_kwh / 1e3, WithinRel(shared.year.energy.grid_mwh, 1e-10));
}

TEST_CASE("without other clients the whole is the study's, to the last bit", "[annual]") {
    const test::SimulatedSite alone = MixedSite("chilled-free").folded(2024);
    CHECK(alone.whole.clients_share == 1.0);
    CHECK(alone.whole.grid_mwh == alone.year.energy.grid_mwh);
    CHECK(alone.whole.it_mwh == alone.year.energy.it_mwh);
}

TEST_CASE("a factor on cooling multiplies its energy and nothing before it", "[annual]") {
    const std::string plant = GENERATE("chilled-free", "room-dx");
    MixedSite site(plant);
    const test::SimulatedSite before = site.folded(2024);
    site.fit_cooling(1.7);
    const test::SimulatedSite after = site.folded(2024);
    CHECK_THAT(after.year.energy.cooling_mwh, WithinRel(1.7 * before.year.energy.cooling_mwh, exact));
    CHECK(after.year.energy.ups_mwh == before.year.energy.ups_mwh);
    CHECK(after.year.energy.transformer_mwh > before.year.energy.transformer_mwh);
}

TEST_CASE("giving everybody the calendar of one state would not pass for exact", "[annual]") {
    // The twin with the wrong model: Schleswig-Holstein's people work by the Bavarian calendar, which in 2024
    // has more holidays on weekdays (Corpus Christi, All Saints; Epiphany is a Saturday) than theirs
    // (Reformation Day).
    const MixedSite site("chilled-free");
    const MixedSite wrong("chilled-free", bavaria);
    const double hour_by_hour = total_mwh(site.hour_by_hour(2024), &MixedSite::Hour::it_w);
    CHECK_THAT(wrong.folded(2024).year.energy.it_mwh, !WithinRel(hour_by_hour, 1e-5));
    CHECK(wrong.folded(2024).year.energy.it_mwh < hour_by_hour);
}

TEST_CASE("sums of sites do not depend on the order in which slots and hours are added", "[annual]") {
    const workload::YearPatterns patterns = workload::year_patterns(2025, {{5}});
    const std::vector<double> slots(static_cast<std::size_t>(patterns.slots()), 2.0);
    const std::vector<double> hours(8760, 0.5);
    annual::HourlySum sum(8760);
    sum.add_slots(patterns, slots, slots);
    sum.add_hours(0, hours, hours);
    sum.add_slots(patterns, slots, slots);
    sum.finish();
    CHECK(std::all_of(sum.it_kw().begin(), sum.it_kw().end(), [](double kw) { return kw == 4.5; }));
    CHECK(sum.grid_kw() == sum.it_kw());
}

}  // namespace
}  // namespace verbund
