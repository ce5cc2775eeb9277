#include <array>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "models/base/unit_factors.hpp"
#include "sim/availability/core/closed_form.hpp"
#include "sim/availability/core/monte_carlo.hpp"
#include "tests/support/catch.hpp"

/// The simulation against results that are known exactly.  Each case has a twin whose system is wrong in one
/// place: the same comparison must find it out.
namespace verbund::availability {
namespace {

constexpr double failures = 12.0;  ///< per year; with 73.05 h of repair q = 0.1 / 1.1
constexpr double repair = 73.05;

/// Standard errors that an estimate may be off; a right one is further off in 1 of 2000 runs.
constexpr double tolerance = 3.5;

NodeId component(System& system, const std::string& name, double rate = failures, double repair_h = repair) {
    return system.add_component(
        {.name = name, .failures_per_year = rate, .repair = ExponentialTime{repair_h}});
}

std::vector<NodeId> components(System& system, int count, double rate = failures) {
    std::vector<NodeId> all;
    for (int i = 0; i < count; ++i) all.push_back(component(system, "c" + std::to_string(i), rate));
    return all;
}

Estimate downtime_of(const std::function<NodeId(System&)>& build, std::size_t years = 4000) {
    System system;
    const NodeId top = build(system);
    system.add_service(top, {{system.add_report(), 1.0}});
    return simulate(system, {.seed = 7, .years = years}).front();
}

/// How many standard errors the simulated downtime is off the exact one.
double deviation(const Estimate& estimate, double availability) {
    return std::abs(estimate.downtime_h - (1.0 - availability) * hours_per_year) / estimate.standard_error_h;
}

}  // namespace

TEST_CASE("a single component is down for its equilibrium share, whatever its repair times look like",
          "[validation][availability]") {
    // q = lambda r / (1 + lambda r) depends on the mean r alone (alternating renewal process).
    const std::array<RepairTime, 5> shapes{ExponentialTime{repair}, lognormal_of_mean(repair, 1.0),
                                           RangeTime{0.0, repair, 2.0 * repair},
                                           RangeTime{0.5 * repair, repair, 4.0 * repair}, FixedTime{repair}};
    const double exact = component_availability(failures, repair);
    CHECK(exact == Approx(1.0 / 1.1));
    for (const RepairTime& shape : shapes) {
        const auto estimate_of = [&](double rate) {
            return downtime_of([&](System& s) {
                return s.add_component({.name = "c", .failures_per_year = rate, .repair = shape});
            });
        };
        CHECK(deviation(estimate_of(failures), exact) < tolerance);
        CHECK(deviation(estimate_of(1.05 * failures), exact) > tolerance);
    }
}

TEST_CASE("repairs longer than a year keep their equilibrium share", "[validation][availability]") {
    // Years are replications of their own: without the state at their beginning this would be far too low.
    const double long_repair = 2.0 * hours_per_year;
    const double exact = component_availability(0.1, long_repair);  // 1 / 1.2
    const auto estimate_of = [&](double rate) {
        return downtime_of([&](System& s) { return component(s, "c", rate, long_repair); }, 20'000);
    };
    CHECK(deviation(estimate_of(0.1), exact) < tolerance);
    CHECK(deviation(estimate_of(0.12), exact) > tolerance);
}

TEST_CASE("k of n meets its closed form", "[validation][availability]") {
    const double exact = at_least_availability(3, 5, component_availability(failures, repair));
    const auto estimate_of = [&](std::size_t needed) {
        return downtime_of([&](System& s) { return s.at_least(needed, components(s, 5)); });
    };
    CHECK(deviation(estimate_of(3), exact) < tolerance);
    CHECK(deviation(estimate_of(2), exact) > tolerance);
    CHECK(deviation(estimate_of(4), exact) > tolerance);
}

TEST_CASE("series and parallel meet their closed forms", "[validation][availability]") {
    const double a = component_availability(failures, repair);
    const std::vector<double> three{a, a, a};
    const auto series = downtime_of([](System& s) { return s.series(components(s, 3)); });
    const auto parallel = downtime_of([](System& s) { return s.parallel(components(s, 3)); }, 20'000);
    CHECK(deviation(series, series_availability(three)) < tolerance);
    CHECK(deviation(parallel, parallel_availability(three)) < tolerance);
    CHECK(deviation(series, parallel_availability(three)) > tolerance);
    CHECK(deviation(parallel, parallel_availability(std::vector<double>{a, a})) > tolerance);
}

TEST_CASE("a parallel pair with common cause meets the beta-factor model", "[validation][availability]") {
    const double beta = 0.1;
    const double exact = parallel_with_common_cause(2, failures, repair, beta);
    const auto estimate_of = [&](double common) {
        return downtime_of([&](System& s) {
            const NodeId pair = s.parallel(components(s, 2, (1.0 - common) * failures));
            return common > 0.0 ? s.series({pair, component(s, "common", common * failures)}) : pair;
        });
    };
    CHECK(deviation(estimate_of(beta), exact) < tolerance);
    CHECK(deviation(estimate_of(0.0), exact) > tolerance);
}

TEST_CASE("a pair with one repair crew meets its Markov chain, and differs from two crews",
          "[validation][availability]") {
    const auto estimate_of = [](bool one_crew) {
        return downtime_of([&](System& s) {
            const std::vector<NodeId> pair = components(s, 2);
            if (one_crew) s.add_crew(pair);
            return s.parallel(pair);
        });
    };
    const double shared = pair_with_shared_repair(failures, repair);
    const double a = component_availability(failures, repair);
    const double separate = parallel_availability(std::vector<double>{a, a});
    CHECK(deviation(estimate_of(true), shared) < tolerance);
    CHECK(deviation(estimate_of(false), separate) < tolerance);
    CHECK(deviation(estimate_of(false), shared) > tolerance);
    CHECK(deviation(estimate_of(true), separate) > tolerance);
}

TEST_CASE("a bridge network meets its reliability polynomial", "[validation][availability]") {
    const double exact = bridge_availability(component_availability(failures, repair));
    const auto estimate_of = [](bool with_bridge) {
        return downtime_of([&](System& s) {
            const std::vector<NodeId> c = components(s, 5);  // 0, 1 left; 2, 3 right; 4 joins the middle
            std::vector<NodeId> paths{s.series({c[0], c[2]}), s.series({c[1], c[3]})};
            if (with_bridge) {
                paths.push_back(s.series({c[0], c[4], c[3]}));
                paths.push_back(s.series({c[1], c[4], c[2]}));
            }
            return s.parallel(paths);
        });
    };
    CHECK(deviation(estimate_of(true), exact) < tolerance);
    CHECK(deviation(estimate_of(false), exact) > tolerance);
}

TEST_CASE("standby that may refuse and takes time to switch meets its expectation",
          "[validation][availability]") {
    // Downtime per failure of the main part, repair exponential with mean r: refused (p): r.  Else the switch
    // time s or the repair, whichever is shorter: E[min(R, s)] = r (1 - exp(-s / r)).  The spare never fails.
    const double p = 0.2;
    const double s_h = 24.0;
    const double per_failure = p * repair + (1.0 - p) * repair * (1.0 - std::exp(-s_h / repair));
    const double working_failures = failures * component_availability(failures, repair);
    const double exact = 1.0 - working_failures * per_failure / hours_per_year;
    const auto estimate_of = [&](double refusal, double switch_h) {
        return downtime_of([&](System& s) {
            return s.standby({.name = "gate",
                              .main = component(s, "main"),
                              .spare = component(s, "spare", 0.0),
                              .failure_on_demand = refusal,
                              .switch_h = switch_h,
                              .cause = {}});
        });
    };
    CHECK(deviation(estimate_of(p, s_h), exact) < tolerance);
    CHECK(deviation(estimate_of(0.1, s_h), exact) > tolerance);
    CHECK(deviation(estimate_of(p, 12.0), exact) > tolerance);
}

TEST_CASE("a spare that fails while it runs meets its expectation", "[validation][availability]") {
    // Repair of the main part R and life of the spare L, both exponential with means r and m: the time
    // without either is E[(R - L)+] = r P(L < R) = r (1 / m) / (1 / m + 1 / r), since R forgets.
    const double m = 100.0;
    const double per_failure = repair * repair / (repair + m);
    const double exact =
        1.0 - failures * component_availability(failures, repair) * per_failure / hours_per_year;
    const auto estimate_of = [&](double mttf) {
        return downtime_of([&](System& s) {
            return s.standby({.name = "gate",
                              .main = component(s, "main"),
                              .spare = component(s, "spare", 0.0),
                              .running_mttf_h = mttf,
                              .cause = {}});
        });
    };
    CHECK(deviation(estimate_of(m), exact) < tolerance);
    CHECK(deviation(estimate_of(0.9 * m), exact) > tolerance);
}

TEST_CASE("a delay hides short failures and adds the restart to the others", "[validation][availability]") {
    // Exponential repair outlasts h with exp(-h / r); what is left has mean r again, then the restart.
    // Failures during a restart are rare here (24 h at 12/a: 3 %) and shift it within the tolerance at 1000
    // years.
    const double hold = 50.0;
    const double restart = 5.0;
    const double outages = failures * component_availability(failures, repair) * std::exp(-hold / repair);
    const double exact = 1.0 - outages * (repair + restart) / hours_per_year;
    const auto estimate_of = [&](double hold_h, double restart_h) {
        return downtime_of([&](System& s) { return s.delay(component(s, "c"), hold_h, restart_h); }, 1000);
    };
    CHECK(deviation(estimate_of(hold, restart), exact) < tolerance);
    CHECK(deviation(estimate_of(0.0, restart), exact) > tolerance);
    CHECK(deviation(estimate_of(hold, 3.0 * restart), exact) > tolerance);
}

TEST_CASE("outage lengths have the quantiles of the repair times", "[validation][availability]") {
    // Exponential repair: median r ln 2, 95 % within r ln 20; longer than 24 h with exp(-24 / r).
    const Estimate e = downtime_of([](System& s) { return component(s, "c"); });
    CHECK(e.outages == Approx(failures * component_availability(failures, repair)).epsilon(0.02));
    CHECK(e.p50_h == Approx(repair * std::log(2.0)).epsilon(0.05));
    CHECK(e.p95_h == Approx(repair * std::log(20.0)).epsilon(0.05));
    CHECK(e.over_24_h / e.outages == Approx(std::exp(-24.0 / repair)).epsilon(0.02));
    CHECK(e.over_1_h / e.outages == Approx(std::exp(-1.0 / repair)).epsilon(0.02));
}

namespace {

/// A frequent part in series with a pair of rare ones, one of which also stands alone in another service.
std::vector<Estimate> rare_and_frequent(double sampled, std::size_t years, double true_rate = 0.02) {
    System system;
    const auto rare = [&](const char* name) {
        return system.add_component({.name = name,
                                     .failures_per_year = true_rate,
                                     .repair = RangeTime{200.0, 1100.0, 2000.0},
                                     .cause = 1,
                                     .sampled_per_year = sampled});
    };
    const NodeId frequent = component(system, "frequent", 1.0, 4.0);
    const NodeId first = rare("first");
    const NodeId second = rare("second");
    const NodeId elsewhere = rare("elsewhere");
    const std::uint32_t both = system.add_report();
    const std::uint32_t alone = system.add_report();
    const std::uint32_t never = system.add_report();
    system.add_service(system.series({frequent, first, second}), {{both, 1.0}});
    system.add_service(elsewhere, {{alone, 1.0}});
    system.add_service(frequent, {{never, 1.0}});
    return simulate(system, {.seed = 11, .years = years});
}

}  // namespace

TEST_CASE("importance sampling agrees with plain Monte Carlo and with the closed form",
          "[validation][availability]") {
    const std::vector<Estimate> plain = rare_and_frequent(0.0, 200'000);
    const std::vector<Estimate> sampled = rare_and_frequent(0.1, 200'000);
    const double rare = component_availability(0.02, 1100.0);
    const double frequent = component_availability(1.0, 4.0);
    CHECK(deviation(plain[0], frequent * rare * rare) < tolerance);
    CHECK(deviation(sampled[0], frequent * rare * rare) < tolerance);
    CHECK(deviation(sampled[1], rare) < tolerance);
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const double error = std::hypot(plain[i].standard_error_h, sampled[i].standard_error_h);
        CHECK(std::abs(plain[i].downtime_h - sampled[i].downtime_h) < tolerance * error + 1e-9);
    }
    // What does not depend on a rare component keeps its numbers to the last bit.
    CHECK(plain[2].downtime_h == sampled[2].downtime_h);
    // Twin: ratios left out, as if the sampled rate were the true one.
    CHECK(deviation(rare_and_frequent(0.0, 200'000, 0.1)[1], rare) > tolerance);
}

TEST_CASE("importance sampling narrows the interval of a rare outage", "[validation][availability]") {
    // 2e-4 failures per year: 10,000 years hold two of them.  Sampled at 0.05 they hold 500, each with a
    // weight of about 1/250, so the standard error falls by about sqrt(500 / 2) = 16.
    const auto estimate_of = [](double sampled) {
        System system;
        const NodeId loss = system.add_component({.name = "loss",
                                                  .failures_per_year = 2e-4,
                                                  .repair = FixedTime{1000.0},
                                                  .cause = 0,
                                                  .sampled_per_year = sampled});
        system.add_service(loss, {{system.add_report(), 1.0}});
        return simulate(system, {.seed = 3, .years = 10'000}).front();
    };
    const Estimate plain = estimate_of(0.0);
    const Estimate sampled = estimate_of(0.05);
    const double exact = component_availability(2e-4, 1000.0);
    CHECK(deviation(sampled, exact) < tolerance);
    // Plain: sd of a year 1000 h x sqrt(2e-4) = 14 h, so 0.14 h over 10,000 years; sampled: 0.009 h.
    CHECK(sampled.standard_error_h == Approx(0.009).epsilon(0.1));
    CHECK(sampled.standard_error_h < 0.1 * 0.14);
    CHECK(std::abs(plain.downtime_h - sampled.downtime_h) < 4.0 * 0.14);
}

TEST_CASE("the longest outage is one that the true rates would have shown, however often rare ones are drawn",
          "[validation][availability]") {
    // 0.0005/a over 10,000 years: five outages of mean r.  The longest of n exponential times has the mean
    // r (1 + 1/2 + ... + 1/n); over n Poisson with mean 5 that is r (ln 5 + 0.5772 + E1(5)) = 2.19 r.  Drawn
    // a hundred times as often, the longest of all 500 would be 6.8 r.
    const auto mean_longest = [](double sampled) {
        constexpr int runs = 40;
        double sum_h = 0.0;
        for (int run = 0; run < runs; ++run) {
            System system;
            const NodeId rare = system.add_component({.name = "rare",
                                                      .failures_per_year = 0.0005,
                                                      .repair = ExponentialTime{100.0},
                                                      .sampled_per_year = sampled});
            system.add_service(rare, {{system.add_report(), 1.0}});
            const auto seed = static_cast<std::uint64_t>(run);
            sum_h += simulate(system, {.seed = seed, .years = 10'000}).front().longest_h;
        }
        return sum_h / runs;
    };
    // The longest of a run varies by about 1.3 r, the mean of 40 by 0.2 r.
    CHECK(mean_longest(0.0) == Approx(219.0).margin(60.0));
    CHECK(mean_longest(0.05) == Approx(219.0).margin(60.0));
}

}  // namespace verbund::availability
