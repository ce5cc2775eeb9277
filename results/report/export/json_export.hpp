#pragma once

#include <string>

#include "results/outcome/outcome.hpp"
#include "results/outcome/sweep_comparison.hpp"
#include "results/report/comparison.hpp"
#include "results/report/file_info.hpp"
#include "results/report/score_card.hpp"

/// What `--json` prints.  Keys are stable: metrics carry the names of FORMAT.md, numbers are unrounded, what
/// does not apply is null.
namespace verbund::report {

/// {"title", "question", "base_variant", "years", "milestones", "program": {"version", "commit"}, "seed",
///  "study_sha256", "variants": [{"id", "title", "years": [{"year", metric: value ...}], "bottlenecks":
///  [{"year", "site", "resource", "need", "limit", "unit"}], "build": [...], "refusals": [...],
///  "rules_missed": {rule: count}, table: [...]}], "sites_left_out": [...]}.  Tables of the engines and of
///  the
/// comparison of sites stand below their variant under their names in FORMAT.md where they have rows, those
/// with a row per administration left out.
[[nodiscard]] std::string summary_json(const outcome::Run& run);

/// One simulation by itself: {"variant", "year", table: [...]} with the tables that it filled, and
/// "failed_cases" if it gave no outcome.
[[nodiscard]] std::string case_json(const outcome::Run& run);

/// {"base", "years": [{"year", "metrics": {name: {"unit", "values": {label: {"value", "difference",
/// "percent"}}}}}]}.  Figures of the engines (figures.hpp) stand there where they found any, with the
/// "low" and "high" end of their 95 % interval; a recovery that never comes is null, and counted in
/// "drills_not_recovered".  With `draws`, "draws" says in how many of them the comparisons hold
/// (sweep_json.hpp); with `card`, "score": {"year", "criteria": [{"figure", "share", "values": {label:
/// value}, "points": {label: points}}], "sums": {label: points}, "first", "decisive", "left_out"}.
[[nodiscard]] std::string compare_json(const Comparison& comparison,
                                       const outcome::SweepComparison* draws = nullptr,
                                       const ScoreCard* card = nullptr);

/// {"file", "bytes", "complete", "title", "question", "program", "seed", "study_sha256", "variants", "years",
///  "milestones", "counts": {...}, "findings": {"total", "missed"}, "groups": [{"name", "datasets",
///  "bytes"}]}
[[nodiscard]] std::string info_json(const FileInfo& info);

}  // namespace verbund::report
