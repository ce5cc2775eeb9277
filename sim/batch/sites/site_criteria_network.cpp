#include <algorithm>

#include "sim/batch/sites/site_criteria.hpp"
#include "sim/deploy/route_pairs.hpp"

namespace verbund::batch {
namespace {

/// Between a primary and its backup site: two routes for replication and people.  Where the network is
/// made from coordinates, a missing second route says more of the method than of the place.
void judge_lines(const ChoiceFacts& facts, ChoiceRows& rows) {
    const deploy::NetworkPlan& plan = facts.choice.world->network();
    RouteCutRows cuts{plan.topology, *facts.choice.run, facts.choice.variant};
    for (const JudgedPair& judged : facts.pairs) {
        const std::size_t a = plan.site_node[judged.pair.primary];
        const network::DisjointPaths& paths = facts.choice.world->routes().between(a, judged.pair.backup);
        if (deploy::share_nothing(paths)) continue;
        outcome::SiteCriterion& row = add_criterion(facts, rows, "path", facts.sites[judged.pair.backup].id,
                                                    plan.topology.synthetic ? "info" : "justify");
        row.primary = facts.sites[judged.pair.primary].id;
        row.reason = "shared";
        cuts.add(paths, a, plan.site_node[judged.pair.backup]);
    }
    outcome::append(rows.cuts, cuts.take());
}

}  // namespace

void judge_routes(const ChoiceFacts& facts, ChoiceRows& rows) {
    double all = 0.0;
    double apart = 0.0;
    for (const outcome::SiteReach& row : rows.reach) {
        all += row.workplaces;
        apart += row.disjoint * row.workplaces;
    }
    rows.option.disjoint_share = all > 0.0 ? apart / all : 0.0;
    judge_lines(facts, rows);
    outcome::SiteCriterion& row = add_criterion(facts, rows, "path", "", "info");
    row.reason = "workplaces";
    row.value = rows.option.disjoint_share;
    row.limit = 1.0;
    row.unit = "1";
}

void judge_round_trip(const ChoiceFacts& facts, ChoiceRows& rows) {
    const JudgedPair& most =
        *std::max_element(facts.pairs.begin(), facts.pairs.end(),
                          [](const auto& a, const auto& b) { return a.round_trip_ms < b.round_trip_ms; });
    const auto verdict = continuity::replication_verdict(most.round_trip_ms * milliseconds);
    const bool asynchronous = verdict == continuity::ReplicationVerdict::asynchronous_only;
    const bool warned = verdict == continuity::ReplicationVerdict::synchronous_warned;
    rows.option.round_trip_ms = most.round_trip_ms;
    rows.option.replication = asynchronous ? "asynchronous-only"
                              : warned     ? "synchronous-warned"
                                           : "synchronous";
    const bool asked = std::any_of(facts.pairs.begin(), facts.pairs.end(),
                                   [](const JudgedPair& p) { return p.replicates_synchronously; });
    std::string judged = asked ? "met" : "info";
    if (asked && warned) judged = "justify";
    if (asked && asynchronous) judged = "missed";
    outcome::SiteCriterion& row =
        add_criterion(facts, rows, "round-trip", facts.sites[most.pair.backup].id, judged);
    row.primary = facts.sites[most.pair.primary].id;
    row.reason = rows.option.replication;
    row.value = most.round_trip_ms;
    row.limit = continuity::synchronous_warned_limit.in(milliseconds);
    row.unit = "ms";
}

void judge_latency(const ChoiceFacts& facts, ChoiceRows& rows) {
    std::vector<std::pair<double, double>> failover;
    for (const outcome::SiteReach& row : rows.reach) failover.emplace_back(row.failover_ms, row.workplaces);
    if (!failover.empty()) {
        rows.option.failover_p50_ms = network::weighted_quantile(failover, 0.5);
        rows.option.failover_p95_ms = network::weighted_quantile(failover, 0.95);
    }
    outcome::SiteCriterion& row =
        add_criterion(facts, rows, "latency", "", facts.over_limit > 0.0 ? "justify" : "met");
    row.value = facts.over_limit;
    row.limit = 0.0;
    row.unit = "1";
    row.other_value = rows.option.failover_p95_ms;
    row.other_unit = "ms";
}

}  // namespace verbund::batch
