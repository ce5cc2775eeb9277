#pragma once

#include <string>

#include "results/outcome/sweep.hpp"
#include "results/report/style.hpp"

/// Cells of the tables that tell a sweep.
namespace verbund::report {

/// With two significant digits: ends of a range are not known better.
[[nodiscard]] std::string end_text(double value, const Style& style);

/// "61 (52-74)": median, and range that holds eight draws of ten.
[[nodiscard]] std::string band_cell(const outcome::Band& band, double factor, const Style& style);

/// The same of a recovery or a loss of data, in seconds: "2.5 h (2.2 h-never)"; one number where all are the
/// same.
[[nodiscard]] std::string recovery_band_cell(const outcome::Band& band, outcome::Display display,
                                             const Style& style);

/// A recovery or a loss of data, infinite where it never ends or loses everything.
[[nodiscard]] std::string recovery_cell(double time_s, outcome::Display display, const Style& style);

/// "61 %" of a share of 0.61.
[[nodiscard]] std::string percent_cell(double share, const Style& style);

/// A name, cut to the width that its column has.
[[nodiscard]] std::string sweep_name_cell(std::string_view name, const Style& style);

}  // namespace verbund::report
