#include "sim/deploy/plant.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "models/base/unit_factors.hpp"
#include "models/facility/cooling.hpp"
#include "models/network/sold_rate.hpp"
#include "sim/deploy/supply.hpp"

namespace verbund::deploy {
namespace {

using facility::ChainPower;

struct RoomDesign {
    double it_kw = 0.0;
    std::optional<Power> ups_power;
    int ups_modules = 1;
    facility::Redundancy redundancy = facility::Redundancy::n;
    std::string ups;
    std::string cooling;
    std::optional<Power> cooling_power;
    double auxiliary_share = 0.0;
    double cooling_factor = 1.0;  ///< on cooling and auxiliaries
};

double whole_kw(double kw) { return std::ceil(kw - 1e-9); }

double design_cooling_per_heat(const RoomPlant& room, const study::Facility& facility) {
    return facility::design_electricity_per_heat(*room.cooling, facility.design_temperature.celsius(),
                                                 facility.imperfection);
}

/// The chain of one room at an IT load and the design temperature, without transformer.
ChainPower design_chain(const RoomPlant& room, const study::Facility& facility, double it_w) {
    return facility::with_cooling(room.chain, facility::before_cooling(room.chain, it_w),
                                  design_cooling_per_heat(room, facility));
}

/// Modules that carry the load: of the sizes on offer, or equal parts of what is stated to be installed.
facility::Modules ups_modules(const RoomDesign& design, double load_kw, const catalog::Catalog& catalog) {
    if (!design.ups_power) {
        return facility::modules_for(load_kw, design.ups_modules,
                                     catalog::module_sizes(catalog, catalog::ModuleKind::ups));
    }
    const double per_usable =
        facility::ups_installed(design.redundancy, 1.0 * kilowatt, design.ups_modules).in(kilowatt);
    return {design.ups_power->in(kilowatt) / per_usable / design.ups_modules, design.ups_modules};
}

facility::Modules cooling_units(const RoomPlant& room, const RoomDesign& design, double heat_kw,
                                const catalog::Catalog& catalog) {
    const bool chilled = catalog::part_of<catalog::WaterCircuit>(room.cooling->plant) != nullptr;
    const auto kind = chilled ? catalog::ModuleKind::cooling_chilled : catalog::ModuleKind::cooling_dx;
    const double load_kw = design.cooling_power ? design.cooling_power->in(kilowatt) : heat_kw;
    return facility::modules_for(load_kw, design.ups_modules, catalog::module_sizes(catalog, kind));
}

double heat_kw(const RoomPlant& room, double it_kw) {
    return facility::before_cooling(room.chain, it_kw * watts_per_kw).heat_w / watts_per_kw;
}

RoomPlant make_room(const RoomDesign& design, const study::Facility& facility,
                    const catalog::Catalog& catalog) {
    RoomPlant room;
    room.chain.rules = {.distribution_share = facility.distribution_losses.in(one),
                        .auxiliary_share = design.auxiliary_share * design.cooling_factor,
                        .transformer_no_load_share = facility.transformer_no_load.in(one),
                        .transformer_load_share = facility.transformer_load.in(one),
                        .cooling_factor = design.cooling_factor};
    room.chain.ups = catalog::ups_type(catalog, design.ups);
    room.ups_modules =
        ups_modules(design, design.it_kw * (1.0 + facility.distribution_losses.in(one)), catalog);
    room.chain.ups_installed = facility::ups_installed(
        design.redundancy, room.ups_modules.together_kw() * kilowatt, room.ups_modules.count);
    room.cooling = &catalog::cooling_type(catalog, design.cooling);
    room.cooling_units = cooling_units(room, design, heat_kw(room, design.it_kw), catalog);
    return room;
}

/// Generators that carry the whole connection; their rating counts at a power factor of 0.8.
facility::Modules generators_for(const continuity::SiteSupply& supply, double grid_kw,
                                 const catalog::Catalog& catalog) {
    constexpr double power_factor = 0.8;
    if (supply.generator != continuity::EmergencyPower::own) return {};
    return facility::modules_for(grid_kw / power_factor, 1,
                                 catalog::module_sizes(catalog, catalog::ModuleKind::generator));
}

/// Grid connection for the rooms at full IT load in design weather; sites above a size get their own
/// transformer.
double fit_grid(std::vector<RoomPlant>& rooms, const study::Facility& facility, double it_kw,
                std::optional<Power> given) {
    double design_w = 0.0;
    for (const RoomPlant& room : rooms)
        design_w += design_chain(room, facility, it_kw * watts_per_kw * room.load_share).grid_w();
    const double connection_kw = given ? given->in(kilowatt) : whole_kw(design_w / watts_per_kw);
    if (connection_kw * kilowatt < facility.transformer_from) return connection_kw;
    for (RoomPlant& room : rooms) room.chain.transformer_rating = connection_kw * room.load_share * kilowatt;
    if (given) return connection_kw;
    double with_transformer_w = 0.0;
    for (const RoomPlant& room : rooms)
        with_transformer_w += design_chain(room, facility, it_kw * watts_per_kw * room.load_share).grid_w();
    return whole_kw(with_transformer_w / watts_per_kw);
}

/// Power that a room's racks may draw, kW; infinite where the run sizes their number or nobody limits them.
double rack_power_kw(const study::Room& room) {
    return room.racks && room.rack_power ? *room.racks * room.rack_power->in(kilowatt) : no_limit;
}

/// Design IT load per room of a center: given ones as given, the rest split evenly over the automatic ones,
/// none of which gets more than its racks may draw.
std::vector<double> split_over_rooms(const study::Center& center, double it_kw) {
    double given = 0.0;
    int automatic = 0;
    for (const auto& [id, room] : center.rooms)
        if (room.it_power)
            given += room.it_power->in(kilowatt);
        else
            ++automatic;
    const double rest = automatic > 0 ? std::max(0.0, it_kw - given) / automatic : 0.0;
    std::vector<double> kw;
    for (const auto& [id, room] : center.rooms) {
        kw.push_back(room.it_power ? room.it_power->in(kilowatt)
                                   : std::min(whole_kw(rest), rack_power_kw(room)));
    }
    return kw;
}

double racks_of_rooms(const study::Center& center, double needed) {
    double given = 0.0;
    bool automatic = false;
    for (const auto& [id, room] : center.rooms)
        if (room.racks)
            given += *room.racks;
        else
            automatic = true;
    return automatic ? std::max(given, std::ceil(needed)) : given;
}

}  // namespace

std::vector<compute::RackKind> rack_kinds(const study::Center& center, Power planned) {
    const auto weaker = [](const compute::RackKind& a, const compute::RackKind& b) {
        return std::pair(!a.is_limit, a.power) < std::pair(!b.is_limit, b.power);
    };
    std::vector<compute::RackKind> kinds;
    std::optional<compute::RackKind> open;
    for (const auto& [id, room] : center.rooms) {
        const compute::RackKind kind{.power = room.rack_power.value_or(planned),
                                     .count = room.racks.value_or(compute::RackKind::unlimited),
                                     .is_limit = room.rack_power.has_value()};
        if (room.racks)
            kinds.push_back(kind);
        else if (!open || weaker(*open, kind))
            open = kind;
    }
    std::stable_sort(kinds.begin(), kinds.end(), [&](const auto& a, const auto& b) { return weaker(b, a); });
    if (open) kinds.push_back(*open);
    return kinds;
}

Plant home_plant(const study::Study& study, const catalog::Catalog& catalog, const DesignLoad& load) {
    const study::Home& home = study.home;
    Plant plant;
    Limits& limits = plant.limits;
    limits[Resource::it_power] = whole_kw(load[Resource::it_power]);
    limits[Resource::racks] = std::ceil(load[Resource::racks]);
    limits[Resource::height_units] = limits[Resource::racks] * study.facility.usable_height_units;
    limits[Resource::rack_power] = limits[Resource::racks] * home.rack_power.in(kilowatt);
    limits[Resource::ups] = 0.0;
    limits[Resource::cooling] = 0.0;
    for (int r = 0; r < home.rooms; ++r) {
        RoomPlant room = make_room({.it_kw = limits[Resource::it_power],
                                    .ups_power = {},
                                    .ups_modules = 1,
                                    .redundancy = home.redundancy,
                                    .ups = home.ups,
                                    .cooling = home.cooling,
                                    .cooling_power = {},
                                    .auxiliary_share = study.facility.auxiliary_small_room.in(one)},
                                   study.facility, catalog);
        room.load_share = 1.0 / home.rooms;
        limits[Resource::ups] = room.ups_modules.together_kw();
        limits[Resource::cooling] = room.cooling_units.together_kw();
        plant.rooms.push_back(room);
    }
    limits[Resource::grid] = fit_grid(plant.rooms, study.facility, limits[Resource::it_power], {});
    return plant;
}

Plant center_plant(const study::Study& study, const catalog::Catalog& catalog, const study::Center& center,
                   const DesignLoad& load) {
    const study::Facility& facility = study.facility;
    Plant plant;
    Limits& limits = plant.limits;
    const std::vector<double> room_kw = split_over_rooms(center, load[Resource::it_power]);
    limits[Resource::it_power] = 0.0;
    for (const double kw : room_kw) limits[Resource::it_power] += kw;
    limits[Resource::racks] = racks_of_rooms(center, load[Resource::racks]);
    limits[Resource::height_units] = limits[Resource::racks] * facility.usable_height_units;
    limits[Resource::rack_power] = 0.0;
    double open_racks = limits[Resource::racks];
    for (const compute::RackKind& kind : rack_kinds(center, facility.rack_power)) {
        const bool sized = kind.count == compute::RackKind::unlimited;
        const double built = sized ? open_racks : kind.count;
        limits[Resource::rack_power] += sized || kind.is_limit ? built * kind.power.in(kilowatt) : no_limit;
        open_racks -= built;
    }
    limits[Resource::ups] = 0.0;
    limits[Resource::cooling] = 0.0;
    std::size_t index = 0;
    for (const auto& [id, room] : center.rooms) {
        RoomPlant built = make_room(
            {.it_kw = room_kw[index],
             .ups_power = room.ups_power,
             .ups_modules = room.ups_modules,
             .redundancy = room.redundancy,
             .ups = room.ups,
             .cooling = room.cooling,
             .cooling_power = room.cooling_power,
             .auxiliary_share = (center.role == study::CenterRole::own ? facility.auxiliary_small_room
                                                                       : facility.auxiliary_center)
                                    .in(one),
             .cooling_factor = center.fit.cooling_factor},
            facility, catalog);
        built.load_share = limits[Resource::it_power] > 0.0 ? room_kw[index] / limits[Resource::it_power]
                                                            : 1.0 / static_cast<double>(center.rooms.size());
        limits[Resource::ups] += built.ups_modules.together_kw();
        limits[Resource::cooling] +=
            room.cooling_power ? room.cooling_power->in(kilowatt) : built.cooling_units.together_kw();
        plant.rooms.push_back(built);
        ++index;
    }
    limits[Resource::grid] =
        fit_grid(plant.rooms, facility, limits[Resource::it_power], center.grid_connection);
    plant.generators = generators_for(supply_of(study, center), limits[Resource::grid], catalog);
    limits[Resource::storage] =
        center.storage ? center.storage->in(terabyte) : std::ceil(load[Resource::storage]);
    limits[Resource::uplink] =
        center.uplink
            ? center.uplink->in(gigabit_per_second)
            : network::sold_rate(catalog, load[Resource::uplink] * gigabit_per_second).in(gigabit_per_second);
    return plant;
}

bool all_given(const study::Center& center) {
    const bool rooms = std::all_of(center.rooms.begin(), center.rooms.end(), [](const auto& entry) {
        return entry.second.racks.has_value() && entry.second.it_power.has_value();
    });
    return rooms && center.uplink && center.storage;
}

ItCeiling it_ceiling(const Plant& plant, const study::Facility& facility) {
    const Limits& limits = plant.limits;
    if (limits[Resource::it_power] <= 0.0) return {0.0, Resource::it_power};
    double ups = 0.0;
    for (const RoomPlant& room : plant.rooms)
        ups += limits[Resource::it_power] * room.load_share * (1.0 + room.chain.rules.distribution_share);
    const double ups_ceiling_kw = limits[Resource::it_power] * limits[Resource::ups] / ups;
    // Heat and grid are taken where the UPS still carries the load: beyond, its square term would run away.
    // Near full load both are close to proportional to IT, so their ceilings scale linearly.
    const double at_kw = std::min(limits[Resource::it_power], ups_ceiling_kw);
    double heat = 0.0;
    double grid = 0.0;
    for (const RoomPlant& room : plant.rooms) {
        const ChainPower chain = design_chain(room, facility, at_kw * watts_per_kw * room.load_share);
        heat += chain.heat_w / watts_per_kw;
        grid += chain.grid_w() / watts_per_kw;
    }
    const std::array<std::pair<double, Resource>, 4> candidates{
        {{limits[Resource::it_power], Resource::it_power},
         {ups_ceiling_kw, Resource::ups},
         {at_kw * limits[Resource::cooling] / heat, Resource::cooling},
         {at_kw * limits[Resource::grid] / grid, Resource::grid}}};
    ItCeiling ceiling;
    for (const auto& [it_kw, resource] : candidates)
        if (it_kw < ceiling.it_kw - 1e-9) ceiling = {it_kw, resource};
    return ceiling;
}

}  // namespace verbund::deploy
