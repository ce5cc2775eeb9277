#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Quantities whose kind is only known as text.
namespace verbund {

/// A number and the unit behind it, e.g. "0.5 ms"; the unit is empty for a plain number.
struct NumberWithUnit {
    double value = 0.0;
    std::string unit;

    /// Shortest text that reads back as the same value.
    [[nodiscard]] std::string text() const;
};

/// Nothing for a text that does not begin with a number of one reading (see number_text.hpp).
[[nodiscard]] std::optional<NumberWithUnit> number_with_unit(std::string_view text);

/// The same quantity in another unit of its kind ("0.5 ms" in "us" is 500); nothing where the two units
/// measure different things.
[[nodiscard]] std::optional<double> in_unit(const NumberWithUnit& number, std::string_view unit);

}  // namespace verbund
