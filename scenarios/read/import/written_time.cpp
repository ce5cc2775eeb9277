#include "scenarios/read/import/written_time.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <ctime>

#include <fmt/format.h>

#include "models/base/calendar.hpp"
#include "models/base/unit_factors.hpp"

namespace verbund::read {
namespace {

constexpr double minute_s = 60.0;
constexpr double hour_s = 3600.0;

constexpr std::array<const char*, 7> formats{"%Y-%m-%dT%H:%M:%S",    "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M",
                                             "%Y-%m-%d %H:%M",       "%d.%m.%Y %H:%M:%S", "%d.%m.%Y %H:%M",
                                             "%b %d, %Y %I:%M:%S %p"};

/// Seconds since 1970 of a day that exists.
std::optional<double> seconds_of(const std::tm& parts) {
    constexpr int first_year = 1900;  // std::tm counts from it
    const auto day = parse_date(
        fmt::format("{:04}-{:02}-{:02}", parts.tm_year + first_year, parts.tm_mon + 1, parts.tm_mday));
    if (!day) return std::nullopt;
    return static_cast<double>(days_since_epoch(*day)) * seconds_per_day + parts.tm_hour * hour_s +
           parts.tm_min * minute_s + parts.tm_sec;
}

/// Minutes ahead of UTC of "Z", "+01:00", "+0100"; nothing for anything else.
std::optional<int> zone_minutes(const char* text) {
    constexpr long minute = 60;
    std::tm parts{};
    const char* const end = ::strptime(text, "%z", &parts);
    if (end == nullptr || *end != '\0') return std::nullopt;
    return static_cast<int>(parts.tm_gmtoff / minute);
}

}  // namespace

std::optional<WrittenTime> written_time(const std::string& text) {
    for (const char* format : formats) {
        std::tm parts{};
        const char* end = ::strptime(text.c_str(), format, &parts);
        if (end == nullptr) continue;
        if (*end == '.') end += 1 + std::strspn(end + 1, "0123456789");  // fractions of a second
        WrittenTime time;
        if (*end != '\0' && !(time.zone_min = zone_minutes(end))) continue;
        const std::optional<double> seconds = seconds_of(parts);
        if (!seconds) continue;
        time.since_epoch_s = *seconds;
        return time;
    }
    return std::nullopt;
}

std::optional<double> compact_hour_s(const std::string& text) {
    constexpr std::size_t digits_of_an_hour = 10;
    const bool digits =
        std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
    std::tm parts{};
    if (text.size() != digits_of_an_hour || !digits ||
        ::strptime(text.c_str(), "%Y%m%d%H", &parts) != text.c_str() + digits_of_an_hour)
        return std::nullopt;
    return seconds_of(parts);
}

}  // namespace verbund::read
