#pragma once

#include <string>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "results/report/style.hpp"

/// What `verbund drill` shows: one drill with its timeline, or many ranked.
namespace verbund::report {

/// One drill with its rows.
struct DrillReport {
    std::string variant;  ///< id, as shown
    outcome::DrillSummary summary;
    std::vector<outcome::DrillResult> results;
    std::vector<outcome::DrillEvent> timeline;
};

/// A summary and the variant it belongs to.
struct RankedDrill {
    std::string variant;
    outcome::DrillSummary summary;
};

/// Sentences about the whole, the timeline (* = on the critical path), and a row per class over all
/// administrations: RTO least and most against its target, RPO, transactions lost, servers without a place.
/// The run names administrations, centers and classes.
[[nodiscard]] std::string drill_text(const DrillReport& drill, const outcome::Run& run, const Style& style);

/// {"variant", columns of `DrillSummary`, "results": [columns of `DrillResult`], "timeline": [columns of
/// `DrillEvent`, "text_de", "text_en"]}; administrations by id, numbers unrounded, what does not apply is
/// null.
[[nodiscard]] std::string drill_json(const DrillReport& drill, const outcome::Run& run);

/// The worst first: workplaces hit x RTO (never = longest, then by workplaces), then transactions lost, then
/// what fails.
void rank_drills(std::vector<RankedDrill>& drills);

/// Ranked drills as a table, the `most` worst; all if `most` is 0.
[[nodiscard]] std::string drill_ranking_text(std::vector<RankedDrill> drills, std::size_t most,
                                             const Style& style);

/// [{"rank", "variant", columns of `DrillSummary`}].
[[nodiscard]] std::string drill_ranking_json(std::vector<RankedDrill> drills);

/// "0:51:40", "30:00:00"; below a second "0,05 s"; "nie" for not-a-number.
[[nodiscard]] std::string clock_text(double seconds, const Style& style);

}  // namespace verbund::report
