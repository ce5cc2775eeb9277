#pragma once

#include <string>

namespace verbund::read {

/// A commented study to begin with: three administrations, two centers, two variants.  It reads without
/// mistakes.
[[nodiscard]] std::string starter_study();

/// The text of a shipped study.  Throws `InvalidInput` naming the shipped ones when there is none of that
/// name.
[[nodiscard]] std::string study_from(const std::string& name);

}  // namespace verbund::read
