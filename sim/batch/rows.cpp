#include "sim/batch/rows.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <tuple>

#include "sim/annual/endpoints.hpp"
#include "sim/deploy/access.hpp"
#include "sim/deploy/phase_plan.hpp"
#include "sim/deploy/sites.hpp"

namespace verbund::batch {
namespace {

constexpr double rounding = 1e-9;

/// Remembers which things have run out already, so that only the first year counts.
class FirstYears {
public:
    explicit FirstYears(std::size_t variant) : variant_{static_cast<std::int32_t>(variant)} {}

    void note(int year, const std::string& site, Resource resource, double need, double limit) {
        if (!(need > limit * (1.0 + rounding))) return;  // also when the limit is unknown (NaN)
        if (!known_.emplace(site, kind_of(resource)).second) return;
        rows_.push_back(
            {variant_, year, site, resource, need, limit, std::string{resource_kinds[resource].unit}});
    }

    [[nodiscard]] std::vector<outcome::Bottleneck> sorted() && {
        std::sort(rows_.begin(), rows_.end(), [](const auto& a, const auto& b) {
            return std::tie(a.year, a.site, a.resource) < std::tie(b.year, b.site, b.resource);
        });
        return std::move(rows_);
    }

private:
    /// What is told of a site once each: its plant, its line, its hosts.
    enum class Kind { plant, line, host };

    static Kind kind_of(Resource resource) {
        if (resource == Resource::uplink) return Kind::line;
        return resource >= Resource::host_cores ? Kind::host : Kind::plant;
    }

    std::int32_t variant_;
    std::set<std::pair<std::string, Kind>> known_;
    std::vector<outcome::Bottleneck> rows_;
};

std::string_view criticality_id(catalog::Criticality criticality) {
    switch (criticality) {
        case catalog::Criticality::very_critical:
            return "very-critical";
        case catalog::Criticality::critical:
            return "critical";
        case catalog::Criticality::normal:
            return "normal";
        case catalog::Criticality::low:
            break;
    }
    return "low";
}

/// Devices of one kind at a site, in its room or outside.
struct GearSum {
    double sites = 0.0;
    double count = 0.0;
    double power_w = 0.0;  ///< only of a power that the study states
};
/// By site (home rooms: the number of centers), row of the table (its size: a stated power), whether outside.
using GearSums = std::map<std::tuple<std::size_t, std::size_t, bool>, GearSum>;

void add_gear(const std::vector<catalog::GearDevice>& table, const deploy::SiteDeployment& site,
              std::size_t key, GearSums& sums) {
    for (const compute::GearLine& line : site.gear) {
        GearSum& sum = sums[{key, line.device, !line.in_room}];
        sum.sites += 1.0;
        sum.count += line.count;
    }
    if (!site.gear.empty() || site.gear_w <= 0.0) return;
    GearSum& stated = sums[{key, table.size(), false}];
    stated.sites += 1.0;
    stated.count += 1.0;
    stated.power_w += site.gear_w;
}

/// `phases`: of the year.
void note_sites(const deploy::VariantDeployment& variant, std::span<const deploy::Deployment> phases,
                const annual::YearOutcome& out, FirstYears& first) {
    for (std::size_t s = 0; s < out.tightness.size(); ++s) {
        const annual::Tightness& t = out.tightness[s];
        first.note(phases.front().year, variant.sites[s].id, t.resource, t.need, t.limit);
        for (const deploy::Deployment& phase : phases)
            if (const auto& large = phase.sites[s].too_large)
                first.note(phase.year, variant.sites[s].id, large->resource, large->need, large->limit);
    }
}

void note_lines(const deploy::VariantDeployment& variant, const deploy::NetworkPlan& network,
                const deploy::Deployment& at, double sizing_factor, const annual::YearOutcome& out,
                FirstYears& first) {
    for (std::size_t a = 0; a < out.administrations.size(); ++a) {
        const outcome::AdministrationYear& row = out.administrations[a];
        if (!deploy::has_stated_access(network, variant, at, a)) continue;
        first.note(at.year, "access:" + variant.administrations[a].id, Resource::uplink,
                   row.access_peak_gbit_s * sizing_factor, row.access_limit_gbit_s);
    }
    for (std::size_t l = 0; l < out.links.size(); ++l) {
        // Told as the administration's access; drawn links are told as what they are.
        if (network.topology.synthetic && network.topology.links[l].access) continue;
        if (!(network.topology.links[l].capacity > DataRate{})) continue;  // built as it is needed
        first.note(at.year, "link:" + network.topology.links[l].id, Resource::uplink,
                   out.links[l].need_gbit_s, out.links[l].limit_gbit_s);
    }
}

}  // namespace

std::vector<outcome::BuildStep> build_rows(const deploy::VariantDeployment& variant,
                                           std::size_t variant_index) {
    std::vector<outcome::BuildStep> rows;
    for (const deploy::BuildStep& step : variant.build_steps) {
        rows.push_back({static_cast<std::int32_t>(variant_index), step.year, variant.sites[step.site].id,
                        step.resource, step.from, step.to, std::string{resource_kinds[step.resource].unit}});
    }
    return rows;
}

std::vector<outcome::LineBuild> line_build_rows(const deploy::VariantDeployment& variant,
                                                const deploy::NetworkPlan& network,
                                                std::size_t variant_index) {
    std::vector<outcome::LineBuild> rows;
    if (!network.lines) return rows;
    for (const deploy::LineStep& step : network.lines->steps) {
        std::string line = step.access ? "access:" + variant.administrations[step.line].id
                                       : "link:" + network.topology.links[step.line].id;
        rows.push_back(
            {static_cast<std::int32_t>(variant_index), step.year, std::move(line), step.from, step.to});
    }
    return rows;
}

std::vector<outcome::EndpointYear> endpoint_rows(const deploy::WorldYear& at, std::size_t variant_index) {
    std::vector<outcome::EndpointYear> rows = annual::endpoint_rows(at);
    for (outcome::EndpointYear& row : rows) row.variant = static_cast<std::int32_t>(variant_index);
    return rows;
}

std::vector<outcome::SiteGear> gear_rows(const std::vector<catalog::GearDevice>& table,
                                         const deploy::VariantDeployment& variant,
                                         const deploy::Deployment& year, std::size_t variant_index) {
    const std::size_t centers = deploy::center_count(variant.sites);
    GearSums sums;
    for (std::size_t s = 0; s < year.sites.size(); ++s)
        add_gear(table, year.sites[s], std::min(s, centers), sums);
    std::vector<outcome::SiteGear> rows;
    for (const auto& [key, sum] : sums) {
        const auto& [site, device, outside] = key;
        const bool stated = device == table.size();
        rows.push_back({.variant = static_cast<std::int32_t>(variant_index),
                        .year = year.year,
                        .site = site < centers ? variant.sites[site].id : "home",
                        .sites = sum.sites,
                        .device = stated ? "stated" : table[device].id,
                        .in_room = !outside,
                        .count = sum.count,
                        .power_w = stated ? sum.power_w : sum.count * table[device].power_w.mid,
                        .height_units = stated || outside ? 0.0 : sum.count * table[device].height_units});
    }
    return rows;
}

std::vector<outcome::Refusal> refusal_rows(const deploy::VariantDeployment& variant,
                                           const deploy::Deployment& year, std::size_t variant_index) {
    std::vector<outcome::Refusal> rows;
    for (std::size_t s = 0; s < year.sites.size(); ++s) {
        std::map<std::tuple<std::uint32_t, std::uint16_t, Resource>, int> servers;
        for (const deploy::Refused& r : year.sites[s].refused)
            servers[{r.administration, r.workload, r.binding}] += r.servers;
        for (const auto& [key, count] : servers) {
            const auto& [administration, workload, binding] = key;
            rows.push_back({static_cast<std::int32_t>(variant_index), year.year, variant.sites[s].id,
                            variant.administrations[administration].id, variant.workloads[workload].id,
                            static_cast<double>(count), binding});
        }
    }
    return rows;
}

std::vector<outcome::MissingStandby> missing_standby_rows(const deploy::VariantDeployment& variant,
                                                          const deploy::Deployment& year,
                                                          std::size_t variant_index) {
    std::vector<outcome::MissingStandby> rows;
    for (std::size_t s = 0; s < year.sites.size(); ++s) {
        for (const deploy::ProtectedServers& p : year.sites[s].protected_servers) {
            const int missing = p.asked - p.placed;
            if (missing == 0) continue;
            rows.push_back({static_cast<std::int32_t>(variant_index), year.year, variant.sites[s].id,
                            variant.sites[p.primary].id, std::string{criticality_id(p.criticality)},
                            static_cast<double>(p.asked), static_cast<double>(missing),
                            static_cast<double>(missing) / p.asked, p.binding});
        }
    }
    return rows;
}

std::vector<outcome::VariantPhase> phase_rows(const annual::YearOutcome& year, std::size_t variant_index) {
    std::vector<outcome::VariantPhase> rows = year.phases;
    for (outcome::VariantPhase& row : rows) row.variant = static_cast<std::int32_t>(variant_index);
    return rows;
}

std::vector<outcome::Bottleneck> bottleneck_rows(const deploy::VariantDeployment& variant,
                                                 const deploy::NetworkPlan& network,
                                                 const std::vector<annual::YearOutcome>& years,
                                                 double sizing_factor, std::size_t variant_index) {
    FirstYears first(variant_index);
    const std::vector<deploy::PhaseRange> ranges = deploy::phases_by_year(variant.phases);
    for (std::size_t y = 0; y < years.size(); ++y) {
        const std::span phases =
            std::span{variant.phases}.subspan(ranges[y].first, ranges[y].end - ranges[y].first);
        note_sites(variant, phases, years[y], first);
        note_lines(variant, network, phases.back(), sizing_factor, years[y], first);
    }
    return std::move(first).sorted();
}

}  // namespace verbund::batch
