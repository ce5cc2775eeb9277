#include "results/report/terminal/headline_text.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "models/base/unit_factors.hpp"
#include "results/report/figures.hpp"
#include "results/report/lookup.hpp"
#include "results/report/numbers.hpp"
#include "results/report/terminal/text_table.hpp"
#include "results/report/text_width.hpp"

namespace verbund::report {
namespace {

using outcome::Run;

constexpr std::size_t name_width = 21;
/// Quantiles of response times are known to this part of their value at best (`ResponseHistogram`).
constexpr double resolution = 0.001;

const Figure& figure(std::string_view name) {
    return *std::find_if(
        figures().begin(), figures().end(), [name](const Figure& f) { return f.name == name; });
}

std::vector<TextColumn> columns(const Style& style) {
    const std::vector<ColumnNames> names{
        {{"Variante"}, {"Variant"}, Align::left},
        {{"Server"}, {"Servers"}},
        {{"IT", "kW"}},
        {{"WAN", "Gbit/s"}},
        {{"Strom", "GWh"}, {"Energy", "GWh"}},
        {{"Kosten", "Mio EUR"}, {"Cost", "EUR m"}},
        {{"Antwort p95", "ms"}, {"Response p95", "ms"}},
        {{"Ausfall kritisch", "h im Jahr"}, {"Critical outage", "h a year"}},
        {{"Übung", "längste"}, {"Longest", "drill"}},
    };
    return columns_in(style.language, names);
}

/// "212 ± 9": the value with the larger half of its interval.
std::string with_interval(const Figure& f, const Run& run, std::size_t variant, int year,
                          const Style& style) {
    const double value = f.get(run, variant, year);
    if (std::isnan(value)) return std::string{dash(style)};
    const double half =
        std::max({value - f.low(run, variant, year), f.high(run, variant, year) - value, resolution * value});
    return fmt::format("{} {} {}", measured_number(value, style), style.unicode ? "±" : "+-",
                       measured_number(half, style));
}

/// The longest recovery of all years' drills, or that there is none; a dash where none was played.
std::string drill_cell(const Run& run, std::size_t variant, const Style& style) {
    const auto drills = rows_of(run.rows<outcome::DrillSummary>(), variant);
    if (drills.empty()) return std::string{dash(style)};
    double longest = 0.0;
    for (const outcome::DrillSummary* drill : drills) {
        if (std::isnan(drill->rto_max_s)) return recovery_text(drill->rto_max_s, style);
        longest = std::max(longest, drill->rto_max_s);
    }
    return recovery_text(longest, style);
}

/// The last year in which an engine found anything, of those shown.
int last_year_found(const Run& run) {
    int last = shown_years(run).back();
    const auto found = [&](int year) {
        for (std::size_t variant = 0; variant < run.variants.size(); ++variant)
            for (const std::string_view name : {"response_p95_ms", "downtime_h"})
                if (!std::isnan(figure(name).get(run, variant, year))) return true;
        return false;
    };
    for (const int year : shown_years(run))
        if (found(year)) last = year;
    return last;
}

}  // namespace

std::string headline_text(const Run& run, const Style& style) {
    if (run.rows<outcome::LatencyDay>().empty() && run.rows<outcome::AvailabilitySummary>().empty())
        return {};
    const int year = last_year_found(run);
    TextTable table{columns(style)};
    for (std::size_t v = 0; v < run.variants.size(); ++v) {
        const outcome::VariantYear& row = summary_of(run, v, year);
        table.add_row({cut_to_width(printable(run.variants[v].id), name_width, style.unicode ? "…" : "~"),
                       short_number(row.servers_placed, style), measured_number(row.it_power_peak_kw, style),
                       measured_number(row.wan_peak_gbit_s, style),
                       measured_number(row.energy.grid_mwh / mwh_per_gwh, style),
                       measured_number(row.cost.total_eur / euro_per_million, style),
                       with_interval(figure("response_p95_ms"), run, v, year, style),
                       with_interval(figure("downtime_h"), run, v, year, style), drill_cell(run, v, style)});
    }
    return say(style.language, "Auf einen Blick, {} (± halber 95-%-Bereich der Simulation)\n",
               "At a glance, {} (± half the 95 % interval of the simulation)\n", year) +
           table.render(style);
}

}  // namespace verbund::report
