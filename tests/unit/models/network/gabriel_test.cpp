#include "models/network/gabriel.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

#include "models/base/random.hpp"
#include "tests/support/catch.hpp"

namespace verbund::network {
namespace {

using test::Approx;
using Edges = std::vector<std::pair<std::size_t, std::size_t>>;

std::vector<Place> random_places(RandomStream& random, int count) {
    std::vector<Place> places;
    for (int i = 0; i < count; ++i)
        places.push_back({47.0 + 8.0 * random.uniform(), 6.0 + 9.0 * random.uniform()});
    return places;
}

/// Angle between two directions, radians (haversine).
double angle(Place a, Place b) {
    constexpr double degree = std::numbers::pi / 180.0;
    const double u = std::sin(0.5 * degree * (b.latitude - a.latitude));
    const double v = std::sin(0.5 * degree * (b.longitude - a.longitude));
    const double h = u * u + std::cos(degree * a.latitude) * std::cos(degree * b.latitude) * v * v;
    return 2.0 * std::asin(std::sqrt(h));
}

/// Middle of the great-circle arc between two places.
Place midpoint(Place a, Place b) {
    constexpr double degree = std::numbers::pi / 180.0;
    const auto direction = [](Place p) {
        return std::array<double, 3>{std::cos(degree * p.latitude) * std::cos(degree * p.longitude),
                                     std::cos(degree * p.latitude) * std::sin(degree * p.longitude),
                                     std::sin(degree * p.latitude)};
    };
    const auto u = direction(a);
    const auto v = direction(b);
    const double x = u[0] + v[0];
    const double y = u[1] + v[1];
    const double z = u[2] + v[2];
    return {std::atan2(z, std::hypot(x, y)) / degree, std::atan2(y, x) / degree};
}

/// The definition itself: the circle around the midpoint through both ends holds no third point.
Edges by_definition(const std::vector<Place>& places) {
    Edges edges;
    for (std::size_t a = 0; a < places.size(); ++a) {
        for (std::size_t b = a + 1; b < places.size(); ++b) {
            const Place center = midpoint(places[a], places[b]);
            const double radius = 0.5 * angle(places[a], places[b]);
            bool empty = true;
            for (std::size_t c = 0; c < places.size(); ++c)
                empty = empty && (c == a || c == b || angle(center, places[c]) >= radius);
            if (empty) edges.emplace_back(a, b);
        }
    }
    return edges;
}

std::size_t reached_from_first(std::size_t nodes, const Edges& edges) {
    std::vector<bool> reached(nodes, false);
    reached[0] = true;
    for (std::size_t round = 0; round < nodes; ++round) {
        for (const auto& [a, b] : edges) {
            reached[a] = reached[a] || reached[b];
            reached[b] = reached[b] || reached[a];
        }
    }
    return static_cast<std::size_t>(std::count(reached.begin(), reached.end(), true));
}

TEST_CASE("two places a quarter of the globe apart have a squared chord of two") {
    CHECK(squared_chord({0, 0}, {0, 90}) == Approx(2.0));
    CHECK(squared_chord({90, 0}, {-90, 0}) == Approx(4.0));
    CHECK(squared_chord({51, 7}, {51, 7}) == 0.0);
}

TEST_CASE("a place between two others cuts their link") {
    // On the equator at 0, 1 and 2 degrees: the outer two see the middle one inside their circle.
    CHECK(gabriel_edges(ChordTable{{{0, 0}, {0, 1}, {0, 2}}}) == Edges{{0, 1}, {1, 2}});
}

TEST_CASE("a place outside the circle does not cut the link, though it is near") {
    // Third place 0.6 degrees off the middle of a one-degree pair: outside the circle of radius 0.5.
    CHECK(gabriel_edges(ChordTable{{{0, 0}, {0, 1}, {0.6, 0.5}}}).size() == 3);
    CHECK(gabriel_edges(ChordTable{{{0, 0}, {0, 1}, {0.4, 0.5}}}).size() == 2);
}

TEST_CASE("the edges are those of the definition by circles, on random places") {
    RandomStream random{1, "test/gabriel/definition"};
    for (int round = 0; round < 50; ++round) {
        const auto places = random_places(random, 5 + round);
        REQUIRE(gabriel_edges(ChordTable{places}) == by_definition(places));
    }
}

TEST_CASE("the graph is connected, and has at most 3 n - 8 edges") {
    RandomStream random{2, "test/gabriel/connected"};
    for (int round = 0; round < 50; ++round) {
        const auto places = random_places(random, 40);
        const Edges edges = gabriel_edges(ChordTable{places});
        REQUIRE(reached_from_first(places.size(), edges) == places.size());
        REQUIRE(edges.size() <= 3 * places.size() - 8);  // Matula and Sokal 1980
    }
}

TEST_CASE("duplicate places and regular grids stay connected") {
    std::vector<Place> places;
    for (int i = 0; i < 64; ++i)
        places.push_back({50.0 + (i / 2) % 4, 7.0 + i / 8});  // every place of a grid twice
    REQUIRE(reached_from_first(places.size(), gabriel_edges(ChordTable{places})) == places.size());
}

}  // namespace
}  // namespace verbund::network
