#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "scenarios/study/study.hpp"

/// What `verbund check` says of inventories: what was counted, and what the survey would say of bodies of
/// that kind and size.
namespace verbund::cli {

[[nodiscard]] std::string counted_estates_text(const study::StudySet& set);
[[nodiscard]] nlohmann::ordered_json counted_estates_json(const study::StudySet& set);

}  // namespace verbund::cli
