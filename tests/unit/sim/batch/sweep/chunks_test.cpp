#include "sim/batch/sweep/chunks.hpp"

#include <cstdint>
#include <vector>

#include "tests/support/catch.hpp"

namespace verbund::batch {
namespace {

std::vector<Play> plays(std::size_t count, std::size_t deployments) {
    std::vector<Play> all;
    for (std::size_t i = 0; i < count; ++i)
        all.push_back({.number = static_cast<std::uint32_t>(i),
                       .deployment = static_cast<std::uint32_t>(i % deployments)});
    return all;
}

std::vector<Chunk> cut(const std::vector<Play>& all, const PlayCost& cost) {
    std::vector<const Play*> pointers;
    for (const Play& play : all) pointers.push_back(&play);
    return chunks_of(pointers, {cost});
}

std::size_t played(const std::vector<Chunk>& chunks) {
    std::size_t sum = 0;
    for (const Chunk& chunk : chunks) sum += chunk.size();
    return sum;
}

TEST_CASE("a long play has a child of its own, short ones share one for a quarter of a second", "[sweep]") {
    const std::vector<Play> all = plays(100, 100);
    CHECK(cut(all, {.first_s = 2.0}).size() == 100);
    CHECK(cut(all, {.first_s = 0.01}).size() == 4);  // 25 in each
    CHECK(cut(all, {}).size() == 100);               // nothing is known of them
}

TEST_CASE("plays of one deployment stay together", "[sweep]") {
    const std::vector<Play> all = plays(100, 2);
    const std::vector<Chunk> chunks = cut(all, {.first_s = 1.0, .again_s = 0.05});
    CHECK(played(chunks) == 100);
    for (const Chunk& chunk : chunks)
        for (const Play* play : chunk) CHECK(play->deployment == chunk.front()->deployment);
    CHECK(chunks.size() == 4);  // (0.25 + 1) / 0.05 = 25 of 50
    // One that children find ready takes no time to deploy: 5 plays at a time.
    CHECK(cut(all, {.first_s = 1.0, .again_s = 0.05, .deployment = 0}).size() == 10 + 2);
}

TEST_CASE("a chunk has no more than 256 plays", "[sweep]") {
    const std::vector<Play> all = plays(1000, 1);
    CHECK(cut(all, {.first_s = 1.0, .again_s = 1e-6}).size() == 4);
}

}  // namespace
}  // namespace verbund::batch
