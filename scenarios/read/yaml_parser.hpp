#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "scenarios/read/yaml_node.hpp"

namespace verbund::read {

/// Bounds on a document; far above any study, far below what would fill a machine.
struct YamlLimits {
    std::size_t depth = 64;
    std::size_t nodes = 250'000;
};

/// Parses one YAML 1.2 document of maps, sequences and scalars.
///
/// Noted as mistakes, each with its place and a remedy: syntax errors, repeated keys, anchors, aliases, merge
/// keys, tags, several documents, keys that are no scalars, and documents beyond the limits.  Repeated keys
/// leave a tree to go on with, so that further mistakes show at once; after the others `InvalidInput` with
/// all mistakes so far is thrown.  A decimal comma that YAML would split (`{a: 1,65}`) stays in the value. An
/// empty document is an empty map.
[[nodiscard]] YamlNode parse_yaml(std::string_view text, const std::string& file, Diagnostics& mistakes,
                                  YamlLimits limits = {});

}  // namespace verbund::read
