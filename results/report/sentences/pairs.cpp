#include "results/report/sentences/pairs.hpp"

#include "models/base/unit_factors.hpp"
#include "results/report/numbers.hpp"
#include "results/report/text_width.hpp"
#include "results/report/words/words.hpp"

namespace verbund::report {
namespace {

/// Whether rounding leaves no difference between them in four of five draws.
bool no_difference(const outcome::PairRow& pair, const Style& style) {
    return signed_percent(pair.difference_p10, 1.0, style) == "0 %" &&
           signed_percent(pair.difference_p90, 1.0, style) == "0 %";
}

}  // namespace

std::string pair_sentence(const outcome::PairRow& pair, const Style& style) {
    if (no_difference(pair, style)) {
        return say(style.language, "{}: {} und {} gleich (0 % Unterschied)",
                   "{}: {} and {} equal (0 % apart)", word("sweep-outcome", pair.outcome, style.language),
                   printable(pair.variant), printable(pair.other));
    }
    const bool first_less = pair.less_share >= 0.5;
    const std::string less = printable(first_less ? pair.variant : pair.other);
    const double most = first_less ? pair.less_share : 1.0 - pair.less_share;
    const std::string share = fixed_number(most * percent_per_one, 0, style) + " %";
    const std::string verdict = pair.apart
                                    ? say(style.language, "{} weniger in {}", "{} less in {}", less, share)
                                    : say(style.language, "nicht zu unterscheiden ({} weniger in {})",
                                          "cannot be told apart ({} less in {})", less, share);
    return say(style.language, "{}: {} gegen {} {} ({} bis {}); {}", "{}: {} against {} {} ({} to {}); {}",
               word("sweep-outcome", pair.outcome, style.language), printable(pair.variant),
               printable(pair.other), signed_percent(pair.difference_p50, 1.0, style),
               signed_percent(pair.difference_p10, 1.0, style),
               signed_percent(pair.difference_p90, 1.0, style), verdict);
}

}  // namespace verbund::report
