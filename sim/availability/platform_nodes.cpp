#include "sim/availability/platform_nodes.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "sim/availability/parts.hpp"
#include "sim/availability/shared_events.hpp"
#include "sim/availability/site_nodes.hpp"
#include "sim/deploy/backup.hpp"

namespace verbund::availability {
namespace {

std::string_view id_of(Importance importance) {
    return importance == Importance::critical ? "critical" : "other";
}

bool takes_over(const deploy::BackupPair& pair, Importance importance) {
    return pair.rule->standby != continuity::StandbyMode::none &&
           (importance == Importance::critical || pair.rule->protects == study::ProtectedLoad::all);
}

Importance importance_of(catalog::Criticality criticality) {
    return criticality <= catalog::Criticality::critical ? Importance::critical : Importance::other;
}

/// Share of a group's protected servers that have a place at the sites on which they fall back.
double placed_share(const deploy::Deployment& year, const deploy::BackupPair& pair, Importance importance) {
    int asked = 0;
    int placed = 0;
    for (const std::size_t site : pair.sites()) {
        for (const deploy::ProtectedServers& p : year.sites[site].protected_servers) {
            if (p.primary != pair.primary || importance_of(p.criticality) != importance) continue;
            asked += p.asked;
            placed += p.placed;
        }
    }
    return asked > 0 ? static_cast<double>(placed) / asked : 1.0;
}

class PlatformBuilder {
public:
    PlatformBuilder(System& system, const deploy::WorldYear& input, const Figures& figures)
        : system_{system},
          input_{input},
          f_{figures},
          rules_{&figures, &input.study().availability, &input.study().events.recovery} {
        for (const deploy::BackupPair& pair :
             deploy::backup_pairs(input.study(), input.variant().sites, first_date(input.year())))
            pairs_.emplace(pair.primary, pair);
        for (std::size_t s = 0; s < input.variant().sites.size(); ++s) operator_.push_back(s);
        join_operators();
    }

    std::map<Platform, NodeId> build(const std::vector<Platform>& platforms) {
        std::set<std::size_t> sites;
        for (const Platform& p : platforms) {
            sites.insert(p.site);
            if (const deploy::BackupPair* pair = pair_of(p)) sites.insert(pair->backup);
        }
        add_sites({sites.begin(), sites.end()});
        std::map<Platform, NodeId> nodes;
        for (const Platform& p : platforms) nodes.emplace(p, add_platform(p));
        return nodes;
    }

private:
    [[nodiscard]] const deploy::BackupPair* pair_of(const Platform& platform) const {
        const auto found = pairs_.find(platform.site);
        if (found == pairs_.end() || !takes_over(found->second, platform.importance)) return nullptr;
        return &found->second;
    }

    [[nodiscard]] const std::string& stream(std::size_t site) const {
        return input_.variant().streams.sites[site];
    }

    void join_operators() {
        const std::vector<deploy::Site>& sites = input_.variant().sites;
        for (std::size_t s = 0; s < sites.size() && sites[s].center != nullptr; ++s) {
            if (!sites[s].center->partner) continue;
            const auto partner = std::find_if(sites.begin(), sites.end(), [&](const deploy::Site& other) {
                return other.center != nullptr && other.id == *sites[s].center->partner;
            });
            if (partner != sites.end()) join(s, static_cast<std::size_t>(partner - sites.begin()));
        }
        for (const auto& [primary, pair] : pairs_)
            if (sites[primary].center->role == study::CenterRole::own &&
                sites[pair.backup].center->role == study::CenterRole::own)
                join(primary, pair.backup);
    }

    void join(std::size_t a, std::size_t b) {
        const std::size_t from = std::max(operator_[a], operator_[b]);
        const std::size_t to = std::min(operator_[a], operator_[b]);
        std::replace(operator_.begin(), operator_.end(), from, to);
    }

    void add_sites(const std::vector<std::size_t>& sites) {
        std::vector<SiteDesign> designs;
        for (const std::size_t s : sites) designs.push_back(site_design(input_, s));
        const std::vector<SharedEvents> shared = shared_events(system_, f_, designs);
        for (std::size_t i = 0; i < sites.size(); ++i)
            sites_.emplace(sites[i], add_site(system_, rules_, designs[i], shared[i]));
    }

    NodeId add_platform(const Platform& platform) {
        const std::string name = fmt::format("{}/{}", stream(platform.site), id_of(platform.importance));
        NodeId runs = sites_.at(platform.site);
        if (const deploy::BackupPair* pair = pair_of(platform)) runs = failover(name, platform, *pair);
        return system_.series(
            {runs, add_part(system_, name + "/software", f_.software), ransomware(platform.site)});
    }

    /// Whenever in the week it happens, on average.
    [[nodiscard]] double takeover_h(continuity::StandbyMode standby) const {
        const continuity::TakeoverSteps& steps = *rules_.recovery;
        return continuity::takeover_time(steps, standby, continuity::mean_decision_time(steps)).in(hours);
    }

    NodeId failover(const std::string& name, const Platform& platform, const deploy::BackupPair& pair) {
        const double success = (1.0 - failover_failure(*rules_.availability)) *
                               placed_share(input_.year(), pair, platform.importance);
        return system_.standby({.name = name + "/failover",
                                .main = sites_.at(platform.site),
                                .spare = sites_.at(pair.backup),
                                .failure_on_demand = 1.0 - success,
                                .switch_h = takeover_h(pair.rule->standby),
                                .cause = {}});
    }

    NodeId ransomware(std::size_t site) {
        const std::size_t by = operator_[site];
        const auto known = ransomware_.find(by);
        if (known != ransomware_.end()) return known->second;
        std::string first = stream(site);  // of the operator's sites, whichever is asked for
        for (std::size_t s = 0; s < operator_.size(); ++s)
            if (operator_[s] == by) first = std::min(first, stream(s));
        return ransomware_.emplace(by, add_part(system_, first + "/ransomware", f_.ransomware)).first->second;
    }

    System& system_;
    const deploy::WorldYear& input_;
    const Figures& f_;
    SiteRules rules_;
    std::map<std::size_t, deploy::BackupPair> pairs_;  ///< by primary
    std::vector<std::size_t> operator_;                ///< [site] -> its operator's first site
    std::map<std::size_t, NodeId> sites_;
    std::map<std::size_t, NodeId> ransomware_;  ///< by operator
};

}  // namespace

std::map<Platform, NodeId> add_platforms(System& system, const deploy::WorldYear& input,
                                         const Figures& figures, const std::vector<Platform>& platforms) {
    return PlatformBuilder{system, input, figures}.build(platforms);
}

}  // namespace verbund::availability
