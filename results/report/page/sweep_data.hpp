#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "results/outcome/sweep.hpp"
#include "results/report/page/json.hpp"

/// What the page's sections on draws are made of, for a sweep and for a run with draws beside it.
namespace verbund::report::page {

/// Values of an outcome in the first case of each of the first combinations, [combination][variant][year];
/// empty where there are none.
using OutcomeValues = std::function<std::vector<double>(std::string_view outcome, std::size_t combinations)>;

/// {"kind": "draws" | "ends" | "lists", "cases", "draws", "figures", "keys", "combinations": [[value]],
/// "left_out": combinations that the page has no room for, "outcomes": [{"name", "unit", "de", "en",
/// "display"?}], "bands": {outcome: [combination][variant] {"p10", "p50", "p90": [year]}}, "sums": {outcome:
/// [combination][variant] [p10, p50, p90]}, "tables": {table: columns}, "answers": [{"de", "en"}],
/// "without_effect": [{"de", "en"}]}.  Of listed values alone, bands have "p50", the value, and no ends.
[[nodiscard]] Json sweep_data(const outcome::SweepRun& run, const OutcomeValues& values);

}  // namespace verbund::report::page
