#include <algorithm>
#include <stdexcept>

#include "models/network/topology.hpp"

namespace verbund::network {

double weighted_quantile(std::vector<std::pair<double, double>> value_weight, double q) {
    std::sort(value_weight.begin(), value_weight.end());
    double total = 0.0;
    for (const auto& [value, weight] : value_weight) total += weight;
    if (!(total > 0.0)) throw std::invalid_argument("a weighted quantile needs a positive weight");
    double reached = 0.0;
    double last = 0.0;
    for (const auto& [value, weight] : value_weight) {
        reached += weight;
        if (weight > 0.0) {
            last = value;
            if (reached >= q * total) return value;
        }
    }
    return last;  // rounding left the sum a little short of q = 1
}

}  // namespace verbund::network
