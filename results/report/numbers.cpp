#include "results/report/numbers.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "models/base/unit_factors.hpp"

namespace verbund::report {
namespace {

constexpr int significant_digits = 3;

/// Turns "-12345.5" into "-12.345,5" (English "-12,345.5").
std::string dress(const std::string& plain, const Style& style) {
    const std::size_t first = plain.starts_with('-') ? 1 : 0;
    const std::size_t point = std::min(plain.find('.'), plain.size());
    std::string dressed = plain.substr(0, first);
    for (std::size_t i = first; i < point; ++i) {
        const bool starts_group = i > first && (point - i) % 3 == 0;
        if (starts_group) dressed += style.language == Language::german ? '.' : ',';
        dressed += plain[i];
    }
    if (point < plain.size()) {
        dressed += style.language == Language::german ? ',' : '.';
        dressed += plain.substr(point + 1);
    }
    return dressed;
}

std::string no_number(double value, const Style& style) {
    if (std::isnan(value)) return std::string{dash(style)};
    return std::string{value < 0 ? "-" : ""} + (style.unicode ? "\u221e" : "inf");
}

double round_to_significant(double value) {
    const double magnitude = std::floor(std::log10(std::abs(value)));
    const double step = std::pow(10.0, magnitude - (significant_digits - 1));
    return std::round(value / step) * step;
}

std::string significant_text(double value, int most_decimals) {
    constexpr double smallest = 1e-6;  // below this a planning figure is nothing
    if (std::abs(value) < smallest) return "0";
    const double rounded = round_to_significant(value);
    const int magnitude = static_cast<int>(std::floor(std::log10(std::abs(rounded)) + 1e-9));
    return fmt::format("{:.{}f}", rounded, std::clamp(significant_digits - 1 - magnitude, 0, most_decimals));
}

}  // namespace

std::string_view dash(const Style& style) { return style.unicode ? "\u2013" : "-"; }

std::string measured_number(double value, const Style& style) {
    constexpr int most_decimals = 2;
    return std::isfinite(value) ? dress(significant_text(value, most_decimals), style)
                                : no_number(value, style);
}

std::string short_number(double value, const Style& style) {
    if (!std::isfinite(value)) return no_number(value, style);
    constexpr int most_decimals = 8;
    std::string plain = significant_text(value, most_decimals);
    if (plain.find('.') != std::string::npos) {
        plain.erase(plain.find_last_not_of('0') + 1);
        if (plain.ends_with('.')) plain.pop_back();
    }
    return dress(plain, style);
}

std::string fixed_number(double value, int decimals, const Style& style) {
    return std::isfinite(value) ? dress(fmt::format("{:.{}f}", value, decimals), style)
                                : no_number(value, style);
}

std::string signed_number(double value, const Style& style) {
    const std::string text = short_number(value, style);
    return value > 0.0 && text != "0" ? "+" + text : text;
}

std::string signed_percent(double part, double whole, const Style& style) {
    const double share = percent_per_one * part / std::abs(whole);
    if (!std::isfinite(share)) return std::string{dash(style)};
    const double rounded = std::abs(share) < 10.0 ? std::round(share * 10.0) / 10.0 : std::round(share);
    return signed_number(rounded, style) + " %";
}

std::string time_text(double time_s, const Style& style) {
    if (std::isnan(time_s)) return std::string{dash(style)};
    if (std::isinf(time_s)) return say(style.language, "ohne Ende", "without end");
    if (time_s < seconds_per_minute) return short_number(time_s, style) + " s";
    if (time_s < 2.0 * seconds_per_hour) return short_number(time_s / seconds_per_minute, style) + " min";
    if (time_s < 3.0 * seconds_per_day) return short_number(time_s / seconds_per_hour, style) + " h";
    return short_number(time_s / seconds_per_day, style) + say(style.language, " Tage", " days");
}

std::string recovery_text(double time_s, const Style& style) {
    return std::isnan(time_s) ? say(style.language, "nie", "never") : time_text(time_s, style);
}

std::string loss_text(double time_s, const Style& style) {
    return std::isnan(time_s) ? say(style.language, "alles", "all") : time_text(time_s, style);
}

}  // namespace verbund::report
