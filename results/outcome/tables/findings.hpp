#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/not_applicable.hpp"
#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// A rule applied to a center, or a pair of them, at the end of a year.
struct RuleFinding {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string rule;
    std::string subject;
    std::string verdict;  ///< met, missed, exempt, upcoming, info, not-reached, to-be-shown
    std::string reason;   ///< `rules::Reason` as a code; empty where value and limit say it
    double value = not_applicable;
    std::string bound;  ///< at-most, at-least or empty
    double limit = not_applicable;
    std::string unit;
    std::string since;   ///< ISO date or empty
    std::string starts;  ///< ISO date or empty
    std::string source;
};

template <>
const Table<RuleFinding>& table_of<RuleFinding>();

}  // namespace verbund::outcome
