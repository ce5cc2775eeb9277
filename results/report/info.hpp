#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "results/report/style.hpp"
#include "results/store/group_sizes.hpp"

namespace verbund::report {

/// A results file as `verbund info` knows it.
struct FileInfo {
    std::string path;
    std::uint64_t bytes = 0;
    std::vector<store::GroupSize> groups;
    const outcome::Run* run = nullptr;
};

/// What is in a results file and where it comes from.
[[nodiscard]] std::string info_text(const FileInfo& info, const Style& style);

}  // namespace verbund::report
