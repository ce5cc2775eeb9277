#pragma once

#include <map>
#include <memory>
#include <vector>

#include "models/network/topology.hpp"
#include "sim/deploy/deployment.hpp"

/// Nodes, links and paths between the people and the sites of a variant.
namespace verbund::deploy {

/// What lines are asked to carry in a year, Gbit/s, see `line_peaks`.
struct LinePeaks {
    std::vector<double> link_gbit_s;    ///< [link]
    std::vector<double> access_gbit_s;  ///< [administration]
};

/// What lines carry in a year, stated or built by then, Gbit/s, see `line_sizing`.
struct LineYear {
    std::vector<double> link_gbit_s;    ///< [link]
    std::vector<double> access_gbit_s;  ///< [administration] of a synthetic network; empty in a drawn one
    LinePeaks peaks;
};

/// A line that is built on: a link, or the access of an administration.
struct LineStep {
    int year = 0;
    bool access = false;
    std::size_t line = 0;  ///< link or administration
    double from = 0.0;     ///< Gbit/s
    double to = 0.0;
};

/// Lines of all years of a variant, and what is built of them after the start.
struct Lines {
    std::map<int, LineYear> years;
    std::vector<LineStep> steps;  ///< by year
};

/// The network of a variant and the shortest paths from every center; the same in all years.
struct NetworkPlan {
    network::Topology topology;
    network::DelayRules delays;
    std::vector<std::size_t> administration_node;
    std::vector<std::size_t> site_node;    ///< centers only
    std::vector<network::PathTree> trees;  ///< [site], centers only
    /// [administration] of the synthetic backbone: whether a single access line joins it to its node there,
    /// as long as the first link of its way; shorter than the list or empty: it does not.
    std::vector<bool> one_access{};
    std::shared_ptr<const Lines> lines{};  ///< null: not sized yet
    /// Round trip in ms from an administration's building to a site; its own home is in the building.
    [[nodiscard]] double round_trip_ms(std::size_t administration, std::size_t site, std::size_t home) const;
};

/// Study's own network or the synthetic one: districts, cities and centers on a Gabriel backbone,
/// municipalities on access links.
///
/// Who has a second access (`second_access` of the administration, else of `availability`) uses all links of
/// its node in a synthetic network, and where that hangs by a single one, another beside it of the same
/// length; who has not hangs on one line.  In a drawn network the links that are drawn are the access, and
/// nothing is added; but where nodes were read from a file, who has no link hangs on the nearest of them.
/// Links without a stated capacity have none: they are yet to be sized.  Throws `InvalidInput` when an
/// administration cannot reach a center of the study at all, or a duct is longer than a link that lies in it.
[[nodiscard]] NetworkPlan plan_network(const study::Study& study, const VariantDeployment& variant);

}  // namespace verbund::deploy
