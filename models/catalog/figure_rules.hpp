#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/quantity_text.hpp"

/// The figures that an engine reads: what kind of quantity each is and between which values it makes sense.
///
/// A table of figures must hold a row of each (the reader checks it).  What `figures.csv` holds beyond them
/// stands in `unread.csv`, with the issue that will read it.
namespace verbund::catalog {

struct FigureRule {
    std::string_view id;
    std::string_view low;   ///< least value, as it would be written
    std::string_view high;  ///< greatest
    std::string_view kind;  ///< "an amount of money"
    Parsed<double> (*read)(std::string_view text, PointMeaning point);  ///< value in base units
    std::vector<std::string> (*units)();  ///< that it may be written in; none: a bare number
};

/// All of them, in the order of the table.
[[nodiscard]] std::span<const FigureRule> figure_rules();

/// Whether a value in base units lies between the rule's ends.
[[nodiscard]] bool within(const FigureRule& rule, double value);

/// The rule of a figure; null when no engine reads it.
[[nodiscard]] const FigureRule* figure_rule(std::string_view id);

}  // namespace verbund::catalog
