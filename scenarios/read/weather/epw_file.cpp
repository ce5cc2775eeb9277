#include "scenarios/read/weather/epw_file.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

#include <fmt/format.h>

#include "models/base/number_text.hpp"
#include "scenarios/read/import/csv.hpp"

namespace verbund::read {
namespace {

constexpr std::string_view first_word = "LOCATION,";
constexpr std::string_view last_header = "DATA PERIODS";
constexpr double no_temperature_from = 99.9;
constexpr double no_humidity_from = 999.0;

/// Columns of the hours; those behind the humidity are not asked for.
constexpr std::size_t month = 1;
constexpr std::size_t day = 2;
constexpr std::size_t hour = 3;
constexpr std::size_t dry_bulb = 6;
constexpr std::size_t relative_humidity = 8;

/// Names for as many columns as the first line of `text` has.
std::string header_for(std::string_view text) {
    const std::string_view line = text.substr(0, text.find('\n'));
    std::string header;
    for (std::ptrdiff_t column = 0; column <= std::count(line.begin(), line.end(), ','); ++column)
        header += fmt::format("{}c{}", column > 0 ? "," : "", column);
    return header + "\n";
}

class EpwReader {
public:
    EpwReader(std::string_view text, const std::string& file, Diagnostics& mistakes)
        : text_{text}, file_{file}, mistakes_{mistakes} {}

    WeatherRecords read() {
        WeatherRecords records;
        records.format = "EPW";
        read_location(records);
        std::size_t begin = text_.find(last_header);
        if (begin != std::string_view::npos) begin = text_.find('\n', begin);
        if (begin == std::string_view::npos) {
            mistake(1, fmt::format("no hours follow (no line \"{}\")", last_header), "Fetch it again.");
            return records;
        }
        const std::string_view hours = text_.substr(begin + 1);
        const auto lines_above = static_cast<std::size_t>(
            std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(begin) + 1, '\n'));
        read_hours(hours, lines_above, records);
        return records;
    }

private:
    void mistake(std::size_t line, std::string problem, std::string remedy) {
        mistakes_.add({{file_, line, 0}, "", std::move(problem), std::move(remedy)});
        good_ = false;
    }

    std::optional<double> number(const std::string& cell, std::size_t line) {
        const std::optional<double> value = number_value(cell, DecimalSign::point);
        if (!value) mistake(line, fmt::format("\"{}\" is no number", cell), "Fetch it again.");
        return value;
    }

    void read_location(WeatherRecords& records) {
        const std::string_view line = text_.substr(0, text_.find('\n'));
        const CsvTable table = parse_csv(header_for(line) + std::string{line}, file_);
        constexpr std::size_t latitude = 6;
        constexpr std::size_t longitude = 7;
        constexpr std::size_t zone = 8;
        const std::vector<std::string>& cells = table.records.front().cells;
        if (cells.size() <= zone) return mistake(1, "the line LOCATION is too short", "Fetch it again.");
        const auto north = number(cells[latitude], 1);
        const auto east = number(cells[longitude], 1);
        const auto ahead = number(cells[zone], 1);
        if (!north || !east || !ahead) return;
        constexpr double furthest_zone_h = 14.0;
        if (std::abs(*north) > 90.0 || std::abs(*east) > 180.0 || std::abs(*ahead) > furthest_zone_h)
            return mistake(1, "the line LOCATION names no place on Earth", "Fetch it again.");
        records.at = Place{*north, *east};
        records.zone_h = static_cast<int>(std::lround(*ahead));
    }

    void read_hours(std::string_view text, std::size_t lines_above, WeatherRecords& records) {
        const CsvTable table = parse_csv(header_for(text) + std::string{text}, file_);
        if (table.header.size() <= relative_humidity)
            return mistake(lines_above + 1, "has too few columns for an hour", "Fetch it again.");
        for (const CsvRecord& row : table.records) {
            const std::size_t line = row.line - 1 + lines_above;
            const auto at = [&](std::size_t column) { return number(row.cells[column], line); };
            WeatherRecord record;
            record.line = line;
            record.month = static_cast<int>(std::clamp(at(month).value_or(0.0), 0.0, 99.0));
            record.day = static_cast<int>(std::clamp(at(day).value_or(0.0), 0.0, 99.0));
            record.hour = static_cast<int>(std::clamp(at(hour).value_or(0.0), 0.0, 99.0)) - 1;
            record.temperature_c = at(dry_bulb);
            record.relative_humidity_pct = at(relative_humidity);
            if (!good_) return;
            if (*record.temperature_c >= no_temperature_from) record.temperature_c.reset();
            if (*record.relative_humidity_pct >= no_humidity_from) record.relative_humidity_pct.reset();
            records.records.push_back(record);
        }
    }

    std::string_view text_;
    const std::string& file_;
    Diagnostics& mistakes_;
    bool good_ = true;
};

}  // namespace

bool is_epw(std::string_view text) { return text.substr(0, first_word.size()) == first_word; }

WeatherRecords read_epw(std::string_view text, const std::string& file, Diagnostics& mistakes) {
    return EpwReader{text, file, mistakes}.read();
}

}  // namespace verbund::read
