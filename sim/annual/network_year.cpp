#include "sim/annual/network_year.hpp"

#include <algorithm>
#include <cmath>

#include "models/network/access.hpp"

namespace verbund::annual {
namespace {

/// Traffic by profile, Gbit/s at profile 1.
using ByProfile = std::vector<double>;

/// Shares of the profiles: their mean over a year of working weeks and every hour that may be the busiest.
class ProfileTimes {
public:
    ProfileTimes(const workload::ProfileSet& profiles, int year, FederalState state) : profiles_{profiles} {
        const workload::YearPatterns patterns = workload::year_patterns(year, {state});
        mean_.assign(static_cast<std::size_t>(profiles.size()), 0.0);
        double hours = 0.0;
        for (std::size_t p = 0; p < patterns.day_type_of.size(); ++p) {
            const int days = patterns.days_of_pattern[p];
            for (int h = 0; h < workload::hours_per_day; ++h) {
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

    [[nodiscard]] double peak(const ByProfile& traffic) const {
        double most = 0.0;
        for (int type = 0; type < workload::day_types_count; ++type) {
            for (int h = 0; h < workload::hours_per_day; ++h) {
                double total = 0.0;
                for (std::size_t i = 0; i < traffic.size(); ++i) {
                    total += traffic[i] * profiles_.share(static_cast<int>(i), type, h);
                }
                most = std::max(most, total);
            }
        }
        return most;
    }

private:
    const workload::ProfileSet& profiles_;
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

SiteShare& share_of(AdministrationView& view, std::size_t site, double rtt_ms, std::size_t profiles) {
    for (SiteShare& s : view.sites) {
        if (s.site == site) return s;
    }
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
    for (const SiteShare& share : view.sites) {
        if (share.interactions > 0.0) view.latency_weight.emplace_back(share.rtt_ms, share.interactions);
    }
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

/// Center with most of the administration's servers; -1 when that is its own home room.
double main_center(const AdministrationView& view, const deploy::VariantDeployment& variant) {
    const auto most =
        std::max_element(view.sites.begin(), view.sites.end(),
                         [](const SiteShare& a, const SiteShare& b) { return a.servers < b.servers; });
    if (most == view.sites.end() || variant.sites[most->site].center == nullptr) return -1.0;
    return static_cast<double>(most->site);
}

}  // namespace

NetworkYear network_year(const deploy::NetworkPlan& plan, const study::Study& study,
                         const deploy::VariantDeployment& variant, const deploy::Deployment& year,
                         const workload::ProfileSet& profiles, const catalog::Catalog& catalog) {
    const auto profile_count = static_cast<std::size_t>(profiles.size());
    std::vector<std::size_t> profile_of;
    for (const catalog::WorkloadClass& w : variant.workloads) {
        profile_of.push_back(static_cast<std::size_t>(profiles.index(w.profile)));
    }
    NetworkYear out;
    out.administrations.resize(year.administrations.size());
    std::vector<ByProfile> link_traffic(plan.topology.links.size(), ByProfile(profile_count, 0.0));
    std::vector<double> link_constant(plan.topology.links.size(), 0.0);
    std::vector<std::pair<double, double>> all_latencies;
    double over_limit = 0.0;
    double interactions = 0.0;
    const ProfileTimes times(
        profiles, year.year,
        variant.administrations.empty() ? FederalState{1} : variant.administrations[0].state);

    for (std::size_t i = 0; i < year.administrations.size(); ++i) {
        const deploy::AdministrationDeployment& a = year.administrations[i];
        AdministrationView view = view_of(plan, variant, a, i, profile_of, profile_count);
        ByProfile access(profile_count, 0.0);
        for (const SiteShare& share : view.sites) {
            if (share.site == a.home) continue;
            for (std::size_t p = 0; p < profile_count; ++p) access[p] += share.traffic[p];
            for (const std::size_t link :
                 network::path_links(plan.trees[share.site], plan.administration_node[i])) {
                for (std::size_t p = 0; p < profile_count; ++p) link_traffic[link][p] += share.traffic[p];
            }
        }
        outcome::AdministrationYear& row = out.administrations[i];
        const study::ResolvedAdministration& who = variant.administrations[i];
        row.latency_mean_ms = weighted_mean(view.latency_weight);
        row.latency_p95_ms = quantile_or_nan(view.latency_weight, 0.95);
        row.access_mean_gbit_s = times.mean(access);
        row.access_peak_gbit_s = times.peak(access);
        row.access_limit_gbit_s =
            (who.stated.access ? *who.stated.access : network::usual_capacity(catalog, who.kind, year.year))
                .in(gigabit_per_second);
        row.main_center = main_center(view, variant);
        all_latencies.insert(all_latencies.end(), view.latency_weight.begin(), view.latency_weight.end());
        over_limit += view.over_limit;
        interactions += view.interactions;
    }
    out.latency_p50_ms = quantile_or_nan(all_latencies, 0.50);
    out.latency_p95_ms = quantile_or_nan(all_latencies, 0.95);
    out.over_limit_share = interactions > 0.0 ? over_limit / interactions : 0.0;

    for (const deploy::Replication& r : year.replications) {
        for (const std::size_t link : network::path_links(plan.trees[r.backup], plan.site_node[r.primary])) {
            link_constant[link] += r.gbit_s;
        }
    }
    out.links.resize(plan.topology.links.size());
    for (std::size_t l = 0; l < out.links.size(); ++l) {
        outcome::LinkYear& link = out.links[l];
        link.mean_gbit_s = times.mean(link_traffic[l]) + link_constant[l];
        link.peak_gbit_s = times.peak(link_traffic[l]) + link_constant[l];
        link.need_gbit_s = link.peak_gbit_s * study.network.sizing_factor;
        const double capacity = plan.topology.links[l].capacity.in(gigabit_per_second);
        if (capacity > 0.0) link.limit_gbit_s = capacity;
    }
    return out;
}

}  // namespace verbund::annual
