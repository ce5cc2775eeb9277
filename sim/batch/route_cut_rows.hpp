#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "models/network/disjoint.hpp"
#include "results/outcome/outcome.hpp"

namespace verbund::batch {

/// What prevents two separate routes, as rows: once for each two places, however often these are asked for.
class RouteCutRows {
public:
    /// The topology must outlive it.
    explicit RouteCutRows(const network::Topology& topology) : topology_{&topology} {}
    /// Leaves out what a variant's rows of a run tell already.
    RouteCutRows(const network::Topology& topology, const outcome::Run& run, std::size_t variant);

    /// Adds rows for the answer `paths` of `disjoint_paths`; none where nothing is shared.
    void add(const network::DisjointPaths& paths, std::size_t from, std::size_t to);

    /// The rows added; `variant` is left 0.
    [[nodiscard]] std::vector<outcome::RouteCut> take() { return std::move(rows_); }

private:
    const network::Topology* topology_;
    std::set<std::pair<std::string, std::string>> told_;  ///< from, to
    std::vector<outcome::RouteCut> rows_;
};

}  // namespace verbund::batch
