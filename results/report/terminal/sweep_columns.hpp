#pragma once

#include <string_view>
#include <vector>

#include "results/report/terminal/text_table.hpp"

/// Which outcomes of a sweep are shown in a terminal, and how.
namespace verbund::report {

/// An outcome as a column, in the larger unit from a thousand of the smaller one on.
struct Shown {
    std::string_view outcome;
    double smaller = 1.0;
    ColumnNames in_smaller;
    double larger = 1.0;
    ColumnNames in_larger{};

    /// `most`: the largest value of the table.
    [[nodiscard]] double factor(double most) const { return is_large(most) ? larger : smaller; }
    [[nodiscard]] const ColumnNames& names(double most) const {
        return is_large(most) ? in_larger : in_smaller;
    }

private:
    [[nodiscard]] bool is_large(double most) const { return most * smaller >= 1000.0; }
};

using ShownList = std::vector<Shown>;

/// What a variant needs in a year.
[[nodiscard]] const ShownList& sweep_capacity();
/// What it takes in a year, and over the horizon.
[[nodiscard]] const ShownList& sweep_effort();

}  // namespace verbund::report
