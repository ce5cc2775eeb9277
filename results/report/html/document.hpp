#pragma once

#include "results/report/html/section.hpp"

namespace verbund::report::html {

/// Everything the page shows: {"language", "title", "question", "base", "years", "milestones", "variants",
/// "centers", "sections": {id: ...}}.
[[nodiscard]] Json document(const Source& source, Language language);

}  // namespace verbund::report::html
