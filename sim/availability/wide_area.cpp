#include "sim/availability/wide_area.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <utility>

#include "models/network/topology.hpp"

namespace verbund::availability {
namespace {

constexpr double km_per_degree = 111.2;  ///< of latitude; the grid need not be exact, distances are
constexpr double steps_per_radius = 3.0;
constexpr double negligible_per_year = 1e-9;  ///< what rounding leaves of a rate

using GridPoint = std::pair<int, int>;

double degrees_east_of(double latitude) {
    return km_per_degree * std::cos(latitude * std::numbers::pi / 180.0);
}

/// Grid points within the radius of a place.
std::vector<GridPoint> points_near(const Place& place, double radius_km) {
    const double step_km = radius_km / steps_per_radius;
    const double row_degrees = step_km / km_per_degree;
    const auto middle_row = static_cast<int>(std::floor(place.latitude / row_degrees));
    const int reach = static_cast<int>(steps_per_radius) + 2;
    std::vector<GridPoint> points;
    for (int row = middle_row - reach; row <= middle_row + reach; ++row) {
        const double latitude = row * row_degrees;
        const double column_degrees = step_km / degrees_east_of(latitude);
        const auto middle_column = static_cast<int>(std::floor(place.longitude / column_degrees));
        for (int column = middle_column - reach; column <= middle_column + reach; ++column) {
            const Place point{latitude, column * column_degrees};
            if (network::great_circle(place, point).in(kilometre) <= radius_km)
                points.emplace_back(row, column);
        }
    }
    return points;
}

std::map<GridPoint, std::vector<std::size_t>> places_covered(const std::vector<Place>& places,
                                                             double radius_km) {
    std::map<GridPoint, std::vector<std::size_t>> covered;
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (const GridPoint& point : points_near(places[i], radius_km)) covered[point].push_back(i);
    }
    return covered;
}

}  // namespace

std::vector<AreaEvents> area_events(const std::vector<Place>& places, double per_year, Length reach) {
    std::vector<double> left(places.size(), per_year);  // not yet covered by discs
    std::map<std::vector<std::size_t>, double> by_places;
    const double radius_km = 0.5 * reach.in(kilometre);
    if (radius_km > 0.0 && !places.empty()) {
        const std::map<GridPoint, std::vector<std::size_t>> covered = places_covered(places, radius_km);
        std::vector<std::size_t> discs(places.size(), 0);
        for (const auto& [point, hit] : covered) {
            for (const std::size_t i : hit) ++discs[i];
        }
        const std::size_t most = std::max<std::size_t>(1, *std::max_element(discs.begin(), discs.end()));
        const double per_point = per_year / static_cast<double>(most);
        for (const auto& [point, hit] : covered) {
            by_places[hit] += per_point;
            for (const std::size_t i : hit) left[i] -= per_point;
        }
    }
    for (std::size_t i = 0; i < places.size(); ++i) by_places[{i}] += std::max(left[i], 0.0);
    std::vector<AreaEvents> events;
    for (const auto& [hit, rate] : by_places) {
        if (rate > negligible_per_year) events.push_back({hit, rate});
    }
    return events;
}

}  // namespace verbund::availability
