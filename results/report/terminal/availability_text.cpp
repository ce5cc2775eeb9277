#include "results/report/terminal/availability_text.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "models/base/unit_factors.hpp"
#include "results/report/lookup.hpp"
#include "results/report/numbers.hpp"
#include "results/report/terminal/text_table.hpp"
#include "results/report/text_width.hpp"
#include "results/report/words/words.hpp"

namespace verbund::report {
namespace {

using outcome::AvailabilityCause;
using outcome::AvailabilitySummary;
using outcome::Run;

constexpr std::size_t causes_shown = 5;

std::vector<TextColumn> columns(const Style& style) {
    const std::vector<ColumnNames> names{
        {{"Jahr"}, {"Year"}, Align::left},
        {{"Dienste"}, {"Services"}, Align::left},
        {{"Verfügbar", "%"}, {"Available", "%"}},
        {{"BSI-", "Klasse"}, {"BSI", "class"}},
        {{"Ausfall", "h/a"}, {"Downtime", "h/a"}},
        {{"95-%-Bereich", "h/a"}, {"95 % interval", "h/a"}},
        {{"schlecht.", "Verw. h/a"}, {"worst", "adm. h/a"}},
        {{"Ausfälle", "je Jahr"}, {"Outages", "per year"}},
        {{"über 24 h", "alle ... a"}, {"over 24 h", "every ... a"}},
        {{"95 % der", "Dauern, h"}, {"95 % last", "up to h"}},
    };
    return columns_in(style.language, names);
}

std::string downtime_table(const std::vector<const AvailabilitySummary*>& rows, const Style& style) {
    TextTable table{columns(style)};
    for (const AvailabilitySummary* row : rows) {
        const std::string seldom =
            row->over_24_h > 0.0 ? short_number(1.0 / row->over_24_h, style) : std::string{dash(style)};
        table.add_row({std::to_string(row->year), word("group", row->group, style.language),
                       fixed_number(percent_per_one * row->availability, 3, style),
                       row->bsi_class < 0.0 ? std::string{dash(style)} : short_number(row->bsi_class, style),
                       measured_number(row->downtime_h, style),
                       measured_number(row->low_h, style) + " - " + measured_number(row->high_h, style),
                       measured_number(row->worst_h, style), measured_number(row->outages, style), seldom,
                       measured_number(row->p95_h, style)});
    }
    return '\n' + say(style.language, "Verfügbarkeit", "Availability") + '\n' + table.render(style);
}

/// The largest causes in one sentence.
std::string cause_line(const std::vector<const AvailabilityCause*>& rows, int year, const std::string& group,
                       const Style& style) {
    std::string list;
    std::size_t shown = 0;
    for (const AvailabilityCause* row : rows) {
        if (row->year != year || row->group != group || shown == causes_shown) continue;
        list += fmt::format("{}{} {} %", shown == 0 ? "" : ", ", word("cause", row->cause, style.language),
                            fixed_number(percent_per_one * row->share, 0, style));
        ++shown;
    }
    if (list.empty()) return {};
    const std::string line = say(style.language, "* Ursachen {} ({}): {}", "* Causes in {} ({}): {}", year,
                                 word("group", group, style.language), list);
    return wrap(line, static_cast<std::size_t>(style.width), 2) + '\n';
}

}  // namespace

std::string availability_text(const Run& run, std::size_t variant, const Style& style) {
    auto rows = rows_of(run.rows<outcome::AvailabilitySummary>(), variant);
    if (rows.empty()) return {};
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto* a, const auto* b) { return a->year < b->year; });
    const AvailabilitySummary& last = *rows.back();
    const auto first_of_last =
        std::find_if(rows.begin(), rows.end(), [&](const auto* row) { return row->year == last.year; });
    return downtime_table(rows, style) + cause_line(rows_of(run.rows<outcome::AvailabilityCause>(), variant),
                                                    last.year, (*first_of_last)->group, style);
}

std::string availability_legend(const Run& run, const Style& style) {
    if (run.rows<outcome::AvailabilitySummary>().empty()) return {};
    const std::string text = say(
        style.language,
        "Verfügbarkeit = Mittel über Arbeitsplätze und Server aus je {} simulierten Jahren; eine Ursache "
        "ist, "
        "was einen Ausfall begonnen hat. Klassen des BSI: 1 ab 99 %, 2 ab 99,9 %, 3 ab 99,99 %, 4 ab "
        "99,999 %.",
        "Availability = mean over workplaces and servers of {} simulated years each; a cause is what began "
        "an outage. Classes of the BSI: 1 from 99 %, 2 from 99.9 %, 3 from 99.99 %, 4 from 99.999 %.",
        short_number(run.rows<outcome::AvailabilitySummary>().front().simulated_years, style));
    return wrap(text, static_cast<std::size_t>(style.width), 0) + '\n';
}

}  // namespace verbund::report
