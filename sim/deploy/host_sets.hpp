#pragma once

#include <vector>

#include "sim/deploy/deployment.hpp"

/// Hosts of a pool as sets of one type each.
namespace verbund::deploy {

[[nodiscard]] int host_count(const std::vector<HostSet>& sets);

/// The newest `count` hosts of a set list that is ordered oldest first.
[[nodiscard]] std::vector<HostSet> newest(const std::vector<HostSet>& sets, int count);

}  // namespace verbund::deploy
