#include "results/report/answers.hpp"

#include <algorithm>
#include <map>

#include "results/report/lookup.hpp"
#include "results/report/numbers.hpp"
#include "results/report/text_width.hpp"

namespace verbund::report {
namespace {

using outcome::Run;
using outcome::VariantYear;

constexpr double mwh_per_gwh = 1000.0;
constexpr double euro_per_million = 1e6;

std::string id_of(const Run& run, std::size_t variant) { return printable(run.variants[variant].id); }

std::string title_of(const Run& run, std::size_t variant) {
    const auto& name = run.variants[variant];
    return name.title.empty() ? printable(name.id) : printable(name.id + " (" + name.title + ")");
}

const VariantYear& cell(const Run& run, std::size_t variant, int year) {
    return run.summary.at(run.summary_index(variant, year_index(run, year).value_or(0)));
}

double sum_over_years(const Run& run, std::size_t variant, double (*part)(const VariantYear&)) {
    double sum = 0.0;
    for (std::size_t year = 0; year < run.years.size(); ++year) {
        sum += part(run.summary.at(run.summary_index(variant, year)));
    }
    return sum;
}

std::string needs_sentence(const Run& run, std::size_t variant, const Style& style) {
    std::string parts;
    for (const int year : shown_years(run)) {
        const VariantYear& row = cell(run, variant, year);
        parts += say(style.language, "{} {}: {} Server, {} Racks, {} kW IT",
                     "{} {}: {} servers, {} racks, {} kW IT", parts.empty() ? "" : ";", year,
                     short_number(row.servers_placed, style), short_number(row.racks, style),
                     short_number(row.it_power_mean_kw, style));
    }
    return say(style.language, "{} braucht{}.", "{} needs{}.", title_of(run, variant), parts);
}

std::string bottleneck_sentence(const Run& run, std::size_t variant, const Style& style) {
    const int last = run.years.back();
    const outcome::Bottleneck* first = first_bottleneck(run, variant, last);
    if (first == nullptr) {
        return say(style.language, "Nichts wird bis {} knapp.", "Nothing runs out until {}.", last);
    }
    return say(style.language, "Zuerst knapp: {} {} in {} ({} von {} {}).",
               "First to run out: {} {} at {} ({} of {} {}).", first->year,
               resource_name(first->resource, style.language), place_name(run, first->site),
               short_number(first->need, style), short_number(first->limit, style),
               printable(display_unit(first->unit)));
}

std::string build_sentence(const Run& run, std::size_t variant, const Style& style) {
    const outcome::BuildStep* first = nullptr;
    std::size_t count = 0;
    for (const outcome::BuildStep& step : run.build_steps) {
        if (static_cast<std::size_t>(step.variant) == variant) {
            ++count;
            first = first == nullptr || step.year < first->year ? &step : first;
        }
    }
    if (first == nullptr) {
        return {};
    }
    return say(style.language, " Ausbau in {} Schritten, zuerst {}: {} in {} auf {} {}.",
               " To be built in {} steps, first {}: {} at {} to {} {}.", count, first->year,
               resource_name(first->resource, style.language), place_name(run, first->site),
               short_number(first->to, style), printable(display_unit(first->unit)));
}

std::string refusal_sentence(const Run& run, std::size_t variant, const Style& style) {
    double most = 0.0;
    int worst_year = 0;
    for (std::size_t year = 0; year < run.years.size(); ++year) {
        const double refused = run.summary.at(run.summary_index(variant, year)).servers_refused;
        if (refused > most) {
            most = refused;
            worst_year = run.years[year];
        }
    }
    return most > 0.0 ? say(style.language, " Ohne Platz bleiben bis zu {} Server ({}).",
                            " Up to {} servers find no place ({}).", short_number(most, style), worst_year)
                      : std::string{};
}

struct Cheapest {
    std::size_t variant;
    double sum;
};

Cheapest cheapest(const Run& run, double (*part)(const VariantYear&)) {
    Cheapest best{0, sum_over_years(run, 0, part)};
    for (std::size_t variant = 1; variant < run.variants.size(); ++variant) {
        const double sum = sum_over_years(run, variant, part);
        if (sum < best.sum) {
            best = {variant, sum};
        }
    }
    return best;
}

std::string cheapest_sentence(const Run& run, const Style& style) {
    const Cheapest energy = cheapest(run, [](const VariantYear& row) { return row.energy.grid_mwh; });
    const Cheapest cost = cheapest(run, [](const VariantYear& row) { return row.cost.total_eur; });
    const Cheapest carbon = cheapest(run, [](const VariantYear& row) { return row.co2_location_t; });
    return say(
        style.language,
        "Über {}-{} am wenigsten Strom: {} ({} GWh); am wenigsten Kosten: {} ({} Mio. EUR); am wenigsten "
        "CO2: "
        "{} ({} t).",
        "Over {}-{} least electricity: {} ({} GWh); least cost: {} (EUR {} million); least CO2: {} ({} t).",
        run.years.front(), run.years.back(), id_of(run, energy.variant),
        short_number(energy.sum / mwh_per_gwh, style), id_of(run, cost.variant),
        short_number(cost.sum / euro_per_million, style), id_of(run, carbon.variant),
        short_number(carbon.sum, style));
}

std::string difference_sentence(const Run& run, std::size_t variant, const Style& style) {
    const std::size_t base = base_index(run);
    const int year = shown_years(run).back();
    const VariantYear& here = cell(run, variant, year);
    const VariantYear& there = cell(run, base, year);
    const auto percent = [&](double value, double reference) {
        return signed_percent(value - reference, reference, style);
    };
    return say(
        style.language, "{} gegen {} im Jahr {}: Strom {}, Kosten {}, CO2 {}; Latenz p95 {} ms statt {} ms.",
        "{} against {} in {}: electricity {}, cost {}, CO2 {}; latency p95 {} ms instead of {} ms.",
        id_of(run, variant), id_of(run, base), year, percent(here.energy.grid_mwh, there.energy.grid_mwh),
        percent(here.cost.total_eur, there.cost.total_eur),
        percent(here.co2_location_t, there.co2_location_t), short_number(here.latency_p95_ms, style),
        short_number(there.latency_p95_ms, style));
}

std::string rules_sentence(const Run& run, std::size_t variant, const Style& style) {
    std::map<std::string, std::size_t> missed;
    std::size_t total = 0;
    for (const outcome::RuleFinding& finding : run.findings) {
        if (static_cast<std::size_t>(finding.variant) == variant && finding.verdict == "missed") {
            ++missed[finding.rule];
            ++total;
        }
    }
    if (missed.empty()) {
        return say(style.language, "{} verfehlt keine Regel.", "{} misses no rule.", id_of(run, variant));
    }
    const auto most = std::max_element(missed.begin(), missed.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return say(style.language, "{} verfehlt Regeln in {} Fällen, am häufigsten {} ({}-mal).",
               "{} misses rules in {} cases, most often {} ({} times).", id_of(run, variant), total,
               printable(most->first), most->second);
}

}  // namespace

std::vector<std::string> answers(const Run& run, const Style& style) {
    if (run.variants.empty() || run.years.empty()) {
        return {
            say(style.language, "Die Ergebnisse enthalten keine Variante.", "The results hold no variant.")};
    }
    std::vector<std::string> sentences;
    for (std::size_t variant = 0; variant < run.variants.size(); ++variant) {
        sentences.push_back(needs_sentence(run, variant, style) + ' ' +
                            bottleneck_sentence(run, variant, style) + build_sentence(run, variant, style) +
                            refusal_sentence(run, variant, style));
    }
    sentences.push_back(cheapest_sentence(run, style));
    for (std::size_t variant = 0; variant < run.variants.size(); ++variant) {
        if (variant != base_index(run)) {
            sentences.push_back(difference_sentence(run, variant, style));
        }
    }
    for (std::size_t variant = 0; variant < run.variants.size(); ++variant) {
        sentences.push_back(rules_sentence(run, variant, style));
    }
    return sentences;
}

}  // namespace verbund::report
