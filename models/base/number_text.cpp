#include "models/base/number_text.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace verbund {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_sign(char c) { return c == '.' || c == ','; }

std::size_t digits_at(std::string_view text, std::size_t from) {
    std::size_t end = from;
    while (end < text.size() && is_digit(text[end])) ++end;
    return end - from;
}

/// Length of an exponent such as "e-3" at `from`; 0 when there is none.
std::size_t exponent_at(std::string_view text, std::size_t from) {
    if (from >= text.size() || (text[from] != 'e' && text[from] != 'E')) return 0;
    const std::size_t sign = from + 1 < text.size() && (text[from + 1] == '-' || text[from + 1] == '+');
    const std::size_t digits = digits_at(text, from + 1 + sign);
    return digits == 0 ? 0 : 1 + sign + digits;
}

/// Whether `digits` consists of groups of three parted by `sign`, the first shorter and without a leading 0.
bool well_grouped(std::string_view digits, char sign) {
    const std::size_t first = digits_at(digits, 0);
    if (first < 1 || first > 3 || digits.front() == '0') return false;
    for (std::size_t at = first; at < digits.size(); at += 4)
        if (digits[at] != sign || digits_at(digits, at + 1) != 3) return false;
    return true;
}

std::string without(std::string_view digits, char sign) {
    std::string kept{digits};
    std::erase(kept, sign);
    return kept;
}

NumberForm only(char decimal_sign) {
    return decimal_sign == '.' ? NumberForm::decimal_point : NumberForm::decimal_comma;
}

/// Reads digits with one sign; `exact`: nothing follows that would settle the reading.
void read_one_sign(std::string_view digits, std::size_t at, bool exact, WrittenNumber& number) {
    const char sign = digits[at];
    number.decimal = digits;
    number.decimal[at] = '.';
    if (exact && digits.size() == at + 4 && well_grouped(digits, sign)) {
        number.form = sign == '.' ? NumberForm::ambiguous_point : NumberForm::ambiguous_comma;
        number.grouped = without(digits, sign);
    } else {
        number.form = only(sign);
    }
}

/// Reads digits with several signs: all alike part thousands; else the last one is the decimal sign.
void read_several_signs(std::string_view digits, std::size_t last, WrittenNumber& number) {
    const char sign = digits[last];
    const char other = sign == '.' ? ',' : '.';
    if (digits.find(other) == std::string_view::npos) {
        if (!well_grouped(digits, sign)) return;
        number.form = only(other);
        number.decimal = without(digits, sign);
    } else if (well_grouped(digits.substr(0, last), other)) {
        number.form = only(sign);
        number.decimal = without(digits.substr(0, last), other) + "." + std::string{digits.substr(last + 1)};
    }
}

}  // namespace

WrittenNumber number_at_start(std::string_view text) {
    WrittenNumber number;
    const std::size_t minus = text.starts_with('-') ? 1 : 0;
    std::size_t end = minus;
    while (end < text.size() && (is_digit(text[end]) || is_sign(text[end]))) ++end;
    const std::string_view digits = text.substr(minus, end - minus);
    if (digits.empty() || !is_digit(digits.back())) return number;
    const std::size_t exponent = exponent_at(text, end);
    const auto signs = std::count_if(digits.begin(), digits.end(), is_sign);
    const std::size_t last = digits.find_last_of(".,");
    if (signs == 0) {
        number.form = NumberForm::plain;
        number.decimal = digits;
    } else if (signs == 1) {
        read_one_sign(digits, last, exponent == 0, number);
    } else {
        read_several_signs(digits, last, number);
    }
    if (number.form == NumberForm::none) return {};
    number.length = end + exponent;
    number.decimal = std::string(minus, '-') + number.decimal + std::string{text.substr(end, exponent)};
    if (number.ambiguous()) number.grouped = std::string(minus, '-') + number.grouped;
    return number;
}

std::string readings_text(const WrittenNumber& number) {
    return fmt::format("can be read as {} or as {} (a {} before three digits)",
                       without_second_reading(number.decimal), number.grouped,
                       number.form == NumberForm::ambiguous_point ? "point" : "comma");
}

std::string without_second_reading(std::string number) {
    if (!number_at_start(number).ambiguous()) return number;
    const std::string whole = number;
    while (number.back() == '0') number.pop_back();
    if (is_sign(number.back())) number.pop_back();
    return number.size() == whole.size() ? number + "0" : number;
}

std::optional<double> number_value(std::string_view text, DecimalSign sign) {
    const WrittenNumber number = number_at_start(text);
    if (number.form == NumberForm::none || number.length != text.size()) return std::nullopt;
    const bool grouped = (number.form == NumberForm::ambiguous_point && sign == DecimalSign::comma) ||
                         (number.form == NumberForm::ambiguous_comma && sign == DecimalSign::point);
    const std::string& digits = grouped ? number.grouped : number.decimal;
    double value = 0.0;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (result.ec != std::errc{} || result.ptr != digits.data() + digits.size()) return std::nullopt;
    return value;
}

}  // namespace verbund
