#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace verbund::store {

/// A group of a results file and what it takes there.
struct GroupSize {
    std::string name;  ///< "/yearly"
    std::size_t datasets = 0;
    std::uint64_t bytes = 0;  ///< stored, compressed; texts count only by their references
};

/// The groups of a results file in the order in which they were written.  Throws `RunFailed` as `read_run`
/// does.
[[nodiscard]] std::vector<GroupSize> group_sizes(const std::filesystem::path& file);

}  // namespace verbund::store
