#include "results/report/sentences/answer/rule_answers.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/ranges.h>

#include "results/report/lookup.hpp"
#include "results/report/rule_names.hpp"
#include "results/report/text_width.hpp"

namespace verbund::report {
namespace {

using outcome::RuleFinding;
using outcome::Run;

constexpr std::string_view pair_mark = " / ";
constexpr std::size_t most_names = 2;

using Subjects = std::set<std::string>;

/// Which findings are told.
struct Asked {
    RuleKind kind = RuleKind::law;
    std::string_view verdict;
};

/// "b / a" becomes "a / b".
std::string subject_of(const RuleFinding& finding) {
    const std::size_t mark = finding.subject.find(pair_mark);
    if (mark == std::string::npos) return finding.subject;
    std::string first = finding.subject.substr(0, mark);
    std::string second = finding.subject.substr(mark + pair_mark.size());
    if (second < first) std::swap(first, second);
    return first + std::string{pair_mark} + second;
}

std::string subjects_text(const Subjects& subjects, Language language) {
    const bool is_pair = subjects.begin()->find(pair_mark) != std::string::npos;
    const bool is_one = subjects.size() == 1;
    const std::string noun =
        is_pair ? (is_one ? say(language, "Paar", "pair") : say(language, "Paaren", "pairs"))
                : (is_one ? say(language, "Zentrum", "center") : say(language, "Zentren", "centers"));
    const std::string names =
        subjects.size() <= most_names ? fmt::format(" ({})", fmt::join(subjects, "; ")) : std::string{};
    return say(language, "in {} {}{}", "in {} {}{}", subjects.size(), noun, printable(names));
}

/// Rules of a kind with a verdict, and where.
std::string named(const Run& run, std::size_t variant, int year, const Asked& asked, Language language) {
    std::map<std::string, Subjects> missed;
    for (const RuleFinding& finding : run.rows<outcome::RuleFinding>())
        if (static_cast<std::size_t>(finding.variant) == variant && finding.year == year &&
            finding.verdict == asked.verdict && rule_kind(finding.rule) == asked.kind)
            missed[finding.rule].insert(subject_of(finding));
    std::vector<std::string> parts;
    for (const auto& [rule, subjects] : missed)
        parts.push_back(rule_name(rule, language) + ' ' + subjects_text(subjects, language));
    return fmt::format("{}", fmt::join(parts, ", "));
}

/// "in 2025, 2030: x; in 2035: y": years that miss the same follow each other as one.
std::string named_by_year(const Run& run, std::size_t variant, const Asked& asked, Language language) {
    std::vector<std::pair<std::string, std::vector<int>>> spans;
    for (const int year : shown_years(run)) {
        const std::string text = named(run, variant, year, asked, language);
        if (spans.empty() || spans.back().first != text) spans.push_back({text, {}});
        spans.back().second.push_back(year);
    }
    std::string all;
    for (const auto& [text, years] : spans)
        if (!text.empty())
            all += fmt::format("{} {}: {}", all.empty() ? "" : ";", fmt::join(years, ", "), text);
    return all;
}

bool was_checked(const Run& run, std::size_t variant, RuleKind kind) {
    return std::any_of(
        run.rows<outcome::RuleFinding>().begin(), run.rows<outcome::RuleFinding>().end(),
        [&](const RuleFinding& finding) {
            return static_cast<std::size_t>(finding.variant) == variant && rule_kind(finding.rule) == kind;
        });
}

/// True if the law's scope was checked and no center is within it in any milestone year.
bool law_applies_nowhere(const Run& run, std::size_t variant) {
    const std::vector<int> years = shown_years(run);
    std::size_t checked = 0;
    std::size_t exempt = 0;
    for (const RuleFinding& finding : run.rows<outcome::RuleFinding>()) {
        const bool is_shown = std::find(years.begin(), years.end(), finding.year) != years.end();
        if (static_cast<std::size_t>(finding.variant) == variant && finding.rule == "enefg.scope" &&
            is_shown) {
            ++checked;
            exempt += finding.verdict == "exempt" ? 1 : 0;
        }
    }
    return checked > 0 && exempt == checked;
}

std::string law_sentence(const Run& run, std::size_t variant, Language language) {
    const std::string missed = named_by_year(run, variant, {RuleKind::law, "missed"}, language);
    if (!missed.empty()) return say(language, "Gesetz verfehlt{}.", "Law missed{}.", missed);
    if (law_applies_nowhere(run, variant)) {
        return say(language, "Gesetz: Das EnEfG gilt in den Stichjahren für keines der Zentren.",
                   "Law: the EnEfG applies to none of the centers in the milestone years.");
    }
    return was_checked(run, variant, RuleKind::law)
               ? say(language, "Gesetz: in den Stichjahren nichts verfehlt.",
                     "Law: nothing missed in the milestone years.")
               : std::string{};
}

std::string advice_sentence(const Run& run, std::size_t variant, Language language) {
    const std::string missed = named_by_year(run, variant, {RuleKind::advice, "missed"}, language);
    if (!missed.empty())
        return say(language, "Empfehlungen verfehlt{}.", "Recommendations missed{}.", missed);
    return was_checked(run, variant, RuleKind::advice)
               ? say(language, "Empfehlungen: in den Stichjahren nichts verfehlt.",
                     "Recommendations: nothing missed in the milestone years.")
               : std::string{};
}

std::string label_sentence(const Run& run, std::size_t variant, Language language) {
    const std::string open = named_by_year(run, variant, {RuleKind::label, "not-reached"}, language);
    if (open.empty()) return {};
    return say(language, "Freiwillig, nicht erreicht{}.", "Voluntary, not reached{}.", open);
}

/// Proofs of the check list that are open in a milestone year.
std::string proof_sentence(const Run& run, std::size_t variant, Language language) {
    const std::vector<int> years = shown_years(run);
    std::set<std::pair<std::string, std::string>> open;
    for (const RuleFinding& finding : run.rows<outcome::RuleFinding>()) {
        const bool is_shown = std::find(years.begin(), years.end(), finding.year) != years.end();
        if (static_cast<std::size_t>(finding.variant) == variant && is_shown &&
            finding.verdict == "to-be-shown" && rule_kind(finding.rule) == RuleKind::check_list)
            open.emplace(finding.rule, finding.subject);
    }
    if (open.empty()) return {};
    return say(language, "Prüfliste: {} Nachweise stehen aus.", "Check list: {} proofs are open.",
               open.size());
}

}  // namespace

std::vector<std::string> rule_sentences(const Run& run, std::size_t variant, const Style& style) {
    return {law_sentence(run, variant, style.language), advice_sentence(run, variant, style.language),
            label_sentence(run, variant, style.language), proof_sentence(run, variant, style.language)};
}

}  // namespace verbund::report
