#include "results/report/terminal/event_text.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "models/base/unit_factors.hpp"
#include "results/report/lookup.hpp"
#include "results/report/numbers.hpp"
#include "results/report/terminal/text_table.hpp"
#include "results/report/text_width.hpp"
#include "results/report/words/words.hpp"

namespace verbund::report {
namespace {

using outcome::Run;

/// Longer lists go to the results file, the terminal names the worst.
constexpr std::size_t rows_shown = 6;
/// Shares below this would show as 0,0 %.
constexpr double least_shown = 0.0005;

std::string heading(const Style& style, std::string_view german, std::string_view english) {
    return '\n' + say(style.language, german, english) + '\n';
}

std::string percent(double share, const Style& style) {
    return fixed_number(percent_per_one * share, 1, style);
}

std::string range(double low, double high, const Style& style) {
    return measured_number(low, style) + " - " + measured_number(high, style);
}

/// Names are as long as a study likes; the table is not.
std::string short_name(const std::string& name, std::size_t width, const Style& style) {
    return cut_to_width(printable(name), width, style.unicode ? "…" : "~");
}

TextCell warned(std::string text, bool warn) {
    return {std::move(text), warn ? Emphasis::warning : Emphasis::none};
}

std::string transaction_name(const Run& run, std::int32_t index, const Style& style) {
    if (index < 0) return word("transaction", "all", style.language);
    const outcome::TransactionName& name =
        run.rows<outcome::TransactionName>().at(static_cast<std::size_t>(index));
    return style.language == Language::german ? name.name_de : name.name_en;
}

std::vector<TextColumn> latency_columns(Language language) {
    const std::vector<ColumnNames> names{
        {{"Jahr"}, {"Year"}, Align::left},
        {{"Tag"}, {"Day"}, Align::left},
        {{"Vorgang"}, {"Transaction"}, Align::left},
        {{"p50", "ms"}},
        {{"p95", "ms"}},
        {{"95-%-Bereich", "von p95, ms"}, {"95 % interval", "of p95, ms"}},
        {{"p99", "ms"}},
        {{"über", "Schwelle", "%"}, {"above", "threshold", "%"}},
        {{"Arbeitspl.", "betroffen", "%"}, {"workplaces", "hit", "%"}},
        {{"überlastete", "Wege", "%"}, {"saturated", "paths", "%"}},
    };
    return columns_in(language, names);
}

/// All kinds together and those with the most transactions above their threshold: of each year, or of the day
/// where only one kind of day was played.
std::vector<const outcome::LatencyDay*> shown_latencies(const Run& run, std::size_t variant) {
    std::vector<const outcome::LatencyDay*> shown;
    std::map<int, std::vector<const outcome::LatencyDay*>> kinds;
    const auto rows = rows_of(run.rows<outcome::LatencyDay>(), variant);
    std::set<std::string> days;
    for (const outcome::LatencyDay* row : rows)
        if (row->day != "year") days.insert(row->day);
    const bool merged = days.size() != 1;
    for (const outcome::LatencyDay* row : rows) {
        if ((row->day == "year") != merged) continue;
        if (row->transaction < 0) shown.push_back(row);
        if (row->transaction >= 0 && row->over_threshold >= least_shown) kinds[row->year].push_back(row);
    }
    constexpr std::size_t kinds_shown = 3;
    for (auto& [year, of_year] : kinds) {
        std::stable_sort(of_year.begin(), of_year.end(),
                         [](const auto* a, const auto* b) { return a->over_threshold > b->over_threshold; });
        of_year.resize(std::min(of_year.size(), kinds_shown));
        shown.insert(shown.end(), of_year.begin(), of_year.end());
    }
    std::stable_sort(shown.begin(), shown.end(),
                     [](const auto* a, const auto* b) { return a->year < b->year; });
    return shown;
}

std::string latency_table(const Run& run, std::size_t variant, const Style& style) {
    const auto shown = shown_latencies(run, variant);
    if (shown.empty()) return {};
    TextTable table{latency_columns(style.language)};
    for (const outcome::LatencyDay* row : shown) {
        table.add_row({std::to_string(row->year), word("day-short", row->day, style.language),
                       short_name(transaction_name(run, row->transaction, style), 22, style),
                       measured_number(row->p50_ms, style), measured_number(row->p95_ms, style),
                       range(row->p95_low_ms, row->p95_high_ms, style), measured_number(row->p99_ms, style),
                       warned(percent(row->over_threshold, style), row->over_threshold > 0.05),
                       warned(percent(row->workplaces_over, style), row->workplaces_over > 0.0),
                       warned(percent(row->saturated, style), row->saturated > 0.0)});
    }
    return heading(style, "Antwortzeiten (Ereignisrechnung)", "Response times (event engine)") +
           table.render(style);
}

std::vector<TextColumn> link_columns(Language language) {
    const std::vector<ColumnNames> names{
        {{"Verbindung"}, {"Link"}, Align::left},
        {{"Jahr"}, {"Year"}},
        {{"Tag"}, {"Day"}, Align::left},
        {{"Stunde"}, {"Hour"}},
        {{"Last", "Gbit/s"}, {"Load", "Gbit/s"}},
        {{"Kapazität", "Gbit/s"}, {"Capacity", "Gbit/s"}},
        {{"Auslastung", "%"}, {"Utilisation", "%"}},
    };
    return columns_in(language, names);
}

std::string link_table(const Run& run, std::size_t variant, const PlaceNames& names, const Style& style) {
    std::vector<const outcome::BusyLink*> rows = rows_of(run.rows<outcome::BusyLink>(), variant);
    if (rows.empty()) return {};
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto* a, const auto* b) { return a->utilisation > b->utilisation; });
    std::map<std::string, bool> seen;
    std::erase_if(rows, [&](const auto* row) { return !seen.emplace(row->link, true).second; });
    rows.resize(std::min(rows.size(), rows_shown));
    TextTable table{link_columns(style.language)};
    for (const outcome::BusyLink* row : rows) {
        table.add_row(
            {short_name(names.of(row->link), 36, style), std::to_string(row->year),
             word("day", row->day, style.language), fixed_number(row->hour, 0, style),
             measured_number(row->load_gbit_s, style), measured_number(row->capacity_gbit_s, style),
             warned(fixed_number(percent_per_one * row->utilisation, 0, style), row->utilisation > 1.0)});
    }
    return heading(style, "Am höchsten belastete Verbindungen", "Busiest links") + table.render(style);
}

std::vector<TextColumn> lag_columns(Language language) {
    const std::vector<ColumnNames> names{
        {{"Jahr"}, {"Year"}, Align::left},
        {{"von"}, {"from"}, Align::left},
        {{"nach"}, {"to"}, Align::left},
        {{"Art"}, {"mode"}, Align::left},
        {{"Umlauf", "ms"}, {"RTT", "ms"}},
        {{"Schreib-", "verzug ms"}, {"write", "delay ms"}},
        {{"Rückstand", "Median"}, {"lag", "median"}},
        {{"Rückstand", "95 %"}, {"lag", "95 %"}},
        {{"RPO-", "Ziel"}, {"RPO", "target"}},
        {{"erreicht"}, {"met"}, Align::left},
    };
    return columns_in(language, names);
}

/// Classes of a pair with one outcome are one row: the worst of them.
std::string lag_table(const Run& run, std::size_t variant, const PlaceNames& names, const Style& style) {
    std::map<std::string, const outcome::ReplicationLag*> worst;
    for (const outcome::ReplicationLag* row : rows_of(run.rows<outcome::ReplicationLag>(), variant)) {
        const std::string key = fmt::format("{}/{}/{}", row->year, row->primary, row->backup);
        const outcome::ReplicationLag*& known = worst[key];
        if (known == nullptr || row->lag_p95_s > known->lag_p95_s) known = row;
    }
    if (worst.empty()) return {};
    std::vector<const outcome::ReplicationLag*> rows;
    for (const auto& [key, row] : worst) rows.push_back(row);
    std::stable_sort(rows.begin(), rows.end(), [](const auto* a, const auto* b) {
        return a->year != b->year ? a->year < b->year : a->lag_p95_s > b->lag_p95_s;
    });
    const std::size_t all = rows.size();
    rows.resize(std::min(rows.size(), rows_shown));
    TextTable table{lag_columns(style.language)};
    for (const outcome::ReplicationLag* row : rows) {
        table.add_row(
            {std::to_string(row->year), short_name(names.of(row->primary), 15, style),
             short_name(names.of(row->backup), 15, style), word("mode", row->mode, style.language),
             measured_number(row->rtt_ms, style), measured_number(row->write_delay_ms, style),
             time_text(row->lag_p50_s, style), time_text(row->lag_p95_s, style),
             time_text(row->rpo_target_s, style),
             warned(say(style.language, row->met ? "ja" : "nein", row->met ? "yes" : "no"), !row->met)});
    }
    std::string text = heading(style, "Replikation (Klasse mit dem größten Rückstand)",
                               "Replication (class with the greatest lag)") +
                       table.render(style);
    if (all > rows.size()) {
        text += say(style.language, "… {} weitere Paare in der Ergebnisdatei\n",
                    "... {} more pairs in the results file\n", all - rows.size());
    }
    return text;
}

std::string night_line(const Run& run, std::size_t variant, const Style& style) {
    std::map<int, std::pair<int, int>> counts;  // year -> windows, of them too short
    for (const outcome::NightBackup* row : rows_of(run.rows<outcome::NightBackup>(), variant)) {
        auto& [all, failed] = counts[row->year];
        ++all;
        failed += row->holds ? 0 : 1;
    }
    std::string text;
    for (const auto& [year, count] : counts) {
        const std::string line =
            count.second == 0
                ? say(style.language, "{}: das Sicherungsfenster reicht in allen {} Rechenzentren",
                      "{}: the backup window holds in all {} centers", year, count.first)
                : say(style.language,
                      "{}: das Sicherungsfenster reicht an {} von {} gezeigten Standorten nicht",
                      "{}: the backup window is too short at {} of {} sites shown", year, count.second,
                      count.first);
        text += wrap("* " + line, static_cast<std::size_t>(style.width), 2) + '\n';
    }
    return text.empty() ? text : heading(style, "Nacht", "Night") + text;
}

std::string energy_lines(const Run& run, std::size_t variant, const Style& style) {
    std::string text;
    for (const outcome::EnergyCheck* row : rows_of(run.rows<outcome::EnergyCheck>(), variant)) {
        const std::string line =
            say(style.language, "{}: {} kWh am Tag aller Hosts, nach der Jahresrechnung {} kWh ({} %)",
                "{}: {} kWh a day of all hosts, by the annual engine {} kWh ({} %)", row->year,
                measured_number(row->events_kwh, style), measured_number(row->annual_kwh, style),
                fixed_number(percent_per_one * row->deviation, 2, style));
        text += wrap("* " + line, static_cast<std::size_t>(style.width), 2) + '\n';
    }
    return text.empty() ? text
                        : heading(style, "Energie eines Wintertags, zwei Rechnungen",
                                  "Energy of a winter's day, computed twice") +
                              text;
}

std::vector<TextColumn> wave_columns(Language language) {
    const std::vector<ColumnNames> names{
        {{"Jahr"}, {"Year"}, Align::left},
        {{"Umzug"}, {"Move"}, Align::left},
        {{"Verwal-", "tungen"}, {"admin-", "istrations"}},
        {{"Daten", "TB"}, {"data", "TB"}},
        {{"nochmals", "TB"}, {"resent", "TB"}},
        {{"Nächte"}, {"nights"}},
        {{"fertig"}, {"finished"}, Align::left},
        {{"Ausfall", "Mittel h"}, {"downtime", "mean h"}},
        {{"Ausfall", "max. h"}, {"downtime", "max h"}},
        {{"andere p95", "mit/ohne ms"}, {"others p95", "with/out ms"}},
    };
    return columns_in(language, names);
}

/// Its year where it begins on 1 January, else its first day.
std::string wave_name(const outcome::MigrationWave& row) {
    const bool new_year = row.first_day.empty() || row.first_day.ends_with("-01-01");
    return new_year ? std::to_string(row.year) : row.first_day;
}

std::string wave_table(const Run& run, std::size_t variant, const Style& style) {
    const auto rows = rows_of(run.rows<outcome::MigrationWave>(), variant);
    if (rows.empty()) return {};
    TextTable table{wave_columns(style.language)};
    for (const outcome::MigrationWave* row : rows) {
        const bool late = row->finished.empty();
        table.add_row(
            {wave_name(*row), short_name(row->move, 14, style), short_number(row->administrations, style),
             measured_number(row->data_tb, style), measured_number(row->resent_tb, style),
             short_number(row->nights, style),
             warned(late ? say(style.language, "nicht im Jahr", "not in the year") : row->finished, late),
             measured_number(row->downtime_mean_h, style), measured_number(row->downtime_max_h, style),
             measured_number(row->others_p95_ms, style) + " / " +
                 measured_number(row->others_p95_alone_ms, style)});
    }
    return heading(style, "Umzugswellen", "Migration waves") + table.render(style);
}

std::vector<TextColumn> drill_columns(Language language) {
    const std::vector<ColumnNames> names{
        {{"Übung"}, {"Drill"}, Align::left},           {{"Jahr"}, {"Year"}},
        {{"Ausfall von"}, {"fails"}, Align::left},     {{"Dauer", "*zerst."}, {"lasts", "*lost"}},
        {{"Arbeits-", "plätze"}, {"work-", "places"}}, {{"RTO", "krit."}, {"RTO", "crit."}},
        {{"RPO", "krit."}, {"RPO", "crit."}},          {{"RPO", "alle"}, {"RPO", "all"}},
        {{"Server", "verl."}, {"servers", "lost"}},    {{"Vorgänge", "verl. Tsd"}, {"trans.", "lost, k"}},
        {{"Ziele", "verf."}, {"targets", "missed"}},
    };
    return columns_in(language, names);
}

/// "24 h"; of what is destroyed until it is replaced: "*30 d", "*nie".
std::string drill_length(const outcome::DrillSummary& row, const Style& style) {
    const std::string length = std::isnan(row.lasts_h) ? say(style.language, "nie", "never")
                                                       : time_text(row.lasts_h * seconds_per_hour, style);
    if (!row.destroyed) return time_text(row.lasts_h * seconds_per_hour, style);
    return "*" + length;
}

std::string drill_table(const Run& run, std::size_t variant, const Style& style) {
    const auto rows = rows_of(run.rows<outcome::DrillSummary>(), variant);
    if (rows.empty()) return {};
    TextTable table{drill_columns(style.language)};
    for (const outcome::DrillSummary* row : rows) {
        table.add_row({short_name(row->drill, 15, style), std::to_string(row->year),
                       short_name(row->fails, 15, style), drill_length(*row, style),
                       short_number(row->workplaces_hit, style), recovery_text(row->rto_max_s, style),
                       loss_text(row->rpo_max_s, style), loss_text(row->rpo_all_max_s, style),
                       warned(short_number(row->servers_never, style), row->servers_never > 0.0),
                       short_number(row->transactions_lost / 1e3, style),
                       warned(short_number(row->targets_missed, style), row->targets_missed > 0.0)});
    }
    return heading(style, "Übungen", "Drills") + table.render(style);
}

}  // namespace

std::string event_text(const Run& run, std::size_t variant, const PlaceNames& names, const Style& style) {
    return latency_table(run, variant, style) + link_table(run, variant, names, style) +
           lag_table(run, variant, names, style) + night_line(run, variant, style) +
           wave_table(run, variant, style) + drill_table(run, variant, style);
}

std::string case_text(const Run& run, const std::string& name, const Style& style) {
    return printable(name) + '\n' + event_text(run, 0, PlaceNames{run, style}, style) +
           energy_lines(run, 0, style) + '\n' + event_legend(run, style);
}

std::string event_legend(const Run& run, const Style& style) {
    const auto width = static_cast<std::size_t>(style.width);
    std::string text;
    if (!run.rows<outcome::LatencyDay>().empty()) {
        text +=
            wrap(
                say(style.language,
                    "Antwortzeit = vom Absenden bis zum letzten Byte, mit Rechnen, Speicher und geteilten "
                    "Leitungen; Mischung der Typtage nach ihrer Zahl im Jahr. Schwelle je Vorgang: Tabelle "
                    "transactions. Überlastete Wege: eine Verbindung trägt mehr als 98 % ihrer Kapazität, "
                    "die "
                    "Antwortzeit ist dann eine untere Schranke. RTO/RPO: längste Ausfallzeit und größter "
                    "Datenverlust kritischer Klassen.",
                    "Response time = from sending to the last byte, with computing, storage and shared "
                    "links; "
                    "typical days mixed by their number in the year. Thresholds: table transactions. "
                    "Saturated "
                    "paths: a link carries more than 98 % of its capacity, the response time is then a lower "
                    "bound. RTO/RPO: longest outage and greatest data loss of critical classes."),
                width, 0) +
            '\n';
    }
    for (const outcome::FailedCase& failed : run.rows<outcome::FailedCase>()) {
        // the command stands on a line of its own, unbroken, so that it can be copied
        text +=
            wrap(say(style.language, "* ohne Ergebnis: {} ({}); wiederholen mit:",
                     "* no outcome: {} ({}); repeat with:", printable(failed.name), printable(failed.reason)),
                 width, 2) +
            "\n  " + printable(failed.repeat) + '\n';
    }
    return text;
}

}  // namespace verbund::report
