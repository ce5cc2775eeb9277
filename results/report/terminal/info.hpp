#pragma once

#include <string>

#include "results/report/file_info.hpp"
#include "results/report/style.hpp"

namespace verbund::report {

/// What is in a results file and where it comes from.
[[nodiscard]] std::string info_text(const FileInfo& info, const Style& style);

}  // namespace verbund::report
