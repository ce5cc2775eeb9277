#include <algorithm>
#include <cstdlib>
#include <queue>
#include <string>
#include <vector>

#include "models/network/topology.hpp"
#include "scenarios/read/catalog_reader.hpp"
#include "tests/support/catch.hpp"

using namespace verbund;
using namespace verbund::network;
using verbund::test::Approx;

/// The shape of the synthetic backbone against a published one.
///
/// germany50 of SNDlib (Orlowski, Wessaely, Pioro, Tomaszewski: SNDlib 1.0, Networks 55, 2010; lengths as in
/// the topohub collection): 50 nodes, 88 links of 25.9 to 252.3 km, 100.7 in the mean, degrees 2 to 5, 3.52
/// in the mean, 935 km and 9 hops across.
namespace {

struct Shape {
    std::size_t nodes = 0;
    std::size_t links = 0;
    double mean_km = 0.0;
    double least_km = 0.0;
    double most_km = 0.0;
    double mean_degree = 0.0;
    std::size_t least_degree = 0;
    std::size_t most_degree = 0;
    double diameter_km = 0.0;
    int diameter_hops = 0;
};

/// Links on the longest of the ways with fewest links.
int most_hops(const Topology& topology) {
    std::vector<std::vector<std::size_t>> beside(topology.nodes.size());
    for (const Link& link : topology.links) {
        beside[link.from].push_back(link.to);
        beside[link.to].push_back(link.from);
    }
    int most = 0;
    for (std::size_t from = 0; from < beside.size(); ++from) {
        std::vector<int> hops(beside.size(), -1);
        std::queue<std::size_t> next;
        hops[from] = 0;
        for (next.push(from); !next.empty(); next.pop()) {
            for (const std::size_t to : beside[next.front()]) {
                if (hops[to] >= 0) continue;
                hops[to] = hops[next.front()] + 1;
                next.push(to);
            }
        }
        most = std::max(most, *std::max_element(hops.begin(), hops.end()));
    }
    return most;
}

/// Air-line lengths, as the published ones are.
Shape shape_of(const std::vector<Place>& places) {
    SyntheticInput input;
    for (const Place& place : places) input.nodes.push_back({"", place, NodeKind::administration});
    input.backbone.assign(places.size(), true);
    input.access_capacity.resize(places.size());
    input.route_factor = 1.0;
    const Topology topology = synthetic_topology(input);
    Shape shape{
        .nodes = places.size(), .links = topology.links.size(), .least_km = 1e9, .least_degree = 1000};
    std::vector<std::size_t> degree(places.size(), 0);
    for (const Link& link : topology.links) {
        const double km = link.route.in(kilometre);
        shape.mean_km += km / static_cast<double>(shape.links);
        shape.least_km = std::min(shape.least_km, km);
        shape.most_km = std::max(shape.most_km, km);
        ++degree[link.from];
        ++degree[link.to];
    }
    shape.mean_degree = 2.0 * static_cast<double>(shape.links) / static_cast<double>(shape.nodes);
    shape.least_degree = *std::min_element(degree.begin(), degree.end());
    shape.most_degree = *std::max_element(degree.begin(), degree.end());
    // A kilometre of way counts one second; hops nothing.
    const DelayRules rules{.per_kilometre = 1.0 * seconds, .per_hop = {}, .gateway = {}, .local = {}};
    for (std::size_t from = 0; from < places.size(); ++from)
        for (const double s : shortest_paths(topology, from, rules).one_way_s)
            shape.diameter_km = std::max(shape.diameter_km, s);
    shape.diameter_hops = most_hops(topology);
    return shape;
}

std::vector<Place> district_places() {
    std::vector<Place> places;
    for (const catalog::District& d : read::load_catalog().districts)
        if (d.kind == catalog::DistrictKind::district) places.push_back(d.place);
    return places;
}

/// Seats of the 50 largest district-free cities of the catalog, no two nearer than 25 km, as in germany50.
std::vector<Place> city_places() {
    std::vector<catalog::District> all = read::load_catalog().districts;
    std::sort(all.begin(), all.end(),
              [](const auto& a, const auto& b) { return a.population > b.population; });
    std::vector<Place> places;
    for (const catalog::District& d : all) {
        const bool near = std::any_of(places.begin(), places.end(), [&](const Place& other) {
            return great_circle(d.place, other) < 25.0 * kilometre;
        });
        if (d.kind == catalog::DistrictKind::city && !near) places.push_back(d.place);
        if (places.size() == 50) break;
    }
    return places;
}

}  // namespace

TEST_CASE("the synthetic backbone over fifty cities has about the shape of a published one") {
    // Other cities than those of germany50, with more of them in the west: shorter links, as many of them.
    const Shape shape = shape_of(city_places());
    REQUIRE(shape.nodes == 50);
    CHECK(static_cast<double>(shape.links) == Approx(88.0).epsilon(0.1));
    CHECK(shape.mean_degree == Approx(3.52).epsilon(0.1));
    CHECK(shape.mean_km == Approx(100.7).epsilon(0.25));
    CHECK(shape.most_km == Approx(252.3).epsilon(0.25));
    CHECK(shape.diameter_km == Approx(935.0).epsilon(0.1));
    CHECK(std::abs(shape.diameter_hops - 9) <= 1);
    // As the card of models/network has it.
    CHECK(shape.links == 88);
    CHECK(shape.mean_km == Approx(81.9).margin(0.05));
    CHECK(shape.least_km == Approx(25.7).margin(0.05));
    CHECK(shape.most_km == Approx(211.0).margin(0.05));
    CHECK(shape.least_degree == 1);
    CHECK(shape.most_degree == 7);
    CHECK(shape.diameter_km == Approx(857.5).margin(0.05));
    CHECK(shape.diameter_hops == 9);
}

TEST_CASE("the synthetic backbone over the seats of all districts is as the card says") {
    const Shape shape = shape_of(district_places());
    CHECK(shape.nodes == 294);
    CHECK(shape.links == 638);
    CHECK(shape.mean_km == Approx(36.6).margin(0.05));
    CHECK(shape.least_km == Approx(4.7).margin(0.05));
    CHECK(shape.most_km == Approx(91.3).margin(0.05));
    CHECK(shape.mean_degree == Approx(4.34).margin(0.005));
    CHECK(shape.least_degree == 1);
    CHECK(shape.most_degree == 7);
    CHECK(shape.diameter_km == Approx(896.6).margin(0.05));
    CHECK(shape.diameter_hops == 24);
}
