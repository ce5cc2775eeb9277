#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "results/store/group_sizes.hpp"
#include "results/store/read_sweep.hpp"

namespace verbund::report {

/// A results file as `verbund info` knows it.
struct FileInfo {
    std::string path;
    std::uint64_t bytes = 0;
    std::vector<store::GroupSize> groups;
    const outcome::Run* run = nullptr;        ///< what is in it, or
    const store::SweepFile* sweep = nullptr;  ///< the file of a sweep
};

}  // namespace verbund::report
