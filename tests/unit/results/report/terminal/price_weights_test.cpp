#include "results/report/terminal/price_weights.hpp"

#include "results/outcome/not_applicable.hpp"
#include "tests/support/catch.hpp"

namespace verbund::report {
namespace {

using test::contains;

TEST_CASE("a price has a line with its range, its weights and what its ends do", "[report]") {
    outcome::PriceWeights weights;
    weights.variants = {"alone", "joined"};
    weights.others = 7;
    weights.rows = {
        {"staff-fte", "87500 EUR/a", "80000 EUR/a", "95000 EUR/a", "M-m", {0.25, 0.31}, -0.0266, 0.0266},
        {"electricity",
         "path mid",
         "path low",
         "path high",
         "S",
         {0.1, 0.2},
         outcome::not_applicable,
         outcome::not_applicable}};
    const std::string english = price_weights_text(weights, {Language::english, true, false, 200});
    CHECK_THAT(
        english,
        contains(
            "staff-fte    87500 EUR/a  80000 EUR/a  95000 EUR/a   M-m   -2.7 %    2.7 %  25.0 %  31.0 %"));
    CHECK_THAT(english, contains("  S        -        -  10.0 %  20.0 %"));
    CHECK_THAT(english, contains("These 2 carry 90 % of all weights, 7 others the rest."));
    CHECK_THAT(price_weights_text(weights, {Language::german, true, false, 200}),
               contains("Diese 2 tragen 90 % aller Gewichte, 7 weitere den Rest."));
}

}  // namespace
}  // namespace verbund::report
