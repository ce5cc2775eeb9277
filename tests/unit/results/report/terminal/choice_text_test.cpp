#include "results/report/terminal/choice_text.hpp"

#include <algorithm>

#include "tests/support/catch.hpp"

namespace verbund::report {
namespace {

std::string flat(const Choice& choice, Language language) {
    std::string text = choice_text(choice, {.language = language});
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

TEST_CASE("a variant and a year that were taken are told with the reason", "[report]") {
    const Choice taken{.variant = "b",
                       .why_variant = VariantChoice::first,
                       .variants = 4,
                       .year = 2030,
                       .why_year = YearChoice::moves_done};
    CHECK(flat(taken, Language::english) ==
          "Variant b (the first of 4; --variant names another), year 2030 (the first milestone in which all "
          "moves are done; --year names another). ");
    CHECK_THAT(flat(taken, Language::german), test::contains("Variante b (die erste von 4;"));
    const Choice sites{.variant = "c",
                       .why_variant = VariantChoice::first_with_shared_center,
                       .variants = 3,
                       .year = 2035,
                       .why_year = YearChoice::compared_last};
    CHECK_THAT(flat(sites, Language::english),
               test::contains("of 3 the first in which a shared center runs anything") &&
                   test::contains("year 2035 (the last milestone;"));
}

TEST_CASE("what was asked for needs no reason", "[report]") {
    CHECK(flat({.variant = "b", .variants = 4, .year = 2030}, Language::english) == "Variant b, year 2030. ");
}

}  // namespace
}  // namespace verbund::report
