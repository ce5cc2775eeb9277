#include "results/report/sentences/sweep.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/unit_factors.hpp"
#include "results/report/numbers.hpp"
#include "results/report/sentences/pairs.hpp"
#include "results/report/text_width.hpp"
#include "results/report/words/words.hpp"

namespace verbund::report {
namespace {

using outcome::SweepRun;

constexpr int horizon = 0;  ///< in place of a year
constexpr std::string_view cost = "cost_total_eur";
constexpr std::array<std::string_view, 3> told_outcomes{cost, "energy_grid_mwh", "co2_location_t"};

/// Of that many variants each is told.
constexpr std::size_t most_variants = 12;

std::string percent(double share, const Style& style) {
    return fixed_number(share * percent_per_one, 0, style) + " %";
}

/// Euros in millions.
double factor_of(std::string_view unit) { return unit == "EUR" ? 1.0 / euro_per_million : 1.0; }

std::string unit_of(std::string_view unit, Language language) {
    return unit == "EUR" ? say(language, "Mio. EUR", "EUR m") : std::string{display_unit(unit)};
}

class SweepAnswerer {
public:
    SweepAnswerer(const SweepRun& run, const Style& style) : run_{run}, style_{style} {}

    [[nodiscard]] std::vector<std::string> sentences() {
        tell_design();
        if (run_.combinations.size() == 1 && run_.draws > 0) {
            if (run_.one_at_a_time) {
                tell_tornado();
            } else {
                tell_ranges();
                tell_pairs();
                tell_chances();
                tell_sensitivity();
            }
        }
        tell_rest();
        return std::move(sentences_);
    }

private:
    template <class... Arguments>
    void add(std::string_view german, std::string_view english, const Arguments&... arguments) {
        sentences_.push_back(say(style_.language, german, english, arguments...));
    }

    [[nodiscard]] std::vector<std::string> variants() const {
        const std::size_t count = std::min(most_variants, run_.variants.size());
        return {run_.variants.begin(), run_.variants.begin() + static_cast<std::ptrdiff_t>(count)};
    }

    void tell_design() {
        if (run_.one_at_a_time) {
            add("{} Größen wurden jede für sich auf ihr unteres und oberes Ende gesetzt.",
                "{} figures were each set to their low and to their high end.", run_.drawn_keys.size());
        } else if (run_.draws > 0) {
            add("{} Ziehungen von {} unsicheren Größen in {} Gruppen. Genannt sind die Mitte und, in "
                "Klammern, "
                "der Bereich, in dem acht von zehn Ziehungen liegen.",
                "{} draws of {} uncertain figures in {} groups. Told are the median and, in brackets, the "
                "range "
                "that holds eight draws of ten.",
                run_.draws, run_.drawn_keys.size(), run_.groups.size());
        }
        if (!run_.listed_keys.empty()) {
            std::vector<std::string> keys;
            for (const std::string& key : run_.listed_keys) keys.push_back(printable(key));
            add("{} Kombinationen der Werte von {}.", "{} combinations of the values of {}.",
                run_.combinations.size(), fmt::join(keys, ", "));
        }
    }

    [[nodiscard]] std::string range_of(const outcome::Band& band) const {
        const double factor = factor_of(band.unit);
        return say(style_.language, "{} {} {} ({} bis {})", "{} {} {} ({} to {})",
                   word("sweep-outcome", band.outcome, style_.language),
                   short_number(band.p50 * factor, style_), unit_of(band.unit, style_.language),
                   short_number(band.p10 * factor, style_), short_number(band.p90 * factor, style_));
    }

    void tell_ranges() {
        for (const std::string& variant : variants()) {
            std::vector<std::string> ranges;
            for (const std::string_view name : told_outcomes) {
                for (const outcome::Band& band : run_.bands)
                    if (band.variant == variant && band.year == horizon && band.outcome == name)
                        ranges.push_back(range_of(band));
            }
            if (ranges.empty()) continue;
            add("{}, alle Jahre zusammen: {}.", "{}, all years together: {}.", printable(variant),
                fmt::join(ranges, ", "));
        }
    }

    /// Each variant with the first that serves the same people.
    void tell_pairs() {
        std::set<std::string> behind;
        std::size_t told = 0;
        for (const outcome::PairRow& pair : run_.pairs) {
            behind.insert(pair.other);
            if (behind.contains(pair.variant) || told++ >= most_variants * told_outcomes.size()) continue;
            sentences_.push_back(capitalised(pair_sentence(pair, style_)) + ".");
        }
    }

    [[nodiscard]] static std::string capitalised(std::string text) {
        if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
            text.front() = static_cast<char>(text.front() - 'a' + 'A');
        return text;
    }

    [[nodiscard]] double chance_of(const std::string& variant, std::string_view what) const {
        for (const outcome::ChanceRow& chance : run_.chances)
            if (chance.variant == variant && chance.year == horizon && chance.what == what)
                return chance.share;
        return std::nan("");
    }

    void tell_chances() {
        for (const std::string& variant : variants()) {
            const double limit = chance_of(variant, "limit");
            const double refused = chance_of(variant, "refused");
            const double rule = chance_of(variant, "rule");
            if (std::isnan(limit) || std::isnan(refused) || std::isnan(rule)) continue;
            add("{}: in {} der Ziehungen wird in einem Jahr eine Grenze überschritten, in {} bleiben Server "
                "ohne "
                "Platz, in {} ist eine Regel verfehlt.",
                "{}: in {} of the draws a limit is exceeded in some year, in {} servers find no place, in {} "
                "a "
                "rule is missed.",
                printable(variant), percent(limit, style_), percent(refused, style_), percent(rule, style_));
        }
    }

    void tell_sensitivity() {
        for (const std::string& variant : variants()) {
            const outcome::SensitivityRow* most = nullptr;
            for (const outcome::SensitivityRow& row : run_.sensitivities)
                if (row.variant == variant && row.year == horizon && row.outcome == cost &&
                    (most == nullptr || row.total > most->total))
                    most = &row;
            if (most == nullptr) continue;
            add("{}: am meisten macht {} die Kosten unsicher ({} der Streuung, {} bis {}).",
                "{}: what makes the cost most uncertain is {} ({} of the variance, {} to {}).",
                printable(variant), word("sweep-group", most->group, style_.language),
                share_text(most->total), share_text(most->total_low), share_text(most->total_high));
        }
    }

    /// An estimate may lie a little outside of what shares can be.
    [[nodiscard]] std::string share_text(double share) const {
        return percent(std::clamp(share, 0.0, 1.0), style_);
    }

    void tell_tornado() {
        for (const std::string& variant : variants()) {
            const outcome::TornadoRow* most = nullptr;
            double furthest = 0.0;
            for (const outcome::TornadoRow& row : run_.tornado) {
                const double reach =
                    std::max(std::abs(row.at_low - row.base), std::abs(row.at_high - row.base));
                if (row.variant != variant || row.outcome != cost || reach <= furthest) continue;
                furthest = reach;
                most = &row;
            }
            if (most == nullptr) continue;
            add("{}: am weitesten bewegt {} die Kosten aller Jahre: bei {} {}, bei {} {}.",
                "{}: what moves the cost of all years furthest is {}: at {} {}, at {} {}.",
                printable(variant), printable(most->key), printable(most->low),
                signed_percent(most->at_low - most->base, most->base, style_), printable(most->high),
                signed_percent(most->at_high - most->base, most->base, style_));
        }
    }

    void tell_rest() {
        if (!run_.without_effect.empty()) {
            std::vector<std::string> things;
            for (const std::string& thing : run_.without_effect)
                things.push_back(printable(word("sweep-group", thing, style_.language)));
            add("Ändert an keiner Zahl etwas: {}.", "Changes no number: {}.", fmt::join(things, ", "));
        }
        if (!run_.failed.empty())
            add("ACHTUNG: {} ohne Ergebnis.", "CAUTION: {} without an outcome.", run_.failed.size());
    }

    const SweepRun& run_;
    const Style& style_;
    std::vector<std::string> sentences_;
};

}  // namespace

std::vector<std::string> sweep_answers(const SweepRun& run, const Style& style) {
    return SweepAnswerer{run, style}.sentences();
}

}  // namespace verbund::report
