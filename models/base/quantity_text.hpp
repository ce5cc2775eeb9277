#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "models/base/units.hpp"

/// Quantities as people write them: "350 W", "10 Gbit/s", "200 km", "20 %/a", "27 °C".
///
/// A number with a decimal point (an exponent is allowed), optional blanks, and one unit, whose case matters.
/// A bare number, another dimension, a decimal comma, `nan`, `inf` and hexadecimal numbers are refused with a
/// remedy; so is a number with two readings ("1.500 kW", see number_text.hpp), except in shares and rates,
/// and where the point is known to be the decimal sign.
namespace verbund {

/// Whether a point before three digits may separate thousands.
enum class PointMeaning { unstated, decimal };

/// Why a text is no quantity of the wanted kind; fits `Diagnostic::problem` and `Diagnostic::remedy`.
struct ParseProblem {
    std::string problem;  ///< e.g. `"20 kWh" is an energy (a power is needed)`
    std::string remedy;   ///< e.g. `Did you mean "20 kW"?`
};

/// The value, or the problem when there is none.
template <class Q>
struct Parsed {
    std::optional<Q> value;
    ParseProblem problem;

    [[nodiscard]] explicit operator bool() const noexcept { return value.has_value(); }
};

namespace detail {

/// A dimension, or a point on the temperature scale (which has the dimension of a difference).
struct QuantityKind {
    Dimension dimension;
    bool temperature_point = false;

    friend constexpr bool operator==(const QuantityKind&, const QuantityKind&) = default;
};

template <class Q>
struct KindOf;
template <Dimension D>
struct KindOf<Quantity<D>> {
    static constexpr QuantityKind value{D, false};
};
template <>
struct KindOf<Temperature> {
    static constexpr QuantityKind value{{.temperature = 1}, true};
};

/// Value in base units (temperature points: degrees Celsius).
[[nodiscard]] Parsed<double> parse_base(std::string_view text, QuantityKind wanted, PointMeaning point);
[[nodiscard]] std::string base_text(double base, QuantityKind kind);
[[nodiscard]] std::string_view kind_name(QuantityKind kind);
[[nodiscard]] std::vector<std::string> unit_symbols(QuantityKind kind);

}  // namespace detail

/// Reads a quantity: `parse_quantity<Power>("20 kW")`.  `Q` is a quantity of `units.hpp` or `Temperature`.
///
/// `point`: `decimal` for tables whose decimal sign is known, such as those of the catalog.
template <class Q>
[[nodiscard]] Parsed<Q> parse_quantity(std::string_view text, PointMeaning point = PointMeaning::unstated) {
    const Parsed<double> base = detail::parse_base(text, detail::KindOf<Q>::value, point);
    if (!base) return {std::nullopt, base.problem};
    if constexpr (std::is_same_v<Q, Temperature>)
        return {Temperature::from_celsius(*base.value), {}};
    else
        return {Q{*base.value, Unit<detail::KindOf<Q>::value.dimension>{1.0}}, {}};
}

/// Text with the largest unit that keeps the number short: "20 kW", "6 %/a", "1.2340 kW" (which has one
/// reading only).  Reading it back gives the same value.
template <Dimension D>
[[nodiscard]] std::string to_text(Quantity<D> quantity) {
    return detail::base_text(quantity.in(Unit<D>{1.0}), {D, false});
}
[[nodiscard]] std::string to_text(Temperature temperature);

/// "a power", "an energy", ... for messages.
template <class Q>
[[nodiscard]] std::string_view quantity_name() {
    return detail::kind_name(detail::KindOf<Q>::value);
}

/// The units accepted for a quantity, aliases such as "€" included.
template <class Q>
[[nodiscard]] std::vector<std::string> quantity_units() {
    return detail::unit_symbols(detail::KindOf<Q>::value);
}

}  // namespace verbund
