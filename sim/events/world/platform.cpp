#include "sim/events/world/platform.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include <fmt/format.h>

#include "models/base/unit_factors.hpp"

namespace verbund::events {
namespace {

/// Stands for a link that has no limit of its own.
constexpr double ample_gbit_s = 1e5;

deploy::PoolKind kind_of(HostGroup group) {
    switch (group) {
        case HostGroup::physical:
            return deploy::PoolKind::physical;
        case HostGroup::standby:
            return deploy::PoolKind::standby;
        case HostGroup::cluster:
            break;
    }
    return deploy::PoolKind::cluster;
}

deploy::CoreGroup cores_of(const deploy::Pool& pool, const deploy::VariantDeployment& variant) {
    return deploy::cores_of(pool.hosts, variant.host_types, variant.reference_core_ops);
}

}  // namespace

Platform::Platform(Engine& engine, const deploy::WorldYear& input, const Background& background)
    : engine_{engine}, input_{input}, background_{background} {}

LinkId Platform::add_loaded(const std::string& name, double capacity_gbit_s, double latency_s, Loaded::Of of,
                            std::size_t index, bool forward) {
    const double capacity =
        std::isfinite(capacity_gbit_s) && capacity_gbit_s > 0.0 ? capacity_gbit_s : ample_gbit_s;
    const LinkId id = engine_.add_link(name, capacity * bytes_per_gbit, latency_s);
    index_of_.emplace(id, links_.size());
    links_.push_back({id, capacity, of, index, forward, 0.0});
    return id;
}

LinkId Platform::hop_link(Hop hop) {
    hop = bundle_of(hop);
    const auto [entry, added] = hop_links_.try_emplace({hop.link, hop.forward}, links_.size());
    if (!added) return links_[entry->second].id;
    const network::Link& link = input_.network().topology.links[hop.link];
    return add_loaded(link.id + (hop.forward ? ">" : "<"), capacity_of(hop),
                      network::link_delay(link, input_.network().delays).in(seconds), Loaded::Of::hop,
                      hop.link, hop.forward);
}

/// The first link stands for those beside it.
Hop Platform::bundle_of(Hop hop) const {
    const std::vector<network::Link>& links = input_.network().topology.links;
    const std::size_t first = background_.bundles().beside(hop.link).front();
    return {first, hop.forward == (links[first].from == links[hop.link].from)};
}

LinkId Platform::access_of(std::size_t administration, bool up) {
    const auto [entry, added] = access_links_.try_emplace({administration, up}, links_.size());
    if (!added) return links_[entry->second].id;
    return add_loaded(
        fmt::format("access:{}{}", input_.variant().administrations[administration].id, up ? ">" : "<"),
        background_.access_capacity_gbit_s(administration), input_.network().delays.gateway.in(seconds),
        Loaded::Of::access, administration, up);
}

LinkId Platform::uplink_of(std::size_t site, bool in) {
    const auto [entry, added] = uplinks_.try_emplace({site, in}, links_.size());
    if (!added) return links_[entry->second].id;
    return add_loaded(fmt::format("uplink:{}{}", site_name(site), in ? ">" : "<"),
                      background_.uplink_capacity_gbit_s(site), input_.network().delays.gateway.in(seconds),
                      Loaded::Of::uplink, site, in);
}

Platform::SiteWorld& Platform::world_of(std::size_t site) {
    const auto found = sites_.find(site);
    if (found != sites_.end()) return found->second;
    SiteWorld world;
    const double lan = input_.study().events.speeds.lan.in(gigabit_per_second)*bytes_per_gbit *
                       std::max(1, cores(site, HostGroup::cluster) > 0
                                       ? deploy::host_count(pool_of(site, HostGroup::cluster)->hosts)
                                       : 1);
    world.zone = input_.variant().sites[site].center == nullptr
                     ? engine_.add_zone(site_name(site), {}, {})
                     : engine_.add_zone(site_name(site), {uplink_of(site, false)}, {uplink_of(site, true)});
    const LinkId out = engine_.add_link(site_name(site) + "/lan<", lan, 0.0);
    const LinkId in = engine_.add_link(site_name(site) + "/lan>", lan, 0.0);
    world.servers = engine_.add_endpoint(site_name(site) + "/servers", {out}, {in}, world.zone);
    return sites_.emplace(site, std::move(world)).first->second;
}

EndpointId Platform::people(std::size_t administration, std::size_t site) {
    const auto found = people_.find({administration, site});
    if (found != people_.end()) return found->second;
    const EndpointId end =
        is_home(administration, site)
            ? people_at_home(administration, site)
            : people_by(administration, site,
                        shortest_route(input_.network(), input_.network().administration_node[administration],
                                       site));
    people_.emplace(std::pair{administration, site}, end);
    return end;
}

/// In the same building: the zone's own network, half the local round trip each way.
EndpointId Platform::people_at_home(std::size_t administration, std::size_t site) {
    const std::string& name = input_.variant().administrations[administration].id;
    const double lan = input_.study().events.speeds.lan.in(gigabit_per_second)*bytes_per_gbit;
    const double half_local = 0.5 * input_.network().delays.local.in(seconds);
    const ZoneId zone = world_of(site).zone;
    return engine_.add_endpoint(name + "/people", {engine_.add_link(name + "/lan>", lan, half_local)},
                                {engine_.add_link(name + "/lan<", lan, half_local)}, zone);
}

EndpointId Platform::people_by(std::size_t administration, std::size_t site, const Route& route) {
    std::vector<LinkId> out{access_of(administration, true)};
    std::vector<LinkId> in{access_of(administration, false)};
    for (const Hop hop : route.hops) {
        out.push_back(hop_link(hop));
        in.push_back(hop_link({hop.link, !hop.forward}));
    }
    return add_end(fmt::format("{}>{}", input_.variant().administrations[administration].id, site_name(site)),
                   out, in);
}

EndpointId Platform::primary(std::size_t primary, std::size_t backup) {
    const auto found = primaries_.find({primary, backup});
    if (found != primaries_.end()) return found->second;
    const EndpointId end = primary_by(
        primary, backup, shortest_route(input_.network(), input_.network().site_node[primary], backup));
    primaries_.emplace(std::pair{primary, backup}, end);
    return end;
}

EndpointId Platform::primary_by(std::size_t primary, std::size_t backup, const Route& route) {
    std::vector<LinkId> out{uplink_of(primary, false)};
    std::vector<LinkId> in{uplink_of(primary, true)};
    for (const Hop hop : route.hops) {
        out.push_back(hop_link(hop));
        in.push_back(hop_link({hop.link, !hop.forward}));
    }
    return add_end(fmt::format("{}>{}", site_name(primary), site_name(backup)), out, in);
}

EndpointId Platform::add_end(const std::string& name, const std::vector<LinkId>& out,
                             const std::vector<LinkId>& in) {
    const EndpointId end = engine_.add_endpoint(name, out, in);
    std::vector<std::size_t>& passed = links_of_[end];
    for (const std::vector<LinkId>* way : {&out, &in})
        for (const LinkId id : *way) passed.push_back(index_of_.at(id));
    return end;
}

EndpointId Platform::servers(std::size_t site) { return world_of(site).servers; }

const deploy::Pool* Platform::pool_of(std::size_t site, HostGroup group) const {
    const std::vector<deploy::Pool>& pools = input_.year().sites[site].pools;
    const deploy::Pool* any = nullptr;
    for (const deploy::Pool& pool : pools) {
        if (deploy::host_count(pool.hosts) == 0) continue;
        if (pool.kind == kind_of(group)) return &pool;
        if (any == nullptr || pool.kind == deploy::PoolKind::cluster) any = &pool;
    }
    return any;
}

std::optional<ProcessorId> Platform::hosts(std::size_t site, HostGroup group) {
    const deploy::Pool* pool = pool_of(site, group);
    if (pool == nullptr) return std::nullopt;
    SiteWorld& world = world_of(site);
    HostPool& built = world.pools[static_cast<int>(pool->kind)];
    if (built.hosts.empty()) {
        const deploy::CoreGroup group_of = cores_of(*pool, input_.variant());
        const auto cores = static_cast<int>(group_of.cores);
        built.pool = pool;
        built.hosts.push_back(
            {engine_.add_processor(site_name(site) + "/hosts", cores, group_of.speed, world.zone),
             cores,
             1.0,
             {}});
    }
    return built.hosts.front().processor;
}

std::optional<ProcessorId> Platform::host_of(std::size_t site, HostGroup group, double lot) {
    if (input_.study().events.hosts == study::HostDetail::pool) return hosts(site, group);
    const deploy::Pool* pool = pool_of(site, group);
    if (pool == nullptr) return std::nullopt;
    HostPool& built = world_of(site).singles[static_cast<int>(pool->kind)];
    if (built.hosts.empty()) add_single_hosts(site, *pool, built);
    const auto drawn = std::upper_bound(built.hosts.begin(), std::prev(built.hosts.end()), lot,
                                        [](double value, const Hosts& h) { return value < h.share_until; });
    return drawn->processor;
}

void Platform::add_single_hosts(std::size_t site, const deploy::Pool& pool, HostPool& built) {
    built.pool = &pool;
    double ops = 0.0;
    for (const deploy::HostSet& set : pool.hosts) {
        const compute::HostType& type = input_.variant().host_types[set.type];
        const double speed = type.performance_ops / type.cores / input_.variant().reference_core_ops;
        for (int i = 0; i < set.count; ++i) {
            ops += type.performance_ops;
            const std::string name = fmt::format("{}/host-{}-{}", site_name(site),
                                                 static_cast<int>(pool.kind), built.hosts.size() + 1);
            built.hosts.push_back(
                {engine_.add_processor(name, type.cores, speed, world_of(site).zone), type.cores, ops, {}});
        }
    }
    for (Hosts& host : built.hosts) host.share_until /= ops;
}

ProcessorId Platform::storage(std::size_t site) {
    SiteWorld& world = world_of(site);
    if (!world.storage) {
        world.storage =
            engine_.add_processor(site_name(site) + "/storage", 1, storage_bytes_per_s(site), world.zone);
    }
    return *world.storage;
}

double Platform::load_of(const Loaded& link, const DayShape& day, int hour) const {
    switch (link.of) {
        case Loaded::Of::access:
            return background_.access_gbit_s(link.index, link.forward, day, hour);
        case Loaded::Of::uplink:
            return background_.uplink_gbit_s(link.index, link.forward, day, hour);
        case Loaded::Of::hop:
            break;
    }
    return background_.bundle_gbit_s({link.index, link.forward}, day, hour);
}

/// Traffic that is simulated by itself on a link: at an access its own, on a drawn link that of the
/// administrations whose only access it is.
double Platform::simulated_on(const Loaded& link, int hour) const {
    if (!simulated_ || link.of == Loaded::Of::uplink) return 0.0;
    if (link.of == Loaded::Of::access) return simulated_(link.index, link.forward, hour);
    double sum = 0.0;
    for (const auto& [administration, up_is_forward] : background_.owners(link.index))
        sum += simulated_(administration, link.forward == up_is_forward, hour);
    return sum;
}

void Platform::set_link_hour(Loaded& link, const DayShape& day, int hour) {
    link.load = load_of(link, day, hour) / link.capacity_gbit_s;
    const double simulated = simulated_on(link, hour) / link.capacity_gbit_s;
    const double left = std::max(least_share, 1.0 - (link.load - simulated));
    engine_.set_bandwidth(link.id, link.capacity_gbit_s * left * bytes_per_gbit);
}

void Platform::set_hour_between(EndpointId end, std::size_t site, const DayShape& day, int hour) {
    for (const std::size_t index : links_of_.at(end)) set_link_hour(links_[index], day, hour);
    for (const bool in : {true, false}) {
        const auto uplink = uplinks_.find({site, in});
        if (uplink != uplinks_.end()) set_link_hour(links_[uplink->second], day, hour);
    }
}

void Platform::set_hour(const DayShape& day, int hour) {
    for (Loaded& link : links_) set_link_hour(link, day, hour);
    for (auto& [site, world] : sites_) {
        for (auto& [kind, built] : world.pools) set_pool_hour(built, day, hour);
        for (auto& [kind, built] : world.singles) set_pool_hour(built, day, hour);
    }
}

/// Single hosts are all loaded like their group.
void Platform::set_pool_hour(HostPool& built, const DayShape& day, int hour) {
    const double load = std::min(1.0, background_.pool_load(*built.pool, day, hour));
    for (Hosts& hosts : built.hosts) {
        if (hosts.background) engine_.cancel(*hosts.background);
        hosts.background.reset();
        // Rounded down and never all: a core is left for what is simulated in detail.
        const int busy = std::min(hosts.cores - 1, static_cast<int>(load * hosts.cores));
        constexpr double longer_than_a_day = 1e9;
        if (busy > 0 && hosts.cores - busy < enough_cores_)
            hosts.background = engine_.execute(hosts.processor, longer_than_a_day, nullptr, busy);
    }
}

double Platform::path_load(std::size_t administration, std::size_t site) const {
    if (is_home(administration, site)) return 0.0;
    double most = 0.0;
    const auto look = [&](const auto& known, std::size_t index) {
        for (const bool direction : {true, false}) {
            const auto found = known.find({index, direction});
            if (found != known.end()) most = std::max(most, links_[found->second].load);
        }
    };
    look(access_links_, administration);
    look(uplinks_, site);
    for (const Hop hop :
         shortest_route(input_.network(), input_.network().administration_node[administration], site).hops)
        look(hop_links_, bundle_of(hop).link);
    return most;
}

bool Platform::is_home(std::size_t administration, std::size_t site) const {
    return input_.year().administrations[administration].home == site;
}

double Platform::round_trip_s(std::size_t administration, std::size_t site) const {
    return input_.network().round_trip_ms(administration, site,
                                          input_.year().administrations[administration].home) *
           seconds_per_ms;
}

/// The last mile of a synthetic network is the administration's access, which stands by itself.
double Platform::capacity_of(Hop hop) const {
    const network::Link& link = input_.network().topology.links[hop.link];
    return input_.network().topology.synthetic && link.access ? ample_gbit_s
                                                              : background_.bundle_capacity_gbit_s(hop.link);
}

double Platform::narrowest_bytes_per_s(std::size_t administration, std::size_t site) const {
    if (is_home(administration, site))
        return input_.study().events.speeds.lan.in(gigabit_per_second)*bytes_per_gbit;
    double least = std::min({background_.access_capacity_gbit_s(administration),
                             background_.uplink_capacity_gbit_s(site), ample_gbit_s});
    for (const Hop hop :
         shortest_route(input_.network(), input_.network().administration_node[administration], site).hops)
        least = std::min(least, capacity_of(hop));
    return least * bytes_per_gbit;
}

double Platform::narrowest_between_sites(std::size_t primary, std::size_t backup) const {
    double least = std::min({background_.uplink_capacity_gbit_s(primary),
                             background_.uplink_capacity_gbit_s(backup), ample_gbit_s});
    for (const Hop hop : shortest_route(input_.network(), input_.network().site_node[primary], backup).hops)
        least = std::min(least, capacity_of(hop));
    return least * bytes_per_gbit;
}

int Platform::storage_arrays(std::size_t site) const {
    const Data array = input_.study().events.speeds.array_size;
    return 1 + static_cast<int>(input_.year().sites[site].storage_tb / array.in(terabyte));
}

double Platform::storage_bytes_per_s(std::size_t site) const {
    const DataRate rate = input_.study().events.speeds.storage_rate;
    return storage_arrays(site) * rate.in(gigabit_per_second)*bytes_per_gbit;
}

int Platform::cores(std::size_t site, HostGroup group) const {
    const deploy::Pool* pool = pool_of(site, group);
    return pool == nullptr ? 0 : static_cast<int>(cores_of(*pool, input_.variant()).cores);
}

double Platform::core_speed(std::size_t site, HostGroup group) const {
    const deploy::Pool* pool = pool_of(site, group);
    return pool == nullptr ? 1.0 : cores_of(*pool, input_.variant()).speed;
}

const std::string& Platform::site_name(std::size_t site) const { return input_.variant().sites[site].id; }

std::optional<LinkId> Platform::access_link(std::size_t administration, bool up) const {
    const auto found = access_links_.find({administration, up});
    return found == access_links_.end() ? std::nullopt : std::optional{links_[found->second].id};
}

}  // namespace verbund::events
