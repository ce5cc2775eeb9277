#pragma once

#include <string>

#include "scenarios/study/study.hpp"

namespace verbund::properties {

enum class KeyOrder { as_described, reversed };

/// A study without files of its own as the text of a study file, every key written out, in one order or the
/// other.
[[nodiscard]] std::string study_text(const study::StudySet& set, KeyOrder order);

}  // namespace verbund::properties
