#pragma once

#include <cstdint>
#include <string>
#include <vector>

/// What a graph file holds, and what was decided to make a network of it.
namespace verbund::outcome {

struct ImportedNetwork {
    std::string format;
    std::uint64_t nodes = 0;
    std::uint64_t links = 0;
    std::vector<std::string> without_place;  ///< ids
    std::vector<std::string> decisions;      ///< sentences
};

}  // namespace verbund::outcome
