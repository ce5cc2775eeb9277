#include "scenarios/read/weather/reference_year.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/number_text.hpp"
#include "models/facility/dwd_grid.hpp"

namespace verbund::read {
namespace {

constexpr std::string_view end_of_header = "***";
constexpr std::string_view blanks = " \t\r";

/// Lines of a text, one after the other.
class Lines {
public:
    explicit Lines(std::string_view text) : rest_{text} {}

    bool next() {
        if (rest_.empty()) return false;
        const std::size_t end = rest_.find('\n');
        line_ = rest_.substr(0, end);
        rest_ = end == std::string_view::npos ? std::string_view{} : rest_.substr(end + 1);
        ++number_;
        return true;
    }
    [[nodiscard]] std::string_view line() const { return line_; }
    [[nodiscard]] std::size_t number() const { return number_; }

private:
    std::string_view rest_;
    std::string_view line_;
    std::size_t number_ = 0;
};

std::vector<std::string_view> words_of(std::string_view line) {
    std::vector<std::string_view> words;
    for (std::size_t begin = line.find_first_not_of(blanks); begin != std::string_view::npos;) {
        const std::size_t end = line.find_first_of(blanks, begin);
        words.push_back(line.substr(begin, end - begin));
        begin = line.find_first_not_of(blanks, end);
    }
    return words;
}

bool ends_header(std::string_view line) {
    const std::vector<std::string_view> words = words_of(line);
    return words.size() == 1 && words.front() == end_of_header;
}

/// Columns that are asked for, and where they stand.
struct Columns {
    std::array<std::pair<std::string_view, std::size_t>, 5> needed{
        {{"MM", 0}, {"DD", 0}, {"HH", 0}, {"t", 0}, {"RF", 0}}};
    std::optional<std::size_t> east;
    std::optional<std::size_t> north;
    std::size_t count = 0;
};

class ReferenceYearReader {
public:
    ReferenceYearReader(std::string_view text, const std::string& file, Diagnostics& mistakes)
        : lines_{text}, file_{file}, mistakes_{mistakes} {}

    WeatherRecords read() {
        WeatherRecords records;
        records.format = "TRY";
        if (!read_header()) return records;
        while (lines_.next()) {
            const std::vector<std::string_view> words = words_of(lines_.line());
            if (words.empty()) continue;
            if (!read_hour(words, records)) break;
        }
        return records;
    }

private:
    void mistake(std::string problem) {
        mistakes_.add({{file_, lines_.number(), 0}, "", std::move(problem), "Fetch it again."});
    }

    /// The line above the end of the header names the columns.
    bool read_header() {
        std::vector<std::string_view> names;
        while (lines_.next() && !ends_header(lines_.line())) {
            std::vector<std::string_view> words = words_of(lines_.line());
            if (!words.empty()) names = std::move(words);
        }
        columns_.count = names.size();
        std::vector<std::string_view> missing;
        for (auto& [name, at] : columns_.needed) {
            const auto found = std::find(names.begin(), names.end(), name);
            if (found == names.end()) missing.push_back(name);
            at = static_cast<std::size_t>(found - names.begin());
        }
        columns_.east = position(names, "RW");
        columns_.north = position(names, "HW");
        if (missing.empty()) return true;
        mistake(fmt::format("the line above \"***\" names no column {}", fmt::join(missing, ", ")));
        return false;
    }

    static std::optional<std::size_t> position(const std::vector<std::string_view>& names,
                                               std::string_view name) {
        const auto found = std::find(names.begin(), names.end(), name);
        if (found == names.end()) return std::nullopt;
        return static_cast<std::size_t>(found - names.begin());
    }

    std::optional<double> number(std::string_view word) {
        const std::optional<double> value = number_value(word, DecimalSign::point);
        if (!value) mistake(fmt::format("\"{}\" is no number", word));
        return value;
    }

    bool read_hour(const std::vector<std::string_view>& words, WeatherRecords& records) {
        if (words.size() != columns_.count) {
            mistake(fmt::format("has {} values, where the header names {} columns", words.size(),
                                columns_.count));
            return false;
        }
        std::array<double, 5> values{};
        for (std::size_t i = 0; i < values.size(); ++i) {
            const std::optional<double> value = number(words[columns_.needed[i].second]);
            if (!value) return false;
            values[i] = *value;
        }
        if (records.records.empty() && !read_place(words, records)) return false;
        constexpr double no_date = 99.0;
        const auto part = [&](std::size_t i) {
            return static_cast<int>(std::clamp(values[i], 0.0, no_date));
        };
        records.records.push_back({.line = lines_.number(),
                                   .month = part(0),
                                   .day = part(1),
                                   .hour = part(2) - 1,
                                   .temperature_c = values[3],
                                   .relative_humidity_pct = values[4]});
        return true;
    }

    bool read_place(const std::vector<std::string_view>& words, WeatherRecords& records) {
        if (!columns_.east || !columns_.north) return true;
        const std::optional<double> east = number(words[*columns_.east]);
        const std::optional<double> north = number(words[*columns_.north]);
        if (!east || !north) return false;
        try {
            records.at = facility::dwd_grid_place(*east, *north);
        } catch (const std::invalid_argument&) {
            mistake(fmt::format("RW {} HW {} lies outside the grid of test reference years", *east, *north));
            return false;
        }
        return true;
    }

    Lines lines_;
    const std::string& file_;
    Diagnostics& mistakes_;
    Columns columns_;
};

}  // namespace

bool is_reference_year(std::string_view text) {
    constexpr int longest_header = 200;
    Lines lines{text};
    for (int i = 0; i < longest_header && lines.next(); ++i)
        if (ends_header(lines.line())) return true;
    return false;
}

WeatherRecords read_reference_year(std::string_view text, const std::string& file, Diagnostics& mistakes) {
    return ReferenceYearReader{text, file, mistakes}.read();
}

}  // namespace verbund::read
