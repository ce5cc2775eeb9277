#pragma once

#include <array>
#include <string_view>

#include "models/base/quantity_text.hpp"
#include "models/base/units.hpp"

/// Units and quantities by name; used by the reading and the writing of quantity text only.
namespace verbund::detail {

/// A unit as written.  Within a kind the rows rise by scale; an alias is read but never written.
struct UnitSymbol {
    std::string_view symbol;
    QuantityKind kind;
    double scale;
    bool alias = false;
};

template <Dimension D>
[[nodiscard]] constexpr UnitSymbol symbol(std::string_view text, Unit<D> unit) {
    return {text, {D, false}, unit.scale, false};
}
template <Dimension D>
[[nodiscard]] constexpr UnitSymbol alias(std::string_view text, Unit<D> unit) {
    return {text, {D, false}, unit.scale, true};
}

inline constexpr QuantityKind temperature_point{{.temperature = 1}, true};

inline constexpr std::array unit_table{
    symbol("J", joule),
    symbol("Wh", watt_hour),
    symbol("kWh", kilowatt_hour),
    symbol("MWh", megawatt_hour),
    symbol("GWh", gigawatt_hour),
    symbol("W", watt),
    symbol("kW", kilowatt),
    symbol("MW", megawatt),
    symbol("us", microseconds),
    alias("µs", microseconds),
    symbol("ms", milliseconds),
    symbol("s", seconds),
    symbol("min", minutes),
    symbol("h", hours),
    symbol("d", days),
    symbol("a", julian_years),
    symbol("B", byte),
    symbol("kB", kilobyte),
    symbol("MB", megabyte),
    symbol("GB", gigabyte),
    symbol("TB", terabyte),
    symbol("PB", petabyte),
    symbol("kbit/s", kilobit_per_second),
    symbol("Mbit/s", megabit_per_second),
    symbol("Gbit/s", gigabit_per_second),
    symbol("m", metre),
    symbol("km", kilometre),
    symbol("EUR", euro),
    alias("€", euro),
    symbol("kEUR", thousand_euro),
    symbol("MEUR", million_euro),
    symbol("kg", kilogram_co2),
    symbol("t", tonne_co2),
    symbol("K", kelvin),
    UnitSymbol{"°C", temperature_point, 1.0},
    UnitSymbol{"degC", temperature_point, 1.0, true},
    symbol("%", percent),
    symbol("%/a", percent_per_year),
    alias("/a", per_year),
    symbol("g/kWh", gram_co2_per_kilowatt_hour),
    symbol("ct/kWh", cent_per_kilowatt_hour),
    symbol("EUR/kW", euro_per_kilowatt),
    symbol("EUR/TB", euro_per_terabyte),
    symbol("EUR/km", euro_per_kilometre),
    symbol("EUR/a", euro_per_year),
    alias("EUR/month", euro_per_month),
    symbol("W/TB", watt_per_terabyte),
    symbol("W/(Gbit/s)", watt_per_gigabit_per_second),
};

struct KindName {
    QuantityKind kind;
    std::string_view name;     ///< with article
    std::string_view example;  ///< a typical value
};

template <class Q>
[[nodiscard]] constexpr KindName named(std::string_view name, std::string_view example) {
    return {KindOf<Q>::value, name, example};
}

inline constexpr std::array kind_names{
    named<Energy>("an energy", "120 MWh"),
    named<Power>("a power", "20 kW"),
    named<Duration>("a duration", "4 h"),
    named<Data>("an amount of data", "10 TB"),
    named<DataRate>("a data rate", "10 Gbit/s"),
    named<Length>("a length", "200 km"),
    named<Money>("an amount of money", "26000 EUR"),
    named<CarbonMass>("a mass of CO2", "45 t"),
    named<TemperatureDifference>("a temperature difference", "5 K"),
    named<Temperature>("a temperature", "27 °C"),
    named<Fraction>("a share", "30 %"),
    named<Rate>("a yearly rate", "6 %/a"),
    named<CarbonIntensity>("an emission factor", "380 g/kWh"),
    named<EnergyPrice>("a price of energy", "17 ct/kWh"),
    named<PowerPrice>("a price of power", "20000 EUR/kW"),
    named<DataPrice>("a price of storage", "700 EUR/TB"),
    named<LengthPrice>("a price of length", "13000 EUR/km"),
    named<MoneyRate>("a yearly cost", "1200 EUR/a"),
    named<PowerPerData>("a power per amount of data", "6 W/TB"),
    named<PowerPerDataRate>("a power per data rate", "5 W/(Gbit/s)"),
};

/// The row of a unit; null if there is none.
[[nodiscard]] const UnitSymbol* find_unit(std::string_view symbol);
[[nodiscard]] const KindName& names_of(QuantityKind kind);

}  // namespace verbund::detail
