#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "models/base/number_text.hpp"
#include "scenarios/read/traces/record_stream.hpp"

namespace verbund::read {

/// Numbers of a streamed text, of which the decimal sign is known beforehand or from what was read so far.
class StreamedNumbers {
public:
    /// In a table parted by commas the sign is a point.
    StreamedNumbers(std::filesystem::path file, DecimalSign stated) : file_{std::move(file)}, sign_{stated} {}

    void part_by(char separator) {
        if (separator == ',' && sign_ == DecimalSign::unstated) sign_ = DecimalSign::point;
    }

    /// Nothing where there is no data: an empty cell, NaN, null.
    /// Throws `InvalidInput` for what is no number, infinite, below 0, above 1e13, or has two readings.
    [[nodiscard]] std::optional<double> at_least_zero(const StreamedRecord& record, std::size_t column,
                                                      std::string_view name);

private:
    [[nodiscard]] double written_by_people(std::string_view text, std::size_t line, std::string_view name);
    [[noreturn]] void refuse(std::size_t line, std::string_view name, std::string problem,
                             std::string remedy) const;

    std::filesystem::path file_;
    DecimalSign sign_;
};

}  // namespace verbund::read
