#include "scenarios/read/traces/streamed_number.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"

namespace verbund::read {
namespace {

/// How exports write that there is no value.
bool is_no_data(std::string_view text) {
    constexpr std::array<std::string_view, 7> words{"", "NaN", "nan", "NAN", "null", "NULL", "-"};
    return std::find(words.begin(), words.end(), text) != words.end();
}

}  // namespace

void StreamedNumbers::refuse(std::size_t line, std::string_view name, std::string problem,
                             std::string remedy) const {
    throw InvalidInput{
        {{{file_.string(), line, 0}, std::string{name}, std::move(problem), std::move(remedy)}}};
}

double StreamedNumbers::written_by_people(std::string_view text, std::size_t line, std::string_view name) {
    const WrittenNumber number = number_at_start(text);
    if (number.ambiguous() && sign_ == DecimalSign::unstated)
        refuse(line, name, fmt::format("\"{}\" {}", text, readings_text(number)),
               "State the decimal sign (--decimal comma or point).");
    if (sign_ == DecimalSign::unstated) {
        if (number.form == NumberForm::decimal_comma) sign_ = DecimalSign::comma;
        if (number.form == NumberForm::decimal_point) sign_ = DecimalSign::point;
    }
    const std::optional<double> value = number_value(text, sign_);
    if (!value || !std::isfinite(*value))
        refuse(line, name, fmt::format("\"{}\" is no number", text),
               "Write digits with a decimal point and no unit, or nothing where there is no data.");
    return *value;
}

std::optional<double> StreamedNumbers::at_least_zero(const StreamedRecord& record, std::size_t column,
                                                     std::string_view name) {
    const std::string_view text = record.cells[column];
    double value = 0.0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    const bool one_reading = sign_ == DecimalSign::point || text.find('.') == std::string_view::npos;
    if (error != std::errc{} || stop != end || !one_reading || !std::isfinite(value)) {
        if (is_no_data(text)) return std::nullopt;
        value = written_by_people(text, record.line, name);
    }
    if (value < 0.0)
        refuse(record.line, name, fmt::format("{} is below 0", text),
               "Leave the cell empty where there is no data.");
    constexpr double most = 1e13;  // a time in milliseconds within our age; no use of a VM comes near (A)
    if (value > most)
        refuse(record.line, name, fmt::format("{} is out of range (0 to {:g})", text, most),
               "Check the value and its unit.");
    return value;
}

}  // namespace verbund::read
