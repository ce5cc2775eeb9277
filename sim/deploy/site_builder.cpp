#include "sim/deploy/site_builder.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <string>

#include "models/base/unit_factors.hpp"
#include "sim/deploy/needs.hpp"
#include "sim/deploy/other_load.hpp"
#include "sim/deploy/plant.hpp"
#include "sim/deploy/refusal.hpp"
#include "sim/deploy/sites.hpp"
#include "sim/deploy/stand_alone.hpp"

namespace verbund::deploy {
namespace {

/// Rules of the study, what the racks of the site can feed, and where its renewals begin.
FleetRules fleet_rules_at(const BuildContext& context, const Site& site) {
    FleetRules rules = context.fleet_rules;
    rules.phase = phase_of_place(site.at);
    rules.rack_power_w = most_fed_w(*context.study, site);
    return rules;
}

/// The rules by which hosts with GPUs are bought.
FleetRules with_gpus(FleetRules rules) {
    rules.pack = compute::gpu_rules(rules.pack);
    rules.gpu = true;
    return rules;
}

/// Years in which the hosts that stand in `year` may have been bought: those that the study states, or every
/// year of their life, but none before the site had its first.
std::vector<int> purchase_years(const BuildContext& context, int year, int earliest) {
    const std::vector<int>& stated = context.study->hosts.installed;
    earliest = std::max(earliest, year - context.fleet_rules.refresh_years + 1);
    std::vector<int> years;
    if (year == context.start_year && !stated.empty()) {
        std::copy_if(
            stated.begin(), stated.end(), std::back_inserter(years),
            [&](int bought) { return bought >= earliest && bought <= year; });
    } else {
        for (int bought = earliest; bought <= year; ++bought) years.push_back(bought);
    }
    return years;
}

/// Year before which nothing was bought for a site; an administration's own servers are older than the room
/// they stand in.
int earliest_purchase(const Site& site) {
    if (site.center == nullptr || site.center->role == study::CenterRole::own)
        return std::numeric_limits<int>::min();
    return site.center->commissioned.year;
}

/// What came before the start is not known: each year up to it is set up for itself, in its first phase.
bool is_set_up(const BuildContext& context, const SiteAsk& ask) {
    return ask.phase.year <= context.start_year && ask.phase.first_day == 0;
}

/// Whether a site's hosts are set up in a phase, as they stand then, rather than carried on from the one
/// before.
bool begins(const BuildContext& context, const SiteAsk& ask) {
    const study::Center* center = ask.site->center;
    const bool moves_in = center != nullptr && center->role == study::CenterRole::own &&
                          center->commissioned == first_date(ask.phase);
    return moves_in || is_set_up(context, ask);
}

int renew_fleet(const BuildContext& context, const SiteAsk& ask, const std::vector<compute::PackItem>& items,
                Fleet& fleet) {
    const int year = ask.phase.year;
    if (!begins(context, ask)) return fleet.renew(year, items);
    return fleet.begin(year, purchase_years(context, year, earliest_purchase(*ask.site)), {items});
}

void renew_cluster(const BuildContext& context, const SiteAsk& ask, SiteState& state, SiteDeployment& out) {
    const auto items = pack_items(ask.demand->shapes, *context.workloads, context.hosts->reference_core_ops(),
                                  copies_of(*context.study, *ask.site));
    out.hosts_bought = renew_fleet(context, ask, only(items, false), state.cluster);
    if (!state.gpu_hosts && !needs_gpus(ask.demand->shapes)) return;
    if (!state.gpu_hosts)
        state.gpu_hosts.emplace(*context.hosts, with_gpus(fleet_rules_at(context, *ask.site)));
    out.hosts_bought += renew_fleet(context, ask, only(items, true), *state.gpu_hosts);
}

/// Whether a stand-alone server on offer in a year holds a physical server.
bool is_held_alone(const BuildContext& context, const Shape& shape, int year) {
    const compute::PackItem item = item_of(shape, *context.workloads, context.hosts->reference_core_ops());
    return compute::stand_alone_for(item, context.hosts->offer(year), context.fleet_rules.pack).has_value();
}

/// Servers of each shape that hosts hold: VMs as the cluster packs them, physical servers that are on offer.
std::vector<int> holdable(const BuildContext& context, const SiteAsk& ask, const SiteState& state) {
    const std::vector<Shape>& shapes = ask.demand->shapes;
    const int copies = copies_of(*context.study, *ask.site);
    std::vector<int> kept;
    kept.reserve(shapes.size());
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const RunsOn kind = runs_on(shapes[i]);
        if (kind == RunsOn::machine)
            kept.push_back(is_held_alone(context, shapes[i], ask.phase.year) ? shapes[i].count : 0);
        else
            kept.push_back((kind == RunsOn::gpu_hosts ? *state.gpu_hosts : state.cluster).placed()[i] /
                           copies);
    }
    return kept;
}

int renew_pool(const BuildContext& context, const SiteAsk& ask, const StandbyPool& pool, Fleet& fleet,
               const std::vector<std::vector<compute::PackItem>>& losses) {
    const int year = ask.phase.year;
    if (!is_set_up(context, ask)) return fleet.renew(year, losses);
    int since = year;
    for (const std::size_t i : pool.asks) since = std::min(since, ask.standby[i].since);
    return fleet.begin(year, purchase_years(context, year, since), losses);
}

/// VMs of a criticality that no standby host on offer holds, and what it lacks.
struct Unheld {
    int servers = 0;
    Resource lacking = Resource::none;
};
using UnheldByCriticality = std::map<int, Unheld>;

void add_unheld(const BuildContext& context, const std::vector<compute::PackItem>& items,
                const std::vector<int>& placed, int year, UnheldByCriticality& unheld) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (placed[i] >= items[i].count) continue;
        const auto lacking = compute::misfit(items[i], context.hosts->offer(year), context.fleet_rules.pack);
        Unheld& sum = unheld[items[i].priority];
        sum.servers += items[i].count - placed[i];
        if (lacking) sum.lacking = lacking->resource;
    }
}

/// Buys standby hosts; returns what they do not hold, by ask.
std::vector<UnheldByCriticality> renew_standby(const BuildContext& context, const SiteAsk& ask,
                                               SiteState& state, SiteDeployment& out) {
    FleetRules plain = fleet_rules_at(context, *ask.site);
    plain.pack.reserve_hosts = 0;  // standby capacity is itself the reserve
    std::vector<UnheldByCriticality> unheld(ask.standby.size());
    for (const StandbyPool& pool : standby_pools(ask.standby)) {
        std::vector<std::vector<compute::PackItem>> losses;
        for (const std::size_t i : pool.asks) {
            losses.push_back(
                only(standby_items(ask.standby[i], *context.workloads, context.hosts->reference_core_ops()),
                     pool.key.gpu));
        }
        const FleetRules rules = pool.key.gpu ? with_gpus(plain) : plain;
        Fleet& fleet = state.standby.try_emplace(pool.key, Fleet{*context.hosts, rules}).first->second;
        out.hosts_bought += renew_pool(context, ask, pool, fleet, losses);
        out.standby_hosts_asked += fleet.count();
        std::vector<std::uint32_t> primaries;
        for (const std::size_t i : pool.asks)
            primaries.push_back(static_cast<std::uint32_t>(ask.standby[i].primary));
        for (std::size_t k = 0; k < pool.asks.size(); ++k)
            add_unheld(context, losses[k], fleet.placed(k), ask.phase.year, unheld[pool.asks[k]]);
        const StandbyAsk& any = ask.standby[pool.asks.front()];
        out.pools.push_back({.kind = PoolKind::standby,
                             .hosts = fleet.hosts(),
                             .load_ops = {},
                             .running_share = any.hosts_installed_share > 0.0
                                                  ? any.hosts_running_share / any.hosts_installed_share
                                                  : 0.0,
                             .primaries = std::move(primaries),
                             .bound_by = fleet.bound_by(),
                             .gpu = pool.key.gpu});
    }
    out.standby_hosts = out.standby_hosts_asked;
    return unheld;
}

/// Copies of others' data, all of them placed, and who has a standby host; limits come later.
void hold_copies(const SiteAsk& ask, const std::vector<UnheldByCriticality>& unheld, SiteDeployment& out) {
    for (std::size_t i = 0; i < ask.standby.size(); ++i) {
        const StandbyAsk& standby = ask.standby[i];
        out.copies_gb += standby.storage_gb;
        out.replication_gbit_s += standby.replication_gbit_s;
        for (const ProtectedClass& c : standby.classes) {
            const auto found = unheld[i].find(static_cast<int>(c.criticality));
            const Unheld missing = found == unheld[i].end() ? Unheld{} : found->second;
            out.protected_servers.push_back({static_cast<std::uint32_t>(standby.primary), c.criticality,
                                             c.servers, c.servers - missing.servers, missing.lacking});
        }
    }
    out.storage_tb += out.copies_gb / gb_per_tb;
}

double mean_age(const BuildContext& context, const SiteDeployment& site, int year) {
    const std::vector<HostSet> hosts = hosts_of(site.pools, all_pools);
    if (host_count(hosts) == 0) return 0.0;
    const auto age = [year](const compute::HostType& type) { return year - type.year + 0.5; };
    return sum_over_hosts(hosts, context.hosts->types(), age) / host_count(hosts);
}

/// Everything that hosts hold is placed; limits come later.
void place_held(const BuildContext& context, const SiteAsk& ask, const SiteState& state,
                const std::vector<int>& kept, SiteDeployment& out) {
    const std::vector<Shape>& shapes = ask.demand->shapes;
    const double reference = context.hosts->reference_core_ops();
    out.asked = ask.demand->asked;
    out.servers_asked = ask.demand->servers();
    out.copies = copies_of(*context.study, *ask.site);
    out.storage_tb = ask.demand->storage_gb() / gb_per_tb * out.copies;
    out.pools.reserve(2 + ask.standby.size());
    out.pools.push_back({.kind = PoolKind::cluster,
                         .hosts = state.cluster.hosts(),
                         .load_ops = load_terms(shapes, kept, RunsOn::cluster, reference),
                         .bound_by = state.cluster.bound_by()});
    out.pools.push_back({.kind = PoolKind::physical,
                         .hosts = stand_alone_servers(context, *ask.site, shapes, kept, ask.phase.year),
                         .load_ops = load_terms(shapes, kept, RunsOn::machine, reference)});
    if (!state.gpu_hosts || state.gpu_hosts->count() == 0) return;
    out.pools.push_back({.kind = PoolKind::cluster,
                         .hosts = state.gpu_hosts->hosts(),
                         .load_ops = load_terms(shapes, kept, RunsOn::gpu_hosts, reference),
                         .bound_by = state.gpu_hosts->bound_by(),
                         .gpu = true});
}

/// Whether people of an administration that is at home here, what the room holds or what is left in it need
/// power here.
bool is_used(const SiteAsk& ask, const SiteDeployment& site) {
    return ask.home_seats > 0.0 || holds_anything(site) || !site.gear.empty();
}

/// A room of the kind that the study's section `home` describes: also what is left of a center that does not
/// stand or was given up, for the gear of the office in whose building it was or will be.
bool has_home_room(const SiteAsk& ask, const SiteDeployment& site) {
    return ask.site->center == nullptr || !ask.stands || site.given_up;
}

/// Whole years that a site's room keeps its gear once it is empty.
int years_kept(const study::Study& study, const Site& site) {
    const bool own = site.center != nullptr && site.center->given_up.has_value();
    return static_cast<int>(
        std::floor((own ? *site.center->given_up : study.home.given_up).in(julian_years)));
}

/// A room that holds nothing any more has its devices of the last phase it did, until it is given up or its
/// center closes.  Its plant is sized anew for what stays, and if it is used again.
void recall_room(const BuildContext& context, const SiteAsk& ask, SiteState& state, SiteDeployment& out) {
    const bool used = holds_anything(out);
    const Date today = first_date(ask.phase);
    if (used) {
        state.room_used = true;
        state.empty_since.reset();
    } else if (state.room_used && !state.empty_since) {
        state.empty_since = today;
    }
    const auto gone_on = [&] { return add_years(*state.empty_since, years_kept(*context.study, *ask.site)); };
    out.given_up = state.empty_since && (!ask.stands || today >= gone_on());
    if (!used && !out.given_up) out.gear = state.room_gear;
    if (out.given_up != state.given_up) state.plant.reset();
    state.given_up = out.given_up;
}

void remember_room(const BuildContext& context, const SiteDeployment& site, SiteState& state) {
    state.room_gear.clear();
    if (site.given_up) return;
    for (const compute::GearLine& line : site.gear)
        if (context.catalog->gear[line.device].place == catalog::GearPlace::room)
            state.room_gear.push_back(line);
}

/// What clients outside the study have in a center that stands.
void hold_other_load(const BuildContext& context, const SiteAsk& ask, SiteDeployment& out) {
    if (has_home_room(ask, out)) return;
    const study::Center& center = *ask.site->center;
    Power strongest;
    for (const compute::RackKind& kind : racks_at(*context.study, *ask.site))
        strongest = std::max(strongest, kind.power);
    out.other_it_w = other_it_w(*context.study, *context.catalog, center, ask.phase.year);
    out.other_racks = other_racks(center, out.other_it_w, strongest);
    out.other_gbit_s = other_gbit_s(*context.study, *context.catalog, center, ask.phase.year);
}

/// Sized in the start year and again after each move; built on in the year in which a need exceeds what
/// stands, since nobody stated a limit.
void fit_home_plant(const BuildContext& context, const SiteAsk& ask, SiteState& state,
                    const SiteDeployment& site) {
    const bool stays = state.plant && state.plant_moves == ask.moves_made;
    DesignLoad load;
    bool enough = stays;
    for (const Resource resource : {Resource::it_power, Resource::racks}) {
        const double built = stays ? state.plant->limits[resource] : 0.0;
        load[resource] =
            std::max(built, site.needs.of[resource] * (1.0 + context.study->home.reserve.in(one)));
        enough = enough && site.needs.of[resource] <= built;
    }
    if (enough) return;
    state.plant = std::make_shared<Plant>(home_plant(*context.study, *context.catalog, load));
    state.plant_moves = ask.moves_made;
}

/// Limits that a center's description gives; what is automatic is out of reach.
Plant given_limits(const BuildContext& context, const study::Center& center) {
    constexpr double out_of_reach = 1e7;
    return center_plant(*context.study, *context.catalog, center, DesignLoad::filled(out_of_reach));
}

}  // namespace

std::optional<Date> given_up_on(const study::Study& study, const Site& site, const SiteState& state) {
    if (!state.empty_since || state.given_up) return std::nullopt;
    return add_years(*state.empty_since, years_kept(study, site));
}

SiteDeployment build_site(const BuildContext& context, const SiteAsk& ask, SiteState& state) {
    if (is_set_up(context, ask)) state = SiteState{Fleet{*context.hosts, fleet_rules_at(context, *ask.site)}};
    SiteDeployment out;
    out.administrations = ask.demand->administrations;
    out.workplaces = ask.demand->workplaces;
    renew_cluster(context, ask, state, out);
    const std::vector<int> held = holdable(context, ask, state);
    place_held(context, ask, state, held, out);
    hold_copies(ask, renew_standby(context, ask, state, out), out);
    out.traffic_gbit_s = ask.demand->traffic_gbit_s;
    out.exchange_gbit_s = ask.demand->exchange_gbit_s;
    out.replication_sent_gbit_s = ask.copies_sent_gbit_s;
    out.night_copies_gbit_s = ask.night_copies_gbit_s;
    out.outside_copies_gb = ask.outside_copies_gb;
    recall_room(context, ask, state, out);
    out.in_operation = is_used(ask, out);
    if (!out.in_operation) return out;
    hold_other_load(context, ask, out);
    out.host_age_years = mean_age(context, out, ask.phase.year);
    out.needs = static_needs(context, ask, out);
    if (has_home_room(ask, out)) {
        fit_home_plant(context, ask, state, out);
        out.plant = state.plant;
        refuse_what_exceeds(context, ask, *state.plant, held, out);
    } else {
        refuse_what_exceeds(context, ask, given_limits(context, *ask.site->center), held, out);
    }
    remember_room(context, out, state);
    return out;
}

}  // namespace verbund::deploy
