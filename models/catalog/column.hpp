#pragma once

#include <string_view>

namespace verbund::catalog {

/// What a column of a table is called, in which unit it counts and what it means.
struct Column {
    std::string_view name;
    std::string_view unit;  ///< empty for a text, a count or a ratio
    std::string_view text;  ///< meaning
};

/// Values that a number may take, both ends included.
struct Between {
    double low = 0.0;
    double high = 0.0;
};

inline constexpr Between share{0.0, 1.0};

}  // namespace verbund::catalog
