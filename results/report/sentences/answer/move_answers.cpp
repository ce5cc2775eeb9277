#include "results/report/sentences/answer/move_answers.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "results/report/field_key.hpp"
#include "results/report/lookup.hpp"
#include "results/report/numbers.hpp"
#include "results/report/text_width.hpp"

namespace verbund::report {
namespace {

using outcome::MigrationWave;
using outcome::Run;

/// Whether the study states that key of a move, in some variant or in all.
bool states_of_a_move(const Run& run, std::string_view key) {
    return std::any_of(
        run.rows<outcome::AssumptionRow>().begin(), run.rows<outcome::AssumptionRow>().end(),
        [key](const auto& row) {
            const std::string_view path = field_path(row.key);
            return path.starts_with("moves.") && path.ends_with(key);
        });
}

std::string heading_text(const Run& run, const Style& style) {
    if (states_of_a_move(run, ".quarters") || states_of_a_move(run, ".date")) {
        return say(style.language, "Umzüge: gerechnet ab dem ersten Tag ihrer Welle",
                   "Moves: counted from the first day of their wave");
    }
    return say(style.language, "Umzüge: gerechnet ab dem 1. Januar ihres Jahres",
               "Moves: counted from 1 January of their year");
}

std::string when(const MigrationWave& wave) {
    const bool new_year = wave.first_day.empty() || wave.first_day.ends_with("-01-01");
    return new_year ? std::to_string(wave.year) : wave.first_day;
}

std::string variant_of(const Run& run, const MigrationWave& wave) {
    return printable(run.variants.at(static_cast<std::size_t>(wave.variant)).id);
}

/// The waves of a variant that are not copied in time, in one sentence; empty without any.
std::string late_text(const Run& run, std::size_t variant, const Style& style) {
    std::vector<std::string> waves;
    double nights = 0.0;
    for (const MigrationWave* wave : rows_of(run.rows<MigrationWave>(), variant)) {
        if (!wave->finished.empty()) continue;
        waves.push_back(fmt::format("{} {} ({} TB)", printable(wave->move), when(*wave),
                                    measured_number(wave->data_tb, style)));
        nights = std::max(nights, wave->nights);
    }
    if (waves.empty()) return {};
    return say(
        style.language,
        "ACHTUNG: {}: in {} Nächten nicht kopiert: {}; die Zahlen ab diesen Umzügen gelten erst, wenn "
        "sie fertig sind. Auf Datenträgern geht die erste Kopie mit events.migration.first_copy: "
        "disks.",
        "CAUTION: {}: not copied within {} nights: {}; figures from these moves on hold only when they "
        "are done. The first copy goes on disks with events.migration.first_copy: disks.",
        printable(run.variants.at(variant).id), short_number(nights, style),
        enumeration(waves, style.language));
}

std::string longest_text(const Run& run, const MigrationWave& wave, const Style& style) {
    return say(style.language, "Die längste fertige Welle ({}: {} {}) ist am {} kopiert, nach {} Nächten.",
               "The longest wave that is done ({}: {} {}) is copied on {}, after {} nights.",
               variant_of(run, wave), printable(wave.move), when(wave), wave.finished,
               short_number(wave.nights, style));
}

}  // namespace

std::optional<Section> move_section(const Run& run, const Style& style) {
    if (run.rows<outcome::MigrationWave>().empty() && !states_of_a_move(run, ".to")) return std::nullopt;
    Section section{heading_text(run, style), {}};
    const MigrationWave* longest = nullptr;
    for (std::size_t variant = 0; variant < run.variants.size(); ++variant)
        if (std::string late = late_text(run, variant, style); !late.empty())
            section.points.push_back(std::move(late));
    for (const MigrationWave& wave : run.rows<outcome::MigrationWave>())
        if (!wave.finished.empty() && (longest == nullptr || wave.nights > longest->nights)) longest = &wave;
    if (longest != nullptr) section.points.push_back(longest_text(run, *longest, style));
    if (run.rows<outcome::MigrationWave>().empty()) {
        section.points.push_back(say(style.language,
                                     "Wie lange das Kopieren dauert, sagt erst die Ereignisrechnung (nicht "
                                     "mit --engines annual).",
                                     "How long copying takes is told by the event engine (not with --engines "
                                     "annual)."));
    }
    return section;
}

}  // namespace verbund::report
