#pragma once

#include <nlohmann/json.hpp>

#include "sim/batch/row_bytes.hpp"
#include "sim/batch/row_taker.hpp"
#include "sim/events/drill/drill.hpp"

/// A drill's outcome on its way out of its process.
namespace verbund::batch {

[[nodiscard]] inline nlohmann::json drill_json(const events::DrillOutcome& played) {
    return {{"summary", rows_to_json(std::vector{played.summary})},
            {"results", rows_to_json(played.results)},
            {"events", rows_to_json(played.timeline)}};
}

inline void take_drill(const nlohmann::json& json, const RowTaker& take, outcome::Run& run) {
    take(rows_from_json<outcome::DrillSummary>(json.at("summary")), run.rows<outcome::DrillSummary>());
    take(rows_from_json<outcome::DrillResult>(json.at("results")), run.rows<outcome::DrillResult>());
    take(rows_from_json<outcome::DrillEvent>(json.at("events")), run.rows<outcome::DrillEvent>());
}

}  // namespace verbund::batch
