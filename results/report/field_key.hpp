#pragma once

#include <cstddef>
#include <string_view>

namespace verbund::report {

/// The path of a value in the field table, from its key in the table of assumptions: without the variant that
/// stands before it where it holds in one alone ("pooled:moves.all.to").  Names of things come later in a key
/// and may hold a colon, too.
[[nodiscard]] inline std::string_view field_path(std::string_view key) {
    const std::size_t colon = key.find(':');
    return colon < key.find('.') ? key.substr(colon + 1) : key;
}

}  // namespace verbund::report
