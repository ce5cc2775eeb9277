#pragma once

#include <string>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "results/report/place_names.hpp"
#include "results/report/style.hpp"

/// What a planner asks first, answered in sentences, not yet wrapped.
namespace verbund::report {

/// Sentences below a heading.
struct Section {
    std::string heading;
    std::vector<std::string> points;
};

/// What moves mean for the figures (`move_section`), then one section per scope (variants that serve the same
/// administrations): what is cheapest over all years and how each variant differs from the base in the last
/// milestone year.  The base is the study's base variant, or the first of the scope where that one is not in
/// it.
[[nodiscard]] std::vector<Section> comparison_sections(const outcome::Run& run, const Style& style);

/// What a sentence is about, so that a report can show the numbers behind it.
enum class Topic { refusals, shortage, build, rules, operators, hosts };

/// A sentence of the answer.
struct Answer {
    Topic topic;
    std::string text;
};

/// What finds no place and no standby, what runs out first, what no longer suffices until each milestone,
/// what is to be built, which rules are missed, what operators charge and lack, and what the hosts are.
[[nodiscard]] std::vector<Answer> variant_answers(const outcome::Run& run, std::size_t variant,
                                                  const PlaceNames& names, const Style& style);

/// The texts of `variant_answers`.
[[nodiscard]] std::vector<std::string> variant_points(const outcome::Run& run, std::size_t variant,
                                                      const PlaceNames& names, const Style& style);

}  // namespace verbund::report
