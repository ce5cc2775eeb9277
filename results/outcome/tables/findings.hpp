#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/not_applicable.hpp"
#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

struct RuleFinding {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string rule;
    std::string subject;
    std::string verdict;  ///< met, missed, exempt, upcoming, info
    double value = not_applicable;
    double limit = not_applicable;
    std::string unit;
    std::string since;  ///< ISO date or empty
    std::string text_de;
    std::string text_en;
    std::string source;
};

template <>
const Table<RuleFinding>& table_of<RuleFinding>();

}  // namespace verbund::outcome
