#include "results/report/terminal/summary_table.hpp"

#include <algorithm>
#include <optional>

#include "models/base/unit_factors.hpp"
#include "results/report/lookup.hpp"
#include "results/report/numbers.hpp"
#include "results/report/sentences/answer/answers.hpp"
#include "results/report/sentences/answer/move_answers.hpp"
#include "results/report/terminal/availability_text.hpp"
#include "results/report/terminal/event_text.hpp"
#include "results/report/terminal/headline_text.hpp"
#include "results/report/terminal/phase_text.hpp"
#include "results/report/terminal/route_text.hpp"
#include "results/report/terminal/sparkline.hpp"
#include "results/report/terminal/text_table.hpp"
#include "results/report/text_width.hpp"

namespace verbund::report {
namespace {

using outcome::Run;
using outcome::VariantYear;

std::vector<TextColumn> need_columns(Language language) {
    const std::vector<ColumnNames> names{
        {{"Jahr"}, {"Year"}, Align::left},
        {{"Server"}, {"Servers"}},
        {{"ohne", "Platz"}, {"no", "place"}},
        {{"Physische", "Server"}, {"Physical", "servers"}},
        {{"Hosts"}},
        {{"CPU", "%"}},
        {{"Racks"}},
        {{"IT", "Mittel", "kW"}, {"IT", "mean", "kW"}},
        {{"IT", "Spitze", "kW"}, {"IT", "peak", "kW"}},
        {{"Netz", "Spitze", "kW"}, {"Grid", "peak", "kW"}},
        {{"Strom", "GWh"}, {"Energy", "GWh"}},
        {{"PUE"}},
        {{"erster", "Engpass"}, {"first", "bottleneck"}, Align::left},
    };
    return columns_in(language, names);
}

std::vector<TextColumn> cost_columns(Language language) {
    const std::vector<ColumnNames> names{
        {{"Jahr"}, {"Year"}, Align::left},
        {{"Kosten", "Strom", "Mio EUR"}, {"Cost", "energy", "EUR m"}},
        {{"Hardware", "Mio EUR"}, {"hardware", "EUR m"}},
        {{"Lizenzen", "Mio EUR"}, {"licences", "EUR m"}},
        {{"Räume", "Mio EUR"}, {"rooms", "EUR m"}},
        {{"Personal", "Mio EUR"}, {"staff", "EUR m"}},
        {{"WAN", "Mio EUR"}, {"WAN", "EUR m"}},
        {{"Umzug", "Mio EUR"}, {"moving", "EUR m"}},
        {{"gesamt", "Mio EUR"}, {"total", "EUR m"}},
        {{"CO2", "t"}},
        {{"Latenz", "p50 ms"}, {"Latency", "p50 ms"}},
        {{"Latenz", "p95 ms"}, {"Latency", "p95 ms"}},
    };
    return columns_in(language, names);
}

TextCell bottleneck_cell(const Run& run, std::size_t variant, int year, const Style& style) {
    const outcome::Bottleneck* first = first_bottleneck(run, variant, year);
    if (first == nullptr) return TextCell{std::string{dash(style)}};
    return {fmt::format("{} {}", first->year, short_resource_name(first->resource, style.language)),
            Emphasis::warning};
}

std::vector<TextCell> need_row(const Run& run, std::size_t variant, int year, const Style& style) {
    const VariantYear& row = summary_of(run, variant, year);
    const auto count = [&](double value) { return TextCell{short_number(value, style)}; };
    const auto measure = [&](double value) { return TextCell{measured_number(value, style)}; };
    return {TextCell{std::to_string(year)},
            count(row.servers_placed),
            {short_number(row.servers_refused, style),
             row.servers_refused > 0.0 ? Emphasis::warning : Emphasis::none},
            count(row.physical_servers),
            count(row.hosts),
            TextCell{fixed_number(percent_per_one * row.utilisation_mean, 1, style)},
            count(row.racks),
            measure(row.it_power_mean_kw),
            measure(row.it_power_peak_kw),
            measure(row.grid_power_peak_kw),
            measure(row.energy.grid_mwh / mwh_per_gwh),
            TextCell{fixed_number(row.pue, 2, style)},
            bottleneck_cell(run, variant, year, style)};
}

std::vector<TextCell> cost_row(const Run& run, std::size_t variant, int year, const Style& style) {
    const VariantYear& row = summary_of(run, variant, year);
    const auto millions = [&](double euro) {
        return TextCell{measured_number(euro / euro_per_million, style)};
    };
    return {TextCell{std::to_string(year)},
            millions(row.cost.energy_eur),
            millions(row.cost.hardware_eur),
            millions(row.cost.licences_eur),
            millions(row.cost.building_eur),
            millions(row.cost.staff_eur),
            millions(row.cost.network_eur),
            millions(row.cost.change_eur),
            millions(row.cost.total_eur),
            TextCell{measured_number(row.co2_location_t, style)},
            TextCell{fixed_number(row.latency_p50_ms, 1, style)},
            TextCell{fixed_number(row.latency_p95_ms, 1, style)}};
}

std::vector<double> course(const Run& run, std::size_t variant, double (*part)(const VariantYear&)) {
    std::vector<double> values;
    for (std::size_t year = 0; year < run.years.size(); ++year)
        values.push_back(part(run.summary.at(run.summary_index(variant, year))));
    return values;
}

double highest(const Run& run, double (*part)(const VariantYear&)) {
    double top = 0.0;
    for (const VariantYear& row : run.summary) top = std::max(top, part(row));
    return top;
}

std::string course_line(const Run& run, std::size_t variant, const Style& style) {
    const auto servers = [](const VariantYear& row) { return row.servers_placed; };
    const auto energy = [](const VariantYear& row) { return row.energy.grid_mwh; };
    return say(style.language, "{}-{}: Server {}  Strom {}\n", "{}-{}: servers {}  energy {}\n",
               run.years.front(), run.years.back(),
               sparkline(course(run, variant, servers), highest(run, servers), style),
               sparkline(course(run, variant, energy), highest(run, energy), style));
}

std::string variant_heading(const Run& run, std::size_t variant, const Style& style) {
    const auto& name = run.variants[variant];
    const std::string title = printable(name.title.empty() ? name.id : name.id + ": " + name.title);
    return wrap(title, static_cast<std::size_t>(style.width), 2) + '\n';
}

std::string points_text(const std::vector<std::string>& points, const Style& style) {
    std::string text;
    for (const std::string& point : points)
        text += wrap("* " + point, static_cast<std::size_t>(style.width), 2) + '\n';
    return text;
}

std::string section_text(const Section& section, const Style& style) {
    return section.heading + '\n' + points_text(section.points, style) + '\n';
}

std::string comparison_text(const Run& run, const Style& style) {
    std::string text;
    for (const Section& section : comparison_sections(run, style)) text += section_text(section, style);
    return text;
}

/// Again, now that copying has been simulated; empty where it was not.
std::string moves_text(const Run& run, const Style& style) {
    if (run.rows<outcome::MigrationWave>().empty()) return {};
    const std::optional<Section> moves = move_section(run, style);
    return moves ? section_text(*moves, style) : std::string{};
}

std::string legend(const Style& style) {
    const std::string text =
        say(style.language,
            "Lesehilfe: Server = untergebrachte virtuelle und physische Server; Hosts = "
            "Virtualisierungshosts einschließlich Bereitschaft; CPU = mittlere Auslastung der "
            "laufenden Hosts. Kosten je Jahr, gesamt = Strom und Wasser, Hardware, Lizenzen der "
            "Hypervisoren, Räume mit Technik, Personal, WAN-Strecken und Umzug, mit Umsatzsteuer, "
            "ohne Lizenzen der Fachverfahren. CO2 standortbasiert. Latenz = Umlaufzeit eines "
            "Vorgangs; p50, p95: 50 % und 95 % der Vorgänge sind schneller.",
            "How to read: servers = virtual and physical servers that found a place; hosts = "
            "virtualisation hosts, standby included; CPU = mean utilisation of running hosts. Cost "
            "per year, total = electricity and water, hardware, licences of hypervisors, rooms with "
            "their plant, staff, WAN links and moving, with value added tax, without licences of "
            "specialist applications. CO2 is location-based. Latency = round trip of a transaction; "
            "p50, p95: 50 % and 95 % of transactions are faster.");
    return wrap(text, static_cast<std::size_t>(style.width), 0) + '\n';
}

std::string variant_text(const Run& run, std::size_t variant, const PlaceNames& names, const Style& style) {
    TextTable needs{need_columns(style.language)};
    TextTable costs{cost_columns(style.language)};
    for (const int year : shown_years(run)) {
        needs.add_row(need_row(run, variant, year, style));
        costs.add_row(cost_row(run, variant, year, style));
    }
    return variant_heading(run, variant, style) + needs.render(style) + course_line(run, variant, style) +
           '\n' + costs.render(style) + phase_text(run, variant, style) +
           points_text(variant_points(run, variant, names, style), style);
}

/// What the event and availability engines found for a variant; empty if they found nothing.
std::string engines_of_variant(const Run& run, std::size_t variant, const PlaceNames& names,
                               const Style& style) {
    const std::string text = event_text(run, variant, names, style) + availability_text(run, variant, style) +
                             route_text(run, variant, style);
    return text.empty() ? text : '\n' + variant_heading(run, variant, style) + text;
}

}  // namespace

std::string annual_text(const Run& run, const Style& style) {
    const auto width = static_cast<std::size_t>(style.width);
    std::string text = wrap(printable(run.title), width, 0) + '\n';
    if (!run.question.empty()) text += wrap(printable(run.question), width, 0) + '\n';
    text += '\n';
    if (run.variants.empty() || run.years.empty()) {
        return text + say(style.language, "Die Ergebnisse enthalten keine Variante.\n",
                          "The results hold no variant.\n");
    }
    text += comparison_text(run, style) + legend(style);
    const PlaceNames names{run, style};
    for (std::size_t variant = 0; variant < run.variants.size(); ++variant)
        text += '\n' + variant_text(run, variant, names, style);
    return text;
}

std::string engines_text(const Run& run, const Style& style) {
    const PlaceNames names{run, style};
    std::string variants;
    for (std::size_t variant = 0; variant < run.variants.size(); ++variant)
        variants += engines_of_variant(run, variant, names, style);
    const std::string legends =
        event_legend(run, style) + availability_legend(run, style) + route_legend(run, style);
    const std::string headline = headline_text(run, style);
    if (headline.empty() && legends.empty() && variants.empty()) return {};
    return '\n' + headline + '\n' + moves_text(run, style) + legends + variants;
}

}  // namespace verbund::report
