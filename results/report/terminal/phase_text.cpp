#include "results/report/terminal/phase_text.hpp"

#include <map>

#include "models/base/unit_factors.hpp"
#include "results/report/lookup.hpp"
#include "results/report/numbers.hpp"
#include "results/report/terminal/text_table.hpp"
#include "results/report/words/words.hpp"

namespace verbund::report {
namespace {

std::vector<TextColumn> columns(const Style& style) {
    const std::vector<ColumnNames> names{
        {{"von"}, {"from"}, Align::left},
        {{"bis"}, {"to"}, Align::left},
        {{"beginnt mit"}, {"starts with"}, Align::left},
        {{"Server", "Zentren"}, {"servers", "centers"}},
        {{"Server", "vor Ort"}, {"servers", "at home"}},
        {{"IT kW", "Mittel"}, {"IT kW", "mean"}},
        {{"IT kW", "Spitze"}, {"IT kW", "peak"}},
        {{"Strom", "MWh"}, {"energy", "MWh"}},
        {{"Kosten", "Mio. EUR"}, {"cost", "EUR m"}},
    };
    return columns_in(style.language, names);
}

}  // namespace

std::string phase_text(const outcome::Run& run, std::size_t variant, const Style& style) {
    const auto rows = rows_of(run.rows<outcome::VariantPhase>(), variant);
    std::map<int, int> of_year;
    for (const outcome::VariantPhase* row : rows) ++of_year[row->year];
    TextTable table{columns(style)};
    bool any = false;
    for (const outcome::VariantPhase* row : rows) {
        if (of_year[row->year] < 2) continue;
        any = true;
        table.add_row(
            {row->first_day, row->last_day, word("starts_with", row->starts_with, style.language),
             short_number(row->servers_at_centers, style), short_number(row->servers_at_home, style),
             measured_number(row->it_power_mean_kw, style), measured_number(row->it_power_peak_kw, style),
             measured_number(row->energy_grid_mwh, style),
             measured_number(row->cost_total_eur / euro_per_million, style)});
    }
    if (!any) return {};
    return '\n' +
           say(style.language, "Abschnitte der Jahre, in denen sich etwas ändert\n",
               "Phases of the years in which something changes\n") +
           table.render(style);
}

}  // namespace verbund::report
