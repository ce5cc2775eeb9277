#pragma once

#include <string>

#include "results/report/style.hpp"

/// Numbers as planners read them.
namespace verbund::report {

/// Three significant digits without trailing zeros, thousands and decimals marked as the language does: 12
/// 345
/// -> "12.300" (English "12,300"), 0.12345 -> "0,123".  A dash when there is no number (NaN), the infinity
/// sign (or "inf") when it has no bound.
[[nodiscard]] std::string short_number(double value, const Style& style);

/// Three significant digits but at most two decimals, trailing zeros kept, so that measured values of a
/// column align: 13.04 -> "13,0", 0.0084 -> "0,01".
[[nodiscard]] std::string measured_number(double value, const Style& style);

/// A fixed number of decimals, e.g. for a PUE.
[[nodiscard]] std::string fixed_number(double value, int decimals, const Style& style);

/// With its sign: "+12,3", "-4"; "0" when nothing differs.
[[nodiscard]] std::string signed_number(double value, const Style& style);

/// The share `part / whole` as a signed percentage "+12 %"; a dash when `whole` is zero or either is unknown.
[[nodiscard]] std::string signed_percent(double part, double whole, const Style& style);

/// A time as people say it: "42 s", "5,3 min", "24 h", "30 Tage"; a dash when there is no number.
[[nodiscard]] std::string time_text(double time_s, const Style& style);

/// The same for a recovery, which not-a-number says never comes ("nie"), and for data lost, of which it says
/// that none are left ("alles").
[[nodiscard]] std::string recovery_text(double time_s, const Style& style);
[[nodiscard]] std::string loss_text(double time_s, const Style& style);

[[nodiscard]] std::string_view dash(const Style& style);

}  // namespace verbund::report
