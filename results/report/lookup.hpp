#pragma once

#include <optional>
#include <string>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "results/report/style.hpp"

/// Small questions that several reports ask of a run.
namespace verbund::report {

/// Position of a year or nothing.
[[nodiscard]] std::optional<std::size_t> year_index(const outcome::Run& run, int year);

/// Position of the variant with that id or nothing.
[[nodiscard]] std::optional<std::size_t> variant_index(const outcome::Run& run, const std::string& id);

/// The study's base variant; the first one where none is named.
[[nodiscard]] std::size_t base_index(const outcome::Run& run);

/// The milestones among the years; all years where there are none.
[[nodiscard]] std::vector<int> shown_years(const outcome::Run& run);

/// The name of a center or administration, printable; the id where it has none.
[[nodiscard]] std::string place_name(const outcome::Run& run, const std::string& id);

/// The first bottleneck of a variant up to a year; nullptr when nothing ran out.
[[nodiscard]] const outcome::Bottleneck* first_bottleneck(const outcome::Run& run, std::size_t variant,
                                                          int last_year);

[[nodiscard]] std::string_view resource_name(Resource resource, Language language);

}  // namespace verbund::report
