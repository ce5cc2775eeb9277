#include "results/report/sentences/answer/money_answers.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <optional>

#include <fmt/ranges.h>

#include "models/base/unit_factors.hpp"
#include "results/report/lookup.hpp"
#include "results/report/numbers.hpp"
#include "results/report/text_width.hpp"

namespace verbund::report {
namespace {

using outcome::Cost;
using outcome::Run;

struct Kind {
    double Cost::*part;
    const char* german;
    const char* english;
};

constexpr std::array kinds{Kind{&Cost::licences_eur, "Lizenzen", "licences"},
                           Kind{&Cost::staff_eur, "Personal", "staff"},
                           Kind{&Cost::network_eur, "WAN", "WAN"},
                           Kind{&Cost::energy_eur, "Strom", "electricity"},
                           Kind{&Cost::hardware_eur, "Hardware", "hardware"},
                           Kind{&Cost::building_eur, "Räume mit Technik", "rooms with plant"}};

const Cost& last_cost(const Run& run, std::size_t variant) {
    return summary_of(run, variant, shown_years(run).back()).cost;
}

std::string id_of(const Run& run, std::size_t variant) { return printable(run.variants[variant].id); }

double all_of(const Cost& cost) { return cost.total_eur; }
double without_staff(const Cost& cost) { return cost.total_eur - cost.staff_eur; }
double open_source(const Cost& cost) {
    constexpr double saved = 0.9;  // open source with support costs about a tenth (cost.licence.*)
    return cost.total_eur - saved * cost.licences_eur;
}

using CostOf = double (*)(const Cost&);

std::string order_by(const Run& run, std::vector<std::size_t> variants, CostOf cost) {
    std::stable_sort(variants.begin(), variants.end(), [&](std::size_t one, std::size_t other) {
        return cost(last_cost(run, one)) < cost(last_cost(run, other));
    });
    std::vector<std::string> ids;
    for (const std::size_t variant : variants) ids.push_back(id_of(run, variant));
    return fmt::format("{}", fmt::join(ids, " < "));
}

std::string order_sentence(const Run& run, const std::vector<std::size_t>& variants, const Style& style) {
    const std::string all = order_by(run, variants, all_of);
    const std::string lean = order_by(run, variants, without_staff);
    const std::string open = order_by(run, variants, open_source);
    const int year = shown_years(run).back();
    if (all == lean && all == open) {
        return say(style.language,
                   "Kosten {}: {}; auch ohne Personal und mit Lizenzen zu einem Zehntel ihres Preises.",
                   "Cost {}: {}; without staff and with licences at a tenth of their price as well.", year,
                   all);
    }
    return say(
        style.language,
        "Kosten {}: {}; ohne Personal {}; mit Lizenzen zu einem Zehntel ihres Preises (quelloffen) {}.",
        "Cost {}: {}; without staff {}; with licences at a tenth of their price (open source) {}.", year, all,
        lean, open);
}

std::string capital_sentence(const Run& run, const std::vector<std::size_t>& variants, const Style& style) {
    std::vector<std::string> values;
    for (const std::size_t variant : variants) {
        const auto rows = rows_of(run.rows<outcome::BudgetRow>(), variant);
        if (rows.empty()) return {};
        values.push_back(
            fmt::format("{} {}", id_of(run, variant),
                        measured_number(rows.back()->capital_value_eur / euro_per_million, style)));
    }
    return say(
        style.language,
        "Kapitalwert {}-{} (abgezinste Zahlungen, am Ende vermindert um den Restbuchwert): {} Mio. EUR.",
        "Capital value {}-{} (discounted payments, less the book value left at the end): {} million "
        "EUR.",
        run.years.front(), run.years.back(), fmt::join(values, "; "));
}

struct Turn {
    std::size_t kind = 0;
    double factor = 0.0;
};

/// Kinds whose price turns the order somewhere between a fifth and five times, the nearest first.
std::vector<Turn> turns(const Cost& here, const Cost& there) {
    constexpr double far = 5.0;
    std::vector<Turn> found;
    for (std::size_t k = 0; k < kinds.size(); ++k) {
        const double factor = break_even_factor(here, there, kinds.at(k).part);
        if (factor > 1.0 / far && factor < far) found.push_back({k, factor});
    }
    std::stable_sort(found.begin(), found.end(), [](const Turn& one, const Turn& other) {
        return std::abs(std::log(one.factor)) < std::abs(std::log(other.factor));
    });
    return found;
}

/// "licences 60 %, lines 120 %": at which part of today's price, that price alone, both cost the same; empty
/// if nowhere near.
std::string turns_text(const Cost& here, const Cost& there, const Style& style) {
    std::vector<std::string> texts;
    for (const Turn& turn : turns(here, there)) {
        const Kind& kind = kinds.at(turn.kind);
        texts.push_back(fmt::format("{} {} %",
                                    style.language == Language::german ? kind.german : kind.english,
                                    fixed_number(turn.factor * percent_per_one, 0, style)));
    }
    return fmt::format("{}", fmt::join(texts, ", "));
}

std::string turn_sentence(const Run& run, std::size_t variant, std::size_t base, const Style& style) {
    const Cost& here = last_cost(run, variant);
    const Cost& there = last_cost(run, base);
    const std::string texts = turns_text(here, there, style);
    const std::string change = signed_percent(here.total_eur - there.total_eur, there.total_eur, style);
    if (texts.empty()) {
        return say(
            style.language,
            "{} gegen {}: Kosten {}; keine Preisgruppe allein kehrt das zwischen einem Fünftel und dem "
            "Fünffachen ihres Preises um.",
            "{} against {}: cost {}; no group of prices alone turns this between a fifth and five "
            "times its price.",
            id_of(run, variant), id_of(run, base), change);
    }
    return say(
        style.language,
        "{} gegen {}: Kosten {}; gleich teuer, wenn allein dieser Preis auf den genannten Teil des "
        "heutigen steigt oder fällt: {}.",
        "{} against {}: cost {}; equal if one of these prices alone were at the part named of today's: "
        "{}.",
        id_of(run, variant), id_of(run, base), change, texts);
}

/// The same of many variants in one.
std::string turns_of_all(const Run& run, const std::vector<std::size_t>& variants, std::size_t base,
                         const Style& style) {
    std::vector<std::string> texts;
    for (const std::size_t variant : variants) {
        const std::string turn = turns_text(last_cost(run, variant), last_cost(run, base), style);
        texts.push_back(fmt::format("{}: {}", id_of(run, variant),
                                    turn.empty() ? say(style.language, "keiner", "none") : turn));
    }
    return say(style.language,
               "So teuer wie {}, wenn allein ein Preis auf den genannten Teil des heutigen steigt oder fällt "
               "(zwischen einem Fünftel und dem Fünffachen): {}.",
               "As dear as {} if one price alone were at the part named of today's (between a fifth and five "
               "times): {}.",
               id_of(run, base), fmt::join(texts, "; "));
}

/// Centers of a variant in the last milestone year.
struct Centers {
    double workplaces = 0.0;
    double eur = 0.0;
};

std::size_t last_year_index(const Run& run) { return *year_index(run, shown_years(run).back()); }

Centers centers_of(const Run& run, std::size_t variant) {
    Centers sum;
    for (std::size_t c = 0; c < run.centers.size(); ++c) {
        const outcome::SiteYear& site = run.yearly[run.yearly_index(variant, last_year_index(run), c)];
        sum.workplaces += site.workplaces;
        sum.eur += site.cost.total_eur;
    }
    return sum;
}

struct Payers {
    int less = 0;
    int all = 0;
};

Payers payers(const Run& run, std::size_t variant, std::size_t base) {
    constexpr double as_good_as_equal = 1e-3;
    Payers count;
    const auto cost = [&](std::size_t v, std::size_t a) {
        return run.administration[run.summary_index(v, last_year_index(run)) * run.administrations.size() + a]
            .bill_eur;
    };
    for (std::size_t a = 0; a < run.administrations.size(); ++a) {
        if (cost(variant, a) <= 0.0 || cost(base, a) <= 0.0) continue;
        ++count.all;
        count.less += cost(variant, a) < (1.0 - as_good_as_equal) * cost(base, a) ? 1 : 0;
    }
    return count;
}

/// Of a workplace at a center in a month.
struct MonthlyRate {
    double covering_eur = 0.0;  ///< what it costs
    double paying_eur = 0.0;    ///< up to which moving pays for all together
};

/// Empty where no center serves anybody.
std::optional<MonthlyRate> monthly_rate(const Run& run, std::size_t variant, std::size_t base) {
    constexpr double months = 12.0;
    const Centers centers = centers_of(run, variant);
    if (centers.workplaces <= 0.0) return std::nullopt;
    const double others = last_cost(run, variant).total_eur - centers.eur;
    return MonthlyRate{centers.eur / centers.workplaces / months,
                       (last_cost(run, base).total_eur - others) / centers.workplaces / months};
}

/// The same of many variants in one.
std::string payers_of_all(const Run& run, const std::vector<std::size_t>& variants, std::size_t base,
                          const Style& style) {
    std::vector<std::string> texts;
    for (const std::size_t variant : variants) {
        const std::optional<MonthlyRate> rate = monthly_rate(run, variant, base);
        if (!rate) continue;
        const Payers count = payers(run, variant, base);
        texts.push_back(say(style.language, "{}: {} von {}, {} EUR, bis {} EUR",
                            "{}: {} of {}, {} EUR, up to {} EUR", id_of(run, variant), count.less, count.all,
                            measured_number(rate->covering_eur, style),
                            measured_number(rate->paying_eur, style)));
    }
    if (texts.empty()) return {};
    return say(
        style.language,
        "Für wen (Verwaltungen, die weniger zahlen als in {}; was ein Arbeitsplatz am Rechenzentrum im "
        "Monat kostet und bis wohin der Umzug für alle zusammen lohnt): {}.",
        "For whom (administrations that pay less than in {}; what a workplace at a center costs a month, "
        "and up to which moving pays for all together): {}.",
        id_of(run, base), fmt::join(texts, "; "));
}

std::string payer_sentence(const Run& run, std::size_t variant, std::size_t base, const Style& style) {
    const std::optional<MonthlyRate> rate = monthly_rate(run, variant, base);
    if (!rate) return {};
    const Payers count = payers(run, variant, base);
    return say(style.language,
               "{} für wen: {} von {} Verwaltungen zahlen weniger als in {}; ein Arbeitsplatz am "
               "Rechenzentrum kostet {} EUR im Monat, der Umzug lohnt sich für alle zusammen bis {} EUR.",
               "{} for whom: {} of {} administrations pay less than in {}; a workplace at a center costs {} "
               "EUR a month, moving pays for all together up to {} EUR.",
               id_of(run, variant), count.less, count.all, id_of(run, base),
               measured_number(rate->covering_eur, style), measured_number(rate->paying_eur, style));
}

}  // namespace

double break_even_factor(const Cost& here, const Cost& there, double Cost::*kind) {
    const double of_kind = here.*kind - there.*kind;
    if (of_kind == 0.0) return std::numeric_limits<double>::quiet_NaN();
    return 1.0 - (here.total_eur - there.total_eur) / of_kind;
}

std::vector<std::string> money_points(const Run& run, const std::vector<std::size_t>& variants,
                                      std::size_t base, const Style& style) {
    std::vector<std::string> points{order_sentence(run, variants, style),
                                    capital_sentence(run, variants, style)};
    constexpr std::size_t few = 3;  // more would each say the same
    std::vector<std::size_t> others = variants;
    std::erase_if(others, [&](std::size_t variant) {
        return variant == base || last_cost(run, variant).total_eur == last_cost(run, base).total_eur;
    });
    if (others.size() > few) {
        points.push_back(turns_of_all(run, others, base, style));
        points.push_back(payers_of_all(run, others, base, style));
    } else {
        for (const std::size_t variant : others) {
            points.push_back(turn_sentence(run, variant, base, style));
            points.push_back(payer_sentence(run, variant, base, style));
        }
    }
    std::erase(points, std::string{});
    return points;
}

}  // namespace verbund::report
