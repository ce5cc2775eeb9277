#include "results/report/style.hpp"

#include <algorithm>
#include <array>

namespace verbund::report {

std::string_view display_unit(std::string_view udunits) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> spellings{{
        {"1", ""},
        {"MW h", "MWh"},
        {"kW h", "kWh"},
        {"Gbit s-1", "Gbit/s"},
        {"Tbyte", "TB"},
        {"L kW-1 h-1", "l/kWh"},
        {"year", "a"},
    }};
    const auto* const found = std::find_if(spellings.begin(), spellings.end(),
                                           [&](const auto& entry) { return entry.first == udunits; });
    return found == spellings.end() ? udunits : found->second;
}

}  // namespace verbund::report
