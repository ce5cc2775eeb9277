#pragma once

#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "models/base/resource.hpp"
#include "results/outcome/tables/administrations.hpp"
#include "results/outcome/tables/assumptions.hpp"
#include "results/outcome/tables/availability.hpp"
#include "results/outcome/tables/availability_administrations.hpp"
#include "results/outcome/tables/availability_causes.hpp"
#include "results/outcome/tables/backups.hpp"
#include "results/outcome/tables/bottlenecks.hpp"
#include "results/outcome/tables/build.hpp"
#include "results/outcome/tables/busy_links.hpp"
#include "results/outcome/tables/cutovers.hpp"
#include "results/outcome/tables/drill_events.hpp"
#include "results/outcome/tables/drill_results.hpp"
#include "results/outcome/tables/drills.hpp"
#include "results/outcome/tables/endpoints.hpp"
#include "results/outcome/tables/energy_checks.hpp"
#include "results/outcome/tables/failed_cases.hpp"
#include "results/outcome/tables/findings.hpp"
#include "results/outcome/tables/gear.hpp"
#include "results/outcome/tables/hosts.hpp"
#include "results/outcome/tables/latency_administrations.hpp"
#include "results/outcome/tables/latency_days.hpp"
#include "results/outcome/tables/line_build.hpp"
#include "results/outcome/tables/link_ends.hpp"
#include "results/outcome/tables/links.hpp"
#include "results/outcome/tables/metered_fits.hpp"
#include "results/outcome/tables/missing_standby.hpp"
#include "results/outcome/tables/money.hpp"
#include "results/outcome/tables/phases.hpp"
#include "results/outcome/tables/places.hpp"
#include "results/outcome/tables/plant_modules.hpp"
#include "results/outcome/tables/procedures.hpp"
#include "results/outcome/tables/refusals.hpp"
#include "results/outcome/tables/replication.hpp"
#include "results/outcome/tables/route_cuts.hpp"
#include "results/outcome/tables/route_pairs.hpp"
#include "results/outcome/tables/shared_centers.hpp"
#include "results/outcome/tables/site_criteria.hpp"
#include "results/outcome/tables/site_options.hpp"
#include "results/outcome/tables/site_reach.hpp"
#include "results/outcome/tables/sites_left_out.hpp"
#include "results/outcome/tables/summary.hpp"
#include "results/outcome/tables/transactions.hpp"
#include "results/outcome/tables/variants.hpp"
#include "results/outcome/tables/waves.hpp"
#include "results/outcome/tables/workload_limits.hpp"
#include "results/outcome/tables/yearly.hpp"

/// Everything a run found: codes, ids and values, no sentence in any language.
namespace verbund::outcome {

using verbund::Resource;
inline constexpr int resource_count = static_cast<int>(decltype(resource_kinds)::size);
[[nodiscard]] std::string_view resource_id(Resource resource);  ///< "height-units", ...
/// The resource of a stored code; `none` for a code that no resource has (rounded to the nearest integer).
[[nodiscard]] Resource resource_from_code(double code);

/// Hourly sums over all sites of a variant in a milestone year, and per center the load duration curve.
struct HourlySeries {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::vector<float> it_kw;  ///< 8760 or 8784
    std::vector<float> grid_kw;
};
inline constexpr int duration_points = 101;  ///< grid power exceeded during 0, 1, ... 100 % of the year

/// Every table of rows, in the order of the results file.  Those of an engine that was not asked for are
/// empty, `assumptions` and what comes before it never for want of an engine.  Tables that name transactions
/// come after the transactions.
using RowTables = std::tuple<
    std::vector<BuildStep>, std::vector<Refusal>, std::vector<Bottleneck>, std::vector<RuleFinding>,
    std::vector<AssumptionRow>, std::vector<TransactionName>, std::vector<LatencyDay>,
    std::vector<LatencyAdministration>, std::vector<BusyLink>, std::vector<NightBackup>,
    std::vector<ReplicationLag>, std::vector<MigrationWave>, std::vector<Cutover>, std::vector<DrillSummary>,
    std::vector<DrillResult>, std::vector<DrillEvent>, std::vector<EnergyCheck>, std::vector<FailedCase>,
    std::vector<AvailabilitySummary>, std::vector<AvailabilityAdministration>, std::vector<AvailabilityCause>,
    std::vector<RoutePair>, std::vector<RouteCut>, std::vector<MissingStandby>, std::vector<WorkloadLimit>,
    std::vector<SiteOption>, std::vector<SiteCriterion>, std::vector<SiteReach>, std::vector<SiteLeftOut>,
    std::vector<PlantUnits>, std::vector<SharedCenter>, std::vector<MeteredFit>, std::vector<LineBuild>,
    std::vector<SiteGear>, std::vector<EndpointYear>, std::vector<VariantPhase>, std::vector<SiteHosts>,
    std::vector<SiteProcedure>, std::vector<PurchaseRow>, std::vector<RunningRow>, std::vector<BudgetRow>,
    std::vector<OperatorYear>>;

/// Adds rows at the end.
template <class Row>
void append(std::vector<Row>& rows, std::vector<Row>&& more) {
    if (rows.empty())
        rows = std::move(more);
    else
        rows.insert(rows.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// Adds the rows of every table at the end of it.
void append(RowTables& tables, RowTables&& more);

/// Arrays are dense, index order as in the comments; absent entries hold `in_operation` 0.
struct Run {
    Run();
    Run(const Run&);
    Run(Run&&) noexcept;
    Run& operator=(const Run&);
    Run& operator=(Run&&) noexcept;
    ~Run();

    std::string title;
    std::string question;
    std::string base_variant;
    std::uint64_t seed = 0;
    std::string program_version;
    std::string program_commit;
    std::string study_sha256;
    std::string resolved_study;
    std::vector<VariantName> variants;
    std::vector<int> years;
    std::vector<int> milestones;
    std::vector<NamedPlace> centers;
    std::vector<NamedPlace> administrations;
    std::vector<LinkEnds> links;
    std::vector<VariantYear> summary;                ///< [variant][year]
    std::vector<SiteYear> yearly;                    ///< [variant][year][center]
    std::vector<AdministrationYear> administration;  ///< [variant][year][administration]
    std::vector<LinkYear> link_loads;                ///< [variant][year][link]
    std::vector<HourlySeries> hourly;                ///< one per variant and milestone year
    std::vector<float> duration_grid_kw;             ///< [variant][milestone][center][duration_points]
    RowTables tables;

    template <class Row>
    [[nodiscard]] std::vector<Row>& rows() {
        return std::get<std::vector<Row>>(tables);
    }
    template <class Row>
    [[nodiscard]] const std::vector<Row>& rows() const {
        return std::get<std::vector<Row>>(tables);
    }

    [[nodiscard]] std::size_t summary_index(std::size_t variant, std::size_t year_index) const {
        return variant * years.size() + year_index;
    }
    [[nodiscard]] std::size_t yearly_index(std::size_t variant, std::size_t year_index,
                                           std::size_t center) const {
        return summary_index(variant, year_index) * centers.size() + center;
    }
};

/// Calls `visit(description, rows)` for every table of rows, in the order of the results file.
template <class AnyRun, class Visit>
void for_each_table(AnyRun& run, const Visit& visit) {
    std::apply(
        [&](auto&... rows) {
            (visit(table_of<typename std::decay_t<decltype(rows)>::value_type>(), rows), ...);
        },
        run.tables);
}

/// The id that an index stands for in a column of that role; the number itself in a plain one.
[[nodiscard]] std::string id_of(const Run& run, ColumnRole role, std::int32_t index);

}  // namespace verbund::outcome
