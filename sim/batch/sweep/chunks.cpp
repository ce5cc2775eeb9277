#include "sim/batch/sweep/chunks.hpp"

#include <algorithm>

namespace verbund::batch {
namespace {

constexpr double chunk_s = 0.25;
constexpr std::size_t most = 256;  ///< plays of a chunk

std::size_t fitting(double available_s, double play_s) {
    if (play_s <= 0.0) return 1;
    return static_cast<std::size_t>(std::clamp(available_s / play_s, 1.0, static_cast<double>(most)));
}

void cut(const Chunk& plays, std::size_t size, std::vector<Chunk>& chunks) {
    for (std::size_t begin = 0; begin < plays.size(); begin += size) {
        const std::size_t end = std::min(begin + size, plays.size());
        chunks.emplace_back(plays.begin() + static_cast<std::ptrdiff_t>(begin),
                            plays.begin() + static_cast<std::ptrdiff_t>(end));
    }
}

}  // namespace

std::vector<Chunk> chunks_of(std::vector<const Play*> plays, const std::vector<PlayCost>& cost) {
    // Deployments are numbered as they first come.
    std::stable_sort(plays.begin(), plays.end(),
                     [](const Play* a, const Play* b) { return a->deployment < b->deployment; });
    std::vector<Chunk> singles(cost.size());  // by variant
    std::vector<Chunk> chunks;
    for (auto begin = plays.begin(); begin != plays.end();) {
        const Play& first = **begin;
        const auto end = std::find_if(
            begin, plays.end(), [&first](const Play* play) { return play->deployment != first.deployment; });
        const PlayCost& of = cost[first.variant];
        // What has to be deployed first may take as long as that once more.
        const double available = first.deployment == of.deployment ? chunk_s : chunk_s + of.first_s;
        if (end - begin == 1)
            singles[first.variant].push_back(&first);
        else
            cut({begin, end}, fitting(available, of.again_s), chunks);
        begin = end;
    }
    for (std::size_t v = 0; v < singles.size(); ++v)
        cut(singles[v], fitting(chunk_s, cost[v].first_s), chunks);
    return chunks;
}

}  // namespace verbund::batch
