#pragma once

#include <cstddef>
#include <vector>

#include "models/base/units.hpp"
#include "models/network/topology.hpp"

/// Links that lie side by side.
namespace verbund::network {

/// Links between the same two nodes carry their traffic together, each in proportion to its capacity (equal
/// cost routing over links of one metric); in equal parts where one of their capacities is yet to be sized.
/// Which of them a path names does not matter.  Neglects that a single flow stays on one of them, and that
/// their delays may differ: paths count the shortest.
class Bundles {
public:
    /// Throws `std::out_of_range` for a link that ends at a node that does not exist.
    explicit Bundles(const Topology& topology);

    /// The links beside a link, itself included; ascending.
    [[nodiscard]] const std::vector<std::size_t>& beside(std::size_t link) const {
        return bundles_[bundle_of_.at(link)];
    }
    /// Part of its bundle's traffic that a link carries; 1 for a link by itself.
    [[nodiscard]] double share(std::size_t link) const { return share_.at(link); }
    /// Of a link and those beside it together; zero while one of them is yet to be sized.
    [[nodiscard]] DataRate capacity(std::size_t link) const { return capacity_[bundle_of_.at(link)]; }

private:
    std::vector<std::size_t> bundle_of_;             ///< [link]
    std::vector<std::vector<std::size_t>> bundles_;  ///< in the order of their first links
    std::vector<DataRate> capacity_;                 ///< [bundle]
    std::vector<double> share_;                      ///< [link]
};

}  // namespace verbund::network
