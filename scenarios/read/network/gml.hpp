#pragma once

#include <string>
#include <string_view>

#include "scenarios/read/network/raw_graph.hpp"

namespace verbund::read {

/// The first graph of a GML text (UTF-8).  Throws `InvalidInput` with file and line for broken text.
///
/// Names in texts (`&quot;`, `&amp;`, `&#228;`) are put into characters.
[[nodiscard]] RawGraph read_gml(std::string_view text, const std::string& file);

}  // namespace verbund::read
