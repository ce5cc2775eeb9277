#include "sim/deploy/joined_pairs.hpp"

#include <cstdint>
#include <vector>

#include "tests/support/catch.hpp"

namespace verbund::deploy {
namespace {

/// Sites on one meridian, one per given degree of latitude (111 km each).
std::vector<Site> sites_at(const std::vector<double>& degrees) {
    std::vector<Site> sites(degrees.size());
    for (std::size_t s = 0; s < sites.size(); ++s) sites[s].at = {degrees[s], 10.0};
    return sites;
}

Replication copy(std::uint32_t primary, std::uint32_t backup, bool nearest) {
    return {.primary = primary, .backup = backup, .gbit_s = 1.0, .nearest = nearest};
}

using Joined = std::vector<std::size_t>;

TEST_CASE("a primary with one backup site is joined to it", "[deploy]") {
    CHECK(joined_pairs({copy(0, 1, true)}, sites_at({50, 52})) == Joined{0});
}

TEST_CASE("two sites that back each other up share their routes", "[deploy]") {
    CHECK(joined_pairs({copy(0, 1, true), copy(1, 0, true)}, sites_at({50, 52})) == Joined{0});
}

TEST_CASE("a load that spreads over two sites is joined to both: each has no other primary", "[deploy]") {
    CHECK(joined_pairs({copy(0, 1, true), copy(0, 2, false)}, sites_at({50, 52, 53})) == Joined{0, 1});
}

TEST_CASE("a backup site of two primaries is joined to the nearer one only, unless it is the nearest of both",
          "[deploy]") {
    // Primaries at 50 and 51, backup sites at 53 and 54: both primaries are nearest to 53, 54 is nearest
    // to 51.
    const std::vector<Site> sites = sites_at({50, 51, 53, 54});
    const std::vector<Replication> spread{copy(0, 2, true), copy(0, 3, false), copy(1, 2, true),
                                          copy(1, 3, false)};
    CHECK(joined_pairs(spread, sites) == Joined{0, 2, 3});
}

TEST_CASE("in a row of sites that all back each other up only neighbours are joined", "[deploy]") {
    // At 50, 51, 53 and 54 degrees: nearest are 0-1, 1-0, 2-3, 3-2; of 6 pairs two are joined.
    const std::vector<Site> sites = sites_at({50, 51, 53, 54});
    const std::vector<std::uint32_t> nearest{1, 0, 3, 2};
    std::vector<Replication> all;
    for (std::uint32_t p = 0; p < 4; ++p) {
        for (std::uint32_t b = 0; b < 4; ++b)
            if (p != b) all.push_back(copy(p, b, nearest[p] == b));
    }
    const std::vector<std::size_t> joined = joined_pairs(all, sites);
    REQUIRE(joined.size() == 2);
    CHECK((all[joined[0]].primary == 0 && all[joined[0]].backup == 1));
    CHECK((all[joined[1]].primary == 2 && all[joined[1]].backup == 3));
}

}  // namespace
}  // namespace verbund::deploy
