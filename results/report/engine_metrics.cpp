#include "results/report/engine_metrics.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace verbund::report {
namespace {

using outcome::AvailabilitySummary;
using outcome::DrillSummary;
using outcome::LatencyDay;
using outcome::not_applicable;
using outcome::Run;

template <class Row>
bool is_of(const Row& row, std::size_t variant, int year) {
    return static_cast<std::size_t>(row.variant) == variant && row.year == year;
}

template <double AvailabilitySummary::*member>
double critical(const Run& run, std::size_t variant, int year) {
    const auto found =
        std::find_if(run.availability.begin(), run.availability.end(), [&](const AvailabilitySummary& row) {
            return is_of(row, variant, year) && row.group == "critical" && row.workplaces > 0.0;
        });
    return found == run.availability.end() ? not_applicable : (*found).*member;
}

template <double LatencyDay::*member>
double response(const Run& run, std::size_t variant, int year) {
    const auto found =
        std::find_if(run.latency_days.begin(), run.latency_days.end(), [&](const LatencyDay& row) {
            return is_of(row, variant, year) && row.day == "year" && row.transaction < 0;
        });
    return found == run.latency_days.end() ? not_applicable : (*found).*member;
}

/// The largest of all drills; infinite when one of them has no number, which says never or everything.
template <double DrillSummary::*member>
double worst_drill(const Run& run, std::size_t variant, int year) {
    double worst = not_applicable;
    for (const DrillSummary& row : run.drills) {
        if (is_of(row, variant, year)) {
            const double here =
                std::isnan(row.*member) ? std::numeric_limits<double>::infinity() : row.*member;
            worst = std::isnan(worst) ? here : std::max(worst, here);
        }
    }
    return worst;
}

template <double DrillSummary::*member>
double drills_without(const Run& run, std::size_t variant, int year) {
    double count = not_applicable;
    for (const DrillSummary& row : run.drills) {
        if (is_of(row, variant, year)) {
            count = (std::isnan(count) ? 0.0 : count) + (std::isnan(row.*member) ? 1.0 : 0.0);
        }
    }
    return count;
}

double nights_held(const Run& run, std::size_t variant, int year) {
    double all = 0.0;
    double held = 0.0;
    for (const outcome::NightBackup& row : run.backups) {
        if (is_of(row, variant, year)) {
            all += 1.0;
            held += row.holds ? 1.0 : 0.0;
        }
    }
    return all > 0.0 ? held / all : not_applicable;
}

}  // namespace

const std::vector<EngineMetric>& engine_metrics() {
    using Kind = EngineMetric::Kind;
    using Availability = AvailabilitySummary;
    static const std::vector<EngineMetric> metrics{
        {"downtime_h", "h", "Ausfall kritischer Dienste im Jahr", "downtime of critical services per year",
         Kind::number, critical<&Availability::downtime_h>, critical<&Availability::low_h>,
         critical<&Availability::high_h>},
        {"bsi_class", "1", "BSI-Klasse kritischer Dienste", "BSI class of critical services", Kind::grade,
         critical<&Availability::bsi_class>},
        {"response_p95_ms", "ms", "Antwortzeit im Jahr, 95 %", "response time of the year, 95 %",
         Kind::number, response<&LatencyDay::p95_ms>, response<&LatencyDay::p95_low_ms>,
         response<&LatencyDay::p95_high_ms>},
        {"drills_rto_max_s", "s", "längste Wiederherstellung (RTO)", "longest recovery (RTO)", Kind::recovery,
         worst_drill<&DrillSummary::rto_max_s>},
        {"drills_rpo_max_s", "s", "größter Datenverlust (RPO)", "largest data loss (RPO)", Kind::loss,
         worst_drill<&DrillSummary::rpo_max_s>},
        {"drills_not_recovered", "1", "Übungen ohne Wiederherstellung", "drills without recovery",
         Kind::count, drills_without<&DrillSummary::rto_max_s>},
        {"drills_data_lost", "1", "Übungen, die alle Daten kosten", "drills that cost all data", Kind::count,
         drills_without<&DrillSummary::rpo_max_s>},
        {"nights_held_share", "1", "Orte, deren Sicherung nachts fertig wird",
         "sites whose nightly backup holds", Kind::share, nights_held},
    };
    return metrics;
}

}  // namespace verbund::report
