#include "sim/annual/site_year.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "models/base/unit_factors.hpp"
#include "models/facility/power_chain.hpp"

namespace verbund::annual {
namespace {

/// Chain of one room per slot, before cooling.
struct RoomSlots {
    const deploy::RoomPlant* plant = nullptr;
    const CoolingTable* cooling = nullptr;
    std::vector<double> fixed_w;  ///< IT, distribution, UPS, auxiliary
    std::vector<double> heat_w;
};

/// Sums of one phase in Wh (or litres).
struct Sums {
    double it = 0.0;
    double distribution = 0.0;
    double ups = 0.0;
    double auxiliary = 0.0;
    double cooling = 0.0;
    double transformer = 0.0;
    double grid = 0.0;
    double heat = 0.0;
    double water_l = 0.0;
    double ups_load_peak_w = 0.0;
    double heat_peak_w = 0.0;
};

double slot_days(const workload::YearPatterns& patterns, std::size_t slot) {
    return patterns.days_of_pattern[slot / hours_per_day];
}

/// First hour of the phase that falls into a slot, as hour of the year.
double first_hour(const workload::YearPatterns& patterns, std::size_t slot) {
    const auto day = std::find(patterns.pattern_of_day.begin(), patterns.pattern_of_day.end(),
                               static_cast<std::uint16_t>(slot / hours_per_day));
    const auto days = static_cast<std::size_t>(day - patterns.pattern_of_day.begin());
    return static_cast<double>(patterns.first_hour() + days * hours_per_day + slot % hours_per_day);
}

RoomSlots room_slots(const deploy::RoomPlant& plant, const CoolingTable& cooling,
                     const std::vector<double>& it_w, const workload::YearPatterns& patterns, Sums& sums,
                     std::vector<double>& ups_load_w, std::vector<double>& heat_w) {
    RoomSlots room{&plant, &cooling, std::vector<double>(it_w.size()), std::vector<double>(it_w.size())};
    for (std::size_t s = 0; s < it_w.size(); ++s) {
        const facility::ChainPower chain = facility::before_cooling(plant.chain, it_w[s] * plant.load_share);
        const double hours = slot_days(patterns, s);
        room.fixed_w[s] = chain.it_w + chain.distribution_w + chain.ups_w + chain.auxiliary_w;
        room.heat_w[s] = chain.heat_w;
        ups_load_w[s] += chain.it_w + chain.distribution_w;
        heat_w[s] += chain.heat_w;
        sums.it += hours * chain.it_w;
        sums.distribution += hours * chain.distribution_w;
        sums.ups += hours * chain.ups_w;
        sums.auxiliary += hours * chain.auxiliary_w;
        sums.heat += hours * chain.heat_w;
    }
    return room;
}

/// Grid power per slot of a room whose cooling does not depend on the weather.
void add_constant_room(const RoomSlots& room, const workload::YearPatterns& patterns, Sums& sums,
                       std::vector<double>& grid_w) {
    for (std::size_t s = 0; s < room.fixed_w.size(); ++s) {
        const double cooling = room.heat_w[s] * room.cooling->constant_electricity_per_heat *
                               room.plant->chain.rules.cooling_factor;
        const double transformer = facility::transformer_loss_w(room.plant->chain, room.fixed_w[s] + cooling);
        const double hours = slot_days(patterns, s);
        sums.cooling += hours * cooling;
        sums.transformer += hours * transformer;
        grid_w[s] += room.fixed_w[s] + cooling + transformer;
    }
}

void add_weather_room(const RoomSlots& room, const workload::YearPatterns& patterns, Sums& sums,
                      std::vector<double>& grid_w) {
    const std::vector<double>& effort = room.cooling->electricity_per_heat;
    const double factor = room.plant->chain.rules.cooling_factor;
    const bool wet = !room.cooling->water_l_per_kwh_heat.empty();
    for (std::size_t day = 0; day < patterns.pattern_of_day.size(); ++day) {
        const std::size_t slot0 = std::size_t{patterns.pattern_of_day[day]} * hours_per_day;
        for (std::size_t h = 0; h < hours_per_day; ++h) {
            const std::size_t hour = day * hours_per_day + h;
            const std::size_t hour_of_year = patterns.first_hour() + hour;
            const double heat = room.heat_w[slot0 + h];
            const double cooling = heat * effort[hour_of_year] * factor;
            const double load = room.fixed_w[slot0 + h] + cooling;
            const double transformer = facility::transformer_loss_w(room.plant->chain, load);
            sums.cooling += cooling;
            sums.transformer += transformer;
            if (wet) sums.water_l += heat / watts_per_kw * room.cooling->water_l_per_kwh_heat[hour_of_year];
            grid_w[hour] += load + transformer;
        }
    }
}

std::vector<double> unfold(const workload::YearPatterns& patterns, const std::vector<double>& slots) {
    std::vector<double> hours(patterns.pattern_of_day.size() * hours_per_day);
    for (std::size_t day = 0; day < patterns.pattern_of_day.size(); ++day) {
        const std::size_t slot0 = std::size_t{patterns.pattern_of_day[day]} * hours_per_day;
        std::copy_n(slots.begin() + static_cast<std::ptrdiff_t>(slot0), hours_per_day,
                    hours.begin() + static_cast<std::ptrdiff_t>(day * hours_per_day));
    }
    return hours;
}

std::vector<double> scaled(std::vector<double> values, double factor) {
    for (double& v : values) v *= factor;
    return values;
}

/// Performance-weighted utilisation of the cluster and physical pools; standby hosts wait idle and do not
/// count.
void utilisation(const SiteYearInput& in, const std::vector<deploy::PoolSlots>& pools,
                 outcome::SiteYear& out) {
    const workload::YearPatterns& patterns = *in.grid.patterns;
    double capacity = 0.0;
    double mean = 0.0;
    std::vector<double> used(static_cast<std::size_t>(patterns.slots()), 0.0);
    for (std::size_t p = 0; p < pools.size(); ++p) {
        if (in.site->pools[p].kind == deploy::PoolKind::standby) continue;
        capacity += pools[p].performance_ops;
        for (std::size_t s = 0; s < used.size(); ++s)
            used[s] += pools[p].utilisation[s] * pools[p].performance_ops;
    }
    if (capacity <= 0.0) return;
    double hours = 0.0;
    for (std::size_t s = 0; s < used.size(); ++s) {
        mean += slot_days(patterns, s) * used[s] / capacity;
        hours += slot_days(patterns, s);
    }
    out.utilisation_mean = mean / hours;
    out.utilisation_peak = *std::max_element(used.begin(), used.end()) / capacity;
}

/// Mean load over all modules of all rooms; not applicable where there is no UPS.
double ups_load_share(double load_w, const deploy::Plant& plant) {
    double installed_w = 0.0;
    for (const deploy::RoomPlant& room : plant.rooms) installed_w += room.chain.ups_installed.in(watt);
    return installed_w > 0.0 ? load_w / installed_w : outcome::not_applicable;
}

void write_energy(const Sums& sums, double hours, double share, const SiteYearInput& in,
                  outcome::SiteYear& out) {
    outcome::EnergyParts& e = out.energy;
    e.it_mwh = sums.it * mwh_per_wh * share;
    e.distribution_mwh = sums.distribution * mwh_per_wh * share;
    e.ups_mwh = sums.ups * mwh_per_wh * share;
    e.auxiliary_mwh = sums.auxiliary * mwh_per_wh * share;
    e.cooling_mwh = sums.cooling * mwh_per_wh * share;
    e.transformer_mwh = sums.transformer * mwh_per_wh * share;
    e.grid_mwh = sums.grid * mwh_per_wh * share;
    out.it_power_mean_kw = sums.it / hours / watts_per_kw * share;
    out.grid_power_mean_kw = sums.grid / hours / watts_per_kw * share;
    out.pue = sums.grid / sums.it;
    out.ups_load_share = ups_load_share((sums.it + sums.distribution) / hours, *in.site->plant);
    out.erf = in.heat_reuse * sums.heat / sums.grid;
    out.water_m3 = sums.water_l / litres_per_m3 * share;
    out.wue_l_per_kwh = sums.water_l / (sums.it / wh_per_kwh);
}

}  // namespace

void HourlySum::add_hours(std::size_t first_hour, const std::vector<double>& it_kw,
                          const std::vector<double>& grid_kw) {
    for (std::size_t h = 0; h < it_kw.size(); ++h) {
        it_kw_[first_hour + h] += it_kw[h];
        grid_kw_[first_hour + h] += grid_kw[h];
    }
}

void HourlySum::add_slots(const workload::YearPatterns& patterns, const std::vector<double>& it_kw,
                          const std::vector<double>& grid_kw) {
    const auto [entry, added] = slots_.try_emplace(&patterns);
    SlotSum& sum = entry->second;
    if (added) {
        order_.push_back(&patterns);
        sum.it_kw.assign(it_kw.size(), 0.0);
        sum.grid_kw.assign(grid_kw.size(), 0.0);
    }
    for (std::size_t s = 0; s < it_kw.size(); ++s) {
        sum.it_kw[s] += it_kw[s];
        sum.grid_kw[s] += grid_kw[s];
    }
}

void HourlySum::finish() {
    // In the order of first use, not of addresses: the sums must not depend on where memory lies.
    for (const workload::YearPatterns* patterns : order_) {
        const SlotSum& sum = slots_.at(patterns);
        add_hours(patterns->first_hour(), unfold(*patterns, sum.it_kw), unfold(*patterns, sum.grid_kw));
    }
    slots_.clear();
    order_.clear();
}

namespace {

/// IT power per slot of the whole site, and how its pools are used.
std::vector<double> it_power(const SiteYearInput& in, outcome::SiteYear& out) {
    std::vector<double> it_w(static_cast<std::size_t>(in.grid.patterns->slots()),
                             in.site->constant_it_w + in.site->other_it_w);
    std::vector<deploy::PoolSlots> pools;
    for (const deploy::Pool& pool : in.site->pools) {
        pools.push_back(deploy::pool_slots(pool, *in.types, in.grid));
        for (std::size_t s = 0; s < it_w.size(); ++s) it_w[s] += pools.back().power_w[s];
    }
    utilisation(in, pools, out);
    return it_w;
}

/// Hours of free cooling on the days of a phase; those of a whole year are summed up already.
double free_cooling_h(const CoolingTable& cooling, const workload::YearPatterns& patterns) {
    if (cooling.constant || patterns.pattern_of_day.size() == cooling.free_cooling_h_of_day.size())
        return cooling.free_cooling_h;
    const auto first = cooling.free_cooling_h_of_day.begin() + patterns.first_day;
    const auto days = static_cast<std::ptrdiff_t>(patterns.pattern_of_day.size());
    return std::accumulate(first, first + days, 0.0);
}

void write_factors(const SiteYearInput& in, const std::vector<double>& grid, SiteYearOutcome& out) {
    const economics::WeightedFactors mean =
        economics::weighted(*in.factors, grid, in.grid.patterns->first_hour(), in.movable_share);
    out.price_factor = mean.price;
    out.emission_factor = mean.emission;
}

/// The study's clients' part of IT per slot; of all else they have the share that they have of the IT energy.
std::vector<double> clients_kw(std::vector<double> it_w, double other_w) {
    for (double& w : it_w) w = (w - other_w) * kw_per_watt;
    return it_w;
}

}  // namespace

SiteYearOutcome simulate_site_year(const SiteYearInput& in, HourlySum& sum, SiteHours& hours) {
    const workload::YearPatterns& patterns = *in.grid.patterns;
    const auto slots = static_cast<std::size_t>(patterns.slots());
    const double phase_hours = static_cast<double>(patterns.pattern_of_day.size() * hours_per_day);
    SiteYearOutcome whole;
    outcome::SiteYear& out = whole.year;
    const std::vector<double> it_w = it_power(in, out);

    Sums sums;
    std::vector<double> ups_load_w(slots, 0.0);
    std::vector<double> heat_w(slots, 0.0);
    std::vector<RoomSlots> rooms;
    bool constant = true;
    for (const deploy::RoomPlant& plant : in.site->plant->rooms) {
        const CoolingTable& cooling = in.weather->table(
            {plant.cooling->id, in.where->climate_region, patterns.year, in.imperfection, in.where->weather});
        rooms.push_back(room_slots(plant, cooling, it_w, patterns, sums, ups_load_w, heat_w));
        constant = constant && cooling.constant;
        out.free_cooling_h += plant.load_share * free_cooling_h(cooling, patterns);
    }
    const double other_wh = in.site->other_it_w * phase_hours;
    const double share = other_wh > 0.0 ? std::max(0.0, 1.0 - other_wh / sums.it) : 1.0;

    const auto it_peak = std::max_element(it_w.begin(), it_w.end());
    out.resources[Resource::it_power].need = *it_peak / watts_per_kw;
    out.it_peak_hour = first_hour(patterns, static_cast<std::size_t>(it_peak - it_w.begin()));
    out.resources[Resource::ups].need =
        *std::max_element(ups_load_w.begin(), ups_load_w.end()) / watts_per_kw;
    out.resources[Resource::cooling].need = *std::max_element(heat_w.begin(), heat_w.end()) / watts_per_kw;

    std::vector<double> grid_slots(slots, 0.0);
    for (const RoomSlots& room : rooms)
        if (room.cooling->constant) add_constant_room(room, patterns, sums, grid_slots);
    const std::vector<double> own_kw = clients_kw(it_w, in.site->other_it_w);
    if (constant) {
        const auto peak = std::max_element(grid_slots.begin(), grid_slots.end());
        out.resources[Resource::grid].need = *peak / watts_per_kw;
        out.grid_peak_hour = first_hour(patterns, static_cast<std::size_t>(peak - grid_slots.begin()));
        for (std::size_t s = 0; s < slots; ++s) sums.grid += slot_days(patterns, s) * grid_slots[s];
        sum.add_slots(patterns, own_kw, scaled(grid_slots, kw_per_watt * share));
        if (in.factors != nullptr) write_factors(in, unfold(patterns, grid_slots), whole);
        if (in.keep_hours) hours.grid_kw = unfold(patterns, scaled(grid_slots, kw_per_watt));
    } else {
        std::vector<double> grid_w = unfold(patterns, grid_slots);
        for (const RoomSlots& room : rooms)
            if (!room.cooling->constant) add_weather_room(room, patterns, sums, grid_w);
        const auto peak = std::max_element(grid_w.begin(), grid_w.end());
        out.resources[Resource::grid].need = *peak / watts_per_kw;
        out.grid_peak_hour =
            static_cast<double>(patterns.first_hour() + static_cast<std::size_t>(peak - grid_w.begin()));
        for (const double w : grid_w) sums.grid += w;
        sum.add_hours(patterns.first_hour(), unfold(patterns, own_kw), scaled(grid_w, kw_per_watt * share));
        if (in.factors != nullptr) write_factors(in, grid_w, whole);
        if (in.keep_hours) hours.grid_kw = scaled(std::move(grid_w), kw_per_watt);
    }
    write_energy(sums, phase_hours, share, in, out);
    whole.clients_share = share;
    whole.it_mwh = sums.it * mwh_per_wh;
    whole.grid_mwh = sums.grid * mwh_per_wh;
    whole.it_peak_kw = out.resources[Resource::it_power].need;
    whole.grid_peak_kw = out.resources[Resource::grid].need;
    return whole;
}

}  // namespace verbund::annual
