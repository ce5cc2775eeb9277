#include "sim/events/background.hpp"

#include <algorithm>
#include <limits>

#include "models/network/access.hpp"

namespace verbund::events {
namespace {

void add(ProfileTraffic& to, std::size_t profile, double gbit_s) { to[profile] += gbit_s; }

}  // namespace

Background::Background(const EventInput& input, ReplicationLoad replication)
    : input_{input}, up_share_{input.study->events.latency.upstream_share.in(one)} {
    const ProfileTraffic none(static_cast<std::size_t>(input.profiles->size()), 0.0);
    const std::size_t links = input.network->topology.links.size();
    forward_.assign(links, none);
    backward_.assign(links, none);
    constant_forward_.assign(links, 0.0);
    constant_backward_.assign(links, 0.0);
    access_.assign(input.year->administrations.size(), none);
    uplink_.assign(input.year->sites.size(), none);
    replication_in_.assign(input.year->sites.size(), 0.0);
    replication_out_.assign(input.year->sites.size(), 0.0);
    add_users();
    add_replication();
    find_capacities();
    // Only now: what the run sizes is sized for replication in either case.
    if (replication == ReplicationLoad::left_out) remove_replication();
}

void Background::remove_replication() {
    for (std::vector<double>* load :
         {&constant_forward_, &constant_backward_, &replication_in_, &replication_out_}) {
        std::fill(load->begin(), load->end(), 0.0);
    }
}

void Background::add_users() {
    std::vector<std::size_t> profile_of;
    for (const catalog::WorkloadClass& w : input_.variant->workloads) {
        profile_of.push_back(static_cast<std::size_t>(input_.profiles->index(w.profile)));
    }
    for (std::size_t a = 0; a < input_.year->administrations.size(); ++a) {
        const deploy::AdministrationDeployment& administration = input_.year->administrations[a];
        for (const deploy::Part& part : administration.parts) {
            if (part.site == administration.home || part.traffic_gbit_s <= 0.0F) continue;
            const std::size_t profile = profile_of[part.workload];
            add(access_[a], profile, part.traffic_gbit_s);
            add(uplink_[part.site], profile, part.traffic_gbit_s);
            const Route route =
                shortest_route(*input_.network, input_.network->administration_node[a], part.site);
            for (const Hop hop : route.hops) {
                add(hop.forward ? forward_[hop.link] : backward_[hop.link], profile,
                    up_share_ * part.traffic_gbit_s);
                add(hop.forward ? backward_[hop.link] : forward_[hop.link], profile,
                    (1.0 - up_share_) * part.traffic_gbit_s);
            }
        }
    }
}

void Background::add_replication() {
    for (const deploy::Replication& r : input_.year->replications) {
        replication_out_[r.primary] += r.gbit_s;
        replication_in_[r.backup] += r.gbit_s;
        const Route route = shortest_route(*input_.network, input_.network->site_node[r.primary], r.backup);
        for (const Hop hop : route.hops) {
            (hop.forward ? constant_forward_[hop.link] : constant_backward_[hop.link]) += r.gbit_s;
        }
    }
}

void Background::find_capacities() {
    for (std::size_t a = 0; a < input_.year->administrations.size(); ++a) {
        const study::ResolvedAdministration& who = input_.variant->administrations[a];
        const DataRate rate = who.stated.access
                                  ? *who.stated.access
                                  : network::usual_capacity(input_.set->catalog, who.kind, input_.year->year);
        access_capacity_.push_back(rate.in(gigabit_per_second));
    }
    const DayShape winter = day_shape(input_, study::TypicalDay::winter_workday);
    for (std::size_t l = 0; l < input_.network->topology.links.size(); ++l) {
        double capacity = input_.network->topology.links[l].capacity.in(gigabit_per_second);
        if (capacity <= 0.0) {
            double peak = 0.0;
            for (int h = 0; h < workload::hours_per_day; ++h) {
                peak =
                    std::max({peak, link_gbit_s({l, true}, winter, h), link_gbit_s({l, false}, winter, h)});
            }
            capacity = std::max(peak * input_.study->network.sizing_factor,
                                input_.study->network.backbone.in(gigabit_per_second));
        }
        link_capacity_.push_back(capacity);
    }
    for (const deploy::SiteDeployment& site : input_.year->sites) {
        uplink_capacity_.push_back(site.plant ? site.plant->limits.uplink_gbit_s
                                              : std::numeric_limits<double>::infinity());
    }
}

double Background::at(const ProfileTraffic& traffic, const DayShape& day, int hour) const {
    double sum = 0.0;
    for (std::size_t p = 0; p < traffic.size(); ++p) sum += traffic[p] * day.share(p, hour);
    return sum;
}

double Background::link_gbit_s(Hop hop, const DayShape& day, int hour) const {
    return hop.forward ? at(forward_[hop.link], day, hour) + constant_forward_[hop.link]
                       : at(backward_[hop.link], day, hour) + constant_backward_[hop.link];
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
    for (const deploy::LoadTerm& term : pool.load_ops) {
        load += term.base + term.swing * day.share(term.profile, hour);
    }
    double performance = 0.0;
    for (const deploy::HostSet& set : pool.hosts) {
        performance += set.count * input_.variant->host_types[set.type].performance_ops;
    }
    performance *= pool.running_share;
    return performance > 0.0 ? load / performance : 0.0;
}

}  // namespace verbund::events
