#include "models/network/sold_rate.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace verbund::network {

DataRate sold_rate(const catalog::Catalog& catalog, DataRate need) {
    if (catalog.line_rates.empty()) throw std::out_of_range("no rates of lines in the catalog");
    constexpr double rounding = 1e-9;
    const double asked = need.in(megabit_per_second) * (1.0 - rounding);
    double least = std::numeric_limits<double>::infinity();
    double largest = 0.0;
    for (const catalog::LineRate& row : catalog.line_rates) {
        largest = std::max(largest, row.rate_mbit_s);
        if (row.rate_mbit_s >= asked) least = std::min(least, row.rate_mbit_s);
    }
    const double sold = std::isfinite(least) ? least : std::ceil(asked / largest) * largest;
    return sold * megabit_per_second;
}

}  // namespace verbund::network
