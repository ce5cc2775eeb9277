#include "sim/events/latency/typical_day_links.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "models/base/unit_factors.hpp"

namespace verbund::events {
namespace {

/// Calls `load(hour)` for each hour; adds the busiest if there is any load and a capacity.
template <typename Load>
void add_busiest(std::vector<outcome::BusyLink>& rows, const std::string& link, bool up, double capacity,
                 const Load& load) {
    outcome::BusyLink row;
    for (int h = 0; h < hours_per_day; ++h) {
        const double now = load(h);
        if (now <= row.load_gbit_s) continue;
        row.load_gbit_s = now;
        row.hour = h;
    }
    if (row.load_gbit_s <= 0.0 || !std::isfinite(capacity) || capacity <= 0.0) return;
    row.link = link;
    row.direction = up ? "up" : "down";
    row.capacity_gbit_s = capacity;
    row.utilisation = row.load_gbit_s / capacity;
    rows.push_back(row);
}

double way_to_center(const deploy::NetworkPlan& plan, std::size_t node) {
    double least = std::numeric_limits<double>::infinity();
    for (const network::PathTree& tree : plan.trees) least = std::min(least, tree.one_way_s[node]);
    return least;
}

void add_links(std::vector<outcome::BusyLink>& rows, const deploy::WorldYear& input,
               const Background& background, const DayShape& day) {
    const network::Topology& topology = input.network().topology;
    for (std::size_t l = 0; l < topology.links.size(); ++l) {
        const network::Link& link = topology.links[l];
        if (topology.synthetic && link.access) continue;
        const bool forward_is_up =
            way_to_center(input.network(), link.to) <= way_to_center(input.network(), link.from);
        for (const bool forward : {true, false}) {
            add_busiest(
                rows, link.id, forward == forward_is_up, background.link_capacity_gbit_s(l),
                [&](int h) {
                    return background.link_gbit_s({l, forward}, day, h);
                });
        }
    }
}

}  // namespace

std::vector<outcome::BusyLink> busiest_links(const deploy::WorldYear& input, const Background& background,
                                             const DayShape& day, std::size_t count) {
    std::vector<outcome::BusyLink> rows;
    add_links(rows, input, background, day);
    for (std::size_t a = 0; a < input.year().administrations.size(); ++a) {
        if (!background.access_links(a).empty()) continue;  // drawn, and told as links
        for (const bool up : {true, false}) {
            add_busiest(
                rows, "access:" + input.variant().administrations[a].id, up,
                background.access_capacity_gbit_s(a),
                [&](int h) { return background.access_gbit_s(a, up, day, h); });
        }
    }
    for (std::size_t s = 0; s < input.year().sites.size(); ++s) {
        for (const bool in : {true, false}) {
            add_busiest(
                rows, "uplink:" + input.variant().sites[s].id, in, background.uplink_capacity_gbit_s(s),
                [&](int h) { return background.uplink_gbit_s(s, in, day, h); });
        }
    }
    std::sort(rows.begin(), rows.end(), [](const outcome::BusyLink& a, const outcome::BusyLink& b) {
        return std::tie(b.utilisation, a.link, a.direction) < std::tie(a.utilisation, b.link, b.direction);
    });
    if (rows.size() > count) rows.resize(count);
    for (outcome::BusyLink& row : rows) {
        row.year = input.year().year;
        row.day = day_id(day.day);
    }
    return rows;
}

}  // namespace verbund::events
