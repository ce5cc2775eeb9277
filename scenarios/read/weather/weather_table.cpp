#include "scenarios/read/weather/weather_table.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/calendar.hpp"
#include "models/base/number_text.hpp"
#include "scenarios/read/import/csv.hpp"
#include "scenarios/read/import/csv_decimals.hpp"
#include "scenarios/read/import/written_time.hpp"

namespace verbund::read {
namespace {

constexpr double no_value = -999.0;
constexpr long hours_per_day = 24;

using Column = std::optional<std::size_t>;

/// Hours since 1970 in winter time of a full hour: "2024010100" of DWD in UTC, or a written time.
std::optional<long> full_hour(const std::string& text) {
    constexpr double hour_s = 3600.0;
    constexpr int hour_min = 60;
    if (const std::optional<double> compact = compact_hour_s(text))
        return std::lround(*compact / hour_s) + winter_time_zone_h;
    const std::optional<WrittenTime> time = written_time(text);
    if (!time) return std::nullopt;
    const int ahead_min = time->zone_min.value_or(winter_time_zone_h * hour_min);
    const double hours = time->since_epoch_s / hour_s - double(ahead_min) / hour_min + winter_time_zone_h;
    if (hours != std::floor(hours)) return std::nullopt;
    return std::lround(hours);
}

class TableReader {
public:
    TableReader(const CsvTable& table, Diagnostics& mistakes)
        : table_{table}, mistakes_{mistakes}, sign_{decimal_sign_of(table, {}).sign} {
        for (const Diagnostic& assumed : table.notes) mistakes_.note(assumed);
    }

    WeatherRecords read() {
        WeatherRecords records;
        records.format = "CSV";
        if (!find_columns(records)) return records;
        for (const CsvRecord& row : table_.records) {
            const auto record = hour(row);
            if (!record) return records;
            records.records.push_back(*record);
        }
        if (time_) keep_last_year(records);
        return records;
    }

private:
    void mistake(std::size_t line, std::string problem, std::string remedy) {
        mistakes_.add({{table_.file, line, 0}, "", std::move(problem), std::move(remedy)});
    }

    [[nodiscard]] Column column(std::string_view name) const {
        const auto found = std::find(table_.header.begin(), table_.header.end(), name);
        if (found == table_.header.end()) return std::nullopt;
        return static_cast<std::size_t>(found - table_.header.begin());
    }

    bool find_columns(WeatherRecords& records) {
        temperature_ = column("temperature_c");
        humidity_ = column("relative_humidity_pct");
        time_ = column("time");
        if (column("MESS_DATUM")) {
            records.format = "DWD CDC";
            temperature_ = column("TT_TU");
            humidity_ = column("RF_TU");
            time_ = column("MESS_DATUM");
        }
        if (temperature_ && humidity_) return true;
        mistake(table_.header_line,
                fmt::format("no columns temperature_c and relative_humidity_pct (columns: {})",
                            fmt::join(table_.header, ", ")),
                "Name them so, or use a test reference year (.dat) or an EPW file.");
        return false;
    }

    std::optional<WeatherRecord> hour(const CsvRecord& row) {
        WeatherRecord record;
        record.line = row.line;
        if (!read_value(row, *temperature_, record.temperature_c) ||
            !read_value(row, *humidity_, record.relative_humidity_pct))
            return std::nullopt;
        if (!time_) return record;
        const std::string& text = row.cells[*time_];
        const std::optional<long> since = full_hour(text);
        if (!since) {
            mistake(row.line, fmt::format("\"{}\" is no full hour", text),
                    "Write \"2024-01-01 00:00\" (winter time), with Z for UTC, or 2024010100 (UTC).");
            return std::nullopt;
        }
        hours_.push_back(*since);
        return record;
    }

    bool read_value(const CsvRecord& row, std::size_t at, std::optional<double>& value) {
        const std::string& text = row.cells[at];
        if (text.empty() || text == "NaN" || text == "nan") return true;
        value = number_value(text, sign_);
        if (!value) {
            mistake(row.line, fmt::format("\"{}\" in column {} is no number", text, table_.header[at]),
                    "Correct it, or leave it empty.");
            return false;
        }
        if (*value == no_value) value.reset();
        return true;
    }

    /// Of the years that the times span, the last that begins and ends within them, every hour once.
    void keep_last_year(WeatherRecords& records) {
        for (std::size_t i = 1; i < hours_.size(); ++i) {
            if (hours_[i] > hours_[i - 1]) continue;
            return mistake(records.records[i].line, "its time is not after that of the row above",
                           "Every hour stands once, in order; winter time has no hour twice.");
        }
        if (hours_.empty()) return;
        int year = date_from_days(hours_.back() / hours_per_day).year;
        const auto first_hour = [](int of) { return days_since_epoch({of, 1, 1}) * hours_per_day; };
        if (hours_.back() != first_hour(year + 1) - 1) --year;
        if (hours_.front() > first_hour(year))
            return mistake(records.records.front().line, "its times hold no whole calendar year",
                           "Take hours from 1 January 00:00 to 31 December 23:00 winter time (UTC+1).");
        take_year(year, first_hour(year), records);
    }

    void take_year(int year, long first, WeatherRecords& records) {
        std::vector<WeatherRecord> kept;
        std::size_t line = 0;
        for (std::size_t i = 0; i < hours_.size(); ++i) {
            if (hours_[i] < first) continue;
            const auto at = static_cast<std::size_t>(hours_[i] - first);
            if (at >= static_cast<std::size_t>(hours_in_year(year))) break;
            line = records.records[i].line;
            kept.resize(at, {.line = line});  // hours that are not there have no value
            kept.push_back(records.records[i]);
        }
        kept.resize(static_cast<std::size_t>(hours_in_year(year)), {.line = line});
        records.records = std::move(kept);
        mistakes_.note({{table_.file, 0, 0}, "", fmt::format("the weather of {} counts", year), ""});
    }

    const CsvTable& table_;
    Diagnostics& mistakes_;
    DecimalSign sign_;
    Column temperature_;
    Column humidity_;
    Column time_;
    std::vector<long> hours_;  ///< since 1970 in winter time, of every row
};

}  // namespace

bool is_weather_workbook(std::string_view bytes) { return bytes.substr(0, 2) == "PK"; }

WeatherRecords read_weather_table(std::string_view bytes, const std::string& file, Diagnostics& mistakes) {
    const CsvTable table = parse_csv(bytes, file);
    return TableReader{table, mistakes}.read();
}

}  // namespace verbund::read
