#include "results/report/terminal/drill_text.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <sstream>

#include "models/base/unit_factors.hpp"
#include "results/outcome/outcome.hpp"
#include "results/report/lookup.hpp"
#include "results/report/numbers.hpp"
#include "results/report/sentences/told.hpp"
#include "results/report/terminal/text_table.hpp"
#include "results/report/text_width.hpp"
#include "results/report/words/words.hpp"

namespace verbund::report {
namespace {

using outcome::DrillEvent;
using outcome::DrillResult;
using outcome::DrillSummary;

constexpr double endless = std::numeric_limits<double>::infinity();

std::string time_of_day(double hours) {
    const auto minutes = std::llround(hours * minutes_per_hour);
    return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::string wrapped(const std::string& text, const Style& style) {
    return wrap(printable(text), static_cast<std::size_t>(style.width), 0) + '\n';
}

/// "fails at 09:30, for 24 h"
std::string outage(const DrillSummary& s, bool several, const Style& style) {
    const std::string lasts = std::isnan(s.lasts_h) ? say(style.language, "für immer", "for good")
                                                    : say(style.language, "für {}", "for {}",
                                                          time_text(s.lasts_h * seconds_per_hour, style));
    const std::string verb =
        several ? say(style.language, "fallen", "fail") : say(style.language, "fällt", "fails");
    return say(style.language, "{} um {} aus, {}", "{} at {}, {}", verb, time_of_day(s.at_h), lasts);
}

/// "is destroyed at 09:30, replaced after 30 d"
std::string destruction(const DrillSummary& s, bool several, const Style& style) {
    const std::string replaced = std::isnan(s.lasts_h)
                                     ? say(style.language, "ohne Ersatz", "never replaced")
                                     : say(style.language, "neue Technik nach {}", "replaced after {}",
                                           time_text(s.lasts_h * seconds_per_hour, style));
    const std::string verb =
        several ? say(style.language, "werden", "are") : say(style.language, "wird", "is");
    return say(style.language, "{} um {} zerstört, {}", "{} destroyed at {}, {}", verb, time_of_day(s.at_h),
               replaced);
}

std::string heading(const DrillReport& drill, const Style& style) {
    const DrillSummary& s = drill.summary;
    const std::string name = s.drill == s.fails ? "" : s.drill + ": ";
    const bool several = s.fails.find(", ") != std::string::npos;
    return wrapped(say(style.language, "{}{} {} (Variante {}, {}, {})", "{}{} {} (variant {}, {}, {})", name,
                       s.fails, s.destroyed ? destruction(s, several, style) : outage(s, several, style),
                       drill.variant, s.year, word("day", s.day, style.language)),
                   style);
}

std::string rto_sentence(const DrillSummary& s, const Style& style) {
    if (std::isnan(s.rto_max_s)) {
        return say(style.language, "Kritische Klassen kommen zum Teil nie wieder (RTO).",
                   "Some critical classes never work again (RTO).");
    }
    if (s.rto_max_s <= 0.0)
        return say(style.language, "Keine kritische Klasse steht still.", "No critical class stands still.");
    return say(style.language, "Kritische Klassen arbeiten wieder nach höchstens {} (RTO).",
               "Critical classes work again after {} at most (RTO).", clock_text(s.rto_max_s, style));
}

/// "none", "those of the last 3:30:00", "all that was stored"
std::string loss(double rpo_s, const Style& style) {
    if (std::isnan(rpo_s)) return say(style.language, "alle", "all that was stored");
    if (rpo_s <= 0.0) return say(style.language, "keine", "none");
    return say(style.language, "die der letzten {}", "those of the last {}", clock_text(rpo_s, style));
}

/// Of critical classes, and of the others where they lose more.
std::string rpo_sentence(const DrillSummary& s, const Style& style) {
    const bool same =
        s.rpo_all_max_s == s.rpo_max_s || (std::isnan(s.rpo_all_max_s) && std::isnan(s.rpo_max_s));
    std::string text =
        same ? say(style.language, "Verlorene Daten aller Klassen (RPO): {}.",
                   "Data lost, all classes (RPO): {}.", loss(s.rpo_max_s, style))
             : say(style.language, "Verlorene Daten (RPO): kritische Klassen {}, andere bis zu: {}.",
                   "Data lost (RPO): critical classes {}, others up to: {}.", loss(s.rpo_max_s, style),
                   loss(s.rpo_all_max_s, style));
    if (s.data_lost_tb <= 0.0) return text;
    return text + say(style.language, " Von {} TB ist keine Kopie übrig.", " Of {} TB no copy is left.",
                      measured_number(s.data_lost_tb, style));
}

/// Servers that never run again, and what came of the takeover.
std::string fate_sentences(const DrillSummary& s, const Style& style) {
    std::string text;
    if (s.servers_never > 0.0) {
        text += say(style.language, " {} Server kommen nie wieder.", " {} servers never run again.",
                    short_number(s.servers_never, style));
    }
    if (s.takeover.empty()) return text;
    const std::string odds = short_number(percent_per_one * s.takeover_failure, style);
    return text + (s.takeover == "fails"
                       ? say(style.language, " Die Übernahme misslingt (so in {} % der Fälle).",
                             " The takeover fails (as in {} % of cases).", odds)
                       : say(style.language, " Die Übernahme gelingt (misslingt in {} % der Fälle).",
                             " The takeover succeeds (fails in {} % of cases).", odds));
}

/// Where no server stands still: what the other paths do.
std::string paths_sentence(const DrillReport& drill, const Style& style) {
    const DrillSummary& s = drill.summary;
    const auto too_narrow = std::any_of(drill.timeline.begin(), drill.timeline.end(),
                                        [](const DrillEvent& event) { return event.step == "narrow"; });
    if (!(s.rto_max_s > 0.0)) return say(style.language, "Niemand steht still.", "Nobody stands still.");
    const std::string after = clock_text(s.rto_max_s, style);
    if (!too_narrow) {
        return say(style.language, "Niemand steht still: nach {} tragen andere Wege.",
                   "Nobody stands still: other paths carry after {}.", after);
    }
    return say(style.language,
               "Kein Server steht still: nach {} gibt es andere Wege, sie sind aber zu schmal (siehe unten).",
               "No server stands still: other paths are there after {}, but they are too narrow (see below).",
               after);
}

std::string whole(const DrillReport& drill, const Style& style) {
    const DrillSummary& s = drill.summary;
    if (s.servers_hit <= 0.0) return wrapped(paths_sentence(drill, style), style);
    const std::string lost = std::isnan(s.transactions_lost) ? say(style.language, "ohne Ende", "without end")
                                                             : short_number(s.transactions_lost, style);
    return wrapped(
        say(style.language,
            "Betroffen: {} Arbeitsplätze, {} Server. {} {}{} Entgangene Vorgänge: {}. Ohne Platz: {} % "
            "der Server. Ziele verfehlt: {}.",
            "Hit: {} workplaces, {} servers. {} {}{} Transactions lost: {}. Without a place: {} % of "
            "the servers. Targets missed: {}.",
            short_number(s.workplaces_hit, style), short_number(s.servers_hit, style), rto_sentence(s, style),
            rpo_sentence(s, style), fate_sentences(s, style), lost,
            short_number(percent_per_one * s.capacity_short, style), short_number(s.targets_missed, style)),
        style);
}

/// Adds a row; what is too long for the terminal goes on below.
void add_step(TextTable& table, const DrillEvent& event, std::size_t when_width, const Teller& teller,
              const Style& style) {
    constexpr std::size_t gaps_and_mark = 5;  // two of 2 columns, and the mark itself
    const std::string when = clock_text(event.at_s, style);
    const std::size_t width = static_cast<std::size_t>(style.width);
    const std::size_t left =
        width > when_width + 2 * gaps_and_mark ? width - when_width - gaps_and_mark : width;
    std::istringstream lines(wrap(sentence(event, teller), left, 0));
    std::string line;
    for (bool first = true; std::getline(lines, line); first = false) {
        table.add_row(
            {std::string{first ? when : ""}, std::string{first && event.critical_path ? "*" : ""}, line});
    }
}

std::string timeline_text(const std::vector<DrillEvent>& timeline, const Teller& teller, const Style& style) {
    const bool german = style.language == Language::german;
    TextTable table{
        {{{german ? "nach" : "after"}}, {{""}}, {{german ? "was geschieht" : "what happens"}, Align::left}}};
    std::size_t widest = display_width(german ? "nach" : "after");
    for (const DrillEvent& event : timeline)
        widest = std::max(widest, display_width(clock_text(event.at_s, style)));
    for (const DrillEvent& event : timeline) add_step(table, event, widest, teller, style);
    return table.render(style);
}

/// A class over all administrations.
struct ClassRow {
    std::set<std::int32_t> administrations;
    double servers = 0.0;
    double servers_short = 0.0;
    double rto_least_s = endless;
    double rto_most_s = 0.0;
    double rto_target_s = outcome::not_applicable;
    double rpo_most_s = 0.0;
    double rpo_target_s = outcome::not_applicable;
    double transactions_lost = 0.0;
};

/// Never (not-a-number) as a time longer than any.
double or_never(double seconds) { return std::isinf(seconds) ? outcome::not_applicable : seconds; }

/// The most urgent classes first: by the time in which they are to work again, then by id.
using ClassKey = std::pair<double, std::string>;

std::map<ClassKey, ClassRow> by_class(const std::vector<DrillResult>& results) {
    std::map<ClassKey, ClassRow> rows;
    for (const DrillResult& result : results) {
        ClassRow& row = rows[{or_endless(result.rto_target_s), result.workload}];
        row.administrations.insert(result.administration);
        row.servers += result.servers;
        row.servers_short += result.servers_short;
        row.rto_least_s = std::min(row.rto_least_s, or_endless(result.rto_s));
        row.rto_most_s = std::max(row.rto_most_s, or_endless(result.rto_s));
        row.rto_target_s = result.rto_target_s;
        row.rpo_most_s = std::max(row.rpo_most_s, or_endless(result.rpo_s));
        row.rpo_target_s = result.rpo_target_s;
        row.transactions_lost += result.transactions_lost;
    }
    return rows;
}

std::vector<TextColumn> class_columns(Language language) {
    const std::vector<ColumnNames> names{
        {{"Klasse"}, {"Class"}, Align::left},
        {{"Verwal-", "tungen"}, {"Admini-", "strations"}},
        {{"Server"}, {"Servers"}},
        {{"ohne", "Platz"}, {"no", "place"}},
        {{"RTO", "von"}, {"RTO", "from"}},
        {{"RTO", "bis"}, {"RTO", "to"}},
        {{"RTO", "Ziel"}, {"RTO", "target"}},
        {{"RPO", "bis"}, {"RPO", "to"}},
        {{"RPO", "Ziel"}, {"RPO", "target"}},
        {{"entg.", "Vorgänge"}, {"Trans.", "lost"}},
    };
    return columns_in(language, names);
}

/// A target that does not exist is a dash, not "never".
std::string target_text(double seconds, const Style& style) {
    return std::isnan(seconds) ? std::string{dash(style)} : clock_text(seconds, style);
}

TextCell against_target(double seconds, double target, const Style& style) {
    const bool missed = !std::isnan(target) && !(seconds <= target);
    return {clock_text(or_never(seconds), style) + (missed ? "!" : ""),
            missed ? Emphasis::warning : Emphasis::none};
}

std::string classes_text(const DrillReport& drill, const outcome::Run& run, const Style& style) {
    constexpr std::size_t widest_name = 24;
    TextTable table{class_columns(style.language)};
    for (const auto& [key, row] : by_class(drill.results)) {
        const std::string shown = class_name(run, key.second, style.language);
        table.add_row({cut_to_width(shown, widest_name, style.unicode ? "\u2026" : "~"),
                       short_number(static_cast<double>(row.administrations.size()), style),
                       short_number(row.servers, style),
                       TextCell{short_number(row.servers_short, style),
                                row.servers_short > 0.0 ? Emphasis::warning : Emphasis::none},
                       clock_text(or_never(row.rto_least_s), style),
                       against_target(row.rto_most_s, row.rto_target_s, style),
                       target_text(row.rto_target_s, style),
                       against_target(row.rpo_most_s, row.rpo_target_s, style),
                       target_text(row.rpo_target_s, style), short_number(row.transactions_lost, style)});
    }
    return table.render(style);
}

std::string legend(const Style& style) {
    return wrapped(say(style.language, "* = auf dem kritischen Weg. ! = Ziel verfehlt. Zeiten in h:mm:ss.",
                       "* = on the critical path. ! = target missed. Times in h:mm:ss."),
                   style);
}

std::vector<TextColumn> ranking_columns(Language language) {
    const std::vector<ColumnNames> names{
        {{"Rang"}, {"Rank"}},
        {{"Arbeits-", "plätze"}, {"Work-", "places"}},
        {{"RTO", "krit."}, {"RTO", "crit."}},
        {{"RPO", "krit."}, {"RPO", "crit."}},
        {{"entg.", "Vorgänge"}, {"Trans.", "lost"}},
        {{"ohne", "Platz"}, {"no", "place"}},
        {{"Ziele", "verfehlt"}, {"Targets", "missed"}},
        {{"Variante"}, {"Variant"}, Align::left},
        {{"was ausfällt"}, {"what fails"}, Align::left},
    };
    return columns_in(language, names);
}

}  // namespace

std::string clock_text(double seconds, const Style& style) {
    if (std::isnan(seconds)) return say(style.language, "nie", "never");
    if (std::isinf(seconds)) return style.unicode ? "\u221e" : "inf";
    if (seconds > 0.0 && seconds < 1.0) return fixed_number(seconds, 2, style) + " s";
    const auto whole = std::llround(seconds);
    return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

std::string drill_text(const DrillReport& drill, const outcome::Run& run, const Style& style) {
    const Tellers tellers{run};
    std::string text = heading(drill, style) + whole(drill, style) + '\n' +
                       timeline_text(drill.timeline, tellers.in(style.language), style);
    if (!drill.results.empty()) text += '\n' + classes_text(drill, run, style);
    return text + legend(style);
}

std::string drill_ranking_text(std::vector<RankedDrill> drills, std::size_t most, const Style& style) {
    rank_drills(drills);
    const std::size_t shown = most == 0 ? drills.size() : std::min(most, drills.size());
    TextTable table{ranking_columns(style.language)};
    for (std::size_t i = 0; i < shown; ++i) {
        const DrillSummary& s = drills[i].summary;
        table.add_row({std::to_string(i + 1), short_number(s.workplaces_hit, style),
                       clock_text(s.rto_max_s, style), clock_text(s.rpo_max_s, style),
                       short_number(s.transactions_lost, style),
                       short_number(percent_per_one * s.capacity_short, style) + " %",
                       TextCell{short_number(s.targets_missed, style),
                                s.targets_missed > 0.0 ? Emphasis::warning : Emphasis::none},
                       drills[i].variant, s.fails});
    }
    std::string text = table.render(style);
    if (shown < drills.size())
        text += say(style.language, "... und {} weitere.\n", "... and {} more.\n", drills.size() - shown);
    return text;
}

}  // namespace verbund::report
