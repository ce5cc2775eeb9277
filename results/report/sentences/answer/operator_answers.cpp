#include "results/report/sentences/answer/operator_answers.hpp"

#include <algorithm>
#include <cmath>

#include "models/base/unit_factors.hpp"
#include "results/report/lookup.hpp"
#include "results/report/numbers.hpp"
#include "results/report/text_width.hpp"

namespace verbund::report {
namespace {

using outcome::OperatorYear;
using Rows = std::vector<const OperatorYear*>;

/// As many are told one by one.
constexpr std::size_t told = 3;

Rows of_last_year(const outcome::Run& run, std::size_t variant) {
    Rows rows = rows_of(run.rows<OperatorYear>(), variant);
    const int year = shown_years(run).back();
    std::erase_if(
        rows, [year](const OperatorYear* row) { return row->year != year; });
    std::stable_sort(rows.begin(), rows.end(), [](const OperatorYear* one, const OperatorYear* other) {
        return one->cost_eur > other->cost_eur;
    });
    return rows;
}

std::string tariff_sentence(const OperatorYear& row, const Style& style) {
    const std::string billed = measured_number(row.billed_eur / euro_per_million, style);
    const std::string cost = measured_number(row.cost_eur / euro_per_million, style);
    if (std::isnan(row.covering_factor)) {
        return say(style.language, "Entgelte von {} {}: nichts berechnet, bei Kosten von {} Mio. EUR.",
                   "Tariff of {} in {}: nothing billed, at a cost of {} million EUR.", printable(row.name),
                   row.year, cost);
    }
    return say(style.language,
               "Entgelte von {} {}: {} Mio. EUR Einnahmen bei {} Mio. EUR Kosten; kostendeckend mit {} % "
               "der Entgelte, oder allein mit {} EUR je Arbeitsplatz oder {} EUR je Server im Monat.",
               "Tariff of {} in {}: {} million EUR billed at a cost of {} million EUR; {} % of its rates "
               "cover the cost, or {} EUR per workplace alone or {} EUR per server alone a month.",
               printable(row.name), row.year, billed, cost,
               fixed_number(row.covering_factor * percent_per_one, 0, style),
               measured_number(row.workplace_month_eur, style), measured_number(row.server_month_eur, style));
}

std::string staff_sentence(const OperatorYear& row, const Style& style) {
    return say(style.language, "Personal {}: {} braucht {} Stellen für den Betrieb und hat {} besetzt.",
               "Staff {}: {} needs {} positions to run its centers and has {} filled.", row.year,
               printable(row.name), measured_number(row.positions, style),
               measured_number(row.positions_filled, style));
}

/// The first ones, and how many more there are.
std::vector<std::string> first_of(std::vector<std::string> all, const Style& style) {
    if (all.size() <= told) return all;
    const std::size_t more = all.size() - told;
    all.resize(told);
    all.push_back(say(style.language, "{} weitere Betreiber ebenso (Tabelle operators).",
                      "{} more operators alike (table operators).", more));
    return all;
}

}  // namespace

std::vector<std::string> operator_points(const outcome::Run& run, std::size_t variant, const Style& style) {
    std::vector<std::string> tariffs;
    std::vector<std::string> shortages;
    for (const OperatorYear* row : of_last_year(run, variant)) {
        if (!std::isnan(row->billed_eur)) tariffs.push_back(tariff_sentence(*row, style));
        if (row->positions_missing > 0.0) shortages.push_back(staff_sentence(*row, style));
    }
    std::vector<std::string> points = first_of(std::move(tariffs), style);
    for (std::string& point : first_of(std::move(shortages), style)) points.push_back(std::move(point));
    return points;
}

}  // namespace verbund::report
