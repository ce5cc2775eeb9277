#include <algorithm>

#include <fmt/ranges.h>

#include "models/base/unit_factors.hpp"
#include "results/report/lookup.hpp"
#include "results/report/numbers.hpp"
#include "results/report/sentences/answer/answers.hpp"
#include "results/report/sentences/answer/money_answers.hpp"
#include "results/report/sentences/answer/move_answers.hpp"
#include "results/report/text_width.hpp"

namespace verbund::report {
namespace {

using outcome::Run;
using outcome::VariantYear;

/// Variants that serve the same administrations, with the one that the others are compared with.
struct Scope {
    std::vector<std::size_t> variants;
    std::size_t base = 0;
};

using Quantity = double (*)(const VariantYear&);

double grid_gwh(const VariantYear& row) { return row.energy.grid_mwh / mwh_per_gwh; }
double cost_millions(const VariantYear& row) { return row.cost.total_eur / euro_per_million; }
double carbon_t(const VariantYear& row) { return row.co2_location_t; }
double refused_share(const VariantYear& row) {
    return row.servers_asked > 0.0 ? row.servers_refused / row.servers_asked : 0.0;
}

std::string id_of(const Run& run, std::size_t variant) { return printable(run.variants[variant].id); }

const VariantYear& last_row(const Run& run, std::size_t variant) {
    return summary_of(run, variant, shown_years(run).back());
}

std::vector<Scope> scopes_of(const Run& run) {
    std::vector<Scope> scopes;
    for (std::size_t variant = 0; variant < run.variants.size(); ++variant) {
        const auto found = std::find_if(scopes.begin(), scopes.end(), [&](const Scope& scope) {
            return same_scope(last_row(run, scope.variants.front()), last_row(run, variant));
        });
        if (found == scopes.end()) {
            scopes.push_back({{variant}, variant});
        } else {
            found->variants.push_back(variant);
            found->base = variant == base_index(run) ? variant : found->base;
        }
    }
    return scopes;
}

std::string heading_of(const Run& run, const Scope& scope, const Style& style) {
    const VariantYear& row = last_row(run, scope.base);
    return say(style.language, "Vergleich: {} Verwaltungen, {} Arbeitsplätze ({})",
               "Comparison: {} administrations, {} workplaces ({})",
               fixed_number(row.administrations, 0, style), short_number(row.workplaces, style),
               shown_years(run).back());
}

double sum_over_years(const Run& run, std::size_t variant, Quantity quantity) {
    double sum = 0.0;
    for (const int year : run.years) sum += quantity(summary_of(run, variant, year));
    return sum;
}

std::string least(const Run& run, const Scope& scope, Quantity quantity, std::string_view unit,
                  const Style& style) {
    const std::size_t best = *std::min_element(
        scope.variants.begin(), scope.variants.end(), [&](std::size_t one, std::size_t other) {
            return sum_over_years(run, one, quantity) < sum_over_years(run, other, quantity);
        });
    return fmt::format("{} ({} {})", id_of(run, best),
                       short_number(sum_over_years(run, best, quantity), style), unit);
}

std::string least_sentence(const Run& run, const Scope& scope, const Style& style) {
    const bool german = style.language == Language::german;
    return say(style.language, "Am wenigsten {}-{}: Strom {}, Kosten {}, CO2 {}.",
               "Least {}-{}: electricity {}, cost {}, CO2 {}.", run.years.front(), run.years.back(),
               least(run, scope, grid_gwh, "GWh", style),
               least(run, scope, cost_millions, german ? "Mio. EUR" : "million EUR", style),
               least(run, scope, carbon_t, "t", style));
}

/// "Strom -40 %", or nothing where rounding leaves no difference.
std::string change(std::string_view name, Quantity quantity, const VariantYear& here,
                   const VariantYear& there, const Style& style) {
    const std::string percent = signed_percent(quantity(here) - quantity(there), quantity(there), style);
    return percent == "0 %" || percent == dash(style) ? std::string{} : fmt::format("{} {}", name, percent);
}

std::string latency_change(const VariantYear& here, const VariantYear& there, const Style& style) {
    const std::string now = fixed_number(here.latency_p95_ms, 1, style);
    const std::string before = fixed_number(there.latency_p95_ms, 1, style);
    return now == before ? std::string{}
                         : say(style.language, "Latenz p95 {} statt {} ms", "latency p95 {} instead of {} ms",
                               now, before);
}

std::string difference_sentence(const Run& run, std::size_t variant, std::size_t base, const Style& style) {
    const VariantYear& here = last_row(run, variant);
    const VariantYear& there = last_row(run, base);
    const bool german = style.language == Language::german;
    std::vector<std::string> parts{change(german ? "Strom" : "electricity", grid_gwh, here, there, style),
                                   change(german ? "Kosten" : "cost", cost_millions, here, there, style),
                                   change("CO2", carbon_t, here, there, style),
                                   latency_change(here, there, style)};
    std::erase(parts, std::string{});
    const std::string text = parts.empty()
                                 ? say(style.language, "kein Unterschied in Strom, Kosten, CO2 und Latenz",
                                       "no difference in electricity, cost, CO2 and latency")
                                 : fmt::format("{}", fmt::join(parts, ", "));
    return say(style.language, "{} gegen {} im Jahr {}: {}.", "{} against {} in {}: {}.", id_of(run, variant),
               id_of(run, base), shown_years(run).back(), text);
}

/// A warning of each variant that refuses notably more servers than another of its scope: it needs less only
/// because it does less.
std::vector<std::string> distortions(const Run& run, const Scope& scope, const Style& style) {
    constexpr double notable = 0.005;
    double smallest = 1.0;
    for (const std::size_t variant : scope.variants)
        smallest = std::min(smallest, refused_share(last_row(run, variant)));
    std::vector<std::string> warnings;
    for (const std::size_t variant : scope.variants) {
        const VariantYear& row = last_row(run, variant);
        if (refused_share(row) > smallest + notable) {
            warnings.push_back(say(
                style.language,
                "ACHTUNG: {} lässt {} von {} Servern ohne Platz ({}); Strom, Kosten und CO2 dieser Variante "
                "sind darum zu klein und nicht fair vergleichbar.",
                "CAUTION: {} leaves {} of {} servers without a place ({}); its electricity, cost and CO2 "
                "are too small therefore and no fair comparison.",
                id_of(run, variant), short_number(row.servers_refused, style),
                short_number(row.servers_asked, style), shown_years(run).back()));
        }
    }
    return warnings;
}

Section section_of(const Run& run, const Scope& scope, const Style& style) {
    Section section{heading_of(run, scope, style), distortions(run, scope, style)};
    section.points.push_back(least_sentence(run, scope, style));
    for (const std::size_t variant : scope.variants)
        if (variant != scope.base)
            section.points.push_back(difference_sentence(run, variant, scope.base, style));
    for (std::string& point : money_points(run, scope.variants, scope.base, style))
        section.points.push_back(std::move(point));
    return section;
}

}  // namespace

std::vector<Section> comparison_sections(const Run& run, const Style& style) {
    std::vector<Section> sections;
    if (std::optional<Section> moves = move_section(run, style)) sections.push_back(std::move(*moves));
    for (const Scope& scope : scopes_of(run))
        if (scope.variants.size() > 1) sections.push_back(section_of(run, scope, style));
    return sections;
}

}  // namespace verbund::report
