#pragma once

#include <cstring>
#include <type_traits>
#include <vector>

#include <nlohmann/json.hpp>

#include "sim/batch/row_bytes.hpp"
#include "sim/events/latency/typical_day.hpp"

/// A typical day's samples on their way out of their process.
namespace verbund::batch {

/// The memory of plain values: both ends are the same program.
template <class Plain>
[[nodiscard]] nlohmann::json plain_to_json(const std::vector<Plain>& values) {
    static_assert(std::is_trivially_copyable_v<Plain>);
    std::vector<std::uint8_t> bytes(values.size() * sizeof(Plain));
    if (!bytes.empty()) std::memcpy(bytes.data(), values.data(), bytes.size());
    return nlohmann::json::binary(std::move(bytes));
}

template <class Plain>
[[nodiscard]] std::vector<Plain> plain_from_json(const nlohmann::json& json) {
    static_assert(std::is_trivially_copyable_v<Plain>);
    const auto& bytes = json.get_binary();
    std::vector<Plain> values(bytes.size() / sizeof(Plain));
    if (!values.empty()) std::memcpy(values.data(), bytes.data(), values.size() * sizeof(Plain));
    return values;
}

[[nodiscard]] inline nlohmann::json day_to_json(const events::TypicalDayOutcome& day) {
    return {{"day", day.day},
            {"days_per_year", day.days_per_year},
            {"groups", plain_to_json(day.groups)},
            {"stretches", plain_to_json(day.stretches)},
            {"latency", rows_to_json(day.latency)},
            {"busiest", rows_to_json(day.busiest)},
            {"samples", day.samples},
            {"activities", day.activities}};
}

[[nodiscard]] inline events::TypicalDayOutcome day_from_json(const nlohmann::json& json) {
    return {.day = json.at("day"),
            .days_per_year = json.at("days_per_year"),
            .groups = plain_from_json<events::SampleGroup>(json.at("groups")),
            .stretches = plain_from_json<float>(json.at("stretches")),
            .latency = rows_from_json<outcome::LatencyDay>(json.at("latency")),
            .busiest = rows_from_json<outcome::BusyLink>(json.at("busiest")),
            .samples = json.at("samples"),
            .activities = json.at("activities")};
}

}  // namespace verbund::batch
