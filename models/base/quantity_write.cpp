#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <limits>

#include <fmt/format.h>

#include "models/base/number_text.hpp"
#include "models/base/quantity_text.hpp"
#include "models/base/unit_table.hpp"

namespace verbund {
namespace detail {
namespace {

[[nodiscard]] bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Shortest decimal text whose value, times the scale, is exactly `base`; empty if there is none.
[[nodiscard]] std::string shortest_number(double base, double scale) {
    for (int digits = 1; digits <= 17; ++digits) {
        const std::string text = fmt::format("{:.{}g}", base / scale, digits);
        double value = 0.0;
        std::from_chars(text.data(), text.data() + text.size(), value);
        if (value * scale == base) return without_second_reading(fmt::format("{}", value));
    }
    return {};
}

[[nodiscard]] std::size_t significant_digits(const std::string& number) {
    const std::string_view mantissa = std::string_view{number}.substr(0, number.find('e'));
    std::string digits;
    std::copy_if(mantissa.begin(), mantissa.end(), std::back_inserter(digits), is_digit);
    const std::size_t first = digits.find_first_not_of('0');
    return first == std::string::npos ? 0 : digits.find_last_not_of('0') - first + 1;
}

/// A value written in one unit.
struct Written {
    const UnitSymbol* unit;
    std::string number;
    std::size_t digits;
};

[[nodiscard]] std::size_t fewest_digits(const std::vector<Written>& texts) {
    std::size_t fewest = std::numeric_limits<std::size_t>::max();
    for (const Written& text : texts) fewest = std::min(fewest, text.digits);
    return fewest;
}

/// The value in every unit that gives it back exactly; in an alias only where the others need a long fraction
/// (0.25 /a is 24.999999999999996 %/a, because neither scale is exact in binary).
[[nodiscard]] std::vector<Written> exact_texts(double base, QuantityKind kind) {
    constexpr std::size_t long_fraction = 16;
    std::vector<Written> texts;
    for (const UnitSymbol& unit : unit_table) {
        if (unit.kind == kind && (!unit.alias || fewest_digits(texts) >= long_fraction)) {
            const std::string number = shortest_number(base, unit.scale);
            if (!number.empty()) texts.push_back({&unit, number, significant_digits(number)});
        }
    }
    return texts;
}

}  // namespace

std::string base_text(double base, QuantityKind kind) {
    const std::vector<Written> candidates = exact_texts(base, kind);
    const Written* best = nullptr;
    for (const Written& candidate : candidates) {
        const bool at_least_one = std::abs(base) >= candidate.unit->scale;
        if (candidate.digits <= fewest_digits(candidates) + 1 && (best == nullptr || at_least_one))
            best = &candidate;
    }
    if (best != nullptr) return fmt::format("{} {}", best->number, best->unit->symbol);
    const std::vector<std::string> symbols = unit_symbols(kind);
    const UnitSymbol* unit = symbols.empty() ? nullptr : find_unit(symbols.back());
    return unit == nullptr ? fmt::format("{}", base) : fmt::format("{} {}", base / unit->scale, unit->symbol);
}

}  // namespace detail

std::string to_text(Temperature temperature) {
    return detail::base_text(temperature.celsius(), detail::KindOf<Temperature>::value);
}

}  // namespace verbund
