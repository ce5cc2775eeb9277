#pragma once

#include <optional>
#include <string>

namespace verbund::read {

/// A moment as a table has it.
struct WrittenTime {
    double since_epoch_s = 0.0;   ///< since 1970-01-01 00:00, as its clock showed
    std::optional<int> zone_min;  ///< minutes by which that clock runs ahead of UTC, where it says so
};

/// Reads "2024-01-31 00:05", also with T, seconds and their fractions, "Z" or "+01:00"; "31.01.2024 00:05";
/// "Jan 31, 2024 12:05:00 AM".  Nothing for other texts and for days that do not exist.
[[nodiscard]] std::optional<WrittenTime> written_time(const std::string& text);

/// Reads the digits "2024013100": year, month, day, hour.
[[nodiscard]] std::optional<double> compact_hour_s(const std::string& text);

}  // namespace verbund::read
