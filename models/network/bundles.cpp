#include "models/network/bundles.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

namespace verbund::network {

Bundles::Bundles(const Topology& topology) : share_(topology.links.size(), 1.0) {
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> known;
    for (std::size_t l = 0; l < topology.links.size(); ++l) {
        const Link& link = topology.links[l];
        if (std::max(link.from, link.to) >= topology.nodes.size())
            throw std::out_of_range(fmt::format("link \"{}\" ends at a node that does not exist", link.id));
        const auto [entry, added] = known.try_emplace(std::minmax(link.from, link.to), bundles_.size());
        if (added) bundles_.emplace_back();
        bundles_[entry->second].push_back(l);
        bundle_of_.push_back(entry->second);
    }
    for (const std::vector<std::size_t>& bundle : bundles_) {
        DataRate sum;
        bool all_stated = true;
        for (const std::size_t l : bundle) {
            sum += topology.links[l].capacity;
            all_stated = all_stated && topology.links[l].capacity > DataRate{};
        }
        capacity_.push_back(all_stated ? sum : DataRate{});
        for (const std::size_t l : bundle) {
            share_[l] =
                all_stated ? topology.links[l].capacity / sum : 1.0 / static_cast<double>(bundle.size());
        }
    }
}

}  // namespace verbund::network
