#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// Numbers as people write them, and whether a point or comma inside can be read in two ways.
///
/// "1.500" is one and a half to one reader and fifteen hundred to another.  Both readings exist where one to
/// three digits that do not start with 0, a point or comma and exactly three digits make up the whole number;
/// every other number has one: "51,96", "0.500", "1.5", "1.024.000", "1.024,5".
namespace verbund {

/// What separates the decimals.
enum class DecimalSign { unstated, point, comma };

/// What the signs inside a number can be.
enum class NumberForm {
    none,             ///< no number
    plain,            ///< digits only
    decimal_point,    ///< "1.5", "0.500", "1,024,000": can only have a decimal point
    decimal_comma,    ///< "1,5", "0,500", "1.024.000": can only have a decimal comma
    ambiguous_point,  ///< "1.500"
    ambiguous_comma   ///< "1,500"
};

/// The number at the start of a text.
struct WrittenNumber {
    NumberForm form = NumberForm::none;
    std::size_t length = 0;  ///< characters of the text that belong to it
    std::string decimal;     ///< with a decimal point and no thousands signs; "1.500" stays as it is
    std::string grouped;     ///< of an ambiguous number: the reading in which the sign separates thousands

    [[nodiscard]] bool ambiguous() const noexcept {
        return form == NumberForm::ambiguous_point || form == NumberForm::ambiguous_comma;
    }
};

/// A number with an optional minus sign and exponent; neither "inf" nor "nan", no blanks, no other digits.
[[nodiscard]] WrittenNumber number_at_start(std::string_view text);

/// Of an ambiguous number: "can be read as 1.5 or as 1500 (a point before three digits)".
[[nodiscard]] std::string readings_text(const WrittenNumber& number);

/// The number as a text with one reading, which keeps its value: "1.500" -> "1.5", "1.234" -> "1.2340".
[[nodiscard]] std::string without_second_reading(std::string number);

/// The value of a text that is a number as a whole, ambiguous ones read with a decimal point or as `sign`
/// states; nothing when it is none or beyond what a number can hold.
[[nodiscard]] std::optional<double> number_value(std::string_view text,
                                                 DecimalSign sign = DecimalSign::unstated);

}  // namespace verbund
