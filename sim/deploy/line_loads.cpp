#include "sim/deploy/line_loads.hpp"

#include <algorithm>
#include <optional>

#include "models/base/unit_factors.hpp"

namespace verbund::deploy {
namespace {

bool nowhere_above(const std::vector<double>& one, const std::vector<double>& other) {
    return std::equal(
        one.begin(), one.end(), other.begin(), [](double a, double b) { return a <= b; });
}

/// What the ways lead over a link, before it spreads over the links beside it.
struct OnLink {
    double copies = 0.0;        ///< replication while it is sent
    double night_copies = 0.0;  ///< replication at its mean and outside copies in their window
};

/// Sums up a year, way by way.
class Sum {
public:
    Sum(const NetworkPlan& plan, std::size_t profiles)
        : plan_{plan},
          profiles_{profiles},
          users_(plan.topology.links.size() * profiles, 0.0),
          copies_(plan.topology.links.size()) {}

    /// Returns what the administration's access carries.
    ByProfile add_users(std::size_t a, const AdministrationDeployment& administration,
                        const std::vector<std::size_t>& profile_of) {
        ByProfile access(profiles_, 0.0);
        std::vector<std::pair<std::uint32_t, ByProfile>> by_site;
        for (const Part& part : administration.parts) {
            if (part.site == administration.home || part.traffic_gbit_s <= 0.0F) continue;
            auto found = std::find_if(by_site.begin(), by_site.end(),
                                      [&](const auto& entry) { return entry.first == part.site; });
            if (found == by_site.end())
                found = by_site.insert(by_site.end(), {part.site, ByProfile(profiles_, 0.0)});
            found->second[profile_of[part.workload]] += part.traffic_gbit_s;
        }
        for (const auto& at_site : by_site) {
            const ByProfile& traffic = at_site.second;
            for (std::size_t p = 0; p < profiles_; ++p) access[p] += traffic[p];
            each_link(plan_.administration_node[a], at_site.first, [&](std::size_t link) {
                double* users = &users_[link * profiles_];
                for (std::size_t p = 0; p < profiles_; ++p) users[p] += traffic[p];
            });
        }
        add_line_uses(plan_.administration_node[a], administration.outside, profile_of, access);
        add_line_uses(plan_.administration_node[a], administration.exchanged, profile_of, access);
        return access;
    }

    /// What people exchange whose servers run at two centers.
    void add_exchanges(const Deployment& year, const std::vector<std::size_t>& profile_of) {
        for (const ExchangeFlow& flow : year.exchanges)
            each_link(
                plan_.site_node[flow.from], flow.to,
                [&](std::size_t link) {
                    users_[link * profiles_ + profile_of[flow.workload]] += flow.traffic_gbit_s;
                });
    }

    void add_copies(const Deployment& year) {
        for (const Replication& r : year.replications) {
            each_link(
                plan_.site_node[r.primary], r.backup,
                [&](std::size_t link) {
                    copies_[link].copies += r.gbit_s;
                    copies_[link].night_copies += r.mean_gbit_s;
                });
        }
        for (const OutsideTransfer& t : year.outside_copies) {
            each_link(
                plan_.site_node[t.from], t.to,
                [&](std::size_t link) { copies_[link].night_copies += t.gbit_s; });
        }
    }

    [[nodiscard]] double peak(std::size_t link, const PeakHours& hours) const {
        const auto first = users_.begin() + static_cast<std::ptrdiff_t>(link * profiles_);
        return hours.peak(ByProfile(first, first + static_cast<std::ptrdiff_t>(profiles_))) +
               std::max(copies_[link].copies, copies_[link].night_copies);
    }

private:
    /// What leaves the network beyond the access goes over the first link of the way to the nearest center.
    void add_line_uses(std::size_t node, const std::vector<LineUse>& uses,
                       const std::vector<std::size_t>& profile_of, ByProfile& access) {
        if (uses.empty()) return;
        const std::optional<std::size_t> first = first_link(plan_, node);
        for (const LineUse& use : uses) {
            const std::size_t p = profile_of[use.workload];
            const auto add = [&](std::size_t link) { users_[link * profiles_ + p] += use.traffic_gbit_s; };
            access[p] += use.traffic_gbit_s;
            if (use.to)
                each_link(node, *use.to, add);
            else if (first)
                add(*first);
        }
    }

    template <class Visit>
    void each_link(std::size_t node, std::size_t site, const Visit& visit) const {
        const network::PathTree& tree = plan_.trees[site];
        for (std::size_t at = node; tree.link_to_parent[at]; at = tree.parent[at])
            visit(*tree.link_to_parent[at]);
    }

    const NetworkPlan& plan_;
    std::size_t profiles_;
    std::vector<double> users_;  ///< [link][profile]
    std::vector<OnLink> copies_;
};

}  // namespace

std::optional<std::size_t> first_link(const NetworkPlan& plan, std::size_t node) {
    std::optional<std::pair<double, std::size_t>> nearest;
    for (const network::PathTree& tree : plan.trees) {
        if (!tree.link_to_parent[node]) continue;
        const std::pair way{tree.one_way_s[node], *tree.link_to_parent[node]};
        if (!nearest || way < *nearest) nearest = way;
    }
    return nearest ? std::optional{nearest->second} : std::nullopt;
}

PeakHours::PeakHours(const workload::ProfileSet& profiles) {
    for (int type = 0; type < workload::day_types_count; ++type) {
        for (int h = 0; h < hours_per_day; ++h) {
            std::vector<double> shares;
            for (int i = 0; i < profiles.size(); ++i) shares.push_back(profiles.share(i, type, h));
            const bool covered = std::any_of(shares_.begin(), shares_.end(),
                                             [&](const auto& other) { return nowhere_above(shares, other); });
            if (covered) continue;
            std::erase_if(shares_, [&](const auto& other) { return nowhere_above(other, shares); });
            shares_.push_back(std::move(shares));
        }
    }
}

double PeakHours::peak(const ByProfile& traffic) const {
    double most = 0.0;
    for (const std::vector<double>& shares : shares_) {
        double total = 0.0;
        for (std::size_t i = 0; i < traffic.size(); ++i) total += traffic[i] * shares[i];
        most = std::max(most, total);
    }
    return most;
}

LinePeaks line_peaks(const NetworkPlan& plan, const network::Bundles& bundles,
                     const VariantDeployment& variant, const Deployment& year,
                     const workload::ProfileSet& profiles) {
    std::vector<std::size_t> profile_of;
    for (const catalog::WorkloadClass& w : variant.workloads)
        profile_of.push_back(static_cast<std::size_t>(profiles.index(w.profile)));
    const PeakHours hours{profiles};
    Sum sum{plan, static_cast<std::size_t>(profiles.size())};
    LinePeaks peaks;
    for (std::size_t a = 0; a < year.administrations.size(); ++a)
        peaks.access_gbit_s.push_back(hours.peak(sum.add_users(a, year.administrations[a], profile_of)));
    sum.add_exchanges(year, profile_of);
    sum.add_copies(year);
    peaks.link_gbit_s.assign(plan.topology.links.size(), 0.0);
    for (std::size_t l = 0; l < peaks.link_gbit_s.size(); ++l)
        for (const std::size_t named : bundles.beside(l))
            peaks.link_gbit_s[l] += bundles.share(l) * sum.peak(named, hours);
    return peaks;
}

}  // namespace verbund::deploy
