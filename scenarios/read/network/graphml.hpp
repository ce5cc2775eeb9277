#pragma once

#include <string>
#include <string_view>

#include "scenarios/read/network/raw_graph.hpp"

namespace verbund::read {

/// The first graph of a GraphML text.  Throws `InvalidInput` for what is no GraphML.
[[nodiscard]] RawGraph read_graphml(std::string_view bytes, const std::string& file);

}  // namespace verbund::read
