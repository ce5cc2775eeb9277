#pragma once

#include <string>

#include "results/report/page/json.hpp"

namespace verbund::report::page {

/// The resolved study of a run or a sweep, and what it takes to get the same numbers again.
template <class Run>
[[nodiscard]] Json study_json(const Run& run) {
    return {{"text", run.resolved_study},
            {"program", run.program_version},
            {"commit", run.program_commit},
            {"seed", std::to_string(run.seed)},  // more digits than a number of JavaScript holds
            {"sha256", run.study_sha256}};
}

}  // namespace verbund::report::page
