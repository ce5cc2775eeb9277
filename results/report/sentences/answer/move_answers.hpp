#pragma once

#include <optional>

#include "results/report/sentences/answer/answers.hpp"

namespace verbund::report {

/// What a reader of annual figures must know of moves: they count as done on 1 January, and how long copying
/// takes after that; waves that are not copied within their year are named one by one.  Empty where nobody
/// moves.
[[nodiscard]] std::optional<Section> move_section(const outcome::Run& run, const Style& style);

}  // namespace verbund::report
