#include "sim/batch/sites/site_rows.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "sim/batch/sites/site_candidates.hpp"
#include "sim/batch/sites/site_criteria.hpp"

namespace verbund::batch {
namespace {

JudgedPair judged_pair(const SimulatedChoice& choice, const SitePairYear& pair) {
    const std::vector<deploy::Site>& sites = choice.world->variant().sites;
    const deploy::NetworkPlan& network = choice.world->network();
    const study::Backup& rule = choice.world->study().backups.at(sites[pair.primary].id);
    const Duration trip =
        network::round_trip(network.trees[pair.backup], network.site_node[pair.primary], network.delays);
    return {pair, network::great_circle(sites[pair.primary].at, sites[pair.backup].at).in(kilometre),
            trip.in(milliseconds), rule.replication == continuity::ReplicationMode::synchronous};
}

ChoiceFacts facts_of(const SimulatedChoice& choice, const std::vector<SitePairYear>& pairs) {
    const deploy::VariantDeployment& variant = choice.world->variant();
    ChoiceFacts facts{choice, variant.sites, choice.world->year(choice.question->year).year(), {}, 0.0};
    for (const SitePairYear& pair : pairs) facts.pairs.push_back(judged_pair(choice, pair));
    facts.over_limit = over_limit_after_failover(choice, pairs);
    return facts;
}

void take_totals(const ChoiceFacts& facts, ChoiceRows& rows) {
    const outcome::Run& run = *facts.choice.run;
    const outcome::VariantYear& with =
        run.summary[run.summary_index(facts.choice.variant, facts.year_index())];
    const outcome::VariantYear& without = run.summary[run.summary_index(0, facts.year_index())];
    outcome::SiteOption& option = rows.option;
    option.latency_p50_ms = with.latency_p50_ms;
    option.latency_p95_ms = with.latency_p95_ms;
    option.energy_mwh = with.energy.grid_mwh;
    option.co2_t = with.co2_location_t + with.co2_embodied_t;
    option.rules_missed = with.rules_missed;
    double rent = 0.0;
    for (const study::SiteCandidate* candidate : facts.choice.sites)
        rent += candidate->rent.in(euro_per_year);
    option.cost_eur = with.cost.total_eur + rent;
    option.simulated_cost_eur = option.cost_eur - without.cost.total_eur;
    for (const JudgedPair& judged : facts.pairs) {
        if (!judged.pair.joined) continue;
        const std::vector<PrimarySite>& primaries = facts.choice.question->primaries;
        const auto primary =
            std::find_if(primaries.begin(), primaries.end(), [&](const PrimarySite& candidate) {
                return candidate.id == facts.sites[judged.pair.primary].id;
            });
        if (primary != primaries.end())
            option.line_cost_eur +=
                lines_eur(*facts.choice.question, *primary, facts.sites[judged.pair.backup].at,
                          1.0 / static_cast<double>(facts.choice.sites.size()));
        option.route_km += 2.0 * judged.km * facts.choice.world->study().network.route_factor;
    }
}

std::string worst_verdict(const std::vector<outcome::SiteCriterion>& criteria) {
    const auto has = [&](std::string_view verdict) {
        return std::any_of(criteria.begin(), criteria.end(),
                           [&](const outcome::SiteCriterion& row) { return row.verdict == verdict; });
    };
    if (has("missed")) return "ruled-out";
    return has("justify") ? "justify" : "suitable";
}

}  // namespace

std::size_t ChoiceFacts::year_index() const {
    return static_cast<std::size_t>(choice.question->year - choice.question->set->horizon.first);
}

outcome::SiteCriterion& add_criterion(const ChoiceFacts& facts, ChoiceRows& rows, std::string criterion,
                                      std::string site, std::string verdict) {
    outcome::SiteCriterion row;
    row.variant = static_cast<std::int32_t>(facts.choice.variant);
    row.year = facts.choice.question->year;
    row.sites = facts.choice.name;
    row.site = std::move(site);
    row.criterion = std::move(criterion);
    row.verdict = std::move(verdict);
    rows.criteria.push_back(std::move(row));
    return rows.criteria.back();
}

ChoiceRows rows_of_choice(const SimulatedChoice& choice) {
    const std::vector<SitePairYear> pairs = pairs_of(choice);
    if (pairs.empty()) throw RunFailed{fmt::format("{}: no primary has a backup site", choice.name)};
    const ChoiceFacts facts = facts_of(choice, pairs);
    ChoiceRows rows;
    RouteCutRows cuts{choice.world->network().topology, *choice.run, choice.variant};
    rows.reach = reach_of(choice, pairs, cuts);
    rows.cuts = cuts.take();
    outcome::SiteOption& option = rows.option;
    option.variant = static_cast<std::int32_t>(choice.variant);
    option.year = choice.question->year;
    option.sites = choice.name;
    option.model_cost_eur = choice.model_cost_eur;
    for (const auto judge :
         {judge_distance, judge_spacing, judge_hazard, judge_grid_region, judge_routes, judge_round_trip,
          judge_capacity, judge_latency, judge_availability, judge_rules})
        judge(facts, rows);
    take_totals(facts, rows);
    option.verdict = worst_verdict(rows.criteria);
    for (outcome::SiteReach& row : rows.reach) row.variant = option.variant;
    return rows;
}

}  // namespace verbund::batch
