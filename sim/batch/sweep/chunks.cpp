#include "sim/batch/sweep/chunks.hpp"

#include <algorithm>
#include <unordered_map>

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

std::vector<Chunk> chunks_of(const std::vector<const Play*>& plays, const std::vector<PlayCost>& cost) {
    std::unordered_map<std::string, Chunk> by_deployment;
    std::vector<std::string> order;
    for (const Play* play : plays) {
        Chunk& alike = by_deployment[play->deployment];
        if (alike.empty()) order.push_back(play->deployment);
        alike.push_back(play);
    }
    std::vector<Chunk> singles(cost.size());  // by variant
    std::vector<Chunk> chunks;
    for (const std::string& deployment : order) {
        const Chunk& alike = by_deployment[deployment];
        const PlayCost& of = cost[alike.front()->variant];
        if (alike.size() == 1) {
            singles[alike.front()->variant].push_back(alike.front());
            continue;
        }
        // What has to be deployed first may take as long as that once more.
        const double available = deployment == of.deployment ? chunk_s : chunk_s + of.first_s;
        cut(alike, fitting(available, of.again_s), chunks);
    }
    for (std::size_t v = 0; v < singles.size(); ++v)
        cut(singles[v], fitting(chunk_s, cost[v].first_s), chunks);
    return chunks;
}

}  // namespace verbund::batch
