#pragma once

#include <span>
#include <string>
#include <string_view>

#include "models/catalog/columns.hpp"

/// Groups of columns that several tables share.
namespace verbund::catalog {

inline constexpr Between calendar_year{1990.0, 2100.0};

/// The mark of the weakest figure of the row, and where the figures come from.
inline void describe_evidence(Columns& columns, Evidence& evidence) {
    static constexpr std::string_view marks[] = {"S", "S-ex", "G", "C", "M-h", "M-m", "M-l", "A"};
    columns.text({"evidence", "", "mark of the weakest figure of the row"}, {.words = marks}, evidence.mark);
    columns.text({"source", "", "where the figures come from"}, {}, evidence.source);
}

/// Columns `<prefix>_low_<unit>`, `_mid_`, `_high_`.
inline void describe_path(Columns& columns, std::string_view prefix, std::string_view unit_name,
                          std::string_view unit, std::string_view text, Between limits, Path& path) {
    const auto end = [&](std::string_view which, double& value) {
        std::string name{prefix};
        name.append("_").append(which).append("_").append(unit_name);
        columns.number({name, unit, text}, limits, value);
    };
    end("low", path.low);
    end("mid", path.mid);
    end("high", path.high);
}

inline void describe_place(Columns& columns, Place& place) {
    columns.number({"lat", "°", "latitude"}, {-90.0, 90.0}, place.latitude);
    columns.number({"lon", "°", "longitude"}, {-180.0, 180.0}, place.longitude);
}

/// A member of an enumeration whose values follow the order of `words`.
template <class Enum>
void describe_word(Columns& columns, const Column& column, std::span<const std::string_view> words,
                   Enum& value) {
    auto index = static_cast<std::size_t>(value);
    columns.word(column, words, index);
    if (index < words.size()) value = static_cast<Enum>(index);
}

}  // namespace verbund::catalog
