#include <span>
#include <string>

#include "sim/annual/metered_fit.hpp"
#include "sim/batch/findings.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/simulated_study.hpp"
#include "tests/unit/scenarios/small_study.hpp"

/// A center that others use too, held against Dataport's twin center: 5,309 MWh in 2022 (Hamburg, Drs.
/// 22/14344) at a PUE of about 1.25 (dataport.de).
namespace verbund {
namespace {

using test::Approx;

/// Two towns at one of two equal centers that hold half of Dataport's load each.
study::StudySet beside_dataport(const std::string& cooling, const std::string& more = "") {
    return test::read_text(
        "verbund: 1\ntitle: Test\nhorizon: {first: 2022, last: 2025}\nmilestones: [2022]\n"
        "territory: {administrations: {neuss: {ags: \"05162024\", provider: half}}}\n"
        "estate: {provider_share: 90 %}\n"
        "centers:\n"
        "  half:\n"
        "    at: {lat: 53.55, lon: 9.99}\n"
        "    role: provider\n"
        "    commissioned: 2013-01-01\n"
        "    other_load: {provider: dataport, share: 50 %}\n" +
        more + "    rooms: {r1: {ups: modern, redundancy: N+1, cooling: " + cooling +
        "}}\n"
        "variants: {a: {}}\n");
}

const annual::WholeCenter& first_year(const test::Simulated& played) {
    return played.years.front().whole.front();
}

TEST_CASE("Dataport's PUE lies between those of plant of 2010-16 and of 2018 and later", "[validation]") {
    const test::Simulated older = test::simulate(beside_dataport("chilled-free"));
    const test::Simulated newer = test::simulate(beside_dataport("chilled-free-warm"));
    const double older_pue = first_year(older).grid_mwh / first_year(older).it_mwh;
    const double newer_pue = first_year(newer).grid_mwh / first_year(newer).it_mwh;
    CHECK(newer_pue < 1.25);
    CHECK(1.25 < older_pue);
    CHECK(older_pue < 1.40);
    CHECK(newer_pue > 1.10);
}

TEST_CASE("fitted to Dataport's PUE, other clients of half the center take half of what was metered",
          "[validation]") {
    // 485 kW (rounded from 484.8) x 8.76 x 1.25 / 2 = 2,655 MWh.
    study::StudySet set = beside_dataport("chilled-free", "    metered: {pue: 1.25, year: 2022}\n");
    const auto rows = annual::fit_metered(set);
    CHECK(rows.front().pue_after == Approx(1.25).epsilon(1e-9));
    const test::Simulated played = test::simulate(set);
    const annual::WholeCenter& whole = first_year(played);
    CHECK((1.0 - whole.clients_share) * whole.grid_mwh == Approx(5309.0 / 2.0).epsilon(1e-3));
    CHECK(whole.clients_share * whole.grid_mwh ==
          Approx(played.years.front().sites.front().energy.grid_mwh).epsilon(1e-9));
}

TEST_CASE("a center alone is below the scope of the law, with its other clients within", "[validation]") {
    const auto verdict = [](const study::StudySet& set) {
        const test::Simulated played = test::simulate(set);
        for (const rules::Finding& f :
             batch::find_rules(set.variants.front().study, played.variant, played.variant.phases.front(),
                               std::span{played.years}.first(1)))
            if (f.rule == "enefg.scope") return f.verdict;
        return rules::Verdict::missed;
    };
    study::StudySet shared = beside_dataport("chilled-free-warm");
    CHECK(verdict(shared) == rules::Verdict::upcoming);  // 2022: the law came in 2023
    study::StudySet alone = shared;
    alone.variants.front().study.centers.at("half").other_load.reset();
    CHECK(verdict(alone) == rules::Verdict::exempt);
}

}  // namespace
}  // namespace verbund
