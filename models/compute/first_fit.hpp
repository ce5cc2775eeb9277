#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

/// First fit of counted things into groups of identical bins.
namespace verbund::compute {

/// Bins with identical content, in first-fit order.
template <std::size_t N>
struct BinGroup {
    std::array<double, N> free{};
    int count = 0;
};

/// How many things of `demand` fit into one bin, at most `wanted`.  A demand of zero never limits.  A fill
/// that exceeds the bin by less than a billionth counts as fitting, so that ten times 0.1 fills 1.
template <std::size_t N>
[[nodiscard]] int fits_in_bin(const std::array<double, N>& free, const std::array<double, N>& demand,
                              int wanted) {
    constexpr double rounding = 1e-9;
    double most = wanted;
    for (std::size_t d = 0; d < N; ++d)
        if (demand[d] > 0.0) most = std::min(most, free[d] / demand[d] * (1.0 + rounding) + rounding);
    return most > 0.0 ? static_cast<int>(most) : 0;
}

template <std::size_t N>
[[nodiscard]] BinGroup<N> filled(const BinGroup<N>& group, const std::array<double, N>& demand, int per_bin,
                                 int bins) {
    BinGroup<N> result{group.free, bins};
    for (std::size_t d = 0; d < N; ++d) result.free[d] -= per_bin * demand[d];
    return result;
}

/// Places up to `wanted` identical things, each into the first bin that takes it, and returns how many found
/// one.
///
/// Same result as placing one at a time: the first bin of a group takes things until it is full, then the
/// next.  A group splits into filled bins, one partly filled bin and untouched ones, so cost grows with
/// groups, not with things.
template <std::size_t N>
int place_first_fit(std::vector<BinGroup<N>>& groups, const std::array<double, N>& demand, int wanted) {
    int left = wanted;
    for (std::size_t g = 0; g < groups.size() && left > 0; ++g) {
        const BinGroup<N> group = groups[g];
        const int per_bin = fits_in_bin(group.free, demand, left);
        if (per_bin == 0) continue;
        const int full = std::min(group.count, left / per_bin);
        const int rest = full < group.count ? left - full * per_bin : 0;
        const int partial = rest > 0 ? 1 : 0;
        left -= full * per_bin + rest;
        std::array<BinGroup<N>, 3> parts{filled(group, demand, per_bin, full),
                                         filled(group, demand, rest, partial),
                                         BinGroup<N>{group.free, group.count - full - partial}};
        const auto kept =
            std::remove_if(parts.begin(), parts.end(), [](const auto& part) { return part.count == 0; });
        groups[g] = parts[0];
        groups.insert(groups.begin() + static_cast<std::ptrdiff_t>(g) + 1, parts.begin() + 1, kept);
    }
    return wanted - left;
}

}  // namespace verbund::compute
