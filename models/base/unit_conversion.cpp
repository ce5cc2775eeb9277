#include "models/base/unit_conversion.hpp"

#include <fmt/format.h>

#include "models/base/number_text.hpp"
#include "models/base/unit_table.hpp"

namespace verbund {

std::string NumberWithUnit::text() const {
    const std::string number = without_second_reading(fmt::format("{}", value));
    return unit.empty() ? number : number + " " + unit;
}

std::optional<NumberWithUnit> number_with_unit(std::string_view text) {
    const WrittenNumber number = number_at_start(text);
    if (number.form == NumberForm::none || number.ambiguous()) return std::nullopt;
    const std::optional<double> value = number_value(number.decimal);
    if (!value) return std::nullopt;
    std::string_view unit = text.substr(number.length);
    while (!unit.empty() && unit.front() == ' ') unit.remove_prefix(1);
    while (!unit.empty() && unit.back() == ' ') unit.remove_suffix(1);
    return NumberWithUnit{*value, std::string{unit}};
}

std::optional<double> in_unit(const NumberWithUnit& number, std::string_view unit) {
    if (number.unit == unit) return number.value;
    const detail::UnitSymbol* from = detail::find_unit(number.unit);
    const detail::UnitSymbol* to = detail::find_unit(unit);
    if (from == nullptr || to == nullptr || !(from->kind == to->kind)) return std::nullopt;
    return number.value * (from->scale / to->scale);
}

}  // namespace verbund
