#include "scenarios/read/weather/weather_records.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "models/base/calendar.hpp"

namespace verbund::read {
namespace {

constexpr int common_year = 2023;
constexpr int leap_year = 2024;
constexpr int longest_gap_h = 6;
constexpr std::size_t hours_per_day = 24;

/// One of the two quantities of a record.
struct Quantity {
    std::optional<double> WeatherRecord::*value;
    const char* name;
    const char* unit;
    double least;
    double most;
};

constexpr Quantity temperature{&WeatherRecord::temperature_c, "temperature", "degC", -60.0, 60.0};
constexpr Quantity humidity{&WeatherRecord::relative_humidity_pct, "relative humidity", "%", 0.0, 100.0};

class YearMaker {
public:
    YearMaker(const WeatherRecords& from, const std::string& file, Diagnostics& mistakes)
        : from_{from}, file_{file}, mistakes_{mistakes} {}

    facility::WeatherYear make() {
        facility::WeatherYear year;
        year.at = from_.at;
        if (!find_year() || !in_order()) return year;
        const auto temperatures = column(temperature);
        const auto humidities = column(humidity);
        if (!temperatures || !humidities) return year;
        year.hours = {shifted(*temperatures), shifted(*humidities)};
        if (from_.zone_h != winter_time_zone_h)
            note(fmt::format("its hours are those of UTC{:+d}", from_.zone_h),
                 "They are shifted to winter time, UTC+1.");
        return year;
    }

private:
    void mistake(std::size_t line, std::string problem, std::string remedy) {
        mistakes_.add({{file_, line, 0}, "", std::move(problem), std::move(remedy)});
    }
    void note(std::string what, std::string remedy) {
        mistakes_.note({{file_, 0, 0}, "", std::move(what), std::move(remedy)});
    }

    bool find_year() {
        const std::size_t count = from_.records.size();
        if (count == static_cast<std::size_t>(hours_in_year(common_year))) year_ = common_year;
        if (count == static_cast<std::size_t>(hours_in_year(leap_year))) year_ = leap_year;
        if (year_ != 0) return true;
        mistake(from_.records.empty() ? 0 : from_.records.back().line, fmt::format("has {} hours", count),
                "A year has 8760 hours, or 8784 with 29 February.");
        return false;
    }

    bool in_order() {
        const long first_day = days_since_epoch({year_, 1, 1});
        for (std::size_t i = 0; i < from_.records.size(); ++i) {
            const WeatherRecord& record = from_.records[i];
            if (record.month == 0) continue;
            const Date day = date_from_days(first_day + static_cast<long>(i / hours_per_day));
            const int hour = static_cast<int>(i % hours_per_day);
            if (record.month == day.month && record.day == day.day && record.hour == hour) continue;
            mistake(record.line,
                    fmt::format("is hour {} of {:02}-{:02} (month-day), where hour {} of {:02}-{:02} follows",
                                record.hour + 1, record.month, record.day, hour + 1, day.month, day.day),
                    "Every hour of a year stands once, from 1 January on.");
            return false;
        }
        return true;
    }

    std::optional<std::vector<double>> column(const Quantity& quantity) {
        std::vector<std::optional<double>> values;
        for (const WeatherRecord& record : from_.records) {
            const std::optional<double>& value = record.*quantity.value;
            if (value && !(*value >= quantity.least && *value <= quantity.most)) {
                mistake(record.line,
                        fmt::format("{} {} {} lies outside {} to {} {}", quantity.name, *value, quantity.unit,
                                    quantity.least, quantity.most, quantity.unit),
                        "Correct it, or leave it empty.");
                return std::nullopt;
            }
            values.push_back(value);
        }
        return filled(values, quantity);
    }

    std::optional<std::vector<double>> filled(const std::vector<std::optional<double>>& values,
                                              const Quantity& quantity) {
        std::vector<double> out;
        int missing = 0;
        for (std::size_t i = 0; i < values.size();) {
            if (values[i]) {
                out.push_back(*values[i++]);
                continue;
            }
            std::size_t end = i;
            while (end < values.size() && !values[end]) ++end;
            const std::size_t gap = end - i;
            if (gap > static_cast<std::size_t>(longest_gap_h)) {
                mistake(from_.records[i].line, fmt::format("no {} for {} hours", quantity.name, gap),
                        fmt::format("Fill them in: up to {} hours are interpolated.", longest_gap_h));
                return std::nullopt;
            }
            const double after = end < values.size() ? *values[end] : out.back();
            const double before = i > 0 ? out.back() : after;
            for (std::size_t step = 1; step <= gap; ++step)
                out.push_back(
                    std::lerp(before, after, static_cast<double>(step) / static_cast<double>(gap + 1)));
            missing += static_cast<int>(gap);
            i = end;
        }
        if (missing > 0)
            note(fmt::format("no {} for {} hours", quantity.name, missing), "They are interpolated.");
        return out;
    }

    /// Hour h of winter time is hour h + zone - 1 of the file.
    [[nodiscard]] std::vector<double> shifted(std::vector<double> hours) const {
        const auto count = static_cast<std::ptrdiff_t>(hours.size());
        const std::ptrdiff_t ahead = ((from_.zone_h - winter_time_zone_h) % count + count) % count;
        std::rotate(hours.begin(), hours.begin() + ahead, hours.end());
        return hours;
    }

    const WeatherRecords& from_;
    const std::string& file_;
    Diagnostics& mistakes_;
    int year_ = 0;
};

}  // namespace

facility::WeatherYear weather_year(const WeatherRecords& records, const std::string& file,
                                   Diagnostics& mistakes) {
    return YearMaker{records, file, mistakes}.make();
}

}  // namespace verbund::read
