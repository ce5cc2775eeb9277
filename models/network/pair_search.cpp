#include "models/network/pair_search.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "models/network/duct_model.hpp"

namespace verbund::network {
namespace {

LinkPaths both(const std::vector<LinkPath>& paths) { return {paths.front(), paths.back()}; }

PathCost cost_of_pair(const RiskGraph& graph, const std::vector<LinkPath>& paths) {
    return cost_of(graph, paths.front()) + cost_of(graph, paths.back());
}

}  // namespace

FoundPair PairSearch::find(std::size_t a, std::size_t b, std::set<std::size_t> shared) const {
    UseLimits limits = one_path_each(*graph_);
    std::vector<LinkPath> paths = flow_.paths(a, b, limits);
    if (paths.empty()) return {};
    if (paths.size() == 1) {
        open_separators(a, b, paths.front(), limits);
        paths = flow_.paths(a, b, limits);
    }
    FoundPair found{true, both(paths), std::move(shared), true};
    if (!avoidable_ducts(a, b, found.paths, found.ducts).empty()) choose_by_model(a, b, limits, found);
    return found;
}

void PairSearch::open_separators(std::size_t a, std::size_t b, const LinkPath& path,
                                 UseLimits& limits) const {
    // What separates the two lies on every path, so on this one.
    UseLimits without = one_path_each(*graph_);
    const auto separates = [&](int& limit) {
        limit = 0;
        const bool cut = !connected(*graph_, a, b, without);
        limit = 1;
        return cut;
    };
    for (const std::size_t node : nodes_of(*graph_, path, a))
        if (node != a && node != b && separates(without.nodes[node])) limits.nodes[node] = 2;
    for (const std::size_t link : path)
        if (separates(without.links[link])) limits.links[link] = 2;
}

std::vector<std::size_t> PairSearch::common_ducts(const LinkPaths& paths,
                                                  const std::set<std::size_t>& shared) const {
    const std::vector<std::size_t> first = ducts_of(*graph_, paths[0]);
    const std::vector<std::size_t> second = ducts_of(*graph_, paths[1]);
    std::vector<std::size_t> common;
    std::set_intersection(first.begin(), first.end(), second.begin(), second.end(),
                          std::back_inserter(common));
    std::erase_if(common, [&](std::size_t duct) { return shared.contains(duct); });
    return common;
}

std::vector<std::size_t> PairSearch::avoidable_ducts(std::size_t a, std::size_t b, const LinkPaths& paths,
                                                     std::set<std::size_t>& shared) const {
    std::vector<std::size_t> avoidable;
    for (const std::size_t duct : common_ducts(paths, shared)) {
        UseLimits without = one_path_each(*graph_);
        close_ducts(*graph_, {duct}, without);
        if (connected(*graph_, a, b, without))
            avoidable.push_back(duct);
        else
            shared.insert(duct);
    }
    return avoidable;
}

std::vector<LinkPath> PairSearch::beside(std::size_t a, std::size_t b, const LinkPath& path, UseLimits limits,
                                         const std::set<std::size_t>& shared) const {
    for (const std::size_t node : nodes_of(*graph_, path, a)) --limits.nodes[node];
    for (const std::size_t link : path) --limits.links[link];
    std::vector<std::size_t> ducts = ducts_of(*graph_, path);
    std::erase_if(ducts, [&](std::size_t duct) { return shared.contains(duct); });
    close_ducts(*graph_, ducts, limits);
    std::vector<LinkPath> pair = flow_.paths(a, b, limits, 1);
    if (!pair.empty()) pair.push_back(path);
    return pair;
}

std::vector<LinkPath> PairSearch::off_common_ducts(std::size_t a, std::size_t b, LinkPaths paths,
                                                   UseLimits limits,
                                                   const std::set<std::size_t>& shared) const {
    while (true) {
        const std::vector<std::size_t> common = common_ducts(paths, shared);
        if (common.empty()) return {paths[0], paths[1]};
        close_ducts(*graph_, common, limits);
        const std::vector<LinkPath> next = flow_.paths(a, b, limits);
        if (next.size() < 2) return {};
        paths = both(next);
    }
}

std::vector<LinkPath> PairSearch::guess(std::size_t a, std::size_t b, const LinkPaths& paths,
                                        const UseLimits& limits, const std::set<std::size_t>& shared) const {
    std::vector<LinkPath> best;
    for (std::vector<LinkPath> pair :
         {beside(a, b, paths[0], limits, shared), beside(a, b, paths[1], limits, shared),
          off_common_ducts(a, b, paths, limits, shared)}) {
        if (pair.empty()) continue;
        if (cost_of(*graph_, pair[1]) < cost_of(*graph_, pair[0])) std::swap(pair[0], pair[1]);
        if (best.empty() || cost_of_pair(*graph_, pair) < cost_of_pair(*graph_, best)) best = std::move(pair);
    }
    return best;
}

void PairSearch::choose_by_model(std::size_t a, std::size_t b, const UseLimits& limits,
                                 FoundPair& found) const {
    DuctProblem problem{.a = a, .b = b, .limits = limits, .ducts = {}};
    for (std::size_t duct = 0; duct < graph_->ducts.size(); ++duct) {
        // A duct with one link is not used twice where the link is not.
        if (graph_->duct_links[duct].size() > 1 && !found.ducts.contains(duct)) problem.ducts.push_back(duct);
    }
    const std::vector<std::size_t> common = common_ducts(found.paths, found.ducts);
    problem.of_first = common.front();
    const std::vector<LinkPath> guessed = guess(a, b, found.paths, limits, found.ducts);
    if (!guessed.empty()) problem.below = cost_of_pair(*graph_, guessed);

    DuctSolution solution = solve(*graph_, problem, search_nodes_);
    found.proven = solution.proven;
    if (!solution.paths && !guessed.empty()) solution.paths = both(guessed);
    problem.of_first.reset();
    // The pair found without regard to ducts is the cheapest of all, so the best of those that share as many.
    while (!solution.paths && ++problem.shared < static_cast<int>(common.size())) {
        solution = solve(*graph_, problem, search_nodes_);
        found.proven = found.proven && solution.proven;
    }
    if (solution.paths) found.paths = std::move(*solution.paths);
}

}  // namespace verbund::network
