#include "results/report/page/json.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

namespace verbund::report::page {

Json number(double value) {
    constexpr double exact_counts = 1e6;
    constexpr double exact_integers = 9e15;  // below 2^53
    if (std::isnan(value)) return nullptr;
    if (std::isinf(value)) return value > 0.0 ? "inf" : "-inf";
    const bool is_count = std::abs(value) < exact_counts && std::trunc(value) == value;
    const double rounded = is_count ? value : std::strtod(fmt::format("{:.4g}", value).c_str(), nullptr);
    if (std::abs(rounded) < exact_integers && std::trunc(rounded) == rounded)
        return static_cast<std::int64_t>(rounded);  // "12" instead of "12.0"
    return rounded;
}

Json numbers(const std::vector<double>& values) {
    Json list = Json::array();
    for (const double value : values) list.push_back(number(value));
    return list;
}

Json steady(const std::vector<double>& values) {
    Json list = numbers(values);
    const bool is_steady =
        !list.empty() && std::all_of(list.begin(), list.end(), [&](const Json& v) { return v == list[0]; });
    return is_steady ? list[0] : list;
}

Json both(std::string_view german, std::string_view english) { return {{"de", german}, {"en", english}}; }

std::string script_text(const Json& json) {
    const std::string text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
    std::string safe;
    safe.reserve(text.size());
    for (const char c : text)
        if (c == '<')
            safe += "\\u003c";
        else
            safe += c;
    return safe;
}

}  // namespace verbund::report::page
