#include "results/report/terminal/sites_text.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "models/base/unit_factors.hpp"
#include "results/report/lookup.hpp"
#include "results/report/numbers.hpp"
#include "results/report/sentences/answer/site_answer.hpp"
#include "results/report/sentences/sites.hpp"
#include "results/report/terminal/text_table.hpp"
#include "results/report/text_width.hpp"
#include "results/report/words/words.hpp"

namespace verbund::report {
namespace {

using outcome::Run;
using outcome::SiteCriterion;
using outcome::SiteLeftOut;
using outcome::SiteOption;

constexpr std::size_t most_listed = 15;

/// The text with no word longer than `width`.
std::string broken(const std::string& text, std::size_t width, const Style& style) {
    const std::string clean = printable(text);
    std::string fitting;
    for (std::size_t start = 0; start <= clean.size();) {
        const std::size_t end = std::min(clean.find(' ', start), clean.size());
        fitting += (start == 0 ? "" : " ") +
                   cut_to_width(clean.substr(start, end - start), width, style.unicode ? "\u2026" : "~");
        start = end + 1;
    }
    return fitting;
}

/// A paragraph within the style's width, whatever long words a study brings; `left` blanks stand before each
/// line, `indent` more before all but the first.
std::string paragraph(const std::string& text, std::size_t indent, const Style& style, std::size_t left = 0) {
    const std::size_t width = static_cast<std::size_t>(style.width) - left;
    std::string lines = wrap(broken(text, width - indent, style), width, indent);
    const std::string blanks(left, ' ');
    for (std::size_t end = lines.find('\n'); end != std::string::npos; end = lines.find('\n', end + 1))
        lines.insert(end + 1, blanks);
    return blanks + lines + '\n';
}

std::string joined(const std::vector<std::string>& sentences) {
    std::string text;
    for (const std::string& sentence : sentences) text += (text.empty() ? "" : " ") + sentence;
    return text;
}

/// The rank, marked where no other choice is better in one goal and as good in all.
std::string rank_text(const SiteOption& option, const Style& style) {
    return fixed_number(option.rank, 0, style) + (option.pareto > 0.0 ? " *" : "  ");
}

TextCell verdict_cell(const SiteOption& option, const Style& style) {
    return {word("verdict", option.verdict, style.language),
            option.verdict == "suitable" ? Emphasis::none : Emphasis::warning};
}

std::string place_table(const std::vector<const SiteOption*>& options, const Style& style) {
    const std::vector<ColumnNames> names{{{"Rang"}, {"Rank"}},
                                         {{"Urteil"}, {"Verdict"}, Align::left},
                                         {{"Abstand", "km"}, {"Distance", "km"}},
                                         {{"Umlauf", "ms"}, {"Round", "trip ms"}},
                                         {{"Replikation"}, {"Replication"}, Align::left},
                                         {{"Ersatz", "p95 ms"}, {"Failover", "p95 ms"}},
                                         {{"Standorte"}, {"Sites"}, Align::left}};
    TextTable table{columns_in(style.language, names)};
    for (const SiteOption* option : options) {
        const std::vector<std::string> sites = chosen_sites(option->sites);
        table.add_row({rank_text(*option, style), verdict_cell(*option, style),
                       measured_number(option->distance_km, style),
                       measured_number(option->round_trip_ms, style),
                       word("verdict", option->replication, style.language),
                       measured_number(option->failover_p95_ms, style), sites.front()});
        for (std::size_t i = 1; i < sites.size(); ++i) {
            std::vector<TextCell> below(6, TextCell{""});
            below.emplace_back("+ " + sites[i]);
            table.add_row(std::move(below));
        }
    }
    return table.render(style);
}

std::string interval(const SiteOption& option, const Style& style) {
    return std::isnan(option.downtime_low_h) ? std::string{dash(style)}
                                             : measured_number(option.downtime_low_h, style) + " - " +
                                                   measured_number(option.downtime_high_h, style);
}

std::string need_table(const std::vector<const SiteOption*>& options, const Style& style) {
    const std::vector<ColumnNames> names{{{"Rang"}, {"Rank"}},
                                         {{"Reserve-", "hosts"}, {"Standby", "hosts"}},
                                         {{"Racks"}, {"Racks"}},
                                         {{"IT-Last", "kW"}, {"IT load", "kW"}},
                                         {{"getr. We-", "ge %"}, {"separate", "paths %"}},
                                         {{"gemeins.", "Gefahr %"}, {"common", "hazard %"}},
                                         {{"Ausfall", "h/a"}, {"Downtime", "h/a"}},
                                         {{"95-%-Bereich", "h/a"}, {"95 % interval", "h/a"}},
                                         {{"Strom", "MWh/a"}, {"Energy", "MWh/a"}},
                                         {{"CO2", "t/a"}, {"CO2", "t/a"}},
                                         {{"Kosten", "TEUR/a"}, {"Cost", "kEUR/a"}}};
    TextTable table{columns_in(style.language, names)};
    for (const SiteOption* option : options) {
        table.add_row({rank_text(*option, style), fixed_number(option->standby_hosts, 0, style),
                       fixed_number(option->standby_racks, 0, style),
                       measured_number(option->standby_it_kw, style),
                       short_number(percent_per_one * option->disjoint_share, style),
                       short_number(percent_per_one * option->common_hazard, style),
                       measured_number(option->downtime_h, style), interval(*option, style),
                       measured_number(option->energy_mwh, style), measured_number(option->co2_t, style),
                       fixed_number(option->cost_eur / euro_per_thousand, 0, style)});
    }
    return table.render(style);
}

std::string criterion_line(const SiteCriterion& row, const Teller& teller, const Style& style) {
    return paragraph(fmt::format("* {} ({}): {}", word("criterion", row.criterion, style.language),
                                 word("verdict", row.verdict, style.language), sentence(row, teller)),
                     2, style, 3);
}

bool decides(const SiteCriterion& row, const SiteOption& option) {
    return row.variant == option.variant && row.year == option.year &&
           (row.verdict == "missed" || row.verdict == "justify");
}

std::string more_line(std::size_t all, const Style& style) {
    return all <= most_listed ? std::string{}
                              : say(style.language, "... und {} weitere, --json zeigt alle\n",
                                    "... and {} more, --json shows all\n", all - most_listed);
}

std::string objections(const Run& run, const std::vector<const SiteOption*>& options, const PlaceNames& names,
                       const Style& style) {
    const Tellers tellers{run};
    std::string text;
    std::size_t count = 0;
    for (const SiteOption* option : options) {
        if (option->verdict == "suitable" || ++count > most_listed) continue;
        text += paragraph(fmt::format("{}. {} ({})", fixed_number(option->rank, 0, style),
                                      choice_label(option->sites, names, style),
                                      word("verdict", option->verdict, style.language)),
                          3, style);
        for (const SiteCriterion& row : run.rows<outcome::SiteCriterion>())
            if (decides(row, *option)) text += criterion_line(row, tellers.in(style.language), style);
    }
    return text.empty()
               ? text
               : '\n' + say(style.language, "Was gegen Standorte spricht", "What speaks against sites") +
                     '\n' + text + more_line(count, style);
}

std::string year_text(const Run& run, int year, const PlaceNames& names, const Style& style) {
    const std::vector<const SiteOption*> options = ranked_sites(run, year);
    const std::string deviation = model_deviation(run, year, style).value_or("");
    return paragraph(joined(site_answer(run, year, names, style)), 0, style) + '\n' +
           place_table(options, style) + '\n' + need_table(options, style) +
           objections(run, options, names, style) +
           (deviation.empty() ? deviation : '\n' + paragraph(deviation, 0, style)) + '\n';
}

std::string left_out_name(const SiteLeftOut& row, const Style& style) {
    constexpr std::size_t widest_name = 60;
    const std::string name = row.name.empty() || row.name == row.site
                                 ? printable(row.site)
                                 : fmt::format("{} ({})", printable(row.name), printable(row.site));
    return cut_to_width(name, widest_name, style.unicode ? "\u2026" : "~");
}

/// "387: Abstand 45, Vorauswahl 342"
std::string left_out_counts(const Run& run, const Style& style) {
    std::map<std::string, std::size_t> counts;
    for (const SiteLeftOut& row : run.rows<outcome::SiteLeftOut>())
        ++counts[word("criterion", row.criterion, style.language)];
    std::string text = std::to_string(run.rows<outcome::SiteLeftOut>().size());
    const char* separator = ":";
    for (const auto& [criterion, count] : counts) {
        text += fmt::format("{} {} {}", separator, criterion, count);
        separator = ",";
    }
    return text;
}

std::string left_out_text(const Run& run, const Style& style) {
    if (run.rows<outcome::SiteLeftOut>().empty()) return {};
    std::string text = paragraph(say(style.language, "Kandidaten, die nicht simuliert wurden ({})",
                                     "Candidates that were not simulated ({})", left_out_counts(run, style)),
                                 2, style);
    const Tellers tellers{run};
    const std::size_t listed = std::min(most_listed, run.rows<outcome::SiteLeftOut>().size());
    for (std::size_t i = 0; i < listed; ++i) {
        const SiteLeftOut& row = run.rows<outcome::SiteLeftOut>()[i];
        text += paragraph(fmt::format("* {}: {}: {}", left_out_name(row, style),
                                      word("criterion", row.criterion, style.language),
                                      sentence(row, tellers.in(style.language))),
                          2, style);
    }
    return text + more_line(run.rows<outcome::SiteLeftOut>().size(), style) + '\n';
}

std::string legend(const Style& style) {
    return paragraph(
        say(style.language,
            "Lesehilfe: * = keine andere zulässige Möglichkeit ist in einem Ziel (Urteil, Kosten, Ausfall, "
            "Ersatz "
            "p95, CO2) "
            "besser und in keinem schlechter; Ausfälle gelten als gleich, wo sich ihre 95-%-Bereiche "
            "überschneiden. "
            "Abstand = kürzeste Luftlinie von einem Hauptstandort zu seinem Zweitstandort; Umlauf = längste "
            "Umlaufzeit dorthin; Ersatz p95 = Umlaufzeit zum Zweitstandort, die 95 % der Arbeitsplätze "
            "höchstens "
            "haben. Reservehosts, Racks und IT-Last (Spitze): was alle gewählten Standorte zusammen dafür "
            "brauchen. Getrennte Wege = Arbeitsplätze mit zwei Wegen dorthin, die nichts gemeinsam haben; "
            "gemeinsame Gefahr = Anteil der Flächenereignisse am Hauptstandort, die auch den Zweitstandort "
            "treffen. Ausfall = Stunden je Jahr, in denen ein kritischer Dienst einem Arbeitsplatz im Mittel "
            "fehlt. Strom, CO2 (standortbasiert, mit Herstellung) und Kosten: alle Standorte, je Jahr. "
            "Kosten "
            "dienen nur der Rangfolge, nicht der Haushaltsplanung.",
            "How to read: * = no other admissible choice is better in one goal (verdict, cost, downtime, "
            "failover "
            "p95, CO2) "
            "and worse in none; downtimes count as equal where their 95 % intervals overlap. Distance = "
            "shortest "
            "air line from a primary to its backup site; round trip = the longest there; failover p95 = "
            "round trip "
            "to the backup site that 95 % of workplaces have at most. Standby hosts, racks and IT load "
            "(peak): what "
            "all chosen sites together need for it. Separate paths = workplaces with two routes there that "
            "share "
            "nothing; common hazard = share of wide-area events at the primary that hit the backup site, "
            "too. "
            "Downtime = hours a year that a workplace lacks a critical service, on average. Energy, CO2 "
            "(location-based, with manufacture) and cost: all sites, per year. Costs are for ranking only, "
            "not for "
            "a budget."),
        0, style);
}

}  // namespace

std::string sites_text(const Run& run, const Style& style) {
    if (run.rows<outcome::SiteOption>().empty() && run.rows<outcome::SiteLeftOut>().empty()) return {};
    const PlaceNames names{run, style};
    std::string text;
    for (const int year : site_years(run)) text += year_text(run, year, names, style);
    text += left_out_text(run, style);
    return run.rows<outcome::SiteOption>().empty() ? text : text + legend(style);
}

}  // namespace verbund::report
