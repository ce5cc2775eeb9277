#include "sim/batch/sweep/analysis.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>

#include "models/statistics/interval.hpp"
#include "models/statistics/sensitivity.hpp"
#include "sim/batch/sweep/as_many.hpp"
#include "sim/batch/sweep/without_effect.hpp"

namespace verbund::batch {
namespace {

using outcome::SweepRun;

constexpr int horizon = 0;  ///< in place of a year

/// By what variants are compared, and how being the least is called; empty: only pairs are told.
struct Aim {
    std::string_view outcome;
    std::string_view least;
};
constexpr std::array aims{Aim{"cost_total_eur", "least-cost"}, Aim{"energy_grid_mwh", "least-energy"},
                          Aim{"co2_location_t", "least-co2"}, Aim{"downtime_h", "least-outage"},
                          Aim{"response_p95_ms", ""}};
/// Of which sensitivities are told, in milestone years.
constexpr std::array<std::string_view, 14> told{"hosts",           "racks",           "it_power_peak_kw",
                                                "storage_tb",      "wan_peak_gbit_s", "energy_grid_mwh",
                                                "co2_location_t",  "cost_total_eur",  "binding_share",
                                                "rules_missed",    "downtime_h",      "downtime_other_h",
                                                "response_p95_ms", "drills_rto_max_s"};

const outcome::SweepOutcome& outcome_of(std::size_t o) { return outcome::sweep_outcomes()[o]; }

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
    /// An outcome in all cases of the combination, [case][variant][year]: one at a time is held.
    [[nodiscard]] const std::vector<double>& of_cases(std::size_t o) {
        const std::size_t cases = run_.cases_of_combination();
        const std::size_t first = run_.value_index(o, combination_ * cases, 0, 0);
        if (held_.empty() || held_first_ != first) {
            held_.resize(cases * run_.variants.size() * run_.years.size());
            run_.values.read(first, held_);
            held_first_ = first;
        }
        return held_;
    }

    /// An outcome in all cases of the combination.
    [[nodiscard]] std::vector<double> of_year(std::size_t o, std::size_t variant, std::size_t year) {
        const std::vector<double>& all = of_cases(o);
        std::vector<double> values(run_.cases_of_combination());
        for (std::size_t c = 0; c < values.size(); ++c)
            values[c] = all[(c * run_.variants.size() + variant) * run_.years.size() + year];
        return values;
    }

    /// Not-a-number in cases without an outcome.
    [[nodiscard]] std::vector<double> over_horizon(std::size_t o, std::size_t variant) {
        const outcome::OverYears how = outcome_of(o).over_years;
        std::vector<double> all(run_.cases_of_combination(), 0.0);
        std::vector<double> played(all.size(), 0.0);
        for (std::size_t y = 0; y < run_.years.size(); ++y) {
            const std::vector<double> year = of_year(o, variant, y);
            for (std::size_t c = 0; c < all.size(); ++c) {
                if (how != outcome::OverYears::sum && std::isnan(year[c])) continue;  // the engine skips it
                all[c] = how == outcome::OverYears::most ? std::max(all[c], year[c]) : all[c] + year[c];
                played[c] += 1.0;
            }
        }
        for (std::size_t c = 0; c < all.size(); ++c) {
            if (played[c] == 0.0) all[c] = outcome::not_applicable;
            if (how == outcome::OverYears::mean) all[c] /= played[c];
        }
        return all;
    }

    /// Of the draws that are independent of each other, those with an outcome.
    [[nodiscard]] std::vector<double> told_of(const std::vector<double>& values) const {
        std::vector<double> kept;
        std::copy_if(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(independent_cases()),
                     std::back_inserter(kept), [](double v) { return !std::isnan(v); });
        return kept;
    }

    /// Of those told, how many there are: a draw counts once, however often it is played.
    [[nodiscard]] std::size_t independent_cases() const {
        return std::max<std::size_t>(1, run_.independent_draws()) * run_.replications;
    }

    /// Mean over the replications of each draw; NaN where one has no outcome.
    [[nodiscard]] std::vector<double> mean_of_draws(const std::vector<double>& values) const {
        std::vector<double> means;
        for (std::size_t begin = 0; begin < values.size(); begin += run_.replications) {
            double sum = 0.0;
            for (std::size_t r = 0; r < run_.replications; ++r) sum += values[begin + r];
            means.push_back(sum / static_cast<double>(run_.replications));
        }
        return means;
    }

    void add_band(std::size_t o, std::size_t variant, int year, const std::vector<double>& all) {
        const std::vector<double> values = told_of(all);
        if (values.empty()) return;
        double sum = 0.0;
        for (const double v : values) sum += v;
        const outcome::SweepOutcome& what = outcome_of(o);
        run_.bands.push_back({run_.variants[variant], combination(), year, std::string{what.name},
                              std::string{what.unit}, statistics::quantile(values, 0.1),
                              statistics::quantile(values, 0.5), statistics::quantile(values, 0.9),
                              sum / static_cast<double>(values.size())});
    }

    void tell_bands(std::size_t variant) {
        for (std::size_t o = 0; o < outcome::sweep_outcomes().size(); ++o) {
            if (!run_.has_engine(outcome_of(o).engine)) continue;
            for (std::size_t y = 0; y < run_.years.size(); ++y)
                add_band(o, variant, run_.years[y], of_year(o, variant, y));
            if (outcome_of(o).over_years != outcome::OverYears::none)
                add_band(o, variant, horizon, over_horizon(o, variant));
        }
    }

    void add_sensitivities(std::string_view name, std::size_t variant, int year,
                           const std::vector<double>& cases) {
        const std::vector<double> values = mean_of_draws(cases);
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
            if (!run_.has_engine(outcome_of(o).engine)) continue;
            for (std::size_t y = 0; y < run_.years.size(); ++y)
                if (std::find(run_.milestones.begin(), run_.milestones.end(), run_.years[y]) !=
                    run_.milestones.end())
                    add_sensitivities(name, variant, run_.years[y], of_year(o, variant, y));
        }
        for (const Aim& aim : played_aims())
            add_sensitivities(aim.outcome, variant, horizon,
                              over_horizon(outcome::sweep_outcome(aim.outcome), variant));
    }

    [[nodiscard]] std::vector<Aim> played_aims() const {
        std::vector<Aim> played;
        std::copy_if(aims.begin(), aims.end(), std::back_inserter(played), [this](const Aim& aim) {
            return run_.has_engine(outcome_of(outcome::sweep_outcome(aim.outcome)).engine);
        });
        return played;
    }

    /// In how many of the draws something comes about: 1, 0 or not-a-number in each case.
    struct Chance {
        double share = 0.0;
        statistics::Interval range;
        std::size_t count = 0;  ///< draws in which it is known
    };

    /// A draw counts for the part of its replications that hit; without draws the replications are the draws.
    [[nodiscard]] Chance chance_of(const std::vector<double>& hits) const {
        const std::size_t together = run_.draws == 0 ? 1 : run_.replications;
        Chance chance;
        double sum = 0.0;
        for (std::size_t begin = 0; begin < independent_cases(); begin += together) {
            double hit = 0.0;
            double known = 0.0;
            for (std::size_t r = begin; r < begin + together; ++r) {
                if (std::isnan(hits[r])) continue;
                hit += hits[r];
                known += 1.0;
            }
            if (known == 0.0) continue;
            sum += hit / known;
            ++chance.count;
        }
        if (chance.count == 0) return chance;
        chance.share = sum / static_cast<double>(chance.count);
        chance.range = statistics::wilson_interval_of_share(chance.share, chance.count);
        return chance;
    }

    void add_chance(std::size_t variant, int year, std::string_view what, const std::vector<double>& hits) {
        const Chance found = chance_of(hits);
        if (found.count == 0) return;
        run_.chances.push_back({run_.variants[variant], combination(), year, std::string{what}, found.share,
                                found.range.low, found.range.high});
    }

    /// How often an outcome is above a threshold, by year and in any of them.
    void tell_chance(std::size_t variant, std::string_view what, std::string_view name, double above) {
        const std::size_t o = outcome::sweep_outcome(name);
        std::vector<double> ever(run_.cases_of_combination(), outcome::not_applicable);
        for (std::size_t y = 0; y < run_.years.size(); ++y) {
            std::vector<double> hits = of_year(o, variant, y);
            for (std::size_t c = 0; c < hits.size(); ++c) {
                if (std::isnan(hits[c])) continue;
                hits[c] = hits[c] > above ? 1.0 : 0.0;
                ever[c] = std::isnan(ever[c]) ? hits[c] : std::max(ever[c], hits[c]);
            }
            add_chance(variant, run_.years[y], what, hits);
        }
        add_chance(variant, horizon, what, ever);
    }

    void tell_chances(std::size_t variant) {
        tell_chance(variant, "limit", "binding_share", 1.0);
        tell_chance(variant, "refused", "servers_refused", 0.0);
        tell_chance(variant, "rule", "rules_missed", 0.0);
    }

    /// Whether two variants serve the same people, in the last year of the first draw that has both.
    [[nodiscard]] bool comparable(std::size_t a, std::size_t b) {
        const std::size_t last = run_.years.size() - 1;
        for (const std::string_view name : {"administrations", "workplaces"}) {
            const std::vector<double> of_a = of_year(outcome::sweep_outcome(name), a, last);
            const std::vector<double> of_b = of_year(outcome::sweep_outcome(name), b, last);
            for (std::size_t d = 0; d < of_a.size(); ++d) {
                if (!std::isfinite(of_a[d]) || !std::isfinite(of_b[d])) continue;
                if (!as_many(of_a[d], of_b[d])) return false;
                break;
            }
        }
        return true;
    }

    void tell_best() {
        for (const Aim& aim : played_aims()) {
            if (aim.least.empty()) continue;
            const std::size_t o = outcome::sweep_outcome(aim.outcome);
            std::vector<std::vector<double>> all;
            for (std::size_t v = 0; v < run_.variants.size(); ++v) all.push_back(over_horizon(o, v));
            for (std::size_t v = 0; v < run_.variants.size(); ++v) {
                std::vector<std::size_t> others;
                for (std::size_t w = 0; w < run_.variants.size(); ++w)
                    if (w != v && comparable(v, w)) others.push_back(w);
                if (!others.empty()) add_chance(v, horizon, aim.least, is_least(all, v, others));
            }
        }
    }

    /// Whether a variant has no more than any of the others, in each case that has all of them.
    [[nodiscard]] static std::vector<double> is_least(const std::vector<std::vector<double>>& all,
                                                      std::size_t variant,
                                                      const std::vector<std::size_t>& others) {
        std::vector<double> hits;
        for (std::size_t c = 0; c < all[variant].size(); ++c) {
            const double own = all[variant][c];
            double least = std::numeric_limits<double>::infinity();
            bool whole = !std::isnan(own);
            for (const std::size_t w : others) {
                whole = whole && !std::isnan(all[w][c]);
                least = std::min(least, all[w][c]);
            }
            hits.push_back(!whole ? outcome::not_applicable : own <= least ? 1.0 : 0.0);
        }
        return hits;
    }

    void tell_pairs() {
        for (std::size_t a = 0; a < run_.variants.size(); ++a)
            for (std::size_t b = a + 1; b < run_.variants.size(); ++b)
                if (comparable(a, b))
                    for (const Aim& aim : played_aims()) tell_pair(a, b, aim.outcome);
    }

    void tell_pair(std::size_t a, std::size_t b, std::string_view name) {
        const std::size_t o = outcome::sweep_outcome(name);
        const std::vector<double> of_a = over_horizon(o, a);
        const std::vector<double> of_b = over_horizon(o, b);
        std::vector<double> less(of_a.size(), outcome::not_applicable);
        std::vector<double> differences = less;
        for (std::size_t c = 0; c < of_a.size(); ++c) {
            if (!std::isfinite(of_a[c]) || !std::isfinite(of_b[c]) || of_b[c] == 0.0) continue;
            differences[c] = of_a[c] / of_b[c] - 1.0;
            less[c] = of_a[c] < of_b[c] ? 1.0 : 0.0;
        }
        const Chance found = chance_of(less);
        if (found.count == 0) return;
        const std::vector<double> known = told_of(differences);
        run_.pairs.push_back({run_.variants[a], run_.variants[b], combination(), std::string{name},
                              found.share, found.range.low, found.range.high,
                              statistics::quantile(known, 0.1), statistics::quantile(known, 0.5),
                              statistics::quantile(known, 0.9), told_apart(found.share)});
    }

    void tell_tornado() {
        for (std::size_t v = 0; v < run_.variants.size(); ++v) {
            for (const Aim& aim : played_aims()) {
                const std::vector<double> sums =
                    mean_of_draws(over_horizon(outcome::sweep_outcome(aim.outcome), v));
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
    std::vector<double> held_;
    std::size_t held_first_ = 0;  ///< place of its first value
};

}  // namespace

bool told_apart(double less_share) {
    constexpr double sure = 0.9;
    constexpr double rounding = 1e-12;  // 2 of 20 is no double
    return std::max(less_share, 1.0 - less_share) >= sure - rounding;
}

void analyse(SweepRun& run) {
    if (run.years.empty()) return;
    if (run.draws > 0 || run.replications > 1) Analyst{run}.tell();
    find_without_effect(run);
}

}  // namespace verbund::batch
