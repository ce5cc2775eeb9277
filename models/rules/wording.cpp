#include "models/rules/wording.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace verbund::rules {

std::string number_en(double value, int decimals) { return fmt::format("{:.{}f}", value, decimals); }

std::string number_de(double value, int decimals) {
    std::string text = number_en(value, decimals);
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

std::string day_en(Date day) {
    static constexpr std::array<const char*, 12> months{"January",   "February", "March",    "April",
                                                        "May",       "June",     "July",     "August",
                                                        "September", "October",  "November", "December"};
    return fmt::format("{} {} {}", day.day, months.at(static_cast<std::size_t>(day.month - 1)), day.year);
}

std::string day_de(Date day) { return fmt::format("{}.{}.{}", day.day, day.month, day.year); }

}  // namespace verbund::rules
