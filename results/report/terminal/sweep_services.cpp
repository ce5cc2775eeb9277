#include "results/report/terminal/sweep_services.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "results/report/numbers.hpp"
#include "results/report/terminal/sweep_cells.hpp"
#include "results/report/terminal/text_table.hpp"

namespace verbund::report {
namespace {

using outcome::Band;
using outcome::Display;
using outcome::SweepOutcome;
using outcome::SweepRun;

struct Column {
    std::size_t outcome = 0;
    ColumnNames names;
};

/// Of the engines that played.
std::vector<Column> columns_of(const SweepRun& run) {
    const std::array<std::pair<std::string_view, ColumnNames>, 5> all{{
        {"downtime_h", {{"Ausfall kritisch", "h im Jahr"}, {"Critical outage", "h a year"}}},
        {"downtime_other_h", {{"Ausfall übrige", "h im Jahr"}, {"Other outage", "h a year"}}},
        {"response_p95_ms", {{"Antwort p95", "ms"}, {"Response p95", "ms"}}},
        {"drills_rto_max_s", {{"Übung", "längste"}, {"Longest", "drill"}}},
        {"drills_rpo_max_s", {{"Übung", "Datenverlust"}, {"Drill", "data loss"}}},
    }};
    std::vector<Column> columns;
    for (const auto& [name, names] : all) {
        const std::size_t o = outcome::sweep_outcome(name);
        if (run.has_engine(outcome::sweep_outcomes()[o].engine)) columns.push_back({o, names});
    }
    return columns;
}

bool is_time(Display display) { return display == Display::recovery || display == Display::loss; }

TextTable table_of(std::vector<ColumnNames> names, const std::vector<Column>& columns, const Style& style) {
    for (const Column& column : columns) names.push_back(column.names);
    return TextTable{columns_in(style.language, names)};
}

std::string band_text(const Band* band, const SweepOutcome& of, const Style& style) {
    if (band == nullptr) return std::string{dash(style)};
    return is_time(of.display) ? recovery_band_cell(*band, of.display, style) : band_cell(*band, 1.0, style);
}

std::string value_text(double value, const SweepOutcome& of, const Style& style) {
    if (std::isnan(value)) return std::string{dash(style)};
    return is_time(of.display) ? recovery_cell(value, of.display, style) : measured_number(value, style);
}

/// In the last year of the case in which there is a number, or the largest of all years.
double glance_value(const SweepRun& run, std::size_t outcome, std::size_t number, std::size_t variant) {
    double found = outcome::not_applicable;
    for (std::size_t y = 0; y < run.years.size(); ++y) {
        const double value = run.values[run.value_index(outcome, number, variant, y)];
        if (std::isnan(value)) continue;
        const bool most = outcome::sweep_outcomes()[outcome].over_years == outcome::OverYears::most;
        found = most && !std::isnan(found) ? std::max(found, value) : value;
    }
    return found;
}

}  // namespace

std::string service_bands(const SweepRun& run, std::size_t combination, const Style& style) {
    const std::vector<Column> columns = columns_of(run);
    if (columns.empty()) return {};
    const auto band_of = [&](const std::string& variant, int year, std::size_t o) -> const Band* {
        const auto found = std::find_if(run.bands.begin(), run.bands.end(), [&](const Band& b) {
            return b.variant == variant && b.year == year && b.outcome == outcome::sweep_outcomes()[o].name &&
                   static_cast<std::size_t>(b.combination) == combination;
        });
        return found == run.bands.end() ? nullptr : &*found;
    };
    TextTable table =
        table_of({{{"Variante"}, {"Variant"}, Align::left}, {{"Jahr"}, {"Year"}}}, columns, style);
    for (const std::string& variant : run.variants) {
        for (const int year : run.years) {
            std::vector<TextCell> cells{sweep_name_cell(variant, style), fmt::format("{}", year)};
            bool any = false;
            for (const Column& column : columns) {
                const Band* band = band_of(variant, year, column.outcome);
                any = any || band != nullptr;
                cells.emplace_back(band_text(band, outcome::sweep_outcomes()[column.outcome], style));
            }
            if (any) table.add_row(std::move(cells));
        }
    }
    return "\n" + table.render(style);
}

std::string service_values(const SweepRun& run, const Style& style) {
    const std::vector<Column> columns = columns_of(run);
    if (columns.empty()) return {};
    TextTable table =
        table_of({{{"Fall"}, {"Case"}}, {{"Variante"}, {"Variant"}, Align::left}}, columns, style);
    for (std::size_t number = 0; number < run.cases(); ++number) {
        for (std::size_t v = 0; v < run.variants.size(); ++v) {
            std::vector<TextCell> cells{fmt::format("{}", number), sweep_name_cell(run.variants[v], style)};
            for (const Column& column : columns)
                cells.emplace_back(value_text(glance_value(run, column.outcome, number, v),
                                              outcome::sweep_outcomes()[column.outcome], style));
            table.add_row(std::move(cells));
        }
    }
    return say(style.language, "\nIm letzten gespielten Jahr, Übungen in allen Jahren\n",
               "\nIn the last year played, drills in all years\n") +
           table.render(style);
}

}  // namespace verbund::report
