#include "models/network/duct_model.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "models/optimisation/program.hpp"

namespace verbund::network {
namespace {

using optimisation::Program;

constexpr std::size_t two = 2;

/// A column: one path over one link in one direction.
struct ArcColumn {
    std::size_t link = 0;
    std::size_t from = 0;
    std::size_t to = 0;
    std::size_t path = 0;
};

class DuctModel {
public:
    DuctModel(const RiskGraph& graph, const DuctProblem& problem)
        : graph_{&graph}, problem_{&problem}, on_link_(graph.links.size()) {
        add_arcs();
        add_conservation();
        add_node_limits();
        add_link_limits();
        for (const std::size_t duct : problem.ducts) add_duct(duct);
        if (problem.shared > 0) program_.add_row(0.0, sharing_, problem.shared);
    }

    [[nodiscard]] DuctSolution cheapest(int search_nodes) const {
        std::optional<double> below;
        if (problem_->below != no_path) below = scaled(problem_->below);
        return read(program_.solve({.nodes = search_nodes, .below = below}));
    }

private:
    using Terms = std::vector<Program::Term>;

    /// Costs of about 1, which the solver's tolerances are made for.
    [[nodiscard]] double scaled(PathCost cost) const {
        return static_cast<double>(cost) / static_cast<double>(unit_);
    }

    /// An arc that makes even the best pair through it too dear is left out: the other path costs at least
    /// the shortest path.
    void add_arcs() {
        for (const RiskLink& link : graph_->links) unit_ = std::max(unit_, link.cost);
        const std::vector<PathCost> before = costs_from(*graph_, problem_->a, problem_->limits);
        const std::vector<PathCost> after = costs_from(*graph_, problem_->b, problem_->limits);
        const PathCost least = before[problem_->b];
        for (std::size_t index = 0; index < graph_->links.size(); ++index) {
            const RiskLink& link = graph_->links[index];
            if (problem_->limits.links[index] == 0) continue;
            for (const auto& [from, to] : {std::pair{link.a, link.b}, std::pair{link.b, link.a}}) {
                if (to == problem_->a || from == problem_->b) continue;
                if (before[from] == no_path || after[to] == no_path) continue;
                const PathCost through = before[from] + link.cost + after[to];
                if (problem_->below != no_path && through + least >= problem_->below) continue;
                add_arc(index, from, to);
            }
        }
    }
    void add_arc(std::size_t link, std::size_t from, std::size_t to) {
        for (std::size_t path = 0; path < two; ++path) {
            program_.add_column({.cost = scaled(graph_->links[link].cost)});
            on_link_[link].push_back(arcs_.size());
            arcs_.push_back({link, from, to, path});
        }
    }

    /// [path][node]: arcs out with +1 and arcs in with -1.
    void add_conservation() {
        std::array<std::vector<Terms>, two> balance;
        balance.fill(std::vector<Terms>(graph_->links_at.size()));
        for (std::size_t column = 0; column < arcs_.size(); ++column) {
            const ArcColumn& arc = arcs_[column];
            balance[arc.path][arc.from].push_back({static_cast<int>(column), 1.0});
            balance[arc.path][arc.to].push_back({static_cast<int>(column), -1.0});
        }
        for (const auto& of_path : balance) {
            for (std::size_t node = 0; node < of_path.size(); ++node) {
                const double net = node == problem_->a ? 1.0 : node == problem_->b ? -1.0 : 0.0;
                if (!of_path[node].empty() || net != 0.0) program_.add_row(net, of_path[node], net);
            }
        }
    }
    void add_node_limits() {
        std::vector<Terms> into(graph_->links_at.size());
        for (std::size_t column = 0; column < arcs_.size(); ++column)
            into[arcs_[column].to].push_back({static_cast<int>(column), 1.0});
        for (std::size_t node = 0; node < into.size(); ++node) {
            if (node == problem_->b || into[node].empty()) continue;
            if (problem_->limits.nodes[node] < 2)
                program_.add_row(0.0, into[node], 1.0);
            else
                for (std::size_t path = 0; path < two; ++path) add_visit_limit(into[node], path);
        }
    }
    /// A node for both paths, but once each.
    void add_visit_limit(const Terms& into, std::size_t path) {
        Terms terms;
        std::copy_if(into.begin(), into.end(), std::back_inserter(terms), [&](const Program::Term& term) {
            return arcs_[static_cast<std::size_t>(term.column)].path == path;
        });
        program_.add_row(0.0, terms, 1.0);
    }
    /// Only for links between two nodes that both paths may use; elsewhere the limit of a node covers it.
    void add_link_limits() {
        const auto both = [&](std::size_t node) {
            return node == problem_->a || node == problem_->b || problem_->limits.nodes[node] > 1;
        };
        for (std::size_t link = 0; link < on_link_.size(); ++link) {
            const RiskLink& ends = graph_->links[link];
            if (on_link_[link].empty() || problem_->limits.links[link] > 1 || !both(ends.a) || !both(ends.b))
                continue;
            Terms terms;
            for (const std::size_t column : on_link_[link]) terms.push_back({static_cast<int>(column), 1.0});
            program_.add_row(0.0, terms, 1.0);
        }
    }
    void add_duct(std::size_t duct) {
        const double lower = problem_->of_first == duct ? 1.0 : 0.0;
        const int owner = program_.add_column({.lower = lower});
        if (problem_->shared > 0) sharing_.push_back({program_.add_column({}), 1.0});
        for (const std::size_t link : graph_->duct_links[duct]) {
            std::array<Terms, two> use;
            for (const std::size_t column : on_link_[link])
                use[arcs_[column].path].push_back({static_cast<int>(column), 1.0});
            if (use[0].empty()) continue;
            use[0].push_back({owner, -1.0});
            use[1].push_back({owner, 1.0});
            if (problem_->shared > 0)
                for (Terms& terms : use) terms.push_back({sharing_.back().column, -1.0});
            program_.add_row(-Program::no_limit, use[0], 0.0);
            program_.add_row(-Program::no_limit, use[1], 1.0);
        }
    }

    [[nodiscard]] LinkPath follow(const std::vector<double>& values, std::size_t path) const {
        std::vector<std::optional<std::size_t>> next(graph_->links_at.size());
        for (std::size_t column = 0; column < arcs_.size(); ++column)
            if (arcs_[column].path == path && values[column] > 0.5) next[arcs_[column].from] = column;
        LinkPath links;
        for (std::size_t at = problem_->a; at != problem_->b; at = arcs_[next[at].value()].to)
            links.push_back(arcs_[next[at].value()].link);
        return links;
    }
    [[nodiscard]] DuctSolution read(const Program::Answer& answer) const {
        DuctSolution solution{std::nullopt, answer.proven};
        if (answer.values.empty()) return solution;
        LinkPaths paths{follow(answer.values, 0), follow(answer.values, 1)};
        if (cost_of(*graph_, paths[1]) < cost_of(*graph_, paths[0])) std::swap(paths[0], paths[1]);
        solution.paths = std::move(paths);
        return solution;
    }

    const RiskGraph* graph_;
    const DuctProblem* problem_;
    Program program_;
    std::vector<ArcColumn> arcs_;                    ///< the first columns of the program
    std::vector<std::vector<std::size_t>> on_link_;  ///< [link] its columns
    Terms sharing_;                                  ///< sum of the columns z
    PathCost unit_ = 1;
};

}  // namespace

DuctSolution solve(const RiskGraph& graph, const DuctProblem& problem, int search_nodes) {
    return DuctModel{graph, problem}.cheapest(search_nodes);
}

}  // namespace verbund::network
