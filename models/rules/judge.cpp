#include "models/rules/judge.hpp"

#include <limits>
#include <utility>

namespace verbund::rules {

Date last_day(const CenterYear& center) { return {center.year, 12, 31}; }

Finding finding(const CenterYear& center, std::string rule, std::string source) {
    Finding result;
    result.rule = std::move(rule);
    result.subject = center.center;
    result.year = center.year;
    result.limit = std::numeric_limits<double>::quiet_NaN();
    result.source = std::move(source);
    return result;
}

Verdict compared(double value, double limit, Bound bound) {
    constexpr double rounding = 1e-9;
    if (bound == Bound::more_than) return value > limit ? Verdict::met : Verdict::missed;
    const double excess = bound == Bound::at_most ? value - limit : limit - value;
    return excess <= rounding ? Verdict::met : Verdict::missed;
}

void set_exempt(Finding& result, Reason reason) {
    result.verdict = Verdict::exempt;
    result.reason = reason;
}

void judge_duty(Finding& result, Date due, bool fulfilled) {
    result.value = fulfilled ? 1.0 : 0.0;
    result.bound = Bound::at_least;
    result.limit = 1.0;
    result.unit = "1";
    result.since = due;
    if (due > Date{result.year, 12, 31})
        result.verdict = Verdict::upcoming;
    else
        result.verdict = fulfilled ? Verdict::met : Verdict::missed;
}

void judge_scope(Finding& result, double value, double scope, const char* unit, Date since) {
    result.value = value;
    result.bound = Bound::at_least;
    result.limit = scope;
    result.unit = unit;
    result.since = since;
    if (value < scope)
        set_exempt(result, Reason::below_scope);
    else
        result.verdict = since <= Date{result.year, 12, 31} ? Verdict::info : Verdict::upcoming;
}

}  // namespace verbund::rules
