#include "tests/unit/results/sites_run.hpp"

#include <initializer_list>

#include <fmt/format.h>

#include "tests/unit/results/sample_run.hpp"

namespace verbund::test {
namespace {

using namespace outcome;

constexpr int year = 2025;

struct Choice {
    const char* sites;
    const char* verdict;
    bool pareto;
    double distance_km;
    double round_trip_ms;
    const char* replication;
    double downtime_h;
    double cost_eur;
    double model_cost_eur;
    double simulated_cost_eur;
};

/// Deviations of the model: 110 / 100 - 1 = +10 %, 190 / 200 - 1 = -5 %, 0 %, and none for the last one.
constexpr std::initializer_list<Choice> choices{
    {"rz-a", "suitable", true, 312.0, 4.1, "asynchronous-only", 0.84, 1'230'000.0, 110'000.0, 100'000.0},
    {"rz-a + rz-b", "suitable", true, 240.0, 4.1, "asynchronous-only", 0.51, 1'330'000.0, 190'000.0,
     200'000.0},
    {"rz-b", "justify", false, 120.0, 1.6, "synchronous-warned", 0.93, 1'240'000.0, 110'000.0, 110'000.0},
    {"rz-c", "ruled-out", false, 42.0, 0.7, "synchronous", 2.4, 1'190'000.0, not_applicable, 60'000.0},
};

void add_option(Run& run, const Choice& choice) {
    SiteOption row;
    row.variant = static_cast<std::int32_t>(run.variants.size());
    run.variants.push_back(
        {fmt::format("zweit-{}", run.rows<outcome::SiteOption>().size() + 1), choice.sites, ""});
    row.year = year;
    row.sites = choice.sites;
    row.rank = static_cast<double>(run.rows<outcome::SiteOption>().size() + 1);
    row.pareto = choice.pareto ? 1.0 : 0.0;
    row.verdict = choice.verdict;
    row.distance_km = choice.distance_km;
    row.spacing_km = row.sites.find('+') == std::string::npos ? not_applicable : 210.0;
    row.round_trip_ms = choice.round_trip_ms;
    row.replication = choice.replication;
    row.replication_gbit_s = 0.35;
    row.route_km = 1.4 * choice.distance_km;
    row.line_cost_eur = 60.0 * row.route_km;
    row.common_hazard = choice.distance_km < 100.0 ? 0.35 : 0.02;
    row.disjoint_share = 0.95;
    row.standby_hosts = 4.0;
    row.standby_racks = 2.0;
    row.standby_it_kw = 14.2;
    row.standby_storage_tb = 83.0;
    row.latency_p50_ms = 2.0;
    row.latency_p95_ms = 4.0;
    row.failover_p50_ms = 3.0 + choice.round_trip_ms;
    row.failover_p95_ms = 5.0 + choice.round_trip_ms;
    row.downtime_h = choice.downtime_h;
    row.downtime_low_h = 0.9 * choice.downtime_h;
    row.downtime_high_h = 1.1 * choice.downtime_h;
    row.bsi_class = 2.0;
    row.energy_mwh = 640.0;
    row.co2_t = 251.0;
    row.cost_eur = choice.cost_eur;
    row.rules_missed = 1.0;
    row.model_cost_eur = choice.model_cost_eur;
    row.simulated_cost_eur = choice.simulated_cost_eur;
    run.rows<outcome::SiteOption>().push_back(row);
}

SiteCriterion criterion(std::int32_t variant, const std::string& sites, const char* id, const char* verdict,
                        double value, double limit, const char* unit) {
    SiteCriterion row;
    row.variant = variant;
    row.year = year;
    row.sites = sites;
    row.site = sites.substr(0, 4);
    row.primary = "rz-1";
    row.criterion = id;
    row.verdict = verdict;
    row.value = value;
    row.limit = limit;
    row.unit = unit;
    return row;
}

void add_criteria(Run& run) {
    auto& rows = run.rows<outcome::SiteCriterion>();
    for (const SiteOption& option : run.rows<outcome::SiteOption>()) {
        rows.push_back(criterion(option.variant, option.sites, "capacity", "met", 0.0, 0.0, "1"));
        rows.back().other_value = 10.0;
        rows.back().other_unit = "1";
    }
    rows.push_back(criterion(3, "rz-b", "distance", "justify", 120.0, 200.0, "km"));
    rows.push_back(criterion(4, "rz-c", "distance", "missed", 42.0, 100.0, "km"));
    rows.push_back(criterion(4, "rz-c", "hazard", "info", 0.35, not_applicable, "1"));
    rows.back().other_value = 50.0;
    rows.back().other_unit = "km";
}

SiteLeftOut left_out(const char* site, const char* name, double latitude, double longitude, const char* id) {
    SiteLeftOut row;
    row.site = site;
    row.name = name;
    row.latitude = latitude;
    row.longitude = longitude;
    row.criterion = id;
    return row;
}

void add_reach(Run& run) {
    for (const SiteOption& option : run.rows<outcome::SiteOption>()) {
        for (std::int32_t administration = 0; administration < 2; ++administration) {
            SiteReach row;
            row.variant = option.variant;
            row.year = year;
            row.administration = administration;
            row.primary = "rz-1";
            row.backup = option.sites.substr(0, 4);
            row.workplaces = 500.0;
            row.normal_ms = 2.0 + administration;
            row.failover_ms = row.normal_ms + option.round_trip_ms;
            row.disjoint = administration == 0 ? 1.0 : 0.0;
            if (administration == 1) {
                outcome::RouteCut& cut = run.rows<outcome::RouteCut>().emplace_back();
                cut.variant = row.variant;
                cut.from = run.administrations[1].id;
                cut.to = row.backup;
                cut.kind = "node";
                cut.thing = "x";
            }
            run.rows<outcome::SiteReach>().push_back(row);
        }
    }
}

/// Every variant and year gets the same yearly rows: what they hold is not what tests of sites ask.
void add_years(Run& run) {
    const std::size_t cases = run.variants.size() * run.years.size();
    run.summary.assign(cases, VariantYear{run.summary.front()});
    run.yearly.assign(cases * run.centers.size(), SiteYear{});
    run.administration.assign(cases * run.administrations.size(), AdministrationYear{});
    run.duration_grid_kw.assign(
        run.variants.size() * run.milestones.size() * run.centers.size() * duration_points, 0.0F);
}

}  // namespace

Run sites_run() {
    Run run = planners_run();
    run.base_variant = "ohne-zweitstandort";
    run.variants = {{"ohne-zweitstandort", "Ohne Zweitstandort", ""}};
    run.centers.push_back({"rz-a", "Rechenzentrum Adorf", 53.5, 10.0, "candidate"});
    run.centers.push_back({"rz-b", "Rechenzentrum Bedorf", 52.2, 8.1, "candidate"});
    run.centers.push_back({"rz-c", "Rechenzentrum Cedorf", 51.4, 6.9, "candidate"});
    for (const Choice& choice : choices) add_option(run, choice);
    add_years(run);
    add_criteria(run);
    add_reach(run);
    auto& left = run.rows<outcome::SiteLeftOut>();
    left = {left_out("rz-d", "Rechenzentrum Dedorf", 51.1, 7.05, "distance"),
            left_out("rz-e", "Rechenzentrum Edorf", 48.1, 11.5, "shortlist")};
    left.front().primary = "rz-1";
    left.front().value = 14.0;
    left.front().limit = 100.0;
    left.front().unit = "km";
    return run;
}

}  // namespace verbund::test
