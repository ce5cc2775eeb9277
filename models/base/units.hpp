#pragma once

#include <compare>
#include <limits>

/// Strong physical quantities.
///
/// A quantity is built only from a unit constant (`120 * kilowatt`) and read only by `.in(kilowatt)`, so a
/// number never travels without its unit.  Products and quotients carry their dimension: `power * duration`
/// is an energy. The base units are joule, second, byte, euro, kilogram (of CO2), metre and kelvin; they
/// matter only inside.
namespace verbund {

/// Exponents of the base dimensions.
struct Dimension {
    int energy = 0;
    int time = 0;
    int data = 0;
    int money = 0;
    int carbon = 0;
    int length = 0;
    int temperature = 0;

    friend constexpr bool operator==(const Dimension&, const Dimension&) = default;
};

[[nodiscard]] constexpr Dimension operator+(Dimension a, Dimension b) {
    return {a.energy + b.energy,
            a.time + b.time,
            a.data + b.data,
            a.money + b.money,
            a.carbon + b.carbon,
            a.length + b.length,
            a.temperature + b.temperature};
}
[[nodiscard]] constexpr Dimension operator-(Dimension a, Dimension b) {
    return {a.energy - b.energy,
            a.time - b.time,
            a.data - b.data,
            a.money - b.money,
            a.carbon - b.carbon,
            a.length - b.length,
            a.temperature - b.temperature};
}

/// A named scale of one dimension; the only way into and out of a `Quantity`.
template <Dimension D>
struct Unit {
    double scale;  ///< base units per this unit
};

/// A number with a dimension.  A default-constructed quantity is zero.
template <Dimension D>
class Quantity {
public:
    constexpr Quantity() = default;
    constexpr Quantity(double value, Unit<D> unit) : base_{value * unit.scale} {}

    [[nodiscard]] constexpr double in(Unit<D> unit) const { return base_ / unit.scale; }

    friend constexpr auto operator<=>(const Quantity&, const Quantity&) = default;

    constexpr Quantity& operator+=(Quantity other) {
        base_ += other.base_;
        return *this;
    }
    constexpr Quantity& operator-=(Quantity other) {
        base_ -= other.base_;
        return *this;
    }
    constexpr Quantity& operator*=(double factor) {
        base_ *= factor;
        return *this;
    }
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return a += b; }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return a -= b; }
    friend constexpr Quantity operator-(Quantity a) { return a *= -1.0; }
    friend constexpr Quantity operator*(Quantity a, double factor) { return a *= factor; }
    friend constexpr Quantity operator*(double factor, Quantity a) { return a *= factor; }
    friend constexpr Quantity operator/(Quantity a, double divisor) { return a *= 1.0 / divisor; }

private:
    double base_ = 0.0;
};

template <Dimension A, Dimension B>
[[nodiscard]] constexpr auto operator*(Quantity<A> a, Quantity<B> b) {
    const double product = a.in(Unit<A>{1.0}) * b.in(Unit<B>{1.0});
    if constexpr (A + B == Dimension{})
        return product;
    else
        return Quantity<A + B>{product, Unit<A + B>{1.0}};
}

/// Quotient; of two quantities of one dimension a plain number.
template <Dimension A, Dimension B>
[[nodiscard]] constexpr auto operator/(Quantity<A> a, Quantity<B> b) {
    const double ratio = a.in(Unit<A>{1.0}) / b.in(Unit<B>{1.0});
    if constexpr (A == B)
        return ratio;
    else
        return Quantity<A - B>{ratio, Unit<A - B>{1.0}};
}

template <Dimension D>
[[nodiscard]] constexpr Quantity<D> operator*(double value, Unit<D> unit) {
    return {value, unit};
}

using Energy = Quantity<Dimension{.energy = 1}>;
using Duration = Quantity<Dimension{.time = 1}>;
using Power = Quantity<Dimension{.energy = 1, .time = -1}>;
using Data = Quantity<Dimension{.data = 1}>;
using DataRate = Quantity<Dimension{.time = -1, .data = 1}>;
using Money = Quantity<Dimension{.money = 1}>;
using CarbonMass = Quantity<Dimension{.carbon = 1}>;
using Length = Quantity<Dimension{.length = 1}>;
using TemperatureDifference = Quantity<Dimension{.temperature = 1}>;
using Rate = Quantity<Dimension{.time = -1}>;                            ///< growth or event rate
using CarbonIntensity = Quantity<Dimension{.energy = -1, .carbon = 1}>;  ///< CO2 per energy
using EnergyPrice = Quantity<Dimension{.energy = -1, .money = 1}>;
using MoneyRate = Quantity<Dimension{.time = -1, .money = 1}>;  ///< cost per time
using PowerPrice = Quantity<Dimension{.energy = -1, .time = 1, .money = 1}>;
using DataPrice = Quantity<Dimension{.data = -1, .money = 1}>;
using LengthPrice = Quantity<Dimension{.money = 1, .length = -1}>;
using PowerPerData = Quantity<Dimension{.energy = 1, .time = -1, .data = -1}>;
using PowerPerDataRate = Quantity<Dimension{.energy = 1, .data = -1}>;

/// A share or ratio.  Explicit, so that 30 and 30 % cannot be confused.
using Fraction = Quantity<Dimension{}>;

inline constexpr Unit<Dimension{}> one{1.0};
inline constexpr Unit<Dimension{}> percent{0.01};

inline constexpr Unit<Dimension{.energy = 1}> joule{1.0};
inline constexpr Unit<Dimension{.energy = 1}> watt_hour{3.6e3};
inline constexpr Unit<Dimension{.energy = 1}> kilowatt_hour{3.6e6};
inline constexpr Unit<Dimension{.energy = 1}> megawatt_hour{3.6e9};
inline constexpr Unit<Dimension{.energy = 1}> gigawatt_hour{3.6e12};

inline constexpr Unit<Dimension{.time = 1}> seconds{1.0};
inline constexpr Unit<Dimension{.time = 1}> milliseconds{1e-3};
inline constexpr Unit<Dimension{.time = 1}> microseconds{1e-6};
inline constexpr Unit<Dimension{.time = 1}> minutes{60.0};
inline constexpr Unit<Dimension{.time = 1}> hours{3600.0};
inline constexpr Unit<Dimension{.time = 1}> days{86400.0};
inline constexpr Unit<Dimension{.time = 1}> julian_years{365.25 *
                                                         86400.0};  ///< mean Julian year, for rates and lives

inline constexpr Unit<Dimension{.energy = 1, .time = -1}> watt{1.0};
inline constexpr Unit<Dimension{.energy = 1, .time = -1}> kilowatt{1e3};
inline constexpr Unit<Dimension{.energy = 1, .time = -1}> megawatt{1e6};

inline constexpr Unit<Dimension{.data = 1}> byte{1.0};
inline constexpr Unit<Dimension{.data = 1}> bit{0.125};
inline constexpr Unit<Dimension{.data = 1}> kilobyte{1e3};
inline constexpr Unit<Dimension{.data = 1}> megabyte{1e6};
inline constexpr Unit<Dimension{.data = 1}> gigabyte{1e9};
inline constexpr Unit<Dimension{.data = 1}> terabyte{1e12};
inline constexpr Unit<Dimension{.data = 1}> petabyte{1e15};

inline constexpr Unit<Dimension{.time = -1, .data = 1}> kilobit_per_second{125.0};
inline constexpr Unit<Dimension{.time = -1, .data = 1}> megabit_per_second{125e3};
inline constexpr Unit<Dimension{.time = -1, .data = 1}> gigabit_per_second{125e6};

inline constexpr Unit<Dimension{.money = 1}> euro{1.0};
inline constexpr Unit<Dimension{.money = 1}> thousand_euro{1e3};
inline constexpr Unit<Dimension{.money = 1}> million_euro{1e6};
inline constexpr Unit<Dimension{.carbon = 1}> kilogram_co2{1.0};
inline constexpr Unit<Dimension{.carbon = 1}> tonne_co2{1e3};
inline constexpr Unit<Dimension{.length = 1}> metre{1.0};
inline constexpr Unit<Dimension{.length = 1}> kilometre{1e3};
inline constexpr Unit<Dimension{.temperature = 1}> kelvin{1.0};

inline constexpr Unit<Dimension{.time = -1}> per_year{1.0 / (365.25 * 86400.0)};
inline constexpr Unit<Dimension{.time = -1}> percent_per_year{0.01 / (365.25 * 86400.0)};
inline constexpr Unit<Dimension{.energy = -1, .carbon = 1}> gram_co2_per_kilowatt_hour{1e-3 / 3.6e6};
inline constexpr Unit<Dimension{.energy = -1, .money = 1}> cent_per_kilowatt_hour{1e-2 / 3.6e6};
inline constexpr Unit<Dimension{.time = -1, .money = 1}> euro_per_year{1.0 / (365.25 * 86400.0)};
inline constexpr Unit<Dimension{.time = -1, .money = 1}> euro_per_month{12.0 / (365.25 * 86400.0)};
inline constexpr Unit<Dimension{.energy = -1, .time = 1, .money = 1}> euro_per_kilowatt{1e-3};
inline constexpr Unit<Dimension{.data = -1, .money = 1}> euro_per_terabyte{1e-12};
inline constexpr Unit<Dimension{.money = 1, .length = -1}> euro_per_kilometre{1e-3};
inline constexpr Unit<Dimension{.energy = 1, .time = -1, .data = -1}> watt_per_terabyte{1e-12};
inline constexpr Unit<Dimension{.energy = 1, .data = -1}> watt_per_gigabit_per_second{1.0 / 125e6};

/// A point on the temperature scale.  Points differ by a `TemperatureDifference`; they cannot be added.
class Temperature {
public:
    constexpr Temperature() = default;
    [[nodiscard]] static constexpr Temperature from_celsius(double value) { return Temperature{value}; }
    [[nodiscard]] constexpr double celsius() const { return celsius_; }
    [[nodiscard]] constexpr double kelvins() const { return celsius_ + 273.15; }

    friend constexpr auto operator<=>(const Temperature&, const Temperature&) = default;
    friend constexpr Temperature operator+(Temperature t, TemperatureDifference d) {
        return Temperature{t.celsius_ + d.in(kelvin)};
    }
    friend constexpr Temperature operator-(Temperature t, TemperatureDifference d) {
        return Temperature{t.celsius_ - d.in(kelvin)};
    }
    friend constexpr TemperatureDifference operator-(Temperature a, Temperature b) {
        return (a.celsius_ - b.celsius_) * kelvin;
    }

private:
    explicit constexpr Temperature(double celsius) : celsius_{celsius} {}
    double celsius_ = 0.0;
};

}  // namespace verbund
