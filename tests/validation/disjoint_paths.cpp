#include <algorithm>
#include <functional>
#include <iterator>
#include <limits>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "models/base/random.hpp"
#include "models/network/disjoint.hpp"
#include "tests/support/catch.hpp"

/// Disjoint pairs of paths against exhaustive search: every pair of simple paths of small random networks.
namespace verbund::network {
namespace {

using test::Approx;

/// 1 km is 1 us, so that lengths and delays are whole and ties occur.
DelayRules one_microsecond_per_kilometre() {
    DelayRules rules;
    rules.per_kilometre = 1.0 * microseconds;
    return rules;
}

std::size_t between(RandomStream& random, std::size_t low, std::size_t high) {
    return low + random.below(high - low + 1);
}

/// Half of them sparse, with few ducts; half meshed, with most links in ducts, so that these alone prevent
/// pairs.
Topology random_network(RandomStream& random) {
    const bool meshed = random.below(2) == 0;
    Topology topology;
    topology.nodes.resize(meshed ? between(random, 3, 6) : between(random, 2, 8));
    const std::size_t ducts = meshed ? between(random, 3, 6) : between(random, 0, 6);
    const std::size_t nodes = topology.nodes.size();
    for (std::size_t i = meshed ? between(random, 2 * nodes, 3 * nodes) : between(random, 1, 2 * nodes);
         i > 0; --i) {
        Link link;
        link.from = random.below(topology.nodes.size());  // parallel links and loops occur
        link.to = random.below(topology.nodes.size());
        link.route = static_cast<double>(between(random, 0, 9)) * kilometre;
        for (std::size_t d = ducts == 0 ? 0 : between(random, meshed ? 1 : 0, 2); d > 0; --d)
            link.ducts.push_back("d" + std::to_string(random.below(ducts)));
        topology.links.push_back(link);
    }
    return topology;
}

/// Names of what a path depends on: inner nodes, links, ducts.
using Things = std::set<std::string>;
struct SimplePath {
    std::vector<std::size_t> links;
    Things nodes_and_links;
    Things ducts;
    double delay_us = 0.0;
};

SimplePath describe(const Topology& topology, std::size_t a, std::size_t b,
                    const std::vector<std::size_t>& links) {
    SimplePath path{links, {}, {}, 0.0};
    for (std::size_t at = a; const std::size_t index : links) {
        const Link& link = topology.links[index];
        at = link.from == at ? link.to : link.from;
        if (at != b) path.nodes_and_links.insert("node " + std::to_string(at));
        path.nodes_and_links.insert("link " + std::to_string(index));
        for (const std::string& duct : link.ducts) path.ducts.insert("duct " + duct);
        path.delay_us += link.route.in(kilometre);
    }
    return path;
}

std::vector<SimplePath> all_paths(const Topology& topology, std::size_t a, std::size_t b) {
    std::vector<SimplePath> found;
    std::vector<bool> visited(topology.nodes.size(), false);
    std::vector<std::size_t> way;
    const std::function<void(std::size_t)> go_on = [&](std::size_t at) {
        if (at == b) {
            found.push_back(describe(topology, a, b, way));
            return;
        }
        visited[at] = true;
        for (std::size_t i = 0; i < topology.links.size(); ++i) {
            const Link& link = topology.links[i];
            if (link.from != at && link.to != at) continue;
            const std::size_t next = link.from == at ? link.to : link.from;
            if (visited[next]) continue;
            way.push_back(i);
            go_on(next);
            way.pop_back();
        }
        visited[at] = false;
    };
    go_on(a);
    return found;
}

Things common(const Things& x, const Things& y) {
    Things both;
    std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::inserter(both, both.end()));
    return both;
}
Things all_of(const SimplePath& path) {
    Things things = path.nodes_and_links;
    things.insert(path.ducts.begin(), path.ducts.end());
    return things;
}

/// What is at one place with an end of a path, and links that lead nowhere: no risk of the way.
Things harmless(const Topology& topology, std::size_t a, std::size_t b, std::vector<std::size_t> links) {
    Things things;
    const auto laid = [&](std::size_t index) {
        return topology.links[index].route.in(kilometre) > 0.0 || !topology.links[index].ducts.empty();
    };
    for (const std::size_t index : links)
        if (!laid(index)) things.insert("link " + std::to_string(index));
    for (std::size_t at : {a, b}) {
        for (const std::size_t index : links) {
            if (laid(index)) break;
            at = topology.links[index].from == at ? topology.links[index].to : topology.links[index].from;
            things.insert("node " + std::to_string(at));
        }
        std::reverse(links.begin(), links.end());
    }
    return things;
}

/// Things that every path uses: their loss separates the two nodes.
Things separators(const std::vector<SimplePath>& paths) {
    Things things = all_of(paths.front());
    for (const SimplePath& path : paths) things = common(things, all_of(path));
    return things;
}

/// Avoidable nodes and links in common, avoidable ducts in common, delay: the less the better, in this order.
using Score = std::tuple<std::size_t, std::size_t, double>;
Score score(const SimplePath& x, const SimplePath& y, const Things& unavoidable) {
    const auto avoidable = [&](const Things& things) {
        return things.size() - common(things, unavoidable).size();
    };
    return {avoidable(common(x.nodes_and_links, y.nodes_and_links)), avoidable(common(x.ducts, y.ducts)),
            x.delay_us + y.delay_us};
}
Score best_score(const std::vector<SimplePath>& paths, const Things& unavoidable) {
    Score best{SIZE_MAX, 0, 0.0};
    for (std::size_t i = 0; i < paths.size(); ++i) {
        for (std::size_t j = i; j < paths.size(); ++j) {
            const Score at_best{0, 0, paths[i].delay_us + paths[j].delay_us};
            if (at_best >= best) continue;
            best = std::min(best, score(paths[i], paths[j], unavoidable));
        }
    }
    return best;
}

std::string name_of(const SharedRisk& risk) {
    switch (risk.kind) {
        case SharedRisk::Kind::node:
            return "node " + std::to_string(risk.index);
        case SharedRisk::Kind::link:
            return "link " + std::to_string(risk.index);
        case SharedRisk::Kind::duct:
            return "duct " + risk.duct;
    }
    return {};
}

bool is_among(const SimplePath& path, const std::vector<SimplePath>& paths) {
    return std::any_of(
        paths.begin(), paths.end(), [&](const SimplePath& other) { return other.links == path.links; });
}

/// How often each kind of instance came up.
struct Seen {
    int disjoint = 0;
    int unreachable = 0;
    int separated = 0;   ///< by single things only
    int by_ducts = 0;    ///< no single thing prevents a pair, but ducts do
    int ducts_cost = 0;  ///< a pair exists, but a dearer one than without ducts
};

/// Requires that the answer is what exhaustive search finds.
void require_exhaustive(const Topology& topology, std::size_t a, std::size_t b, const DisjointPaths& answer,
                        Seen& seen) {
    const std::vector<SimplePath> paths = all_paths(topology, a, b);
    if (paths.empty()) {
        REQUIRE(answer.kind == PairKind::unreachable);
        REQUIRE_FALSE(answer.paths.has_value());
        ++seen.unreachable;
        return;
    }
    REQUIRE(answer.proven);
    REQUIRE(answer.paths.has_value());
    const SimplePath first = describe(topology, a, b, answer.paths->first.links);
    const SimplePath second = describe(topology, a, b, answer.paths->second.links);
    REQUIRE(is_among(first, paths));
    REQUIRE(is_among(second, paths));
    REQUIRE(answer.paths->first.one_way.in(microseconds) == Approx(first.delay_us).margin(1e-9));
    REQUIRE(answer.paths->second.one_way.in(microseconds) == Approx(second.delay_us).margin(1e-9));
    REQUIRE(first.delay_us <= second.delay_us);

    const Things unavoidable = separators(paths);
    const Score best = best_score(paths, unavoidable);
    REQUIRE(score(first, second, unavoidable) == best);
    REQUIRE(std::get<0>(best) == 0);  // Menger

    Things told;
    for (const SharedRisk& risk : answer.shared) {
        REQUIRE(told.insert(name_of(risk)).second);
        REQUIRE(risk.separates == unavoidable.contains(name_of(risk)));
    }
    Things shared;
    for (const std::string& thing : common(all_of(first), all_of(second)))
        if (!harmless(topology, a, b, first.links).contains(thing)) shared.insert(thing);
    REQUIRE(told == shared);
    REQUIRE((answer.kind == PairKind::disjoint) == told.empty());

    if (told.empty()) {
        ++seen.disjoint;
        std::vector<SimplePath> without_ducts = paths;
        for (SimplePath& path : without_ducts) path.ducts.clear();
        seen.ducts_cost += best_score(without_ducts, {}) < best ? 1 : 0;
    } else if (unavoidable.empty()) {
        ++seen.by_ducts;
    } else {
        ++seen.separated;
    }
}

TEST_CASE(
    "pairs in random networks with ducts are those of exhaustive search, and so is what prevents them") {
    RandomStream random{1, "test/disjoint/pairs"};
    const DelayRules rules = one_microsecond_per_kilometre();
    Seen seen;
    for (int round = 0; round < 2000; ++round) {
        const Topology topology = random_network(random);
        CAPTURE(round);
        require_exhaustive(topology, 0, 1, disjoint_paths(topology, 0, 1, rules), seen);
    }
    // The instances are of use only if they reach every branch of the search.
    CHECK(seen.disjoint > 100);
    CHECK(seen.unreachable > 50);
    CHECK(seen.separated > 100);
    CHECK(seen.by_ducts > 50);
    CHECK(seen.ducts_cost > 50);
}

/// Squares of 5 to 15 km; half of the links lie in one of a few ducts.
Topology random_grid(RandomStream& random, std::size_t side) {
    Topology topology;
    topology.nodes.resize(side * side);
    const std::size_t ducts = between(random, 3, 7);
    const auto add = [&](std::size_t from, std::size_t to) {
        Link link;
        link.from = from;
        link.to = to;
        link.route = static_cast<double>(between(random, 5, 15)) * kilometre;
        if (random.below(2) == 0) link.ducts.push_back("d" + std::to_string(random.below(ducts)));
        topology.links.push_back(link);
    };
    for (std::size_t node = 0; node < side * side; ++node) {
        if (node % side + 1 < side) add(node, node + 1);
        if (node + side < side * side) add(node, node + side);
    }
    return topology;
}

TEST_CASE("pairs across grids, where many detours compete, are those of exhaustive search") {
    RandomStream random{3, "test/disjoint/grids"};
    Seen seen;
    for (int round = 0; round < 150; ++round) {
        const Topology topology = random_grid(random, 4);
        const std::size_t a = random.below(16);
        const std::size_t b = (a + 1 + random.below(15)) % 16;
        CAPTURE(round, a, b);
        require_exhaustive(topology, a, b, disjoint_paths(topology, a, b, one_microsecond_per_kilometre()),
                           seen);
    }
    CHECK(seen.ducts_cost > 30);
}

TEST_CASE("a search that stops at its limit says so, and what it calls proven is optimal") {
    RandomStream random{4, "test/disjoint/limit"};
    Seen seen;
    int unproven = 0;
    for (int round = 0; round < 150; ++round) {
        const Topology topology = random_grid(random, 4);
        const DisjointPaths answer = disjoint_paths(topology, 0, 15, one_microsecond_per_kilometre(), {0});
        REQUIRE(answer.paths.has_value());
        CAPTURE(round);
        if (answer.proven)
            require_exhaustive(topology, 0, 15, answer, seen);
        else
            ++unproven;
    }
    CHECK(unproven > 10);
    CHECK(seen.disjoint > 10);
}

TEST_CASE("all nodes against one center give what each pair gives alone") {
    RandomStream random{2, "test/disjoint/center"};
    const DelayRules rules = one_microsecond_per_kilometre();
    Seen seen;
    for (int round = 0; round < 150; ++round) {
        const Topology topology = random_network(random);
        std::vector<std::size_t> nodes;
        for (std::size_t node = 1; node < topology.nodes.size(); ++node) nodes.push_back(node);
        const std::vector<DisjointPaths> answers = disjoint_paths(topology, nodes, 0, rules);
        REQUIRE(answers.size() == nodes.size());
        CAPTURE(round);
        for (std::size_t i = 0; i < nodes.size(); ++i)
            require_exhaustive(topology, nodes[i], 0, answers[i], seen);
    }
    CHECK(seen.separated > 50);
}

}  // namespace
}  // namespace verbund::network
