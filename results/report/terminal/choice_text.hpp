#pragma once

#include <string>

#include "results/report/style.hpp"

/// Which variant and year a command shows, and why where none was named.
namespace verbund::report {

/// Why a year was taken.
enum class YearChoice {
    asked,
    first_milestone,
    moves_done,      ///< the first milestone in which all moves of the variant are done
    last_milestone,  ///< of a study whose moves go on
    compared_last,   ///< the last milestone, as for places of sites
};

/// Why a variant was taken.
enum class VariantChoice {
    asked,
    only,
    first,
    first_with_shared_center,  ///< the first one in which a shared center runs anything
};

/// The variant and year that a command shows.
struct Choice {
    std::string variant;
    VariantChoice why_variant = VariantChoice::asked;
    std::size_t variants = 1;  ///< of the study
    int year = 0;
    YearChoice why_year = YearChoice::asked;
};

/// "Variant b (the first of 4; --variant names another), year 2030 (...)." and a line's end.
[[nodiscard]] std::string choice_text(const Choice& choice, const Style& style);

}  // namespace verbund::report
