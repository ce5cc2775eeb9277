#include "models/estate/procedures.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include <fmt/format.h>

namespace verbund::estate {
namespace {

constexpr double rounding = 1e-9;  // of a server

}  // namespace

std::vector<double> merged_away(const std::vector<double>& fixed, double shared_share, double run_already) {
    const double sum = std::accumulate(fixed.begin(), fixed.end(), 0.0);
    std::vector<double> away(fixed.size(), 0.0);
    if (!(sum > 0.0)) return away;
    const double largest = *std::max_element(fixed.begin(), fixed.end());
    const double share = shared_share * (sum - (1.0 - run_already) * largest) / sum;
    for (std::size_t i = 0; i < fixed.size(); ++i) away[i] = share * fixed[i];
    return away;
}

std::vector<int> round_within(const std::vector<double>& quotas, const std::vector<int>& caps, int total) {
    std::vector<int> counts(quotas.size(), 0);
    int left = total;
    for (std::size_t i = 0; i < quotas.size(); ++i) {
        counts[i] = std::min({caps[i], static_cast<int>(std::floor(quotas[i] + rounding)), left});
        left -= counts[i];
    }
    if (std::accumulate(caps.begin(), caps.end(), 0LL) < total)
        throw std::invalid_argument(fmt::format("{} servers do not fit below their caps", total));
    while (left > 0) {
        std::vector<std::size_t> order(quotas.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::erase_if(
            order, [&](std::size_t i) { return counts[i] >= caps[i]; });
        const auto remainder = [&](std::size_t i) {
            return std::llround((quotas[i] - counts[i]) / rounding);
        };
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return remainder(a) > remainder(b); });
        for (std::size_t k = 0; k < order.size() && left > 0; ++k, --left) ++counts[order[k]];
    }
    return counts;
}

}  // namespace verbund::estate
