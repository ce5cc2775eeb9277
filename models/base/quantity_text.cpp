#include "models/base/quantity_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "models/base/number_text.hpp"
#include "models/base/unit_table.hpp"

namespace verbund {
namespace detail {
namespace {

/// Spellings in use elsewhere and the unit they stand for here.
struct Spelling {
    std::string_view written;
    std::string_view symbol;
};
constexpr std::array foreign_spellings{
    Spelling{"Gbps", "Gbit/s"},
    Spelling{"Gb/s", "Gbit/s"},
    Spelling{"Mbps", "Mbit/s"},
    Spelling{"Mb/s", "Mbit/s"},
    Spelling{"kbps", "kbit/s"},
    Spelling{"kb/s", "kbit/s"},
    Spelling{"sec", "s"},
    Spelling{"hour", "h"},
    Spelling{"hours", "h"},
    Spelling{"day", "d"},
    Spelling{"days", "d"},
    Spelling{"y", "a"},
    Spelling{"yr", "a"},
    Spelling{"year", "a"},
    Spelling{"years", "a"},
    Spelling{"Euro", "EUR"},
    Spelling{"C", "°C"},
    Spelling{"%/y", "%/a"},
    Spelling{"%/year", "%/a"},
    Spelling{"percent", "%"},
    Spelling{"to", "t"},
    Spelling{"€/kW", "EUR/kW"},
    Spelling{"€/TB", "EUR/TB"},
    Spelling{"€/km", "EUR/km"},
    Spelling{"€/a", "EUR/a"},
    Spelling{"€/month", "EUR/month"},
    Spelling{"EUR/Monat", "EUR/month"},
    Spelling{"min.", "min"},
    Spelling{"W/Gbit/s", "W/(Gbit/s)"},
};

[[nodiscard]] bool equal_but_for_case(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [lower](char x, char y) { return lower(x) == lower(y); });
}

/// The unit that someone who wrote `symbol` is likely to mean, of the wanted kind if possible; null if
/// unclear.
[[nodiscard]] const UnitSymbol* likely_unit(std::string_view symbol, QuantityKind wanted) {
    const UnitSymbol* likely = nullptr;
    for (const UnitSymbol& unit : unit_table)
        if (equal_but_for_case(unit.symbol, symbol) && (likely == nullptr || unit.kind == wanted))
            likely = &unit;
    for (const Spelling& spelling : foreign_spellings)
        if (likely == nullptr && equal_but_for_case(spelling.written, symbol))
            likely = find_unit(spelling.symbol);
    return likely;
}

/// The one unit of the wanted kind that extends or shortens `symbol`: kWh and kW, % and %/a; null if none or
/// several.
[[nodiscard]] const UnitSymbol* sibling_unit(std::string_view symbol, QuantityKind wanted) {
    const UnitSymbol* sibling = nullptr;
    for (const UnitSymbol& unit : unit_table) {
        if (unit.kind == wanted && !unit.alias &&
            (unit.symbol.starts_with(symbol) || symbol.starts_with(unit.symbol))) {
            if (sibling != nullptr) return nullptr;
            sibling = &unit;
        }
    }
    return sibling;
}

/// Length of a blank at the start: ASCII, no-break space (U+00A0) or narrow no-break space (U+202F), which
/// come along with text pasted from office documents.
[[nodiscard]] std::size_t leading_blank(std::string_view text) {
    for (const std::string_view blank : {" ", "\t", "\u00a0", "\u202f"})
        if (text.starts_with(blank)) return blank.size();
    return 0;
}

[[nodiscard]] std::string_view without_leading_blanks(std::string_view text) {
    while (const std::size_t length = leading_blank(text)) text.remove_prefix(length);
    return text;
}

[[nodiscard]] std::string_view without_blanks_around(std::string_view text) {
    text = without_leading_blanks(text);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

[[nodiscard]] bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The text in quotes, cut to 64 characters and without control characters.
[[nodiscard]] std::string quoted(std::string_view text) {
    constexpr std::size_t longest = 64;
    std::string shown{text.substr(0, longest)};
    if (text.size() > longest) {
        while (!shown.empty() && (static_cast<unsigned char>(text[shown.size()]) & 0xC0U) == 0x80U)
            shown.pop_back();  // not inside a UTF-8 character
        shown += "...";
    }
    std::replace_if(
        shown.begin(), shown.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; },
        '?');
    return '"' + shown + '"';
}

[[nodiscard]] std::string how_to_write(QuantityKind wanted) {
    const KindName& names = names_of(wanted);
    std::vector<std::string_view> symbols;
    for (const UnitSymbol& unit : unit_table)
        if (unit.kind == wanted && !unit.alias) symbols.push_back(unit.symbol);
    std::string list;
    for (std::size_t i = 0; i < symbols.size(); ++i) {
        list += i == 0 ? "" : i + 1 == symbols.size() ? " or " : ", ";
        list += symbols[i];
    }
    return fmt::format("Write {} in {}, e.g. \"{}\".", names.name, list, names.example);
}

[[nodiscard]] std::string did_you_mean(std::string_view number, std::string_view symbol) {
    return fmt::format("Did you mean {}?", quoted(fmt::format("{} {}", number, symbol)));
}

[[nodiscard]] Parsed<double> refuse(std::string problem, std::string remedy) {
    return {std::nullopt, {std::move(problem), std::move(remedy)}};
}

[[nodiscard]] Parsed<double> refuse_bare_number(std::string_view number, double value, QuantityKind wanted) {
    const KindName& names = names_of(wanted);
    const std::string problem = fmt::format("{} has no unit ({} is needed)", quoted(number), names.name);
    if (wanted == KindOf<Fraction>::value && std::abs(value) <= 1.0)
        return refuse(problem, did_you_mean(fmt::format("{:.12g}", value * 100.0), "%"));
    const std::string_view example = names.example;
    return refuse(problem, did_you_mean(number, example.substr(example.find(' ') + 1)));
}

/// `rest` is what follows the number.
[[nodiscard]] Parsed<double> refuse_two_readings(std::string_view text, const WrittenNumber& number,
                                                 std::string_view rest) {
    const std::string decimal = without_second_reading(number.decimal);
    const auto with_unit = [rest](const std::string& digits) {
        return quoted(fmt::format("{}{}", digits, rest));
    };
    return refuse(fmt::format("{} {}", quoted(text), readings_text(number)),
                  fmt::format("Write {} or {}.", with_unit(decimal), with_unit(number.grouped)));
}

/// Of a number with a comma or with several signs.
[[nodiscard]] Parsed<double> refuse_comma(std::string_view text, const WrittenNumber& number,
                                          std::string_view rest) {
    const bool comma = number.form != NumberForm::decimal_point && text.find(',') != std::string_view::npos;
    return refuse(fmt::format("{} has {}", quoted(text),
                              comma ? "a decimal comma (numbers have a decimal point)"
                                    : "thousands signs inside the number (digits are not grouped)"),
                  fmt::format("Write {}.", quoted(fmt::format("{}{}", number.decimal, rest))));
}

[[nodiscard]] Parsed<double> refuse_grouping(std::string_view text, std::string_view number,
                                             std::string_view rest) {
    return refuse(fmt::format("{} has a gap inside the number (digits are not grouped)", quoted(text)),
                  fmt::format("Write {}.", quoted(fmt::format("{}{}", number, rest))));
}

[[nodiscard]] Parsed<double> refuse_unit(std::string_view text, std::string_view number,
                                         std::string_view symbol, QuantityKind wanted) {
    if (const UnitSymbol* likely = likely_unit(symbol, wanted)) {
        const bool case_only = equal_but_for_case(likely->symbol, symbol);
        const UnitSymbol* fitting = likely->kind == wanted ? likely : sibling_unit(likely->symbol, wanted);
        return refuse(fmt::format("{} has an unknown unit ({})", quoted(text),
                                  case_only ? fmt::format("upper and lower case matter: {}", likely->symbol)
                                            : fmt::format("written {} here", likely->symbol)),
                      fitting != nullptr ? did_you_mean(number, fitting->symbol) : how_to_write(wanted));
    }
    constexpr std::size_t shortest = 2;  // "M" alone begins too many
    const UnitSymbol* begun = symbol.size() >= shortest ? sibling_unit(symbol, wanted) : nullptr;
    return refuse(fmt::format("{} has an unknown unit ({} is needed)", quoted(text), names_of(wanted).name),
                  begun != nullptr ? did_you_mean(number, begun->symbol) : how_to_write(wanted));
}

[[nodiscard]] Parsed<double> refuse_kind(std::string_view text, std::string_view number,
                                         const UnitSymbol& unit, QuantityKind wanted) {
    const UnitSymbol* sibling = sibling_unit(unit.symbol, wanted);
    return refuse(
        fmt::format("{} is {} ({} is needed)", quoted(text), kind_name(unit.kind), names_of(wanted).name),
        sibling != nullptr ? did_you_mean(number, sibling->symbol) : how_to_write(wanted));
}

/// Length of the number at the start of the text, 0 if there is none.  Unlike `from_chars` it knows no "inf"
/// or "nan".
[[nodiscard]] std::size_t number_length(std::string_view text, double& value, bool& in_range) {
    const std::size_t sign = text.starts_with('-') ? 1 : 0;
    const std::size_t first = sign + (text.substr(sign).starts_with('.') ? 1 : 0);
    if (first >= text.size() || !is_digit(text[first])) return 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    in_range = result.ec == std::errc{};
    return static_cast<std::size_t>(result.ptr - text.data());
}

/// Shares and yearly rates: what is in the hundreds of per cent is no thousands.
[[nodiscard]] bool is_share(QuantityKind kind) {
    return kind == KindOf<Fraction>::value || kind == KindOf<Rate>::value;
}

}  // namespace

Parsed<double> parse_base(std::string_view text, QuantityKind wanted, PointMeaning point) {
    const std::string_view trimmed = without_blanks_around(text);
    double value = 0.0;
    bool in_range = true;
    const std::size_t length = number_length(trimmed, value, in_range);
    if (length == 0) {
        return refuse(fmt::format("{} does not begin with a number ({} is needed)", quoted(text),
                                  names_of(wanted).name),
                      how_to_write(wanted));
    }
    const std::string_view number = trimmed.substr(0, length);
    const std::string_view rest = trimmed.substr(length);
    const std::string_view symbol = without_leading_blanks(rest);
    const WrittenNumber written = number_at_start(trimmed);
    if (written.ambiguous() && point == PointMeaning::unstated && !is_share(wanted))
        return refuse_two_readings(trimmed, written, trimmed.substr(written.length));
    if (written.length > length) return refuse_comma(trimmed, written, trimmed.substr(written.length));
    if (!in_range) {
        return refuse(fmt::format("{} is out of range (too large or too small for a number)", quoted(text)),
                      how_to_write(wanted));
    }
    if (is_digit(symbol.empty() ? ' ' : symbol.front())) return refuse_grouping(trimmed, number, symbol);
    if (symbol.empty()) return refuse_bare_number(number, value, wanted);
    const UnitSymbol* unit = find_unit(symbol);
    if (unit == nullptr) return refuse_unit(trimmed, number, symbol, wanted);
    if (unit->kind != wanted) return refuse_kind(trimmed, number, *unit, wanted);
    if (!std::isfinite(value * unit->scale)) {
        return refuse(fmt::format("{} is out of range (too large for a number)", quoted(text)),
                      how_to_write(wanted));
    }
    return {value * unit->scale, {}};
}

}  // namespace detail
}  // namespace verbund
