#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenarios/read/yaml_node.hpp"
#include "scenarios/study/document.hpp"

namespace verbund::read {

/// A study file taken apart: its own keys, its sections and its variants.
struct StudyTree {
    YamlNode document;                  ///< title, horizon, ...
    YamlNode sweep;                     ///< what is varied; empty where nothing is
    YamlNode sections;                  ///< territory, centers, ... as they hold before any variant
    std::vector<std::string> misspelt;  ///< keys of either that are meant by unknown ones, each noted
    struct Variant {
        std::string id;
        YamlNode head;   ///< title, text, base
        YamlNode patch;  ///< sections it changes
        std::vector<std::string> misspelt;
    };
    std::vector<Variant> variants;
    bool refused_variants = false;  ///< some could not be taken, each noted
};

/// Sorts the keys of a study file; notes unknown ones and a file without variants.
[[nodiscard]] StudyTree take_apart(const YamlNode& root, Diagnostics& mistakes);

/// Ids of the variants in the order of the file.
[[nodiscard]] std::vector<std::string> variant_ids(const StudyTree& tree);

/// For each variant the variants whose changes hold, base first and itself last; nothing where `base:` names
/// no variant or leads in a circle (both are noted).
[[nodiscard]] std::vector<std::optional<std::vector<std::size_t>>> base_chains(
    const StudyTree& tree, const std::vector<std::string>& bases, Diagnostics& mistakes);

/// The sections as they hold in a variant.
[[nodiscard]] YamlNode resolve_variant(const StudyTree& tree, const std::vector<std::size_t>& chain,
                                       Diagnostics& mistakes);

}  // namespace verbund::read
