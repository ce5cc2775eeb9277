#include "results/report/sentences/answer/site_answer.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "models/base/unit_factors.hpp"
#include "results/report/lookup.hpp"
#include "results/report/numbers.hpp"
#include "results/report/text_width.hpp"
#include "results/report/words/words.hpp"

namespace verbund::report {
namespace {

using outcome::Run;
using outcome::SiteOption;
using Options = std::vector<const SiteOption*>;

constexpr std::size_t widest_label = 60;

std::string thousands(double euro, const Style& style) {
    return short_number(euro / euro_per_thousand, style);
}

std::string where_sentence(const SiteOption& first, std::size_t count, const PlaceNames& names,
                           const Style& style) {
    const std::string spacing =
        std::isnan(first.spacing_km)
            ? std::string{}
            : say(style.language, ", untereinander mindestens {} km", ", at least {} km from each other",
                  short_number(first.spacing_km, style));
    return say(
        style.language,
        "{}: Platz 1 von {} simulierten Möglichkeiten ist {}: {}. Mindestens {} km vom Hauptstandort{}, "
        "Umlaufzeit dorthin höchstens {} ms, Replikation {}.",
        "{}: first of {} choices simulated is {}: {}. At least {} km from the primary{}, round trip to "
        "it at most {} ms, replication {}.",
        first.year, count, choice_label(first.sites, names, style),
        word("verdict", first.verdict, style.language), short_number(first.distance_km, style), spacing,
        short_number(first.round_trip_ms, style), word("verdict", first.replication, style.language));
}

std::string downtime_sentence(const SiteOption& first, const Style& style) {
    if (std::isnan(first.downtime_h)) return {};
    return say(style.language, "Kritische Dienste fallen {} h im Jahr aus (95-%-Intervall: {} bis {} h). ",
               "Critical services are down {} h a year (95 % interval: {} to {} h). ",
               short_number(first.downtime_h, style), short_number(first.downtime_low_h, style),
               short_number(first.downtime_high_h, style));
}

std::string outcome_sentence(const SiteOption& first, const Style& style) {
    return downtime_sentence(first, style) +
           say(style.language,
               "Alle Standorte zusammen kosten {} Tsd. EUR im Jahr, gegenüber keinem Zweitstandort {} Tsd. "
               "EUR.",
               "All sites together cost {} kEUR a year, {} kEUR against no backup site.",
               thousands(first.cost_eur, style),
               signed_number(first.simulated_cost_eur / euro_per_thousand, style));
}

/// The choices with the same verdict as the first one, which alone may come before it.
std::string peers_name(const std::string& verdict, std::size_t count, const Style& style) {
    return fmt::format("{} {}", count, word("verdict-of-many", verdict, style.language));
}

bool costs_least(const SiteOption& first, const Options& peers) {
    return std::none_of(
        peers.begin(), peers.end(), [&](const SiteOption* peer) { return peer->cost_eur < first.cost_eur; });
}

/// Intervals that overlap tell no choice from another.
bool none_is_surely_shorter(const SiteOption& first, const Options& peers) {
    return !std::isnan(first.downtime_low_h) &&
           std::none_of(
               peers.begin(), peers.end(),
               [&](const SiteOption* peer) { return peer->downtime_high_h < first.downtime_low_h; });
}

std::string none_suitable(const SiteOption& first, const Style& style) {
    if (first.verdict == "justify") {
        return say(style.language, "Keine Möglichkeit ist ohne schriftliche Begründung zulässig. ",
                   "No choice is admissible without a written justification. ");
    }
    return first.verdict == "ruled-out"
               ? say(style.language, "Jede Möglichkeit scheidet aus. ", "Every choice is ruled out. ")
               : std::string{};
}

std::string reason_sentence(const SiteOption& first, const Options& options, const Style& style) {
    Options peers;
    std::copy_if(options.begin(), options.end(), std::back_inserter(peers),
                 [&](const SiteOption* option) { return option->verdict == first.verdict; });
    std::string intro = none_suitable(first, style);
    if (options.size() == 1) return intro;
    if (peers.size() == 1) {
        return intro + say(style.language, "Alle anderen sind schlechter beurteilt.",
                           "All others have a worse verdict.");
    }
    const std::string group = peers_name(first.verdict, peers.size(), style);
    const bool cheapest = costs_least(first, peers);
    const bool surest = none_is_surely_shorter(first, peers);
    if (cheapest && surest) {
        return intro + say(style.language,
                           "Von den {} kostet keine weniger, und keine fällt sicher kürzer aus.",
                           "Of the {}, none costs less and none is surely down for less time.", group);
    }
    if (cheapest) {
        return intro +
               say(style.language, "Von den {} kostet keine weniger.", "Of the {}, none costs less.", group);
    }
    if (surest) {
        return intro + say(style.language, "Von den {} fällt keine sicher kürzer aus.",
                           "Of the {}, none is surely down for less time.", group);
    }
    return intro + (first.pareto > 0.0 ? say(style.language,
                                             "Keine andere ist in einem Ziel besser, ohne in einem anderen "
                                             "schlechter zu sein.",
                                             "No other is better in one goal without being worse in another.")
                                       : std::string{});
}

std::string standby_sentence(const SiteOption& first, const Style& style) {
    return say(style.language,
               "Aufzunehmen sind dort {} Reservehosts in {} Racks mit {} kW IT-Last und {} TB Speicher; "
               "Leitung für {} Gbit/s Replikation.",
               "To be held there: {} standby hosts in {} racks with {} kW of IT load and {} TB of storage; "
               "a line for {} Gbit/s of replication.",
               short_number(first.standby_hosts, style), short_number(first.standby_racks, style),
               short_number(first.standby_it_kw, style), short_number(first.standby_storage_tb, style),
               short_number(first.replication_gbit_s, style));
}

std::string refused_sentence(const SiteOption& first, const Style& style) {
    return first.refused_servers > 0.0
               ? say(style.language, "ACHTUNG: {} Server finden dort keinen Platz.",
                     "CAUTION: {} servers find no place there.", short_number(first.refused_servers, style))
               : std::string{};
}

}  // namespace

std::vector<int> site_years(const Run& run) {
    std::set<int> years;
    for (const SiteOption& option : run.rows<outcome::SiteOption>()) years.insert(option.year);
    return {years.begin(), years.end()};
}

Options ranked_sites(const Run& run, int year) {
    Options options;
    for (const SiteOption& option : run.rows<outcome::SiteOption>())
        if (option.year == year) options.push_back(&option);
    std::stable_sort(options.begin(), options.end(),
                     [](const SiteOption* a, const SiteOption* b) { return a->rank < b->rank; });
    return options;
}

std::vector<std::string> chosen_sites(std::string_view sites) {
    constexpr std::string_view between = " + ";
    std::vector<std::string> parts;
    for (std::size_t end = sites.find(between); end != std::string_view::npos; end = sites.find(between)) {
        parts.emplace_back(sites.substr(0, end));
        sites.remove_prefix(end + between.size());
    }
    parts.emplace_back(sites);
    return parts;
}

std::string site_label(std::string_view site, const PlaceNames& names, const Style& style) {
    const std::string id = printable(site);
    const std::string name = names.of(site);
    return cut_to_width(name == id ? id : fmt::format("{} ({})", name, id), widest_label,
                        style.unicode ? "\u2026" : "~");
}

std::string choice_label(std::string_view sites, const PlaceNames& names, const Style& style) {
    std::string label;
    for (const std::string& site : chosen_sites(sites))
        label += (label.empty() ? "" : " + ") + site_label(site, names, style);
    return label;
}

std::vector<std::string> site_answer(const Run& run, int year, const PlaceNames& names, const Style& style) {
    const Options options = ranked_sites(run, year);
    if (options.empty()) return {};
    const SiteOption& first = *options.front();
    std::vector<std::string> sentences;
    for (std::string sentence : {where_sentence(first, options.size(), names, style),
                                 outcome_sentence(first, style), reason_sentence(first, options, style),
                                 standby_sentence(first, style), refused_sentence(first, style)})
        if (!sentence.empty()) sentences.push_back(std::move(sentence));
    return sentences;
}

std::optional<std::string> model_deviation(const Run& run, int year, const Style& style) {
    std::vector<double> deviations;
    double largest = 0.0;
    for (const SiteOption* option : ranked_sites(run, year)) {
        const double deviation = option->model_cost_eur / option->simulated_cost_eur - 1.0;
        if (!std::isfinite(deviation)) continue;
        deviations.push_back(std::abs(deviation));
        largest = std::abs(deviation) > std::abs(largest) ? deviation : largest;
    }
    if (deviations.empty()) return std::nullopt;
    std::sort(deviations.begin(), deviations.end());
    const std::size_t middle = deviations.size() / 2;
    const double median =
        deviations.size() % 2 == 1 ? deviations[middle] : (deviations[middle - 1] + deviations[middle]) / 2.0;
    const double percent = std::round(1000.0 * median) / 10.0;  // to tenths, as the largest one
    return say(
        style.language,
        "Das Modell der Vorauswahl weicht bei den Mehrkosten im Median um {} % von der Simulation ab, "
        "höchstens um {} ({} Möglichkeiten).",
        "In added cost the model of the shortlist differs from the simulation by {} % (median), by {} at "
        "most ({} choices).",
        short_number(percent, style), signed_percent(largest, 1.0, style), deviations.size());
}

}  // namespace verbund::report
