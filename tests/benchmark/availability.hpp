#pragma once

#include <string>

#include "tests/benchmark/in_child.hpp"

/// The availability engine alone.
namespace verbund::benchmark {

/// All administrations of a variant of the flagship in 2030, `years` simulated years.  The deployment is made
/// before the clock starts; finding disjoint paths is part of the work.
[[nodiscard]] Effort flagship_failures(const std::string& variant, int years, int jobs);

}  // namespace verbund::benchmark
