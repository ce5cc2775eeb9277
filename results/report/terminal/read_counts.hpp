#pragma once

#include <string>
#include <string_view>

#include "results/outcome/replay.hpp"
#include "results/report/style.hpp"

namespace verbund::report {

/// "3 too large for any host; 1 not before the end": the counts that are not zero, with the words that a
/// group has for their codes.
[[nodiscard]] std::string listed_counts(std::string_view group, const outcome::ReadCounts& counts,
                                        const Style& style);

/// A line about what was met while measured use was read; empty when nothing was.
[[nodiscard]] std::string read_counts_line(const outcome::ReadCounts& counts, const Style& style);

}  // namespace verbund::report
