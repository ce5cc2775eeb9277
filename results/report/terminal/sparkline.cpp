#include "results/report/terminal/sparkline.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace verbund::report {

std::string sparkline(std::span<const double> values, double top, const Style& style) {
    constexpr std::array<std::string_view, 8> blocks{"\u2581", "\u2582", "\u2583", "\u2584",
                                                     "\u2585", "\u2586", "\u2587", "\u2588"};
    constexpr std::array<std::string_view, 8> ascii{"_", ".", ":", "-", "=", "+", "*", "#"};
    const auto& steps = style.unicode ? blocks : ascii;
    std::string line;
    for (const double value : values) {
        const double share = top > 0.0 ? std::clamp(value / top, 0.0, 1.0) : 0.0;
        line += std::isfinite(value) ? steps.at(static_cast<std::size_t>(std::lround(share * 7.0))) : " ";
    }
    return line;
}

}  // namespace verbund::report
