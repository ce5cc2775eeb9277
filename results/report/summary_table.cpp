#include "results/report/summary_table.hpp"

#include <algorithm>

#include "results/report/answers.hpp"
#include "results/report/lookup.hpp"
#include "results/report/numbers.hpp"
#include "results/report/sparkline.hpp"
#include "results/report/text_table.hpp"
#include "results/report/text_width.hpp"

namespace verbund::report {
namespace {

using outcome::Run;
using outcome::VariantYear;

std::vector<TextColumn> german_columns() {
    return {{{"Jahr"}, Align::left},
            {{"Server"}},
            {{"Racks"}},
            {{"IT Mittel", "kW"}},
            {{"Spitze", "kW"}},
            {{"Netz", "Sp. kW"}},
            {{"PUE"}},
            {{"Strom", "GWh"}},
            {{"CO2", "t"}},
            {{"Energie", "Mio EUR"}},
            {{"gesamt", "Mio EUR"}},
            {{"p50", "ms"}},
            {{"p95", "ms"}},
            {{"erster Engpass", "wann was wo"}, Align::left}};
}

std::vector<TextColumn> english_columns() {
    return {{{"Year"}, Align::left},
            {{"Servers"}},
            {{"Racks"}},
            {{"IT mean", "kW"}},
            {{"peak", "kW"}},
            {{"Grid", "pk kW"}},
            {{"PUE"}},
            {{"Energy", "GWh"}},
            {{"CO2", "t"}},
            {{"energy", "EUR m"}},
            {{"total", "EUR m"}},
            {{"p50", "ms"}},
            {{"p95", "ms"}},
            {{"first bottleneck", "when what where"}, Align::left}};
}

TextCell bottleneck_cell(const Run& run, std::size_t variant, int year, const Style& style) {
    const outcome::Bottleneck* first = first_bottleneck(run, variant, year);
    if (first == nullptr) {
        return TextCell{std::string{dash(style)}};
    }
    return {fmt::format("{} {} {}", first->year, resource_name(first->resource, style.language),
                        place_name(run, first->site)),
            Emphasis::warning};
}

std::vector<TextCell> year_row(const Run& run, std::size_t variant, int year, const Style& style) {
    constexpr double mwh_per_gwh = 1000.0;
    constexpr double euro_per_million = 1e6;
    const VariantYear& row = run.summary.at(run.summary_index(variant, year_index(run, year).value_or(0)));
    const auto number = [&](double value) { return TextCell{short_number(value, style)}; };
    return {TextCell{std::to_string(year)},
            number(row.servers_placed),
            number(row.racks),
            number(row.it_power_mean_kw),
            number(row.it_power_peak_kw),
            number(row.grid_power_peak_kw),
            TextCell{fixed_number(row.pue, 2, style)},
            number(row.energy.grid_mwh / mwh_per_gwh),
            number(row.co2_location_t),
            number(row.cost.energy_eur / euro_per_million),
            number(row.cost.total_eur / euro_per_million),
            number(row.latency_p50_ms),
            number(row.latency_p95_ms),
            bottleneck_cell(run, variant, year, style)};
}

std::vector<double> course(const Run& run, std::size_t variant, double (*part)(const VariantYear&)) {
    std::vector<double> values;
    for (std::size_t year = 0; year < run.years.size(); ++year) {
        values.push_back(part(run.summary.at(run.summary_index(variant, year))));
    }
    return values;
}

double highest(const Run& run, double (*part)(const VariantYear&)) {
    double top = 0.0;
    for (const VariantYear& row : run.summary) {
        top = std::max(top, part(row));
    }
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
    return cut_to_width(title, static_cast<std::size_t>(style.width), style.unicode ? "\u2026" : "~") + '\n';
}

}  // namespace

std::string summary_text(const Run& run, const Style& style) {
    const auto width = static_cast<std::size_t>(style.width);
    std::string text = wrap(printable(run.title), width, 0) + '\n';
    if (!run.question.empty()) {
        text += wrap(printable(run.question), width, 0) + '\n';
    }
    text += '\n';
    for (const std::string& sentence : answers(run, style)) {
        text += wrap("* " + sentence, width, 2) + '\n';
    }
    for (std::size_t variant = 0; variant < run.variants.size() && !run.years.empty(); ++variant) {
        TextTable table{style.language == Language::german ? german_columns() : english_columns()};
        for (const int year : shown_years(run)) {
            table.add_row(year_row(run, variant, year, style));
        }
        text += '\n' + variant_heading(run, variant, style) + table.render(style) +
                course_line(run, variant, style);
    }
    return text;
}

}  // namespace verbund::report
