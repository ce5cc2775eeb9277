#pragma once

#include <string>

#include "models/base/calendar.hpp"

/// Numbers and days as they stand in German and English sentences.
namespace verbund::rules {

/// "1.43" and "1,43".
[[nodiscard]] std::string number_en(double value, int decimals);
[[nodiscard]] std::string number_de(double value, int decimals);
/// "1 July 2027" and "1.7.2027".
[[nodiscard]] std::string day_en(Date day);
[[nodiscard]] std::string day_de(Date day);

}  // namespace verbund::rules
