#pragma once

#include <string>
#include <vector>

#include "results/report/drill_report.hpp"
#include "results/report/style.hpp"

/// What `verbund drill` shows: one drill with its timeline, or many ranked.
namespace verbund::report {

/// Sentences about the whole, the timeline (* = on the critical path), and a row per class over all
/// administrations: RTO least and most against its target, RPO, transactions lost, servers without a place.
/// The run names administrations, centers and classes.
[[nodiscard]] std::string drill_text(const DrillReport& drill, const outcome::Run& run, const Style& style);

/// Ranked drills as a table, the `most` worst; all if `most` is 0.
[[nodiscard]] std::string drill_ranking_text(std::vector<RankedDrill> drills, std::size_t most,
                                             const Style& style);

/// "0:51:40", "30:00:00"; below a second "0,05 s"; "nie" for not-a-number.
[[nodiscard]] std::string clock_text(double seconds, const Style& style);

}  // namespace verbund::report
