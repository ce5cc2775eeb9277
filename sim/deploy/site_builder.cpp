#include "sim/deploy/site_builder.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "models/estate/estate.hpp"
#include "sim/deploy/needs.hpp"
#include "sim/deploy/refusal.hpp"

namespace verbund::deploy {
namespace {

FleetHistory history_of(const BuildContext& context, const Site& site, int year) {
    if (year != context.first_year) return FleetHistory::none;
    if (site.center == nullptr || site.center->role == study::CenterRole::own)
        return FleetHistory::all_at_once;
    const bool stood_before = site.center->commissioned < Date{context.first_year, 1, 1};
    return stood_before ? FleetHistory::every_year : FleetHistory::none;
}

void renew_cluster(const BuildContext& context, const SiteAsk& ask, SiteState& state, SiteDeployment& out) {
    const auto items = pack_items(ask.demand->shapes, *context.workloads, context.hosts->reference_core_ops(),
                                  copies_of(*context.study, *ask.site));
    if (!state.begun) {
        state.cluster.begin(history_of(context, *ask.site, ask.year), ask.year, ask.site->id, items);
        state.begun = true;
    }
    out.hosts_bought = state.cluster.renew(ask.year, items);
}

/// Physical servers: one entry server each, an equal part renewed every year.
std::vector<HostSet> physical_hosts(const BuildContext& context, int count, int year) {
    std::vector<HostSet> sets;
    const int cohorts = context.fleet_rules.refresh_years;
    const std::vector<int> parts =
        estate::apportion(count, std::vector<double>(static_cast<std::size_t>(cohorts), 1.0));
    for (int age = cohorts - 1; age >= 0; --age) {
        const int part = parts[static_cast<std::size_t>(age)];
        if (part > 0) sets.push_back({context.hosts->index("entry", year - age), part});
    }
    return sets;
}

void renew_standby(const BuildContext& context, const SiteAsk& ask, SiteState& state, SiteDeployment& out) {
    FleetRules rules = context.fleet_rules;
    rules.pack.reserve_hosts = 0;  // standby capacity is itself the reserve
    for (const StandbyPool& pool : standby_pools(ask.standby)) {
        std::vector<std::vector<compute::PackItem>> losses;
        for (const std::size_t i : pool.asks) {
            losses.push_back(
                standby_items(ask.standby[i], *context.workloads, context.hosts->reference_core_ops()));
        }
        Fleet& fleet = state.standby.try_emplace(pool.key, Fleet{*context.hosts, rules}).first->second;
        out.hosts_bought += fleet.renew(ask.year, losses);
        out.standby_hosts_asked += fleet.count();
        std::vector<std::uint32_t> primaries;
        for (const std::size_t i : pool.asks)
            primaries.push_back(static_cast<std::uint32_t>(ask.standby[i].primary));
        const StandbyAsk& any = ask.standby[pool.asks.front()];
        out.pools.push_back({.kind = PoolKind::standby,
                             .hosts = fleet.hosts(),
                             .load_ops = {},
                             .running_share = any.hosts_installed_share > 0.0
                                                  ? any.hosts_running_share / any.hosts_installed_share
                                                  : 0.0,
                             .primaries = std::move(primaries)});
    }
    out.standby_hosts = out.standby_hosts_asked;
}

/// Copies of others' data; all of them are placed, limits come later.
void hold_copies(const SiteAsk& ask, SiteDeployment& out) {
    for (const StandbyAsk& standby : ask.standby) {
        out.storage_tb += standby.storage_gb / 1e3;
        out.replication_gbit_s += standby.replication_gbit_s;
        for (const ProtectedClass& c : standby.classes) {
            out.protected_servers.push_back({static_cast<std::uint32_t>(standby.primary), c.criticality,
                                             c.servers, c.servers, Resource::none});
        }
    }
}

double mean_age(const BuildContext& context, const SiteDeployment& site, int year) {
    double age = 0.0;
    int hosts = 0;
    for (const Pool& pool : site.pools) {
        for (const HostSet& set : pool.hosts) {
            age += set.count * (year - context.hosts->type(set.type).year + 0.5);
            hosts += set.count;
        }
    }
    return hosts > 0 ? age / hosts : 0.0;
}

/// Everything asked is placed; limits come later.
void place_all(const BuildContext& context, const SiteAsk& ask, SiteState& state, SiteDeployment& out) {
    const std::vector<Shape>& shapes = ask.demand->shapes;
    const double reference = context.hosts->reference_core_ops();
    std::vector<int> counts;
    for (const Shape& s : shapes) {
        counts.push_back(s.count);
        (s.physical ? out.physical_servers : out.vms) += s.count;
        out.vcpu += s.vcpu * (s.physical ? 0 : s.count);
        out.ram_gb += s.ram_gb * s.count;
    }
    out.servers_asked = out.servers_placed = out.vms + out.physical_servers;
    out.storage_tb = ask.demand->storage_gb() / 1e3 * copies_of(*context.study, *ask.site);
    out.pools.reserve(2 + ask.standby.size());
    out.pools.push_back({.kind = PoolKind::cluster,
                         .hosts = state.cluster.hosts(),
                         .load_ops = load_terms(shapes, counts, false, reference)});
    out.pools.push_back({.kind = PoolKind::physical,
                         .hosts = physical_hosts(context, out.physical_servers, ask.year),
                         .load_ops = load_terms(shapes, counts, true, reference)});
}

void fit_home_plant(const BuildContext& context, const SiteAsk& ask, SiteState& state,
                    const SiteDeployment& site) {
    if (state.plant && state.plant_phase == ask.phase) return;
    const double reserve = 1.0 + context.study->home.reserve.in(one);
    state.plant = std::make_shared<Plant>(home_plant(*context.study, *context.catalog,
                                                     {.it_kw = site.needs.it_peak_kw * reserve,
                                                      .racks = site.needs.racks * reserve,
                                                      .storage_tb = 0.0,
                                                      .uplink_gbit_s = 0.0}));
    state.plant_phase = ask.phase;
}

/// Limits that a center's description gives; what is automatic is out of reach.
Plant given_limits(const BuildContext& context, const study::Center& center) {
    constexpr double out_of_reach = 1e7;
    return center_plant(*context.study, *context.catalog, center,
                        {out_of_reach, out_of_reach, out_of_reach, out_of_reach});
}

}  // namespace

SiteDeployment build_site(const BuildContext& context, const SiteAsk& ask, SiteState& state) {
    SiteDeployment out;
    out.administrations = ask.demand->administrations;
    out.workplaces = ask.demand->workplaces;
    renew_cluster(context, ask, state, out);
    place_all(context, ask, state, out);
    renew_standby(context, ask, state, out);
    hold_copies(ask, out);
    out.traffic_gbit_s = ask.demand->traffic_gbit_s;
    out.in_operation = out.servers_asked > 0 || out.standby_hosts_asked > 0;
    if (!out.in_operation) return out;
    out.constant_it_w =
        constant_it_w(*context.study, out, ask.home_seats, copies_of(*context.study, *ask.site), ask.year);
    out.host_age_years = mean_age(context, out, ask.year);
    out.needs = static_needs(context, *ask.site, out, ask.year);
    if (ask.site->center == nullptr) {
        fit_home_plant(context, ask, state, out);
        out.plant = state.plant;
        refuse_what_exceeds(context, ask, *state.plant, out);
    } else {
        refuse_what_exceeds(context, ask, given_limits(context, *ask.site->center), out);
    }
    return out;
}

}  // namespace verbund::deploy
