#include "sim/deploy/needs.hpp"

#include <algorithm>
#include <cmath>

#include "models/base/unit_factors.hpp"
#include "sim/deploy/plant.hpp"
#include "sim/deploy/slot_load.hpp"

namespace verbund::deploy {
namespace {

double yearly_factor(Rate rate, int years) { return std::pow(1.0 + rate.in(per_year), years); }

/// Arrays and backup disks.
double storage_w(const study::Study& study, double storage_tb, int copies, int year) {
    if (storage_tb <= 0.0) return 0.0;
    const study::Storage& s = study.storage;
    const double fall = yearly_factor(-s.density_gain, year - study.estate.base_year);
    const double per_tb = s.power_per_data.in(watt_per_terabyte) +
                          s.backup_share.in(one)*s.backup_power_per_data.in(watt_per_terabyte);
    const double array_share =
        s.array_from > Data{} ? std::min(1.0, storage_tb * terabyte / s.array_from) : 1.0;
    return copies * array_share * s.base.in(watt) + storage_tb * per_tb * fall;
}

/// Drive shelves: as many as hold the data, and as leave each within the power of a rack.
compute::RackLoad shelves(const study::Study& study, const SiteDeployment& site, int copies, int year,
                          Power rack_power) {
    const study::Storage& s = study.storage;
    const int years = year - study.estate.base_year;
    const double per_unit =
        s.per_height_unit.in(terabyte) / std::pow(1.0 - s.density_gain.in(per_year), years);
    const double stored = site.storage_tb * (1.0 + s.backup_share.in(one) / s.backup_density);
    const double all_w = storage_w(study, site.storage_tb, copies, year);
    const double count = std::ceil(
        std::max(stored / per_unit / s.shelf_height_units, all_w / rack_power.in(watt) * (1.0 - 1e-9)));
    if (count == 0.0) return {};
    return {s.shelf_height_units, all_w / count * watt, static_cast<int>(count)};
}

/// Firewalls, switches and patch panels of one height unit each.
compute::RackLoad gear_of(const study::Gear& gear) {
    const int units = std::max(1, gear.height_units_base);
    return {std::min(1, gear.height_units_base), gear.base * (1.0 / units), units};
}

Power strongest(const std::vector<compute::RackKind>& kinds) {
    Power most;
    for (const compute::RackKind& kind : kinds) most = std::max(most, kind.power);
    return most;
}

std::vector<compute::RackLoad> devices_of(const BuildContext& context, const Site& where,
                                          const SiteDeployment& site, int year, Power rack_power) {
    std::vector<compute::RackLoad> devices;
    for (const HostSet& set : hosts_of(site.pools, all_pools)) {
        const compute::HostType& type = context.hosts->type(set.type);
        devices.push_back({type.height_units, type.power_w.back() * watt, set.count});
    }
    const study::Study& study = *context.study;
    devices.push_back(shelves(study, site, copies_of(study, where), year, rack_power));
    devices.push_back(gear_of(study.gear));
    return devices;
}

/// Peak of the IT power over the hours of the year.
double it_peak_kw(const BuildContext& context, const Site& where, const SiteDeployment& site, int year,
                  double& traffic_peak) {
    const SlotGrid grid{context.profiles, &context.patterns->get(year, states_of(site, where.state))};
    const std::vector<double> power = site_it_power_w(site, context.hosts->types(), grid);
    const std::vector<double> traffic = slot_load(site.traffic_gbit_s, grid);
    traffic_peak = *std::max_element(traffic.begin(), traffic.end());
    return (*std::max_element(power.begin(), power.end()) + site.other_it_w) / watts_per_kw;
}

}  // namespace

int copies_of(const study::Study& study, const Site& site) {
    return site.kind == SiteKind::home ? study.home.rooms : 1;
}

std::vector<compute::RackKind> racks_at(const study::Study& study, const Site& site) {
    const bool room_of_center = site.center != nullptr && !site.center->rooms.empty();
    return room_of_center ? rack_kinds(*site.center)
                          : std::vector<compute::RackKind>{{.power = study.home.rack_power}};
}

double constant_it_w(const study::Study& study, const SiteDeployment& site, double home_seats, int copies,
                     int year) {
    const study::Gear& gear = study.gear;
    return storage_w(study, site.storage_tb, copies, year) + copies * gear.base.in(watt) +
           gear.per_host.in(watt)*mean_running_hosts(site.pools) + gear.per_seat.in(watt)*home_seats;
}

StaticNeeds static_needs(const BuildContext& context, const Site& where, const SiteDeployment& site,
                         int year) {
    StaticNeeds needs;
    const std::vector<compute::RackKind> kinds = racks_at(*context.study, where);
    const std::vector<compute::RackLoad> devices = devices_of(context, where, site, year, strongest(kinds));
    for (const compute::RackLoad& d : devices) needs.of[Resource::height_units] += d.height_units * d.count;
    const compute::RackNeed racks =
        compute::racks_needed(devices, context.study->facility.usable_height_units, kinds);
    needs.of[Resource::racks] = racks.racks;
    needs.racks_by_space = racks.by_space;
    needs.of[Resource::rack_power] = racks.power.in(kilowatt);
    needs.overloaded_racks = racks.overloaded;
    // Racks of other clients are theirs alone.
    needs.of[Resource::height_units] += site.other_racks * context.study->facility.usable_height_units;
    needs.of[Resource::racks] += site.other_racks;
    needs.racks_by_space += site.other_racks;
    needs.of[Resource::rack_power] += site.other_racks * strongest(kinds).in(kilowatt);
    double traffic_peak = 0.0;
    needs.of[Resource::it_power] = it_peak_kw(context, where, site, year, traffic_peak);
    needs.of[Resource::storage] = site.storage_tb;
    // User traffic counts in both directions together; copies received and sent go in opposite ones.
    const double copies =
        std::max({site.replication_gbit_s, site.replication_sent_gbit_s, site.night_copies_gbit_s});
    needs.of[Resource::uplink] = (traffic_peak + copies) * context.study->network.sizing_factor;
    return needs;
}

}  // namespace verbund::deploy
