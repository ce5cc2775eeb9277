#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/diagnostics.hpp"

/// A YAML document as a tree of texts with positions; what they mean is decided by the field table, not by
/// YAML.
namespace verbund::read {

struct YamlEntry;

/// A scalar, map or sequence.
struct YamlNode {
    enum class Kind : std::uint8_t { scalar, map, sequence };

    Kind kind = Kind::map;
    bool quoted = false;       ///< scalar in quotation marks (or a block scalar)
    std::uint32_t line = 0;    ///< from 1
    std::uint32_t column = 0;  ///< from 1
    int variant = -1;          ///< variant (by order in the file) whose section this was written in; -1: none
    std::string text;          ///< of a scalar
    std::vector<YamlEntry> entries;  ///< of a map, in the order written
    std::vector<YamlNode> items;     ///< of a sequence
    std::shared_ptr<const std::string> file;

    [[nodiscard]] bool is_scalar() const noexcept { return kind == Kind::scalar; }
    [[nodiscard]] bool is_map() const noexcept { return kind == Kind::map; }
    [[nodiscard]] bool is_sequence() const noexcept { return kind == Kind::sequence; }
    /// `null`, `~` or nothing at all.
    [[nodiscard]] bool is_null() const noexcept;
    [[nodiscard]] SourcePosition position() const;
    /// Entry of a map; null when there is none.
    [[nodiscard]] const YamlNode* find(std::string_view key) const;
    [[nodiscard]] YamlNode* find(std::string_view key);
};

/// A key of a map with its value.
struct YamlEntry {
    YamlNode key;  ///< a scalar
    YamlNode value;
};

/// "centers" + "rz-1" -> "centers.rz-1".
[[nodiscard]] std::string join_path(std::string_view parent, std::string_view key);

/// Lays `patch` over `base`: maps are merged key by key, everything else is replaced, `null` removes a key.
///
/// Removing what is not there is noted as a mistake.
void merge(YamlNode& base, const YamlNode& patch, const std::string& path, Diagnostics& mistakes);

}  // namespace verbund::read
