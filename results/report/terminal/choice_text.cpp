#include "results/report/terminal/choice_text.hpp"

#include "results/report/numbers.hpp"
#include "results/report/text_width.hpp"

namespace verbund::report {
namespace {

std::string variant_reason(const Choice& choice, const Style& style) {
    switch (choice.why_variant) {
        case VariantChoice::first:
            return say(style.language, " (die erste von {}; --variant nennt eine andere)",
                       " (the first of {}; --variant names another)", choice.variants);
        case VariantChoice::first_with_shared_center:
            return say(style.language,
                       " (von {} die erste, in der ein gemeinsames Rechenzentrum etwas betreibt; --variant "
                       "nennt eine andere)",
                       " (of {} the first in which a shared center runs anything; --variant names another)",
                       choice.variants);
        case VariantChoice::asked:
        case VariantChoice::only:
            break;
    }
    return {};
}

std::string year_reason(YearChoice why, const Style& style) {
    switch (why) {
        case YearChoice::first_milestone:
            return say(style.language, " (der erste Meilenstein; --year nennt ein anderes)",
                       " (the first milestone; --year names another)");
        case YearChoice::moves_done:
            return say(
                style.language,
                " (der erste Meilenstein, in dem alle Umzüge geschehen sind; --year nennt ein anderes)",
                " (the first milestone in which all moves are done; --year names another)");
        case YearChoice::last_milestone:
            return say(style.language,
                       " (der letzte Meilenstein; danach wird noch umgezogen; --year nennt ein anderes)",
                       " (the last milestone; moves go on after it; --year names another)");
        case YearChoice::compared_last:
            return say(style.language, " (der letzte Meilenstein; --year nennt ein anderes)",
                       " (the last milestone; --year names another)");
        case YearChoice::asked:
            break;
    }
    return {};
}

}  // namespace

std::string choice_text(const Choice& choice, const Style& style) {
    const std::string text =
        say(style.language, "Variante {}{}, Jahr {}{}.", "Variant {}{}, year {}{}.", choice.variant,
            variant_reason(choice, style), choice.year, year_reason(choice.why_year, style));
    return wrap(printable(text), static_cast<std::size_t>(style.width), 0) + '\n';
}

}  // namespace verbund::report
