#pragma once

#include <string>
#include <vector>

#include "results/report/drill_report.hpp"

/// What `verbund drill --json` prints.
namespace verbund::report {

/// {"variant", columns of `DrillSummary`, "results": [columns of `DrillResult`], "timeline": [columns of
/// `DrillEvent`, "text_de", "text_en"]}; administrations by id, numbers unrounded, what does not apply is
/// null.
[[nodiscard]] std::string drill_json(const DrillReport& drill, const outcome::Run& run);

/// [{"rank", "variant", columns of `DrillSummary`}].
[[nodiscard]] std::string drill_ranking_json(std::vector<RankedDrill> drills);

}  // namespace verbund::report
