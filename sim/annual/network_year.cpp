#include "sim/annual/network_year.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "models/base/unit_factors.hpp"
#include "models/network/bundles.hpp"
#include "sim/deploy/access.hpp"
#include "sim/deploy/line_loads.hpp"
#include "sim/deploy/line_sizing.hpp"
#include "sim/deploy/sites.hpp"

namespace verbund::annual {
namespace {

using deploy::ByProfile;

/// Means of the profiles over the days of a phase.
class ProfileTimes {
public:
    ProfileTimes(const workload::ProfileSet& profiles, const Phase& phase, FederalState state) {
        const workload::YearPatterns patterns = workload::phase_patterns(phase, {state});
        mean_.assign(static_cast<std::size_t>(profiles.size()), 0.0);
        double hours = 0.0;
        for (std::size_t p = 0; p < patterns.day_type_of.size(); ++p) {
            const int days = patterns.days_of_pattern[p];
            for (int h = 0; h < hours_per_day; ++h) {
                hours += days;
                for (int i = 0; i < profiles.size(); ++i) {
                    mean_[static_cast<std::size_t>(i)] +=
                        days * profiles.share(i, patterns.day_type_of[p][0], h);
                }
            }
        }
        for (double& m : mean_) m /= hours;
    }

    [[nodiscard]] double mean(const ByProfile& traffic) const {
        double total = 0.0;
        for (std::size_t i = 0; i < traffic.size(); ++i) total += traffic[i] * mean_[i];
        return total;
    }

private:
    ByProfile mean_;
};

struct SiteShare {
    std::size_t site = 0;
    double rtt_ms = 0.0;
    int servers = 0;
    double interactions = 0.0;
    ByProfile traffic;
};

struct AdministrationView {
    std::vector<SiteShare> sites;
    std::vector<std::pair<double, double>> latency_weight;  ///< ms, interactions per hour
    double over_limit = 0.0;
    double interactions = 0.0;
};

/// A year's transactions: those of an hour of each phase, weighted by its part of the year.
struct Transactions {
    std::vector<std::pair<double, double>> latency_weight;
    double over_limit = 0.0;
    double interactions = 0.0;

    void add(const AdministrationView& view, double part) {
        for (const auto& [ms, weight] : view.latency_weight) latency_weight.emplace_back(ms, weight * part);
        over_limit += view.over_limit * part;
        interactions += view.interactions * part;
    }
};

SiteShare& share_of(AdministrationView& view, std::size_t site, double rtt_ms, std::size_t profiles) {
    for (SiteShare& s : view.sites)
        if (s.site == site) return s;
    return view.sites.emplace_back(SiteShare{site, rtt_ms, 0, 0.0, ByProfile(profiles, 0.0)});
}

AdministrationView view_of(const deploy::NetworkPlan& plan, const deploy::VariantDeployment& variant,
                           const deploy::AdministrationDeployment& a, std::size_t index,
                           const std::vector<std::size_t>& profile_of, std::size_t profiles) {
    AdministrationView view;
    for (const deploy::Part& part : a.parts) {
        const double rtt_ms = plan.round_trip_ms(index, part.site, a.home);
        SiteShare& share = share_of(view, part.site, rtt_ms, profiles);
        share.servers += part.servers;
        share.traffic[profile_of[part.workload]] += part.traffic_gbit_s;
        if (part.interactions_per_h <= 0.0F) continue;
        const double limit_ms = variant.workloads[part.workload].rtt_limit_ms;
        share.interactions += part.interactions_per_h;
        view.interactions += part.interactions_per_h;
        if (limit_ms > 0.0 && rtt_ms > limit_ms) view.over_limit += part.interactions_per_h;
    }
    for (const SiteShare& share : view.sites)
        if (share.interactions > 0.0) view.latency_weight.emplace_back(share.rtt_ms, share.interactions);
    return view;
}

double weighted_mean(const std::vector<std::pair<double, double>>& values) {
    double sum = 0.0;
    double weight = 0.0;
    for (const auto& [value, w] : values) {
        sum += value * w;
        weight += w;
    }
    return weight > 0.0 ? sum / weight : outcome::not_applicable;
}

double quantile_or_nan(const std::vector<std::pair<double, double>>& values, double q) {
    return values.empty() ? outcome::not_applicable : network::weighted_quantile(values, q);
}

/// Center with most of the administration's servers, of equal ones the first by content; -1 when that is its
/// own home room.
double main_center(const AdministrationView& view, const deploy::VariantDeployment& variant) {
    const auto most =
        std::max_element(view.sites.begin(), view.sites.end(), [&](const SiteShare& a, const SiteShare& b) {
            if (a.servers != b.servers) return a.servers < b.servers;
            return deploy::before_by_content(variant.sites[b.site], variant.sites[a.site]);
        });
    if (most == view.sites.end() || variant.sites[most->site].center == nullptr) return -1.0;
    return static_cast<double>(most->site);
}

/// Adds up a year, phase by phase and administration by administration.
class YearOfNetwork {
public:
    YearOfNetwork(const deploy::NetworkPlan& plan, const study::Study& study,
                  const deploy::VariantDeployment& variant, std::span<const deploy::Deployment> phases,
                  const workload::ProfileSet& profiles, const catalog::Catalog& catalog)
        : plan_{plan},
          study_{study},
          variant_{variant},
          phases_{phases},
          profiles_{profiles},
          bundles_{plan.topology},
          lines_{deploy::lines_of(plan, study, catalog, variant, phases.back(), profiles)},
          profile_count_{static_cast<std::size_t>(profiles.size())},
          of_administration_(phases.back().administrations.size()),
          mean_on_path_(plan.topology.links.size(), 0.0) {
        for (const catalog::WorkloadClass& w : variant.workloads)
            profile_of_.push_back(static_cast<std::size_t>(profiles.index(w.profile)));
        out_.administrations.resize(of_administration_.size());
    }

    NetworkYear build() {
        for (const deploy::Deployment& phase : phases_) add_phase(phase);
        Transactions all;
        for (std::size_t i = 0; i < of_administration_.size(); ++i) finish_administration(i, all);
        out_.latency_p50_ms = quantile_or_nan(all.latency_weight, 0.50);
        out_.latency_p95_ms = quantile_or_nan(all.latency_weight, 0.95);
        out_.over_limit_share = all.interactions > 0.0 ? all.over_limit / all.interactions : 0.0;
        add_links();
        return std::move(out_);
    }

private:
    void add_phase(const deploy::Deployment& phase) {
        const double part = share_of_year(phase);
        times_.clear();
        for (std::size_t i = 0; i < phase.administrations.size(); ++i) add_administration(phase, part, i);
        add_exchanges(phase, part);
        for (const deploy::Replication& r : phase.replications)
            add_copies(r.primary, r.backup, r.mean_gbit_s * part);
        for (const deploy::OutsideTransfer& t : phase.outside_copies)
            add_copies(t.from, t.to, t.mean_gbit_s * part);
    }

    const ProfileTimes& times_in(const Phase& phase, FederalState state) {
        const auto known = times_.find(state.number);
        if (known != times_.end()) return known->second;
        return times_.emplace(state.number, ProfileTimes{profiles_, phase, state}).first->second;
    }

    void add_administration(const deploy::Deployment& phase, double part, std::size_t i) {
        const deploy::AdministrationDeployment& a = phase.administrations[i];
        const ProfileTimes& times = times_in(phase, variant_.administrations[i].state);
        const AdministrationView view = view_of(plan_, variant_, a, i, profile_of_, profile_count_);
        ByProfile access(profile_count_, 0.0);
        for (const SiteShare& share : view.sites) {
            if (share.site == a.home) continue;
            for (std::size_t p = 0; p < profile_count_; ++p) access[p] += share.traffic[p];
            const double mean = times.mean(share.traffic) * part;
            for (const std::size_t link :
                 network::path_links(plan_.trees[share.site], plan_.administration_node[i]))
                mean_on_path_[link] += mean;
        }
        add_line_uses(i, a.outside, times, part, access);
        add_line_uses(i, a.exchanged, times, part, access);
        outcome::AdministrationYear& row = out_.administrations[i];
        row.access_mean_gbit_s += times.mean(access) * part;
        row.main_center = main_center(view, variant_);
        of_administration_[i].add(view, part);
    }

    /// What goes to no server of the administration: beyond the network, or to other administrations.
    void add_line_uses(std::size_t i, const std::vector<deploy::LineUse>& uses, const ProfileTimes& times,
                       double part, ByProfile& access) {
        for (const deploy::LineUse& use : uses) {
            ByProfile traffic(profile_count_, 0.0);
            traffic[profile_of_[use.workload]] = use.traffic_gbit_s;
            access[profile_of_[use.workload]] += use.traffic_gbit_s;
            const double mean = times.mean(traffic) * part;
            const std::size_t node = plan_.administration_node[i];
            if (use.to)
                for (const std::size_t link : network::path_links(plan_.trees[*use.to], node))
                    mean_on_path_[link] += mean;
            else if (const auto first = deploy::first_link(plan_, node))
                mean_on_path_[*first] += mean;
        }
    }

    void add_exchanges(const deploy::Deployment& phase, double part) {
        for (const deploy::ExchangeFlow& flow : phase.exchanges) {
            ByProfile traffic(profile_count_, 0.0);
            traffic[profile_of_[flow.workload]] = flow.traffic_gbit_s;
            add_copies(flow.from, flow.to,
                       times_in(phase, variant_.sites[flow.from].state).mean(traffic) * part);
        }
    }

    void finish_administration(std::size_t i, Transactions& all) {
        const Transactions& own = of_administration_[i];
        const deploy::Access line = deploy::access_of(plan_, bundles_, lines_, variant_, phases_.back(), i);
        outcome::AdministrationYear& row = out_.administrations[i];
        row.latency_mean_ms = weighted_mean(own.latency_weight);
        row.latency_p95_ms = quantile_or_nan(own.latency_weight, 0.95);
        row.access_peak_gbit_s = lines_.peaks.access_gbit_s[i];
        if (line.capacity_gbit_s > 0.0) row.access_limit_gbit_s = line.capacity_gbit_s;
        all.latency_weight.insert(all.latency_weight.end(), own.latency_weight.begin(),
                                  own.latency_weight.end());
        all.over_limit += own.over_limit;
        all.interactions += own.interactions;
    }

    void add_copies(std::size_t from, std::size_t to, double gbit_s) {
        for (const std::size_t link : network::path_links(plan_.trees[to], plan_.site_node[from]))
            mean_on_path_[link] += gbit_s;
    }

    void add_links() {
        out_.links.resize(plan_.topology.links.size());
        for (std::size_t l = 0; l < out_.links.size(); ++l) {
            outcome::LinkYear& link = out_.links[l];
            for (const std::size_t named : bundles_.beside(l))
                link.mean_gbit_s += bundles_.share(l) * mean_on_path_[named];
            link.peak_gbit_s = lines_.peaks.link_gbit_s[l];
            link.need_gbit_s = link.peak_gbit_s * study_.network.sizing_factor;
            link.limit_gbit_s = lines_.link_gbit_s[l];
        }
    }

    const deploy::NetworkPlan& plan_;
    const study::Study& study_;
    const deploy::VariantDeployment& variant_;
    std::span<const deploy::Deployment> phases_;
    const workload::ProfileSet& profiles_;
    network::Bundles bundles_;
    deploy::LineYear lines_;
    std::size_t profile_count_;
    std::vector<std::size_t> profile_of_;
    std::map<int, ProfileTimes> times_;  ///< by state, of the phase at hand
    std::vector<Transactions> of_administration_;
    std::vector<double>
        mean_on_path_;  ///< [link], of the paths that name it, before it spreads over its bundle
    NetworkYear out_;
};

}  // namespace

NetworkYear network_year(const deploy::NetworkPlan& plan, const study::Study& study,
                         const deploy::VariantDeployment& variant, std::span<const deploy::Deployment> phases,
                         const workload::ProfileSet& profiles, const catalog::Catalog& catalog) {
    return YearOfNetwork{plan, study, variant, phases, profiles, catalog}.build();
}

}  // namespace verbund::annual
