#include "sim/annual/metered_fit.hpp"

#include <string>

#include "tests/support/catch.hpp"
#include "tests/support/simulated_study.hpp"
#include "tests/unit/scenarios/small_study.hpp"

namespace verbund::annual {
namespace {

using test::WithinRel;

/// Center north of the small study, which holds everybody's servers from 2026 on, with these meters; its
/// rooms are sized by the run.
study::StudySet metered(const std::string& meters) {
    return test::read_text(test::spoilt("      r1: {it_power: 20 kW, racks: 6}\n",
                                        "      r1: {}\n    metered: " + meters + "\n"));
}

/// Site north in 2027 of the first variant.
WholeCenter north(const study::StudySet& set) {
    return test::simulate(set).years.at(2027 - 2022).whole.at(0);
}

std::string refusal(const std::string& meters) {
    study::StudySet set = metered(meters);
    try {
        static_cast<void>(fit_metered(set));
    } catch (const InvalidInput& error) {
        return to_string(error.mistakes().front());
    }
    return {};
}

TEST_CASE("one factor on cooling and auxiliaries makes the chain meet a metered PUE", "[annual]") {
    study::StudySet set = metered("{pue: 1.6, year: 2027}");
    REQUIRE(has_metered(set));
    const WholeCenter before = north(set);
    const outcome::SiteYear parts = test::simulate(set).years.at(5).sites.at(0);
    const std::vector<outcome::MeteredFit> rows = fit_metered(set);
    REQUIRE(rows.size() == 2);  // both variants
    CHECK(rows[0].site == "north");
    CHECK(rows[0].stated_pue == 1.6);
    CHECK_THAT(rows[0].pue_before, WithinRel(before.grid_mwh / before.it_mwh, 1e-12));
    // (1.6 IT - IT - distribution - UPS) / (cooling + auxiliaries): no transformer at this size.
    REQUIRE(parts.energy.transformer_mwh == 0.0);
    const double factor = (0.6 * parts.energy.it_mwh - parts.energy.distribution_mwh - parts.energy.ups_mwh) /
                          (parts.energy.cooling_mwh + parts.energy.auxiliary_mwh);
    CHECK_THAT(rows[0].cooling_factor, WithinRel(factor, 1e-9));
    CHECK_THAT(rows[0].pue_after, WithinRel(1.6, 1e-9));
    const WholeCenter after = north(set);
    CHECK_THAT(after.grid_mwh / after.it_mwh, WithinRel(1.6, 1e-9));
    CHECK(after.it_mwh == before.it_mwh);
    CHECK(rows[0].other_it_kw == 0.0);
}

TEST_CASE("energy that the study's clients do not draw is other load", "[annual]") {
    // 400 MWh at a PUE of 1.4: 285.7 MWh of IT, over 8,760 h 32.6 kW.
    study::StudySet set = metered("{pue: 1.4, energy: 400 MWh, year: 2027}");
    const double clients_mwh = north(set).it_mwh;
    const std::vector<outcome::MeteredFit> rows = fit_metered(set);
    CHECK_THAT(rows[0].other_it_kw, WithinRel((400.0 / 1.4 - clients_mwh) / 8.76, 1e-6));
    CHECK_THAT(rows[0].mwh_after, WithinRel(400.0, 1e-6));
    CHECK_THAT(rows[0].pue_after, WithinRel(1.4, 1e-6));
    const WholeCenter after = north(set);
    CHECK_THAT(after.grid_mwh, WithinRel(400.0, 1e-6));
    CHECK_THAT(after.clients_share * after.it_mwh, WithinRel(clients_mwh, 1e-9));
}

TEST_CASE("meters are held against the hours of the year in which the center serves the study", "[annual]") {
    // Dormagen comes on 1 July 2027 and Neuss on 1 October, nobody before: 184 days of 24 h = 4,416 h.
    study::StudySet set = metered("{pue: 1.4, energy: 200 MWh, year: 2027}");
    for (study::Variant& variant : set.variants) {
        study::Move& move = variant.study.moves.at("everyone");
        move.years.reset();
        move.quarters = study::MoveQuarters{{2027, 3}, {2027, 4}};
    }
    const double clients_mwh = north(set).it_mwh;
    const std::vector<outcome::MeteredFit> rows = fit_metered(set);
    CHECK_THAT(rows[0].other_it_kw, WithinRel((200.0 / 1.4 - clients_mwh) / 4.416, 1e-6));
    CHECK_THAT(rows[0].mwh_after, WithinRel(200.0, 1e-6));
    CHECK_THAT(rows[0].pue_after, WithinRel(1.4, 1e-6));
    const WholeCenter after = north(set);
    CHECK_THAT(after.grid_mwh, WithinRel(200.0, 1e-6));
    CHECK_THAT(after.grid_mwh / after.it_mwh, WithinRel(1.4, 1e-6));
    CHECK_THAT(after.clients_share * after.it_mwh, WithinRel(clients_mwh, 1e-9));
}

TEST_CASE("an energy alone is met at the PUE that is computed", "[annual]") {
    study::StudySet set = metered("{energy: 400 MWh, year: 2027}");
    const std::vector<outcome::MeteredFit> rows = fit_metered(set);
    CHECK(rows[0].cooling_factor == 1.0);
    CHECK(rows[0].other_it_kw > 0.0);
    CHECK_THAT(rows[0].mwh_after, WithinRel(400.0, 1e-4));
}

TEST_CASE("meters that contradict the study are refused with their place", "[annual]") {
    CHECK_THAT(
        refusal("{pue: 1.02, year: 2027}"),
        test::contains("study.yaml:15:20: centers.north.metered.pue: 1.02 leaves nothing for cooling"));
    const std::string energy = refusal("{energy: 10 MWh, year: 2027}");
    CHECK_THAT(energy, test::contains("study.yaml:15:"));
    CHECK_THAT(energy, test::contains("the study's clients and the other load that is stated draw"));
    CHECK_THAT(refusal("{pue: 1.4, year: 2022}"), test::contains("holds nothing of the study in 2022"));
}

TEST_CASE("a study without meters is left as it is", "[annual]") {
    CHECK_FALSE(has_metered(test::read_text(test::small_study)));
}

}  // namespace
}  // namespace verbund::annual
