#include "results/report/terminal/sweep_cells.hpp"

#include <cmath>

#include <fmt/format.h>

#include "models/base/unit_factors.hpp"
#include "results/report/numbers.hpp"
#include "results/report/text_width.hpp"

namespace verbund::report {
namespace {

std::string_view range_sign(const Style& style) { return style.unicode ? "–" : "-"; }

}  // namespace

std::string end_text(double value, const Style& style) {
    if (!std::isfinite(value) || value == 0.0) return short_number(value, style);
    const double step = std::pow(10.0, std::floor(std::log10(std::abs(value))) - 1.0);
    return short_number(std::round(value / step) * step, style);
}

std::string band_cell(const outcome::Band& band, double factor, const Style& style) {
    return fmt::format("{} ({}{}{})", end_text(band.p50 * factor, style), end_text(band.p10 * factor, style),
                       range_sign(style), end_text(band.p90 * factor, style));
}

std::string recovery_cell(double time_s, outcome::Display display, const Style& style) {
    const double time = std::isinf(time_s) ? std::nan("") : time_s;
    return display == outcome::Display::loss ? loss_text(time, style) : recovery_text(time, style);
}

std::string recovery_band_cell(const outcome::Band& band, outcome::Display display, const Style& style) {
    std::string middle = recovery_cell(band.p50, display, style);
    const std::string low = recovery_cell(band.p10, display, style);
    const std::string high = recovery_cell(band.p90, display, style);
    if (low == high) return middle;
    return fmt::format("{} ({}{}{})", middle, low, range_sign(style), high);
}

std::string percent_cell(double share, const Style& style) {
    return fixed_number(share * percent_per_one, 0, style) + " %";
}

std::string sweep_name_cell(std::string_view name, const Style& style) {
    constexpr std::size_t width = 24;
    return cut_to_width(printable(name), width, style.unicode ? "…" : "~");
}

}  // namespace verbund::report
