#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/base/calendar.hpp"
#include "models/base/quantity_text.hpp"
#include "scenarios/study/field.hpp"
#include "scenarios/study/start_day.hpp"

/// How each type of member is written and read, and what limits it takes.
namespace verbund::study {

/// Limits of ordered values, both inclusive.
template <class T>
struct Between {
    std::optional<T> minimum;
    std::optional<T> maximum;
};

/// Limits of a text: a regular expression and what it stands for.
struct TextRule {
    std::string_view pattern;                                   ///< empty = any text
    std::string_view what;                                      ///< "a state key of two digits, e.g. \"05\""
    std::string (*remedy)(const std::string& value) = nullptr;  ///< of what does not fit; null = the spelling
};

struct NoLimits {};

/// Result of reading a text.
template <class T>
using Read = Parsed<T>;

/// Words of an enumeration, in the order of its values; specialised in enum_words.hpp.
template <class E>
struct EnumWords;

template <class T>
struct Codec;

template <>
struct Codec<double> {
    using Limits = Between<double>;
    static constexpr ValueKind kind = ValueKind::number;
    static std::string what() { return "a number"; }
    static Read<double> read(std::string_view text);
    static std::string write(double value);
};

template <>
struct Codec<int> {
    using Limits = Between<int>;
    static constexpr ValueKind kind = ValueKind::whole;
    static std::string what() { return "a whole number"; }
    static Read<int> read(std::string_view text);
    static std::string write(int value);
};

template <>
struct Codec<std::uint64_t> {
    using Limits = Between<std::uint64_t>;
    static constexpr ValueKind kind = ValueKind::whole;
    static std::string what() { return "a whole number"; }
    static Read<std::uint64_t> read(std::string_view text);
    static std::string write(std::uint64_t value);
};

template <>
struct Codec<bool> {
    using Limits = NoLimits;
    static constexpr ValueKind kind = ValueKind::flag;
    static std::string what() { return "true or false"; }
    static Read<bool> read(std::string_view text);
    static std::string write(bool value) { return value ? "true" : "false"; }
};

template <>
struct Codec<std::string> {
    using Limits = TextRule;
    static constexpr ValueKind kind = ValueKind::text;
    static std::string what() { return "a text"; }
    static Read<std::string> read(std::string_view text) { return {std::string{text}, {}}; }
    static std::string write(const std::string& value) { return value; }
};

template <>
struct Codec<Date> {
    using Limits = Between<Date>;
    static constexpr ValueKind kind = ValueKind::date;
    static std::string what() { return "a date"; }
    static Read<Date> read(std::string_view text);
    static std::string write(Date value) { return to_string(value); }
};

template <>
struct Codec<Quarter> {
    using Limits = Between<Quarter>;
    static constexpr ValueKind kind = ValueKind::text;
    static constexpr std::string_view pattern = "[0-9]{4}-Q[1-4]";
    static std::string what() { return "a quarter"; }
    static Read<Quarter> read(std::string_view text);
    static std::string write(Quarter value) { return to_string(value); }
};

template <>
struct Codec<StartDay> {
    using Limits = Between<StartDay>;
    static constexpr ValueKind kind = ValueKind::day_or_year;
    static std::string what() { return "a date or a year"; }
    static Read<StartDay> read(std::string_view text);
    /// A 1 January as its year.
    static std::string write(StartDay value);
};

/// Quantities and temperatures.
template <class Q>
struct QuantityCodec {
    using Limits = Between<Q>;
    static constexpr ValueKind kind = ValueKind::quantity;
    static std::string what() { return std::string{quantity_name<Q>()}; }
    static Read<Q> read(std::string_view text) { return parse_quantity<Q>(text); }
    static std::string write(Q value) { return to_text(value); }
};
template <Dimension D>
struct Codec<Quantity<D>> : QuantityCodec<Quantity<D>> {};
template <>
struct Codec<Temperature> : QuantityCodec<Temperature> {};

/// The problem of an ambiguous number (see number_text.hpp), both of its readings named; `whole`: only a
/// whole number can be meant.
[[nodiscard]] ParseProblem two_readings(std::string_view text, bool whole);

/// The problem of a plain number that could be meant a thousand times larger: ambiguous, and the limits leave
/// room for both readings.  Coordinates, exponents and factors are too small to have the second.
[[nodiscard]] std::optional<ParseProblem> thousand_fold(std::string_view text, const Between<double>& limits);

/// The problem of a word that is none of `words`.
[[nodiscard]] ParseProblem unknown_word(std::string_view text, const std::vector<std::string>& words);

/// Enumerations, by their words.
template <class E>
requires std::is_enum_v<E>
struct Codec<E> {
    using Limits = NoLimits;
    static constexpr ValueKind kind = ValueKind::choice;
    static std::string what() { return "a word"; }
    static std::vector<std::string> words() {
        return {EnumWords<E>::words.begin(), EnumWords<E>::words.end()};
    }
    static Read<E> read(std::string_view text) {
        for (std::size_t i = 0; i < EnumWords<E>::words.size(); ++i)
            if (EnumWords<E>::words[i] == text) return {static_cast<E>(i), {}};
        return {std::nullopt, unknown_word(text, words())};
    }
    static std::string write(E value) {
        return std::string{EnumWords<E>::words[static_cast<std::size_t>(value)]};
    }
};

template <class T>
using LimitsOf = typename Codec<T>::Limits;

/// Why a value is outside its limits.
template <class T>
std::optional<ParseProblem> outside(const T& value, const Between<T>& limits) {
    const auto problem = [&](const char* side, const T& limit) {
        return ParseProblem{"\"" + Codec<T>::write(value) + "\" is out of range (" + side + " " +
                                Codec<T>::write(limit) + ")",
                            "Check the value and its unit."};
    };
    if (limits.minimum && value < *limits.minimum) return problem("at least", *limits.minimum);
    if (limits.maximum && value > *limits.maximum) return problem("at most", *limits.maximum);
    return std::nullopt;
}
std::optional<ParseProblem> outside(const std::string& value, const TextRule& rule);
template <class T>
std::optional<ParseProblem> outside(const T&, const NoLimits&) {
    return std::nullopt;
}

}  // namespace verbund::study
