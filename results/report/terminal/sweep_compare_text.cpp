#include "results/report/terminal/sweep_compare_text.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "models/base/unit_factors.hpp"
#include "results/report/lookup.hpp"
#include "results/report/numbers.hpp"
#include "results/report/sentences/pairs.hpp"
#include "results/report/terminal/text_table.hpp"
#include "results/report/text_width.hpp"
#include "results/report/words/words.hpp"

namespace verbund::report {
namespace {

using outcome::SweepComparison;

constexpr std::size_t name_width = 30;

/// Outcomes in the order of their first rows.
std::vector<const outcome::Band*> outcomes_of(const SweepComparison& comparison) {
    std::vector<const outcome::Band*> first;
    for (const outcome::Band& band : comparison.bands) {
        const auto same = [&band](const outcome::Band* known) { return known->outcome == band.outcome; };
        if (std::none_of(first.begin(), first.end(), same)) first.push_back(&band);
    }
    return first;
}

std::string title_of(const outcome::Band& band, Language language) {
    const std::string unit =
        band.unit == "EUR" ? say(language, "Mio. EUR", "EUR m") : std::string{display_unit(band.unit)};
    return fmt::format("{} {}", word("sweep-outcome", band.outcome, language), printable(unit));
}

std::string range_text(const outcome::Band& band, const Style& style) {
    const double factor = band.unit == "EUR" ? 1.0 / euro_per_million : 1.0;
    return fmt::format("{} ({}{}{})", short_number(band.p50 * factor, style),
                       short_number(band.p10 * factor, style), style.unicode ? "–" : "-",
                       short_number(band.p90 * factor, style));
}

std::string ranges_text(const SweepComparison& comparison, const Style& style) {
    const std::vector<const outcome::Band*> outcomes = outcomes_of(comparison);
    std::vector<TextColumn> columns{{{say(style.language, "Variante", "Variant")}, Align::left}};
    for (const outcome::Band* of : outcomes)
        columns.push_back({{title_of(*of, style.language)}, Align::right});
    TextTable table{std::move(columns)};
    for (const std::string& label : comparison.labels) {
        std::vector<TextCell> cells{cut_to_width(printable(label), name_width, style.unicode ? "…" : "~")};
        for (const outcome::Band* of : outcomes) {
            const auto band =
                std::find_if(comparison.bands.begin(), comparison.bands.end(),
                             [&](const auto& b) { return b.variant == label && b.outcome == of->outcome; });
            cells.emplace_back(band == comparison.bands.end() ? std::string{dash(style)}
                                                              : range_text(*band, style));
        }
        table.add_row(std::move(cells));
    }
    return table.render(style);
}

std::string pairs_text(const SweepComparison& comparison, const Style& style) {
    std::string text;
    for (const outcome::PairRow& pair : comparison.pairs)
        text += fmt::format("  {}\n", pair_sentence(pair, style));
    if (!comparison.same_draws) {
        text += say(style.language,
                    "  Die Ziehungen der Dateien sind verschieden: jede der einen trifft jede der anderen.\n",
                    "  The files have different draws: each of the one meets each of the other.\n");
    }
    if (!comparison.other_people.empty()) {
        std::vector<std::string> labels;
        for (const std::string& label : comparison.other_people) labels.push_back(printable(label));
        text += say(style.language, "  Achtung: andere Menschen als die Basis versorgt {}.\n",
                    "  Caution: other people than with the base are served by {}.\n",
                    enumeration(labels, style.language));
    }
    return text;
}

}  // namespace

std::string draws_compare_text(const SweepComparison& comparison, const Style& style) {
    return say(style.language, "In denselben Ziehungen, über alle Jahre\n",
               "In the same draws, over all years\n") +
           pairs_text(comparison, style);
}

std::string sweep_compare_text(const SweepComparison& comparison, const Style& style) {
    return say(style.language,
               "Alle Jahre zusammen: Mitte und Bereich, in dem acht von zehn Ziehungen liegen\n",
               "All years together: median, and range that holds eight draws of ten\n") +
           ranges_text(comparison, style) +
           say(style.language, "\nGegen {}\n", "\nAgainst {}\n", printable(comparison.base)) +
           pairs_text(comparison, style);
}

}  // namespace verbund::report
