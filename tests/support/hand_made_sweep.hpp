#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "models/statistics/design.hpp"
#include "results/outcome/sweep.hpp"

namespace verbund::test {

/// Two variants, 2030 and 2031, two groups drawn, 64 points for each set of their sensitivity.
///
/// Cost of "a" in a year: 10 + 8 u + 6 v million EUR with the quantiles u and v of the groups "prices" and
/// "growth"; of "b" a tenth more, and of the first draw nothing is known.  Energy of "a" 100 MWh, of "b" 100
/// + 20 (u - 0.5).  "a" needs 0.9 + 0.2 u of its tightest limit.  Everything else is 0.
inline outcome::SweepRun hand_made_sweep(bool whole = true) {
    constexpr std::size_t points = 64;
    outcome::SweepRun run;
    run.title = "Hand-made";
    run.variants = {"a", "b"};
    run.years = {2030, 2031};
    run.milestones = {2030};
    run.combinations = {{}};
    run.drawn_keys = {
        {"prices.licence", "prices", "80 EUR/a", "90 EUR/a", "100 EUR/a", "70 EUR/a", "110 EUR/a"},
        {"estate.growth.vms", "growth", "2 %/a", "5 %/a", "8 %/a", "1 %/a", "9 %/a"}};
    run.groups = {"prices", "growth"};
    run.seeds = {run.seed};
    run.sensitivity = true;
    const auto design =
        statistics::sensitivity_design(statistics::Sequence::sobol, points, run.groups.size(), 5);
    run.draws = design.size();
    run.values.assign(outcome::sweep_outcomes().size() * run.draws * 2 * 2, 0.0);
    const auto put = [&run](std::string_view name, std::size_t draw, std::size_t variant, double value) {
        for (std::size_t y = 0; y < 2; ++y)
            run.values[run.value_index(outcome::sweep_outcome(name), draw, variant, y)] = value;
    };
    for (std::size_t d = 0; d < run.draws; ++d) {
        const double u = design[d][0];
        const double v = design[d][1];
        run.quantiles.insert(run.quantiles.end(), {u, v});
        const double cost = 1e6 * (10.0 + 8.0 * u + 6.0 * v);
        put("cost_total_eur", d, 0, cost);
        put("cost_total_eur", d, 1, 1.1 * cost);
        put("energy_grid_mwh", d, 0, 100.0);
        put("energy_grid_mwh", d, 1, 100.0 + 20.0 * (u - 0.5));
        put("binding_share", d, 0, 0.9 + 0.2 * u);
        put("workplaces", d, 0, 50.0);
        put("workplaces", d, 1, 50.0);
    }
    if (whole) return run;
    for (const outcome::SweepOutcome& outcome : outcome::sweep_outcomes())
        put(outcome.name, 0, 1, std::nan(""));
    run.failed = {{0, "b", "no answer within 600 s", "verbund sweep s.yaml -o s --only 0"}};
    return run;
}

}  // namespace verbund::test
