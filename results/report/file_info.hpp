#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "results/store/group_sizes.hpp"

namespace verbund::report {

/// A results file as `verbund info` knows it.
struct FileInfo {
    std::string path;
    std::uint64_t bytes = 0;
    std::vector<store::GroupSize> groups;
    const outcome::Run* run = nullptr;
};

}  // namespace verbund::report
