#include "results/report/sentences/tell.hpp"

#include <array>
#include <locale>

#include "models/base/calendar.hpp"
#include "results/report/numbers.hpp"
#include "results/report/text_width.hpp"
#include "results/report/words/words.hpp"

namespace verbund::report {
namespace {

struct DecimalComma : std::numpunct<char> {
protected:
    [[nodiscard]] char do_decimal_point() const override { return ','; }
};

const std::locale& locale_of(Language language) {
    static const std::locale german{std::locale::classic(), new DecimalComma};  // which the locale owns
    return language == Language::german ? german : std::locale::classic();
}

}  // namespace

std::optional<std::string> tell_values(std::string_view group, std::initializer_list<std::string> ids,
                                       Language language, fmt::format_args values) {
    for (const std::string& id : ids)
        if (const auto found = find_word(group, id, language))
            return fmt::vformat(locale_of(language), *found, values);
    return std::nullopt;
}

std::string value_and_limit(double value, double limit, std::string_view unit, Language language) {
    const Style style{language, false};
    const std::string with_unit = unit.empty() || unit == "1" ? "" : fmt::format(" {}", display_unit(unit));
    return say(language, "{}{} (Grenze {}{})", "{}{} (limit {}{})", short_number(value, style), with_unit,
               short_number(limit, style), with_unit);
}

std::string day_text(std::string_view iso, Language language) {
    static constexpr std::array<const char*, 12> months{"January",   "February", "March",    "April",
                                                        "May",       "June",     "July",     "August",
                                                        "September", "October",  "November", "December"};
    const std::optional<Date> day = parse_date(iso);
    if (!day) return printable(iso);
    return language == Language::german
               ? fmt::format("{}.{}.{}", day->day, day->month, day->year)
               : fmt::format("{} {} {}", day->day, months.at(static_cast<std::size_t>(day->month - 1)),
                             day->year);
}

}  // namespace verbund::report
