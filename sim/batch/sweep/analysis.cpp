#include "sim/batch/sweep/analysis.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <span>
#include <string_view>

#include "models/statistics/interval.hpp"
#include "models/statistics/sensitivity.hpp"

namespace verbund::batch {
namespace {

using outcome::SweepRun;

constexpr int horizon = 0;  ///< in place of a year

/// What is summed over the years.
constexpr std::array<std::string_view, 5> summed{"energy_grid_mwh", "co2_location_t", "co2_market_t",
                                                 "co2_embodied_t", "cost_total_eur"};
/// By what variants are compared, and how being the least is called.
struct Aim {
    std::string_view outcome;
    std::string_view least;
};
constexpr std::array aims{Aim{"cost_total_eur", "least-cost"}, Aim{"energy_grid_mwh", "least-energy"},
                          Aim{"co2_location_t", "least-co2"}};
/// Of which sensitivities are told, in milestone years.
constexpr std::array<std::string_view, 10> told{
    "hosts",           "racks",          "it_power_peak_kw", "storage_tb",    "wan_peak_gbit_s",
    "energy_grid_mwh", "co2_location_t", "cost_total_eur",   "binding_share", "rules_missed"};

class Analyst {
public:
    explicit Analyst(SweepRun& run) : run_{run} {}

    void tell() {
        for (std::size_t c = 0; c < run_.combinations.size(); ++c) {
            combination_ = c;
            if (run_.one_at_a_time) {
                tell_tornado();
                continue;
            }
            for (std::size_t v = 0; v < run_.variants.size(); ++v) {
                tell_bands(v);
                tell_sensitivities(v);
                tell_chances(v);
            }
            tell_best();
            tell_pairs();
        }
    }

private:
    /// An outcome in all draws of the combination.
    [[nodiscard]] std::vector<double> of_year(std::size_t o, std::size_t variant, std::size_t year) const {
        std::vector<double> values;
        for (std::size_t d = 0; d < run_.draws; ++d)
            values.push_back(run_.values[run_.value_index(o, combination_ * run_.draws + d, variant, year)]);
        return values;
    }

    [[nodiscard]] std::vector<double> over_horizon(std::size_t o, std::size_t variant) const {
        std::vector<double> sums(run_.draws, 0.0);
        for (std::size_t y = 0; y < run_.years.size(); ++y) {
            const std::vector<double> year = of_year(o, variant, y);
            for (std::size_t d = 0; d < sums.size(); ++d) sums[d] += year[d];
        }
        return sums;
    }

    [[nodiscard]] static std::vector<double> finite(const std::vector<double>& values) {
        std::vector<double> kept;
        std::copy_if(values.begin(), values.end(), std::back_inserter(kept),
                     [](double v) { return std::isfinite(v); });
        return kept;
    }

    void add_band(std::size_t o, std::size_t variant, int year, const std::vector<double>& all) {
        const std::vector<double> values = finite(all);
        if (values.empty()) return;
        double sum = 0.0;
        for (const double v : values) sum += v;
        const outcome::SweepOutcome& what = outcome::sweep_outcomes()[o];
        run_.bands.push_back({run_.variants[variant], combination(), year, std::string{what.name},
                              std::string{what.unit}, statistics::quantile(values, 0.1),
                              statistics::quantile(values, 0.5), statistics::quantile(values, 0.9),
                              sum / static_cast<double>(values.size())});
    }

    void tell_bands(std::size_t variant) {
        for (std::size_t o = 0; o < outcome::sweep_outcomes().size(); ++o)
            for (std::size_t y = 0; y < run_.years.size(); ++y)
                add_band(o, variant, run_.years[y], of_year(o, variant, y));
        for (const std::string_view name : summed) {
            const std::size_t o = outcome::sweep_outcome(name);
            add_band(o, variant, horizon, over_horizon(o, variant));
        }
    }

    void add_sensitivities(std::string_view name, std::size_t variant, int year,
                           const std::vector<double>& values) {
        if (!std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); })) return;
        const std::vector<statistics::Sensitivity> found =
            statistics::sensitivities(values, run_.groups.size());
        for (std::size_t g = 0; g < found.size(); ++g) {
            const statistics::Sensitivity& of = found[g];
            if (std::isnan(of.total.value)) continue;  // the outcome is the same in all draws
            run_.sensitivities.push_back({run_.variants[variant], combination(), year, std::string{name},
                                          run_.groups[g], of.first_order.value, of.first_order.low,
                                          of.first_order.high, of.total.value, of.total.low, of.total.high});
        }
    }

    void tell_sensitivities(std::size_t variant) {
        if (!run_.sensitivity) return;
        for (const std::string_view name : told) {
            const std::size_t o = outcome::sweep_outcome(name);
            for (std::size_t y = 0; y < run_.years.size(); ++y)
                if (std::find(run_.milestones.begin(), run_.milestones.end(), run_.years[y]) !=
                    run_.milestones.end())
                    add_sensitivities(name, variant, run_.years[y], of_year(o, variant, y));
        }
        for (const Aim& aim : aims)
            add_sensitivities(aim.outcome, variant, horizon,
                              over_horizon(outcome::sweep_outcome(aim.outcome), variant));
    }

    void add_chance(std::size_t variant, int year, std::string_view what, std::size_t hits,
                    std::size_t count) {
        if (count == 0) return;
        const statistics::Interval range = statistics::wilson_interval(hits, count);
        run_.chances.push_back({run_.variants[variant], combination(), year, std::string{what},
                                static_cast<double>(hits) / static_cast<double>(count), range.low,
                                range.high});
    }

    /// How often an outcome is above a threshold, by year and in any of them.
    void tell_chance(std::size_t variant, std::string_view what, std::string_view name, double above) {
        const std::size_t o = outcome::sweep_outcome(name);
        std::vector<double> most(run_.draws, -std::numeric_limits<double>::infinity());
        for (std::size_t y = 0; y <= run_.years.size(); ++y) {
            const bool last = y == run_.years.size();
            const std::vector<double> values = finite(last ? most : of_year(o, variant, y));
            if (!last) {
                const std::vector<double> year = of_year(o, variant, y);
                for (std::size_t d = 0; d < most.size(); ++d) most[d] = std::max(most[d], year[d]);
            }
            const auto hits =
                std::count_if(values.begin(), values.end(), [above](double v) { return v > above; });
            add_chance(variant, last ? horizon : run_.years[y], what, static_cast<std::size_t>(hits),
                       values.size());
        }
    }

    void tell_chances(std::size_t variant) {
        tell_chance(variant, "limit", "binding_share", 1.0);
        tell_chance(variant, "refused", "servers_refused", 0.0);
        tell_chance(variant, "rule", "rules_missed", 0.0);
    }

    /// Whether two variants serve the same people, in the last year of the first draw that has both.
    [[nodiscard]] bool comparable(std::size_t a, std::size_t b) const {
        constexpr double same = 1e-6;
        const std::size_t last = run_.years.size() - 1;
        for (const std::string_view name : {"administrations", "workplaces"}) {
            const std::vector<double> of_a = of_year(outcome::sweep_outcome(name), a, last);
            const std::vector<double> of_b = of_year(outcome::sweep_outcome(name), b, last);
            for (std::size_t d = 0; d < of_a.size(); ++d) {
                if (!std::isfinite(of_a[d]) || !std::isfinite(of_b[d])) continue;
                if (std::abs(of_a[d] - of_b[d]) > same * std::abs(of_a[d])) return false;
                break;
            }
        }
        return true;
    }

    void tell_best() {
        for (const Aim& aim : aims) {
            const std::size_t o = outcome::sweep_outcome(aim.outcome);
            std::vector<std::vector<double>> sums;
            for (std::size_t v = 0; v < run_.variants.size(); ++v) sums.push_back(over_horizon(o, v));
            for (std::size_t v = 0; v < run_.variants.size(); ++v) {
                std::vector<std::size_t> others;
                for (std::size_t w = 0; w < run_.variants.size(); ++w)
                    if (w != v && comparable(v, w)) others.push_back(w);
                if (others.empty()) continue;
                std::size_t hits = 0;
                std::size_t count = 0;
                for (std::size_t d = 0; d < run_.draws; ++d) {
                    const bool whole = std::isfinite(sums[v][d]) &&
                                       std::all_of(others.begin(), others.end(),
                                                   [&](std::size_t w) { return std::isfinite(sums[w][d]); });
                    if (!whole) continue;
                    ++count;
                    hits += std::all_of(others.begin(), others.end(),
                                        [&](std::size_t w) { return sums[v][d] <= sums[w][d]; })
                                ? 1
                                : 0;
                }
                add_chance(v, horizon, aim.least, hits, count);
            }
        }
    }

    void tell_pairs() {
        for (std::size_t a = 0; a < run_.variants.size(); ++a)
            for (std::size_t b = a + 1; b < run_.variants.size(); ++b)
                if (comparable(a, b))
                    for (const Aim& aim : aims) tell_pair(a, b, aim.outcome);
    }

    void tell_pair(std::size_t a, std::size_t b, std::string_view name) {
        constexpr double sure = 0.9;
        const std::size_t o = outcome::sweep_outcome(name);
        const std::vector<double> of_a = over_horizon(o, a);
        const std::vector<double> of_b = over_horizon(o, b);
        std::vector<double> differences;
        std::size_t less = 0;
        for (std::size_t d = 0; d < of_a.size(); ++d) {
            if (!std::isfinite(of_a[d]) || !std::isfinite(of_b[d]) || of_b[d] == 0.0) continue;
            differences.push_back(of_a[d] / of_b[d] - 1.0);
            less += of_a[d] < of_b[d] ? 1 : 0;
        }
        if (differences.empty()) return;
        const double share = static_cast<double>(less) / static_cast<double>(differences.size());
        const statistics::Interval range = statistics::wilson_interval(less, differences.size());
        run_.pairs.push_back({run_.variants[a], run_.variants[b], combination(), std::string{name}, share,
                              range.low, range.high, statistics::quantile(differences, 0.1),
                              statistics::quantile(differences, 0.5), statistics::quantile(differences, 0.9),
                              share >= sure || share <= 1.0 - sure});
    }

    void tell_tornado() {
        for (std::size_t v = 0; v < run_.variants.size(); ++v) {
            for (const Aim& aim : aims) {
                const std::vector<double> sums = over_horizon(outcome::sweep_outcome(aim.outcome), v);
                for (std::size_t k = 0; k < run_.drawn_keys.size(); ++k) {
                    const outcome::DrawnKey& key = run_.drawn_keys[k];
                    const double at_low = sums[1 + 2 * k];
                    const double at_high = sums[2 + 2 * k];
                    if (at_low == sums[0] && at_high == sums[0]) continue;
                    run_.tornado.push_back({run_.variants[v], combination(), std::string{aim.outcome},
                                            key.key, key.low, key.high, sums[0], at_low, at_high});
                }
            }
        }
    }

    [[nodiscard]] std::int32_t combination() const { return static_cast<std::int32_t>(combination_); }

    SweepRun& run_;
    std::size_t combination_ = 0;
};

/// Which of the things that are varied change nothing.
class EffectSearch {
public:
    explicit EffectSearch(SweepRun& run) : run_{run} {}

    void tell() {
        run_.without_effect.clear();
        for (std::size_t k = 0; k < run_.listed_keys.size(); ++k)
            if (!list_matters(k)) run_.without_effect.push_back(run_.listed_keys[k]);
        if (!run_.sensitivity) return;
        const std::size_t points = run_.draws / (run_.groups.size() + 2);
        for (std::size_t g = 0; g < run_.groups.size(); ++g)
            if (!group_matters(g, points)) run_.without_effect.push_back(run_.groups[g]);
    }

private:
    /// Whether two cases differ in any outcome.
    [[nodiscard]] bool differ(std::size_t a, std::size_t b) const {
        const std::size_t size = run_.variants.size() * run_.years.size();
        for (std::size_t o = 0; o < outcome::sweep_outcomes().size(); ++o) {
            const auto of_a = run_.values.begin() + static_cast<std::ptrdiff_t>(run_.value_index(o, a, 0, 0));
            const auto of_b = run_.values.begin() + static_cast<std::ptrdiff_t>(run_.value_index(o, b, 0, 0));
            for (std::size_t i = 0; i < size; ++i) {
                const double x = of_a[static_cast<std::ptrdiff_t>(i)];
                const double y = of_b[static_cast<std::ptrdiff_t>(i)];
                if (x != y && !(std::isnan(x) && std::isnan(y))) return true;
            }
        }
        return false;
    }

    /// Compares each combination with the first that has the same values of all other lists.
    [[nodiscard]] bool list_matters(std::size_t key) const {
        const std::size_t draws = std::max<std::size_t>(1, run_.draws);
        std::map<std::vector<std::string>, std::size_t> first;
        bool varies = false;
        for (std::size_t c = 0; c < run_.combinations.size(); ++c) {
            std::vector<std::string> others;
            for (std::size_t k = 0; k < run_.listed_keys.size(); ++k)
                if (run_.list_of_key[k] != run_.list_of_key[key]) others.push_back(run_.combinations[c][k]);
            const auto [with, added] = first.emplace(std::move(others), c);
            if (added || run_.combinations[c][key] == run_.combinations[with->second][key]) continue;
            varies = true;
            for (std::size_t d = 0; d < draws; ++d)
                if (differ(with->second * draws + d, c * draws + d)) return true;
        }
        return !varies;
    }

    [[nodiscard]] bool group_matters(std::size_t group, std::size_t points) const {
        for (std::size_t c = 0; c < run_.combinations.size(); ++c)
            for (std::size_t i = 0; i < points; ++i)
                if (differ(c * run_.draws + i, c * run_.draws + (group + 2) * points + i)) return true;
        return false;
    }

    SweepRun& run_;
};

}  // namespace

void analyse(SweepRun& run) {
    if (run.years.empty()) return;
    if (run.draws > 0) Analyst{run}.tell();
    EffectSearch{run}.tell();
}

}  // namespace verbund::batch
