#pragma once

#include <string>
#include <utility>
#include <vector>

#include "scenarios/read/yaml_node.hpp"

namespace verbund::read {

/// Lays `--set path=value` over a document, in order.
///
/// The value is YAML (`moves.all.years=[2024, 2026]`); `null` removes the key.  Sections on the way are made
/// if missing.  "variant:path", as `check --explain` prints it, is "variants.variant.path".  Noted: an empty
/// path, a variant that is not there, a value that is no YAML, a path that leads through a single value or a
/// list.
void apply_overrides(YamlNode& root, const std::vector<std::pair<std::string, std::string>>& overrides,
                     Diagnostics& mistakes);

}  // namespace verbund::read
