#pragma once

#include <variant>

#include "results/outcome/outcome.hpp"

/// Column tables of the row-like outcomes: one description for the store, CSV, Excel and FORMAT.md.
namespace verbund::outcome {

enum class ColumnRole : std::int8_t {
    plain,
    variant,         ///< an index into `Run::variants`, shown as the variant's id
    administration,  ///< an index into `Run::administrations`, shown as its id
    transaction,     ///< an index into `Run::transactions`, shown as its id; -1 = "all"
};

template <class Row>
struct Column {
    using Member =
        std::variant<double Row::*, std::int32_t Row::*, bool Row::*, std::string Row::*, Resource Row::*>;

    std::string_view name;
    std::string_view unit;       ///< UDUNITS text; empty for texts and flags
    std::string_view long_name;  ///< English
    std::string_view label_de;
    Member member;
    ColumnRole role = ColumnRole::plain;
};

template <class Row>
using Columns = std::vector<Column<Row>>;

/// The description of a row type; defined for the types below.
template <class Row>
[[nodiscard]] const Columns<Row>& columns_of();

template <>
const Columns<VariantName>& columns_of<VariantName>();
template <>
const Columns<NamedPlace>& columns_of<NamedPlace>();
template <>
const Columns<LinkEnds>& columns_of<LinkEnds>();
template <>
const Columns<BuildStep>& columns_of<BuildStep>();
template <>
const Columns<Refusal>& columns_of<Refusal>();
template <>
const Columns<MissingStandby>& columns_of<MissingStandby>();
template <>
const Columns<Bottleneck>& columns_of<Bottleneck>();
template <>
const Columns<RuleFinding>& columns_of<RuleFinding>();
template <>
const Columns<AssumptionRow>& columns_of<AssumptionRow>();
template <>
const Columns<WorkloadLimit>& columns_of<WorkloadLimit>();
template <>
const Columns<TransactionName>& columns_of<TransactionName>();
template <>
const Columns<LatencyDay>& columns_of<LatencyDay>();
template <>
const Columns<LatencyAdministration>& columns_of<LatencyAdministration>();
template <>
const Columns<BusyLink>& columns_of<BusyLink>();
template <>
const Columns<NightBackup>& columns_of<NightBackup>();
template <>
const Columns<ReplicationLag>& columns_of<ReplicationLag>();
template <>
const Columns<MigrationWave>& columns_of<MigrationWave>();
template <>
const Columns<Cutover>& columns_of<Cutover>();
template <>
const Columns<DrillSummary>& columns_of<DrillSummary>();
template <>
const Columns<DrillResult>& columns_of<DrillResult>();
template <>
const Columns<DrillEvent>& columns_of<DrillEvent>();
template <>
const Columns<EnergyCheck>& columns_of<EnergyCheck>();
template <>
const Columns<FailedCase>& columns_of<FailedCase>();
template <>
const Columns<AvailabilitySummary>& columns_of<AvailabilitySummary>();
template <>
const Columns<AvailabilityAdministration>& columns_of<AvailabilityAdministration>();
template <>
const Columns<AvailabilityCause>& columns_of<AvailabilityCause>();
template <>
const Columns<RoutePair>& columns_of<RoutePair>();
template <>
const Columns<SiteOption>& columns_of<SiteOption>();
template <>
const Columns<SiteCriterion>& columns_of<SiteCriterion>();
template <>
const Columns<SiteReach>& columns_of<SiteReach>();
template <>
const Columns<SiteLeftOut>& columns_of<SiteLeftOut>();

/// The id that an index stands for in a column of that role; the number itself in a plain one.
[[nodiscard]] std::string id_of(const Run& run, ColumnRole role, std::int32_t index);

/// Calls `table(name, rows)` for every row table that many runs leave empty (of the event and availability
/// engines, missing standby, the comparison of sites) and for what people wait for and bear, in the order of
/// the results file.  The kinds of transaction come first, since other tables name them.
template <class AnyRun, class Table>
void for_each_event_table(AnyRun& run, Table&& table) {
    table("transactions", run.transactions);
    table("latency_days", run.latency_days);
    table("latency_administrations", run.latency_administrations);
    table("busy_links", run.busy_links);
    table("backups", run.backups);
    table("replication", run.lags);
    table("waves", run.waves);
    table("cutovers", run.cutovers);
    table("drills", run.drills);
    table("drill_results", run.drill_results);
    table("drill_events", run.drill_events);
    table("energy_checks", run.energy_checks);
    table("failed_cases", run.failed_cases);
    table("availability", run.availability);
    table("availability_administrations", run.availability_administrations);
    table("availability_causes", run.availability_causes);
    table("route_pairs", run.route_pairs);
    table("missing_standby", run.missing_standby);
    table("workload_limits", run.workload_limits);
    table("site_options", run.site_options);
    table("site_criteria", run.site_criteria);
    table("site_reach", run.site_reach);
    table("sites_left_out", run.sites_left_out);
}

}  // namespace verbund::outcome
