#pragma once

#include <cstddef>
#include <string_view>

#include "results/outcome/outcome.hpp"

/// What the engines that follow the annual one found of a variant in a year, in a number or a row: what a
/// glance at a run, the comparison and a sweep tell of them.
namespace verbund::outcome {

/// Availability of a group of services ("critical", "other") over all administrations; null where it was not
/// played or nobody has such services.
[[nodiscard]] const AvailabilitySummary* availability_of(const Run& run, std::size_t variant, int year,
                                                         std::string_view group);

/// Response times of all transactions on all days of the year; null where none was played.
[[nodiscard]] const LatencyDay* response_of(const Run& run, std::size_t variant, int year);

/// The largest of all drills; infinite where one of them has no number, which says never or everything;
/// not-a-number where none was played.
[[nodiscard]] double worst_drill(const Run& run, std::size_t variant, int year, double DrillSummary::*of);

}  // namespace verbund::outcome
