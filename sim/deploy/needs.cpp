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
double storage_w(const study::Study& study, const SiteDeployment& site, int copies, int year) {
    const study::Storage& s = study.storage;
    const double fall = yearly_factor(-s.density_gain, year - study.estate.base_year);
    const double disks_w = site.storage_tb * s.power_per_data.in(watt_per_terabyte) +
                           backup_tb(s, site) * s.backup_power_per_data.in(watt_per_terabyte);
    if (site.storage_tb <= 0.0) return disks_w * fall;
    const double array_share =
        s.array_from > Data{} ? std::min(1.0, site.storage_tb * terabyte / s.array_from) : 1.0;
    return copies * array_share * s.base.in(watt) + disks_w * fall;
}

/// Drive shelves: as many as hold the data, and as leave each within the power of a rack.
compute::RackLoad shelves(const study::Study& study, const SiteDeployment& site, int copies, int year,
                          Power rack_power) {
    const study::Storage& s = study.storage;
    const int years = year - study.estate.base_year;
    const double per_unit =
        s.per_height_unit.in(terabyte) / std::pow(1.0 - s.density_gain.in(per_year), years);
    const double stored = site.storage_tb + backup_tb(s, site) / s.backup_density;
    const double all_w = storage_w(study, site, copies, year);
    const double count = std::ceil(
        std::max(stored / per_unit / s.shelf_height_units, all_w / rack_power.in(watt) * (1.0 - 1e-9)));
    if (count == 0.0) return {};
    return {s.shelf_height_units, all_w / count * watt, static_cast<int>(count)};
}

/// What the site has that its gear is counted by, racks apart.
compute::GearSite gear_site(const BuildContext& context, const SiteAsk& ask, const SiteDeployment& site) {
    using catalog::GearBasis;
    const study::Study& study = *context.study;
    const study::Center* center = ask.site->center;
    const double hosts = host_count(hosts_of(site.pools, all_pools));
    compute::GearSite out;
    out.rooms = copies_of(study, *ask.site);
    out.wired_seats = study.gear.wired_seats;
    out[GearBasis::office] = ask.home_seats > 0.0 ? 1.0 : 0.0;
    out[GearBasis::seats] = ask.home_seats;
    if (!holds_anything(site)) return out;
    out[GearBasis::workplaces] = std::max(ask.home_seats, site.workplaces);
    out[GearBasis::room] = out.rooms;
    out[GearBasis::hosts] = hosts;
    if (site.storage_tb * terabyte >= out.rooms * study.storage.array_from)
        out[GearBasis::array_hosts] = hosts;
    if (center == nullptr || center->role == study::CenterRole::own) return out;
    out[GearBasis::center] = 1.0;
    out[GearBasis::center_hosts] = hosts;
    return out;
}

/// Whether a class with this daily profile runs at the site.
bool runs(const BuildContext& context, const SiteAsk& ask, const std::string& profile) {
    return std::any_of(
        ask.demand->shapes.begin(), ask.demand->shapes.end(),
        [&](const Shape& shape) { return (*context.workloads)[shape.workload].profile == profile; });
}

void add_devices(const BuildContext& context, const SiteAsk& ask, const compute::GearSite& counted_by,
                 std::vector<compute::GearLine>& lines) {
    compute::add_gear(
        context.catalog->gear, counted_by,
        [&](const std::string& profile) { return runs(context, ask, profile); }, lines);
}

/// All devices but those that follow from the racks.
void count_gear(const BuildContext& context, const SiteAsk& ask, SiteDeployment& site) {
    const std::vector<catalog::GearDevice>& table = context.catalog->gear;
    const bool keeps = !holds_anything(site);
    std::erase_if(site.gear, [&](const compute::GearLine& line) {
        return !keeps || table[line.device].place != catalog::GearPlace::room;
    });
    add_devices(context, ask, gear_site(context, ask, site), site.gear);
}

void count_gear_of_racks(const BuildContext& context, const SiteAsk& ask, int racks, SiteDeployment& site) {
    if (!holds_anything(site)) return;
    compute::GearSite counted_by;
    counted_by.rooms = copies_of(*context.study, *ask.site);
    counted_by[catalog::GearBasis::racks] = racks;
    add_devices(context, ask, counted_by, site.gear);
}

/// Power of the gear that the study states in place of devices.
double stated_gear_w(const study::Gear& gear, const SiteDeployment& site, double home_seats, int copies) {
    return copies * gear.base->in(watt) + gear.per_host.in(watt)*mean_running_hosts(site.pools) +
           gear.per_seat.in(watt)*home_seats;
}

/// The room's gear as units of one height unit each, all of the same power.
compute::RackLoad as_units(const BuildContext& context, const SiteDeployment& site) {
    const study::Gear& gear = context.study->gear;
    if (gear.base) {
        const int units = std::max(1, gear.height_units_base);
        return {std::min(1, gear.height_units_base), *gear.base * (1.0 / units), units};
    }
    const compute::RoomGear sum = compute::in_room(context.catalog->gear, site.gear);
    if (sum.height_units == 0) return {};
    return {1, sum.power * (1.0 / sum.height_units), sum.height_units};
}

Power strongest(const std::vector<compute::RackKind>& kinds) {
    Power most;
    for (const compute::RackKind& kind : kinds) most = std::max(most, kind.power);
    return most;
}

std::vector<compute::RackLoad> devices_of(const BuildContext& context, const SiteAsk& ask,
                                          const SiteDeployment& site, Power rack_power) {
    std::vector<compute::RackLoad> devices;
    for (const HostSet& set : hosts_of(site.pools, all_pools)) {
        const compute::HostType& type = context.hosts->type(set.type);
        devices.push_back({type.height_units, type.power_w.back() * watt, set.count});
    }
    const study::Study& study = *context.study;
    devices.push_back(shelves(study, site, copies_of(study, *ask.site), ask.phase.year, rack_power));
    devices.push_back(as_units(context, site));
    return devices;
}

/// Peak of the IT power over the kinds of day of the whole year: a room is not planned by the days of a
/// phase.
double it_peak_kw(const BuildContext& context, const Site& where, const SiteDeployment& site, int year,
                  double& traffic_peak) {
    const SlotGrid grid{context.profiles,
                        &context.patterns->get(whole_year(year), states_of(site, where.state))};
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
    if (room_of_center) return rack_kinds(*site.center, study.facility.rack_power);
    return {{.power = study.home.rack_power, .is_limit = false}};
}

double most_fed_w(const study::Study& study, const Site& site) {
    double most = 0.0;
    for (const compute::RackKind& kind : racks_at(study, site))
        most = std::max(most, kind.is_limit ? kind.power.in(watt) : no_limit);
    return most;
}

double backup_tb(const study::Storage& storage, const SiteDeployment& site) {
    const double kept_tb = site.storage_tb + (site.outside_copies_gb - site.copies_gb) / gb_per_tb;
    return std::max(0.0, kept_tb) * storage.backup_share.in(one);
}

bool holds_anything(const SiteDeployment& site) {
    return site.servers_asked > 0 || site.standby_hosts_asked > 0 || site.storage_tb > 0.0 ||
           site.outside_copies_gb > 0.0;
}

StaticNeeds static_needs(const BuildContext& context, const SiteAsk& ask, SiteDeployment& site) {
    const study::Study& study = *context.study;
    const int copies = copies_of(study, *ask.site);
    StaticNeeds needs;
    if (!study.gear.base) count_gear(context, ask, site);
    const std::vector<compute::RackKind> kinds = racks_at(study, *ask.site);
    const std::vector<compute::RackLoad> devices = devices_of(context, ask, site, strongest(kinds));
    for (const compute::RackLoad& d : devices) needs.of[Resource::height_units] += d.height_units * d.count;
    const compute::RackNeed racks = compute::racks_needed(devices, study.facility.usable_height_units, kinds);
    needs.of[Resource::racks] = racks.racks;
    needs.racks_by_space = racks.by_space;
    needs.of[Resource::rack_power] = racks.power.in(kilowatt);
    needs.overloaded_racks = racks.overloaded;
    // Racks of other clients are theirs alone.
    needs.of[Resource::height_units] += site.other_racks * study.facility.usable_height_units;
    needs.of[Resource::racks] += site.other_racks;
    needs.racks_by_space += site.other_racks;
    needs.of[Resource::rack_power] += site.other_racks * strongest(kinds).in(kilowatt);
    if (!study.gear.base) count_gear_of_racks(context, ask, racks.racks, site);
    site.gear_w = study.gear.base ? stated_gear_w(study.gear, site, ask.home_seats, copies)
                                  : compute::in_room(context.catalog->gear, site.gear).power.in(watt);
    site.constant_it_w = storage_w(study, site, copies, ask.phase.year) + site.gear_w;
    double traffic_peak = 0.0;
    needs.of[Resource::it_power] = it_peak_kw(context, *ask.site, site, ask.phase.year, traffic_peak);
    needs.of[Resource::storage] = site.storage_tb;
    // User traffic counts in both directions together; copies received and sent go in opposite ones.
    const double sent_or_received =
        std::max({site.replication_gbit_s, site.replication_sent_gbit_s, site.night_copies_gbit_s});
    needs.of[Resource::uplink] =
        (traffic_peak + site.other_gbit_s + sent_or_received) * study.network.sizing_factor;
    return needs;
}

}  // namespace verbund::deploy
