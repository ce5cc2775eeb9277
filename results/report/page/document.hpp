#pragma once

#include "results/report/page/section.hpp"

namespace verbund::report::page {

/// Everything the page shows: {"language", "title", "question", "base", "years", "milestones", "variants",
/// "centers", "sections": {id: ...}}.
[[nodiscard]] Json document(const Source& source, Language language);

}  // namespace verbund::report::page
