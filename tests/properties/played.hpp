#pragma once

#include <string>

#include "scenarios/study/study.hpp"
#include "tests/properties/numbers.hpp"
#include "tests/properties/sketch.hpp"

/// Studies run through, and what their results have to do with each other.
namespace verbund::properties {

/// What a run ends with: numbers, or what was thrown.
struct Played {
    Numbers numbers;
    std::string error;
    bool is_mistake = false;  ///< the error is one of the study's
};

[[nodiscard]] Played played(const study::StudySet& set, int jobs = 1, const Renaming& names = {});

/// A sketch whose study the reader would take; others are drawn again.
[[nodiscard]] Sketch draw_valid(const SketchRules& rules);

/// Fails the property unless `found` has every number of `expected` (see `first_difference`).  Both may end
/// with an error; with tolerance 0 it must be the same one.
void require_same(const Played& expected, const Played& found, double tolerance, const Sketch& sketch);

/// Fails the property: `what` is wrong with the study of `sketch`.
[[noreturn]] void fail(const std::string& what, const Sketch& sketch);

}  // namespace verbund::properties
