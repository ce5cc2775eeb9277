#include "sim/annual/site_stock.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "models/base/unit_factors.hpp"
#include "scenarios/study/resolve.hpp"
#include "sim/annual/provider_tax.hpp"
#include "sim/deploy/needs.hpp"
#include "sim/deploy/supply.hpp"

namespace verbund::annual {
namespace {

using economics::CostKind;
using economics::Stock;

/// A machine that is past its years still stands for a day.
constexpr double least_life_years = 1.0 / 365.0;

/// A thing of a site in a phase, without what else its price goes by.
PricedThing thing_at(const deploy::Site& where, const Phase& phase, CostKind kind) {
    return {.kind = kind, .year = phase.year, .by_provider = is_provider(where.center)};
}

class StockList {
public:
    StockList(PricedThings& things, const deploy::Site& where, const Phase& phase)
        : things_{things}, where_{where}, phase_{phase} {}

    [[nodiscard]] PricedThing thing(CostKind kind) const { return thing_at(where_, phase_, kind); }
    [[nodiscard]] std::uint32_t number_of(const PricedThing& thing) { return things_.number_of(thing); }

    void add(const PricedThing& thing, double quantity, double life_years) {
        if (quantity > 0.0)
            list_.push_back({.kind = thing.kind,
                             .quantity = quantity,
                             .price = number_of(thing),
                             .life_years = life_years});
    }
    void add(CostKind kind, double quantity, double life_years) { add(thing(kind), quantity, life_years); }
    /// Of a price that goes by size.
    void add_sized(CostKind kind, double size, double quantity, double life_years) {
        PricedThing sized = thing(kind);
        sized.size = size;
        add(sized, quantity, life_years);
    }
    void add(const Stock& stock) { list_.push_back(stock); }
    [[nodiscard]] std::vector<Stock> take() { return std::move(list_); }

private:
    PricedThings& things_;
    const deploy::Site& where_;
    const Phase& phase_;
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

void add_plant(const QuantityContext& context, const deploy::Site& where, const deploy::SiteDeployment& site,
               StockList& list) {
    if (!site.plant) return;
    const economics::BuyingRules& rules = context.rules;
    const double share = clients_share_of_plant(site);
    const deploy::Limits& limits = site.plant->limits;
    const bool home = where.center == nullptr;
    const int level = home ? 1 : deploy::availability_class(*where.center);
    const double each_kw = limits[Resource::it_power];
    const int rooms = home ? context.study.home.rooms : 1;
    const double limit = limits[Resource::racks];
    const double racks = share * rooms * (std::isfinite(limit) ? limit : site.needs.of[Resource::racks]);
    list.add(CostKind::racks, racks, rules.life_rack_years);
    if (each_kw <= rules.room_up_to_kw) {
        PricedThing room = list.thing(CostKind::room);
        room.availability_class = level;
        list.add(room, racks, rules.life_room_years);
    } else if (std::isfinite(each_kw)) {
        PricedThing building = list.thing(CostKind::building);
        building.availability_class = level;
        building.size = each_kw;
        list.add(building, share * rooms * each_kw, rules.life_building_years);
    }
    double ups_kw = 0.0;
    double heat_kw = 0.0;
    for (const deploy::RoomPlant& room : site.plant->rooms) {
        ups_kw += room.chain.ups_installed.in(kilowatt);
        heat_kw += room.cooling_units.together_kw() * spare_factor(room);
    }
    const double kva = site.plant->generators.together_kw();
    list.add(CostKind::ups, share * ups_kw, rules.life_ups_years);
    list.add(CostKind::batteries, share * ups_kw, rules.life_battery_years);
    list.add_sized(CostKind::cooling, heat_kw, share * heat_kw, rules.life_cooling_years);
    list.add_sized(CostKind::generator, kva, share * kva, rules.life_generator_years);
}

void add_machines(const QuantityContext& context, const deploy::SiteDeployment& site, const Phase& phase,
                  StockList& list) {
    std::map<std::pair<CostKind, std::uint32_t>, int> counts;
    for (const deploy::Pool& pool : site.pools) {
        const CostKind kind = pool.kind == deploy::PoolKind::physical ? CostKind::servers : CostKind::hosts;
        for (const deploy::HostSet& set : pool.hosts) counts[{kind, set.type}] += set.count;
    }
    for (const auto& [key, count] : counts) {
        const auto& [kind, type] = key;
        const compute::HostType& host = context.variant.host_types[type];
        const double life = years_of(kind, context.study.hosts);
        const bool new_ones = host.year >= phase.year;
        const double age = phase.year - std::min(host.year, phase.year) + part_of_year_gone(phase);
        const double left = std::max(life - age, least_life_years);
        PricedThing machine = list.thing(kind);
        machine.key = type;
        list.add({.kind = kind,
                  .key = type,
                  .quantity = static_cast<double>(count),
                  .price = list.number_of(machine),
                  .price_share = new_ones ? 1.0 : std::min(1.0, left / life),
                  .life_years = left,
                  .counted = true,
                  .taken_over = !new_ones});
    }
}

void add_data(const QuantityContext& context, const deploy::SiteDeployment& site, StockList& list) {
    const study::Storage& storage = context.study.storage;
    list.add(CostKind::storage, site.storage_tb, context.rules.life_storage_years);
    list.add(CostKind::backup_storage, deploy::backup_tb(storage, site), context.rules.life_storage_years);
}

void add_devices(const QuantityContext& context, const deploy::SiteDeployment& site, StockList& list) {
    std::map<std::uint16_t, int> counts;
    for (const compute::GearLine& line : site.gear) counts[line.device] += line.count;
    for (const auto& [device, count] : counts) {
        PricedThing gear = list.thing(CostKind::gear);
        gear.key = device;
        list.add({.kind = CostKind::gear,
                  .key = device,
                  .quantity = static_cast<double>(count),
                  .price = list.number_of(gear),
                  .life_years = context.catalog.gear[device].life_years});
    }
}

/// Cores that a licence counts on the hosts that need one.
double licensed_cores(const QuantityContext& context, const deploy::SiteDeployment& site,
                      const economics::LicenceCount& licence) {
    double cores = 0.0;
    for (const deploy::Pool& pool : site.pools) {
        const bool waits = pool.kind == deploy::PoolKind::standby;
        const bool needs_one =
            !waits || economics::standby_licensed(context.rules.standby_licences,
                                                  pool.running_share > 0.0 ? continuity::StandbyMode::warm
                                                                           : continuity::StandbyMode::cold);
        if (pool.kind == deploy::PoolKind::physical || !needs_one) continue;
        for (const deploy::HostSet& set : pool.hosts) {
            const compute::HostType& host = context.variant.host_types[set.type];
            cores += set.count * licence.licensed_cores(host.cores, host.sockets);
        }
    }
    return licence.ordered_cores(cores);
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

/// What is paid every year by the price of a kind of thing that stands, if anything.
std::optional<CostKind> upkeep_of(CostKind kind) {
    switch (kind) {
        case CostKind::ups:
        case CostKind::batteries:
        case CostKind::cooling:
        case CostKind::generator:
            return CostKind::plant_maintenance;
        case CostKind::gear:
            return CostKind::gear_maintenance;
        default:
            return std::nullopt;
    }
}

bool is_of_the_room(CostKind kind) { return kind <= CostKind::generator; }

}  // namespace

std::vector<Stock> site_stock(const QuantityContext& context, const deploy::Site& where,
                              const deploy::SiteDeployment& site, const Phase& phase) {
    if (!site.in_operation) return {};
    StockList list{context.things, where, phase};
    if (!rented(where)) add_plant(context, where, site, list);
    add_machines(context, site, phase, list);
    add_data(context, site, list);
    add_devices(context, site, list);
    if (context.rules.guest_licences) {
        list.add(CostKind::guest_licences, licensed_cores(context, site, context.rules.guest_licence()),
                 context.rules.guest_licence_life_years);
    }
    return list.take();
}

std::vector<RunningCost> running_costs(const QuantityContext& context, const deploy::Site& where,
                                       const deploy::SiteDeployment& site, const Phase& phase,
                                       const std::vector<Stock>& stock, double positions) {
    std::vector<RunningCost> list;
    const auto add = [&](const PricedThing& thing, double quantity) {
        if (quantity > 0.0) list.push_back({context.things.number_of(thing), quantity});
    };
    const auto thing = [&](CostKind kind) { return thing_at(where, phase, kind); };
    add(thing(CostKind::licences), licensed_cores(context, site, context.rules.licence()));
    for (const Stock& kept_up : stock) {
        const std::optional<CostKind> upkeep = upkeep_of(kept_up.kind);
        if (!upkeep) continue;
        PricedThing by_price = context.things[kept_up.price];
        by_price.kind = *upkeep;
        add(by_price, kept_up.quantity);
    }
    add(thing(CostKind::staff), positions);
    if (rented(where)) add(thing(CostKind::colocation), rented_kw(site));
    return list;
}

void open_holdings(const QuantityContext& context, const deploy::Site& where, const std::vector<Stock>& stock,
                   const Phase& phase, economics::Holdings& holdings) {
    for (Stock s : stock) {
        const bool machine = s.kind == CostKind::hosts || s.kind == CostKind::servers;
        if (machine && !s.taken_over) continue;  // bought in this year
        if (machine) {
            const double life = years_of(s.kind, context.study.hosts);
            const double age = life - s.life_years;
            s.price_share *= life / s.life_years;  // from what it is still worth to its price when new
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
