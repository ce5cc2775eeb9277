#pragma once

#include <string>

#include "models/rules/rules.hpp"

/// What the rules of a center share: how a finding begins and how a value is held against its limit.
namespace verbund::rules {

[[nodiscard]] Date last_day(const CenterYear& center);

/// Without a verdict and a limit yet.
[[nodiscard]] Finding finding(const CenterYear& center, std::string rule, std::string source);

/// Rounding is forgiven, but not to a value that must be more than its limit: a share of 1 summed over the
/// hours of a year is still 100 %.
[[nodiscard]] Verdict compared(double value, double limit, Bound bound);

void set_exempt(Finding& result, Reason reason);

/// A thing that a center has or has not, due from a day on.
void judge_duty(Finding& result, Date due, bool fulfilled);

/// A value from which a center is in a rule's scope: exempt below, a note from there on, upcoming before
/// `since`.
void judge_scope(Finding& result, double value, double scope, const char* unit, Date since);

}  // namespace verbund::rules
