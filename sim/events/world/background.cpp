#include "sim/events/world/background.hpp"

#include <algorithm>
#include <limits>

#include "models/base/unit_factors.hpp"
#include "sim/deploy/access.hpp"
#include "sim/deploy/line_loads.hpp"
#include "sim/deploy/line_sizing.hpp"

namespace verbund::events {
namespace {

/// Of what bodies exchange as much goes one way as the other.
constexpr double evenly = 0.5;
constexpr double least_uplink_gbit_s = 1e-3;

void add(ProfileTraffic& to, std::size_t profile, double gbit_s) { to[profile] += gbit_s; }

}  // namespace

Background::Background(const deploy::WorldYear& input, ReplicationLoad replication)
    : input_{input},
      bundles_{input.network().topology},
      up_share_{input.study().events.latency.upstream_share.in(one)} {
    const ProfileTraffic none(static_cast<std::size_t>(input.profiles().size()), 0.0);
    const std::size_t links = input.network().topology.links.size();
    forward_.assign(links, none);
    backward_.assign(links, none);
    constant_forward_.assign(links, 0.0);
    constant_backward_.assign(links, 0.0);
    access_.assign(input.year().administrations.size(), none);
    uplink_.assign(input.year().sites.size(), none);
    replication_in_.assign(input.year().sites.size(), 0.0);
    replication_out_.assign(input.year().sites.size(), 0.0);
    add_users();
    find_capacities();
    find_accesses();
    if (replication == ReplicationLoad::average) add_replication();
}

void Background::add_users() {
    std::vector<std::size_t> profile_of;
    for (const catalog::WorkloadClass& w : input_.variant().workloads)
        profile_of.push_back(static_cast<std::size_t>(input_.profiles().index(w.profile)));
    for (std::size_t a = 0; a < input_.year().administrations.size(); ++a) {
        const deploy::AdministrationDeployment& administration = input_.year().administrations[a];
        for (const deploy::Part& part : administration.parts) {
            if (part.site == administration.home || part.traffic_gbit_s <= 0.0F) continue;
            const std::size_t profile = profile_of[part.workload];
            add(access_[a], profile, part.traffic_gbit_s);
            add(uplink_[part.site], profile, part.traffic_gbit_s);
            add_way(input_.network().administration_node[a], part.site, profile, part.traffic_gbit_s,
                    up_share_);
        }
        add_line_uses(a, administration.outside, profile_of, up_share_);
        add_line_uses(a, administration.exchanged, profile_of, evenly);
    }
    for (const deploy::ExchangeFlow& flow : input_.year().exchanges) {
        const std::size_t profile = profile_of[flow.workload];
        for (const std::size_t site : {flow.from, flow.to}) add(uplink_[site], profile, flow.traffic_gbit_s);
        add_way(input_.network().site_node[flow.from], flow.to, profile, flow.traffic_gbit_s, evenly);
    }
}

void Background::add_line_uses(std::size_t a, const std::vector<deploy::LineUse>& uses,
                               const std::vector<std::size_t>& profile_of, double up_share) {
    const std::size_t node = input_.network().administration_node[a];
    for (const deploy::LineUse& use : uses) {
        const std::size_t profile = profile_of[use.workload];
        add(access_[a], profile, use.traffic_gbit_s);
        if (use.to) {
            add(uplink_[*use.to], profile, use.traffic_gbit_s);
            add_way(node, *use.to, profile, use.traffic_gbit_s, up_share);
        } else if (const auto first = deploy::first_link(input_.network(), node)) {
            const bool forward = input_.network().topology.links[*first].from == node;
            add(forward ? forward_[*first] : backward_[*first], profile, up_share * use.traffic_gbit_s);
            add(forward ? backward_[*first] : forward_[*first], profile,
                (1.0 - up_share) * use.traffic_gbit_s);
        }
    }
}

void Background::add_way(std::size_t node, std::size_t site, std::size_t profile, double gbit_s,
                         double up_share) {
    for (const Hop hop : shortest_route(input_.network(), node, site).hops) {
        add(hop.forward ? forward_[hop.link] : backward_[hop.link], profile, up_share * gbit_s);
        add(hop.forward ? backward_[hop.link] : forward_[hop.link], profile, (1.0 - up_share) * gbit_s);
    }
}

void Background::add_replication() {
    for (const deploy::Replication& r : input_.year().replications) {
        replication_out_[r.primary] += r.mean_gbit_s;
        replication_in_[r.backup] += r.mean_gbit_s;
        const Route route = shortest_route(input_.network(), input_.network().site_node[r.primary], r.backup);
        for (const Hop hop : route.hops)
            (hop.forward ? constant_forward_[hop.link] : constant_backward_[hop.link]) += r.mean_gbit_s;
    }
}

void Background::find_capacities() {
    lines_ = deploy::lines_of(input_.network(), input_.study(), input_.set().catalog, input_.variant(),
                              input_.year(), input_.profiles());
    for (const deploy::SiteDeployment& site : input_.year().sites) {
        // Users of other clients are taken at their peak at all hours.
        uplink_capacity_.push_back(
            site.plant
                ? std::max(site.plant->limits[Resource::uplink] - site.other_gbit_s, least_uplink_gbit_s)
                : std::numeric_limits<double>::infinity());
    }
}

void Background::find_accesses() {
    for (std::size_t a = 0; a < input_.year().administrations.size(); ++a) {
        deploy::Access access =
            deploy::access_of(input_.network(), bundles_, lines_, input_.variant(), input_.year(), a);
        access_capacity_.push_back(access.capacity_gbit_s);
        access_links_.push_back(std::move(access.links));
        const std::vector<std::size_t>& links = access_links_.back();
        if (links.empty() || bundles_.beside(links.front()) != links) continue;
        const network::Link& first = input_.network().topology.links[links.front()];
        owners_[links.front()].emplace_back(a, first.from == input_.network().administration_node[a]);
    }
}

const std::vector<Background::Owner>& Background::owners(std::size_t link) const {
    static const std::vector<Owner> nobody;
    const auto found = owners_.find(link);
    return found == owners_.end() ? nobody : found->second;
}

double Background::at(const ProfileTraffic& traffic, const DayShape& day, int hour) const {
    double sum = 0.0;
    for (std::size_t p = 0; p < traffic.size(); ++p) sum += traffic[p] * day.share(p, hour);
    return sum;
}

double Background::named_gbit_s(Hop hop, const DayShape& day, int hour) const {
    return hop.forward ? at(forward_[hop.link], day, hour) + constant_forward_[hop.link]
                       : at(backward_[hop.link], day, hour) + constant_backward_[hop.link];
}

double Background::bundle_gbit_s(Hop hop, const DayShape& day, int hour) const {
    const std::vector<network::Link>& links = input_.network().topology.links;
    double sum = 0.0;
    for (const std::size_t l : bundles_.beside(hop.link)) {
        const bool same_way = links[l].from == links[hop.link].from;
        sum += named_gbit_s({l, hop.forward == same_way}, day, hour);
    }
    return sum;
}

double Background::link_gbit_s(Hop hop, const DayShape& day, int hour) const {
    return bundles_.share(hop.link) * bundle_gbit_s(hop, day, hour);
}

double Background::bundle_capacity_gbit_s(std::size_t link) const {
    double sum = 0.0;
    for (const std::size_t l : bundles_.beside(link)) sum += link_capacity_gbit_s(l);
    return sum;
}

double Background::access_gbit_s(std::size_t administration, bool up, const DayShape& day, int hour) const {
    return (up ? up_share_ : 1.0 - up_share_) * at(access_[administration], day, hour);
}

double Background::uplink_gbit_s(std::size_t site, bool in, const DayShape& day, int hour) const {
    return (in ? up_share_ : 1.0 - up_share_) * at(uplink_[site], day, hour) +
           (in ? replication_in_[site] : replication_out_[site]);
}

double Background::pool_load(const deploy::Pool& pool, const DayShape& day, int hour) const {
    double load = 0.0;
    for (const deploy::LoadTerm& term : pool.load_ops)
        load += term.base + term.swing * day.share(term.profile, hour);
    const double performance = deploy::running_performance_ops(pool, input_.variant().host_types);
    return performance > 0.0 ? load / performance : 0.0;
}

}  // namespace verbund::events
