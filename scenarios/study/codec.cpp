#include "scenarios/study/codec.hpp"

#include <charconv>
#include <cmath>
#include <regex>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/diagnostics.hpp"
#include "models/base/number_text.hpp"

namespace verbund::study {
namespace {

constexpr std::size_t longest_shown = 64;

std::string shown(std::string_view text) {
    std::string start{text.substr(0, longest_shown)};
    while (text.size() > longest_shown && !start.empty() &&
           (static_cast<unsigned char>(start.back()) & 0x80U) != 0)
        start.pop_back();
    return fmt::format("\"{}{}\"", start, text.size() > longest_shown ? "..." : "");
}

/// Why a text with a comma, or with several signs, is no number here; nothing when that is not its fault.
std::optional<ParseProblem> sign_problem(std::string_view text, bool whole) {
    const WrittenNumber number = number_at_start(text);
    if (number.length != text.size() || number.form == NumberForm::none) return std::nullopt;
    if (number.ambiguous()) return two_readings(text, whole);
    if (text.find(',') != std::string_view::npos && number.form == NumberForm::decimal_comma) {
        return ParseProblem{fmt::format("{} has a decimal comma (numbers have a decimal point)", shown(text)),
                            fmt::format("Write {}.", shown(number.decimal))};
    }
    if (number.decimal == text) return std::nullopt;
    return ParseProblem{fmt::format("{} has thousands signs (digits are not grouped)", shown(text)),
                        fmt::format("Write {}.", shown(number.decimal))};
}

template <class T>
Read<T> read_number(std::string_view text, const char* what, const char* example) {
    T value{};
    const char* end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, value);
    if (result.ec == std::errc{} && result.ptr == end) {
        bool finite = true;
        if constexpr (std::is_floating_point_v<T>) finite = std::isfinite(value);
        if (finite) return {value, {}};
    }
    if (auto problem = sign_problem(text, std::is_integral_v<T>)) return {std::nullopt, std::move(*problem)};
    return {std::nullopt,
            {fmt::format("{} is no {}", shown(text), what),
             fmt::format("Write digits without a unit, e.g. {}.", example)}};
}

}  // namespace

ParseProblem two_readings(std::string_view text, bool whole) {
    const WrittenNumber number = number_at_start(text);
    const std::string decimal = without_second_reading(number.decimal);
    const bool either = !whole || decimal.find('.') == std::string::npos;
    return {fmt::format("{} {}", shown(text), readings_text(number)),
            either ? fmt::format("Write {} or {}.", decimal, number.grouped)
                   : fmt::format("Write {}.", number.grouped)};
}

std::optional<ParseProblem> thousand_fold(std::string_view text, const Between<double>& limits) {
    const bool possible = !limits.maximum || *limits.maximum >= 1000.0;
    if (!possible || !number_at_start(text).ambiguous()) return std::nullopt;
    return two_readings(text, false);
}

Read<double> Codec<double>::read(std::string_view text) {
    return read_number<double>(text, "number", "1.25");
}
std::string Codec<double>::write(double value) { return fmt::format("{}", value); }

Read<int> Codec<int>::read(std::string_view text) { return read_number<int>(text, "whole number", "4"); }
std::string Codec<int>::write(int value) { return fmt::format("{}", value); }

Read<std::uint64_t> Codec<std::uint64_t>::read(std::string_view text) {
    return read_number<std::uint64_t>(text, "whole number from 0", "1");
}
std::string Codec<std::uint64_t>::write(std::uint64_t value) { return fmt::format("{}", value); }

Read<bool> Codec<bool>::read(std::string_view text) {
    if (text == "true" || text == "false") return {text == "true", {}};
    return {std::nullopt,
            {fmt::format("{} is not true or false (other spellings are not read)", shown(text)),
             "Write true or false."}};
}

Read<Date> Codec<Date>::read(std::string_view text) {
    if (const auto date = parse_date(text)) return {*date, {}};
    return {
        std::nullopt,
        {fmt::format("{} is no date (year-month-day is needed)", shown(text)), "Write it like 2026-07-01."}};
}

Read<Quarter> Codec<Quarter>::read(std::string_view text) {
    if (const auto quarter = parse_quarter(text)) return {*quarter, {}};
    return {std::nullopt,
            {fmt::format("{} is no quarter (year-Q and 1 to 4 is needed)", shown(text)),
             "Write it like 2026-Q3."}};
}

Read<StartDay> Codec<StartDay>::read(std::string_view text) {
    if (const auto date = parse_date(text)) return {StartDay{*date}, {}};
    if (const auto year = Codec<int>::read(text).value) return {StartDay{{*year, 1, 1}}, {}};
    return {std::nullopt,
            {fmt::format("{} is no date and no year (either is needed)", shown(text)),
             "Write it like 2026-07-01, or 2026 for 1 January."}};
}

std::string Codec<StartDay>::write(StartDay value) {
    const bool new_year = value.date == Date{value.date.year, 1, 1};
    return new_year ? fmt::format("{}", value.date.year) : to_string(value.date);
}

ParseProblem unknown_word(std::string_view text, const std::vector<std::string>& words) {
    const std::string near = nearest_word(text, words);
    return {fmt::format("{} is not known (one of: {})", shown(text), fmt::join(words, ", ")),
            near.empty() ? fmt::format("Write one of: {}.", fmt::join(words, ", "))
                         : fmt::format("Did you mean \"{}\"?", near)};
}

std::optional<ParseProblem> outside(const std::string& value, const TextRule& rule) {
    constexpr std::size_t longest = 10'000;
    if (value.size() > longest) {
        return ParseProblem{fmt::format("{} is too long (at most {} bytes)", shown(value), longest),
                            "Shorten it."};
    }
    if (rule.pattern.empty()) return std::nullopt;
    constexpr std::size_t longest_matched = 200;  // std::regex recurses over the text
    const std::regex pattern{rule.pattern.begin(), rule.pattern.end()};
    if (value.size() <= longest_matched && std::regex_match(value, pattern)) return std::nullopt;
    return ParseProblem{fmt::format("{} does not fit ({} is needed)", shown(value), rule.what),
                        rule.remedy == nullptr ? "Check the spelling." : rule.remedy(value)};
}

FieldList entries_of(const Map& map) {
    FieldList entries;
    for (const std::string& key : map.known) entries.push_back(map.entry(key));
    return entries;
}

std::string key_pattern(KeyRule rule) {
    return rule == KeyRule::site ? "^(group:)?[A-Za-z0-9][A-Za-z0-9_-]*$" : "^[A-Za-z0-9][A-Za-z0-9_-]*$";
}

std::optional<ParseProblem> check_key(KeyRule rule, std::string_view key) {
    constexpr std::size_t longest = 64;
    static const std::regex id{key_pattern(KeyRule::id)};
    static const std::regex site{key_pattern(KeyRule::site)};
    const std::string name{key};
    if (key.size() > longest || !std::regex_match(name, rule == KeyRule::site ? site : id)) {
        return ParseProblem{
            fmt::format("{} cannot be a name (letters a-z, digits, \"-\" and \"_\", at most {} of them)",
                        shown(key), longest),
            "Use another name; umlauts belong into title or name."};
    }
    const bool word = name == "auto" || name == "none" || name == "null" || name == "partner" ||
                      (name == "all" && rule != KeyRule::site);
    if (!word) return std::nullopt;
    return ParseProblem{fmt::format("\"{}\" cannot be a name (the word has a meaning here)", key),
                        "Use another name."};
}

}  // namespace verbund::study
