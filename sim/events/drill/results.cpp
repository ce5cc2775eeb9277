#include "sim/events/drill/results.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "models/base/unit_factors.hpp"

namespace verbund::events {
namespace {

double finite_or_none(double value) { return std::isfinite(value) ? value : outcome::not_applicable; }

double target_s(double hours) { return hours > 0.0 ? hours * seconds_per_hour : outcome::not_applicable; }

/// Missed: above its target, or never reached.
bool misses(double value, double target) { return std::isfinite(target) && !(value <= target); }

/// Hours at the full rate in the day up to an hour of it.
double hours_until(const DayShape& day, std::size_t profile, double hour) {
    double sum = 0.0;
    for (int h = 0; h < hours_per_day; ++h) sum += day.share(profile, h) * std::clamp(hour - h, 0.0, 1.0);
    return sum;
}

double hours_since_start(const DayShape& day, std::size_t profile, double time_s) {
    const double hours = time_s / seconds_per_hour;
    const double days = std::floor(hours / hours_per_day);
    return days * hours_until(day, profile, hours_per_day) +
           hours_until(day, profile, hours - days * hours_per_day);
}

/// Adds one service to the row of its class.
void add_fate(const deploy::WorldYear& input, const DayShape& day, const Fate& fate,
              outcome::DrillResult& row) {
    const Service& service = fate.planned.service;
    const auto profile =
        static_cast<std::size_t>(input.profiles().index(input.variant().workloads[service.workload].profile));
    row.servers += service.servers;
    if (fate.planned.lacks != Lacks::nothing) row.servers_short += service.servers;
    row.rto_s = std::max(row.rto_s, fate.people_s - fate.stops_s);
    row.rpo_s = std::max(row.rpo_s, fate.rpo_s);
    row.transactions_lost +=
        service.interactions_per_h <= 0.0 ? 0.0
        : std::isfinite(fate.people_s)
            ? service.interactions_per_h * profile_hours(day, profile, fate.stops_s, fate.people_s)
            : never_s;
}

outcome::DrillResult empty_row(const deploy::WorldYear& input, std::size_t administration,
                               std::size_t workload) {
    const catalog::WorkloadClass& w = input.variant().workloads[workload];
    outcome::DrillResult row;
    row.year = input.year().year;
    row.administration = static_cast<std::int32_t>(administration);
    row.workload = w.id;
    row.rto_target_s = target_s(w.rto_h);
    row.rpo_target_s = target_s(w.rpo_h);
    return row;
}

double workplaces_hit(const deploy::WorldYear& input, const std::vector<Fate>& fates) {
    std::map<std::size_t, std::map<std::size_t, double>> shares;  // [administration][workload]
    for (const Fate& fate : fates) {
        const Service& service = fate.planned.service;
        if (fate.planned.way == Way::rerouted || !service.is_critical()) continue;
        shares[service.administration][service.workload] += service.class_share;
    }
    double workplaces = 0.0;
    for (const auto& [administration, classes] : shares) {
        double most = 0.0;
        for (const auto& [workload, share] : classes) most = std::max(most, share);
        workplaces += input.year().administrations[administration].seats * std::min(1.0, most);
    }
    return workplaces;
}

/// Longest of values of which some may be not-a-number, which is longer than any other.
double longest(double a, double b) {
    return std::isnan(a) || std::isnan(b) ? outcome::not_applicable : std::max(a, b);
}

}  // namespace

double profile_hours(const DayShape& day, std::size_t profile, double from_s, double to_s) {
    return std::max(0.0, hours_since_start(day, profile, to_s) - hours_since_start(day, profile, from_s));
}

std::vector<outcome::DrillResult> drill_results(const deploy::WorldYear& input, const DayShape& day,
                                                const std::vector<Fate>& fates) {
    std::map<std::pair<std::size_t, std::size_t>, outcome::DrillResult> rows;
    for (const Fate& fate : fates) {
        const Service& service = fate.planned.service;
        const std::pair key{service.administration, service.workload};
        auto row = rows.find(key);
        if (row == rows.end()) row = rows.emplace(key, empty_row(input, key.first, key.second)).first;
        add_fate(input, day, fate, row->second);
    }
    std::vector<outcome::DrillResult> results;
    for (auto& [key, row] : rows) {
        row.rto_s = finite_or_none(row.rto_s);
        row.rpo_s = finite_or_none(row.rpo_s);
        row.transactions_lost = finite_or_none(row.transactions_lost);
        results.push_back(row);
    }
    return results;
}

outcome::DrillSummary summarise(const deploy::WorldYear& input, const std::vector<Fate>& fates,
                                const std::vector<outcome::DrillResult>& results) {
    outcome::DrillSummary summary;
    summary.year = input.year().year;
    summary.workplaces_hit = workplaces_hit(input, fates);
    std::map<std::string, bool> critical;
    for (const catalog::WorkloadClass& w : input.variant().workloads)
        critical[w.id] = w.criticality <= catalog::Criticality::critical;
    double without_place = 0.0;
    for (const Fate& fate : fates) {
        if (fate.planned.way == Way::rerouted) continue;
        summary.servers_hit += fate.planned.service.servers;
        if (fate.planned.lacks != Lacks::nothing) without_place += fate.planned.service.servers;
        if (!std::isfinite(fate.people_s)) summary.servers_never += fate.planned.service.servers;
        if (fate.planned.left == DataLeft::gone)
            summary.data_lost_tb += fate.planned.service.storage_gb / gb_per_tb;
    }
    for (const outcome::DrillResult& row : results) {
        summary.transactions_lost += row.transactions_lost;
        if (misses(row.rto_s, row.rto_target_s) || misses(row.rpo_s, row.rpo_target_s))
            summary.targets_missed += 1.0;
        summary.rpo_all_max_s = longest(summary.rpo_all_max_s, row.rpo_s);
        if (!critical.at(row.workload)) continue;
        summary.rto_max_s = longest(summary.rto_max_s, row.rto_s);
        summary.rpo_max_s = longest(summary.rpo_max_s, row.rpo_s);
    }
    summary.capacity_short = summary.servers_hit > 0.0 ? without_place / summary.servers_hit : 0.0;
    return summary;
}

}  // namespace verbund::events
