#include "results/report/page/engine_answers.hpp"

#include <cmath>

#include "results/report/numbers.hpp"
#include "results/report/sentences/answer/site_answer.hpp"
#include "results/report/text_width.hpp"

namespace verbund::report::page {
namespace {

using outcome::AvailabilitySummary;
using outcome::DrillSummary;
using outcome::Run;

/// Longer is graver, and never (not-a-number) the gravest.
bool is_graver(const DrillSummary& a, const DrillSummary& b) {
    if (std::isnan(a.rto_max_s) || std::isnan(b.rto_max_s))
        return std::isnan(a.rto_max_s) && !std::isnan(b.rto_max_s);
    return a.rto_max_s > b.rto_max_s;
}

}  // namespace

std::optional<std::string> downtime_sentence(const Run& run, std::size_t variant, const Style& style) {
    const AvailabilitySummary* last = nullptr;
    for (const AvailabilitySummary& row : run.rows<outcome::AvailabilitySummary>()) {
        const bool is_critical = static_cast<std::size_t>(row.variant) == variant &&
                                 row.group == "critical" && row.workplaces > 0.0;
        last = is_critical && (last == nullptr || row.year >= last->year) ? &row : last;
    }
    if (last == nullptr) return std::nullopt;
    return say(style.language,
               "Ausfallzeit kritischer Dienste {}: im Mittel {} h im Jahr (95-%-Intervall: {} bis {} h).",
               "Downtime of critical services in {}: {} h a year on average (95 % interval: {} to {} h).",
               last->year, short_number(last->downtime_h, style), short_number(last->low_h, style),
               short_number(last->high_h, style));
}

namespace {

std::string loss_words(double rpo_s, const Style& style) {
    if (std::isnan(rpo_s)) return say(style.language, "vollständig", "total");
    return say(style.language, "bis {}", "up to {}", time_text(rpo_s, style));
}

}  // namespace

std::optional<std::string> worst_drill_sentence(const Run& run, std::size_t variant, const Style& style) {
    const DrillSummary* worst = nullptr;
    for (const DrillSummary& row : run.rows<outcome::DrillSummary>())
        if (static_cast<std::size_t>(row.variant) == variant && (worst == nullptr || is_graver(row, *worst)))
            worst = &row;
    if (worst == nullptr) return std::nullopt;
    const std::string recovery = std::isnan(worst->rto_max_s) ? say(style.language, "nie", "at no time")
                                                              : say(style.language, "nach {}", "after {}",
                                                                    time_text(worst->rto_max_s, style));
    return say(
        style.language,
        "Schwerste Übung: {} ({}); kritische Dienste laufen {} alle wieder, Datenverlust kritischer "
        "Klassen {}, aller Klassen {}; {} Server kommen nie wieder, {} Arbeitsplätze betroffen.",
        "Gravest drill: {} ({}); all critical services run again {}, data loss of critical classes {}, "
        "of all classes {}; {} servers never run again, {} workplaces hit.",
        printable(worst->drill), worst->year, recovery, loss_words(worst->rpo_max_s, style),
        loss_words(worst->rpo_all_max_s, style), short_number(worst->servers_never, style),
        short_number(worst->workplaces_hit, style));
}

std::vector<std::string> site_sentences(const Run& run, const PlaceNames& names, const Style& style) {
    const std::vector<int> years = site_years(run);
    return years.empty() ? std::vector<std::string>{} : site_answer(run, years.back(), names, style);
}

}  // namespace verbund::report::page
