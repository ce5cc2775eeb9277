#include <algorithm>
#include <cmath>

#include "models/catalog/figure_value.hpp"
#include "models/rules/rules.hpp"
#include "models/siting/control_area.hpp"
#include "models/siting/hazard.hpp"
#include "sim/batch/sites/site_criteria.hpp"

namespace verbund::batch {
namespace {

constexpr double georedundant_km = rules::georedundancy_distance.in(kilometre);
constexpr double never_georedundant_km = rules::georedundancy_floor_distance.in(kilometre);

std::string verdict_of_distance(double km) {
    if (km >= georedundant_km) return "met";
    return km >= never_georedundant_km ? "justify" : "missed";
}

std::string region_of(const ChoiceFacts& facts, std::size_t site) {
    for (const study::SiteCandidate* candidate : facts.choice.sites)
        if (candidate->id == facts.sites[site].id && !candidate->grid_region.empty())
            return candidate->grid_region;
    return std::string{siting::control_area(facts.sites[site].state)};
}

}  // namespace

void judge_distance(const ChoiceFacts& facts, ChoiceRows& rows) {
    const JudgedPair& least = *std::min_element(facts.pairs.begin(), facts.pairs.end(),
                                                [](const auto& a, const auto& b) { return a.km < b.km; });
    rows.option.distance_km = least.km;
    outcome::SiteCriterion& row = add_criterion(facts, rows, "distance", facts.sites[least.pair.backup].id,
                                                verdict_of_distance(least.km));
    row.primary = facts.sites[least.pair.primary].id;
    row.value = least.km;
    row.limit = georedundant_km;
    row.unit = "km";
}

void judge_spacing(const ChoiceFacts& facts, ChoiceRows& rows) {
    double least = outcome::not_applicable;
    for (std::size_t i = 0; i < facts.choice.sites.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const double km =
                network::great_circle(facts.choice.sites[i]->at, facts.choice.sites[j]->at).in(kilometre);
            least = std::isnan(least) ? km : std::min(least, km);
        }
    }
    rows.option.spacing_km = least;
    if (std::isnan(least)) return;
    outcome::SiteCriterion& row = add_criterion(facts, rows, "spacing", "", verdict_of_distance(least));
    row.value = least;
    row.limit = georedundant_km;
    row.unit = "km";
}

/// Wide-area events reach far less than the distance rule asks for; a choice that breaks it shows here.
void judge_hazard(const ChoiceFacts& facts, ChoiceRows& rows) {
    const auto reach = catalog::figure_of<Length>(facts.choice.question->set->catalog, "length.utility-wide");
    double most = 0.0;
    for (const JudgedPair& judged : facts.pairs)
        most = std::max(most, siting::common_hazard(judged.km * kilometre, reach));
    rows.option.common_hazard = most;
    outcome::SiteCriterion& row = add_criterion(facts, rows, "hazard", "", most > 0.0 ? "missed" : "met");
    row.value = most;
    row.limit = 0.0;
    row.unit = "1";
    row.other_value = reach.in(kilometre);
    row.other_unit = "km";
}

void judge_grid_region(const ChoiceFacts& facts, ChoiceRows& rows) {
    const auto common = std::find_if(facts.pairs.begin(), facts.pairs.end(), [&](const JudgedPair& judged) {
        return region_of(facts, judged.pair.primary) == region_of(facts, judged.pair.backup);
    });
    const bool same = common != facts.pairs.end();
    outcome::SiteCriterion& row = add_criterion(
        facts, rows, "grid-region", same ? facts.sites[common->pair.backup].id : "", same ? "info" : "met");
    if (same) {
        row.primary = facts.sites[common->pair.primary].id;
        row.region = region_of(facts, common->pair.backup);
    }
}

}  // namespace verbund::batch
