#include "sim/annual/site_stock.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "models/base/unit_factors.hpp"
#include "models/economics/money_in_time.hpp"
#include "scenarios/study/resolve.hpp"
#include "sim/deploy/supply.hpp"

namespace verbund::annual {
namespace {

using economics::CostKind;
using economics::Stock;

/// A machine that is past its years still stands for a day.
constexpr double least_life_years = 1.0 / 365.0;

class StockList {
public:
    void add(CostKind kind, double quantity, double unit_price_eur, double life_years) {
        if (quantity > 0.0)
            list_.push_back({.kind = kind,
                             .quantity = quantity,
                             .unit_price_eur = unit_price_eur,
                             .life_years = life_years});
    }
    void add(const Stock& stock) { list_.push_back(stock); }
    [[nodiscard]] std::vector<Stock> take() { return std::move(list_); }

private:
    std::vector<Stock> list_;
};

int years_of(CostKind kind, const study::Hosts& rules) {
    return kind == CostKind::servers ? study::stand_alone_years(rules) : study::refresh_years(rules);
}

double part_of_year_gone(const Phase& phase) {
    return static_cast<double>(phase.first_day) / days_in_year(phase.year);
}

/// Installed / needed to carry the load, of the UPS.
double spare_factor(const deploy::RoomPlant& room) {
    const double needed = room.ups_modules.together_kw();
    return needed > 0.0 ? room.chain.ups_installed.in(kilowatt) / needed : 1.0;
}

/// Of the study's clients in rooms and plant.
double clients_share_of_plant(const deploy::SiteDeployment& site) {
    const double planned_w = site.needs.of[Resource::it_power] * watts_per_kw;
    if (site.other_it_w <= 0.0 || planned_w <= 0.0) return 1.0;
    return std::clamp(1.0 - site.other_it_w / planned_w, 0.0, 1.0);
}

void add_plant(const CostContext& context, const deploy::Site& where, const deploy::SiteDeployment& site,
               StockList& list) {
    if (!site.plant) return;
    const economics::PriceBook& p = context.prices;
    const double share = clients_share_of_plant(site);
    const deploy::Limits& limits = site.plant->limits;
    const bool home = where.center == nullptr;
    const int level = home ? 1 : deploy::availability_class(*where.center);
    const double each_kw = limits[Resource::it_power];
    const int rooms = home ? context.study.home.rooms : 1;
    const double limit = limits[Resource::racks];
    const double racks = share * rooms * (std::isfinite(limit) ? limit : site.needs.of[Resource::racks]);
    list.add(CostKind::racks, racks, p.rack_eur, p.life_rack_years);
    if (each_kw <= p.room_up_to_kw) {
        list.add(CostKind::room, racks, p.room_eur_per_rack * p.class_factor(level), p.life_room_years);
    } else if (std::isfinite(each_kw)) {
        list.add(CostKind::building, share * rooms * each_kw,
                 p.building_eur_per_kw.each(each_kw) * p.class_factor(level), p.life_building_years);
    }
    double ups_kw = 0.0;
    double heat_kw = 0.0;
    for (const deploy::RoomPlant& room : site.plant->rooms) {
        ups_kw += room.chain.ups_installed.in(kilowatt);
        heat_kw += room.cooling_units.together_kw() * spare_factor(room);
    }
    const double kva = site.plant->generators.together_kw();
    list.add(CostKind::ups, share * ups_kw, p.ups_eur_per_kw, p.life_ups_years);
    list.add(CostKind::batteries, share * ups_kw, p.battery_eur_per_kw, p.life_battery_years);
    list.add(CostKind::cooling, share * heat_kw, p.cooling_eur_per_kw.each(heat_kw), p.life_cooling_years);
    list.add(CostKind::generator, share * kva, p.generator_eur_per_kva.each(kva), p.life_generator_years);
}

void add_machines(const CostContext& context, const deploy::SiteDeployment& site, const Phase& phase,
                  StockList& list) {
    std::map<std::pair<CostKind, std::uint32_t>, int> counts;
    for (const deploy::Pool& pool : site.pools) {
        const CostKind kind = pool.kind == deploy::PoolKind::physical ? CostKind::servers : CostKind::hosts;
        for (const deploy::HostSet& set : pool.hosts) counts[{kind, set.type}] += set.count;
    }
    for (const auto& [key, count] : counts) {
        const auto& [kind, type] = key;
        const compute::HostType& host = context.host(type);
        const double life = years_of(kind, context.study.hosts);
        const bool new_ones = host.year >= phase.year;
        const double age = phase.year - std::min(host.year, phase.year) + part_of_year_gone(phase);
        const double left = std::max(life - age, least_life_years);
        list.add({.kind = kind,
                  .key = type,
                  .quantity = static_cast<double>(count),
                  .unit_price_eur = new_ones ? host.price_eur : host.price_eur * std::min(1.0, left / life),
                  .life_years = left,
                  .counted = true,
                  .taken_over = !new_ones});
    }
}

void add_data(const CostContext& context, const deploy::SiteDeployment& site, int year, StockList& list) {
    const study::Storage& storage = context.study.storage;
    const economics::PriceBook& p = context.prices;
    const int years = year - context.study.estate.base_year;
    list.add(CostKind::storage, site.storage_tb,
             p.storage_eur_per_tb * economics::price_factor(-p.storage_fall_per_year, years),
             p.life_storage_years);
    list.add(CostKind::backup_storage, site.storage_tb * storage.backup_share.in(one),
             p.backup_eur_per_tb * economics::price_factor(-p.backup_fall_per_year, years),
             p.life_storage_years);
}

void add_devices(const CostContext& context, const deploy::SiteDeployment& site, StockList& list) {
    std::map<std::uint16_t, int> counts;
    for (const compute::GearLine& line : site.gear) counts[line.device] += line.count;
    for (const auto& [device, count] : counts) {
        const catalog::GearDevice& row = context.catalog.gear[device];
        list.add({.kind = CostKind::gear,
                  .key = device,
                  .quantity = static_cast<double>(count),
                  .unit_price_eur = row.price_eur.mid,
                  .life_years = row.life_years});
    }
}

/// Cores that a licence counts on the hosts that need one.
double licensed_cores(const CostContext& context, const deploy::SiteDeployment& site,
                      const economics::LicencePrice& price) {
    double cores = 0.0;
    for (const deploy::Pool& pool : site.pools) {
        const bool waits = pool.kind == deploy::PoolKind::standby;
        const bool needs_one =
            !waits || economics::standby_licensed(context.study.economics.standby_licences,
                                                  pool.running_share > 0.0 ? continuity::StandbyMode::warm
                                                                           : continuity::StandbyMode::cold);
        if (pool.kind == deploy::PoolKind::physical || !needs_one) continue;
        for (const deploy::HostSet& set : pool.hosts) {
            const compute::HostType& host = context.variant.host_types[set.type];
            cores += set.count * price.licensed_cores(host.cores, host.sockets);
        }
    }
    return price.ordered_cores(cores);
}

double worth(const std::vector<Stock>& stock, std::initializer_list<CostKind> kinds) {
    double sum = 0.0;
    for (const Stock& s : stock)
        if (std::find(kinds.begin(), kinds.end(), s.kind) != kinds.end())
            sum += s.quantity * s.unit_price_eur;
    return sum;
}

double years_since(Date day, const Phase& phase) {
    return phase.year + part_of_year_gone(phase) - day.year -
           static_cast<double>(day_of_year(day)) / days_in_year(day.year);
}

/// Room, plant and racks are those of whoever rents them out.
bool rented(const deploy::Site& where) { return where.center != nullptr && where.center->colocation; }

/// kW of IT power that the rooms carry, of the study's clients.
double rented_kw(const deploy::SiteDeployment& site) {
    if (!site.in_operation || !site.plant) return 0.0;
    const double limit = site.plant->limits[Resource::it_power];
    return clients_share_of_plant(site) * (std::isfinite(limit) ? limit : site.needs.of[Resource::it_power]);
}

bool is_of_the_room(CostKind kind) { return kind <= CostKind::generator; }

}  // namespace

std::vector<Stock> site_stock(const CostContext& context, const deploy::Site& where,
                              const deploy::SiteDeployment& site, const Phase& phase) {
    StockList list;
    if (!site.in_operation) return {};
    if (!rented(where)) add_plant(context, where, site, list);
    add_machines(context, site, phase, list);
    add_data(context, site, phase.year, list);
    add_devices(context, site, list);
    const economics::LicencePrice guests = context.prices.guest_licence();
    if (guests.eur_per_core > 0.0) {
        list.add(CostKind::guest_licences, licensed_cores(context, site, guests), guests.eur_per_core,
                 context.prices.guest_licence_life_years);
    }
    return list.take();
}

std::vector<RunningCost> running_costs(const CostContext& context, const deploy::Site& where,
                                       const deploy::SiteDeployment& site, const std::vector<Stock>& stock,
                                       double positions) {
    const economics::PriceBook& p = context.prices;
    std::vector<RunningCost> list;
    const auto add = [&](CostKind kind, double quantity, double each_eur) {
        if (quantity > 0.0 && each_eur > 0.0)
            list.push_back({.kind = kind, .quantity = quantity, .unit_price_eur = each_eur});
    };
    const economics::LicencePrice hypervisor = p.licence();
    add(CostKind::licences, licensed_cores(context, site, hypervisor), hypervisor.eur_per_core);
    add(CostKind::plant_maintenance,
        worth(stock, {CostKind::ups, CostKind::batteries, CostKind::cooling, CostKind::generator}),
        p.plant_maintenance_share);
    add(CostKind::gear_maintenance, worth(stock, {CostKind::gear}), p.gear_maintenance_share);
    add(CostKind::staff, positions, p.staff_eur_per_year);
    if (rented(where)) add(CostKind::colocation, rented_kw(site), p.colocation_eur_per_kw);
    return list;
}

void open_holdings(const CostContext& context, const deploy::Site& where, const std::vector<Stock>& stock,
                   const Phase& phase, economics::Holdings& holdings) {
    for (Stock s : stock) {
        const bool machine = s.kind == CostKind::hosts || s.kind == CostKind::servers;
        if (machine && !s.taken_over) continue;  // bought in this year
        if (machine) {
            const double life = years_of(s.kind, context.study.hosts);
            const double age = life - s.life_years;
            s.unit_price_eur *= life / s.life_years;  // from what it is still worth to its price when new
            s.life_years = life;
            holdings.open(s, age);
        } else if (where.center != nullptr && years_since(where.center->commissioned, phase) <= 0.0) {
            continue;  // nothing stood there before
        } else if (where.center != nullptr && is_of_the_room(s.kind)) {
            const double renewed_every = std::ceil(s.life_years - 1e-9);
            const double age = std::fmod(years_since(where.center->commissioned, phase), renewed_every);
            if (age > 0.0) holdings.open(s, age);  // else it is renewed now
        } else {
            holdings.open_evenly(s);
        }
    }
}

}  // namespace verbund::annual
