#include "sim/availability/wide_area.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <numeric>
#include <utility>

#include "models/network/topology.hpp"

namespace verbund::availability {
namespace {

constexpr double km_per_degree = 111.2;  ///< of latitude; the grid need not be exact, distances are
constexpr double steps_per_radius = 3.0;
/// Places nearer than this share of the radius count as one: their discs differ by less than the grid can
/// tell.
constexpr double one_place = 0.05;
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
    for (std::size_t i = 0; i < places.size(); ++i)
        for (const GridPoint& point : points_near(places[i], radius_km)) covered[point].push_back(i);
    return covered;
}

/// Places that count as one, each group with its first place by coordinates in front; in that order.
std::vector<std::vector<std::size_t>> groups_of_one_place(const std::vector<Place>& places,
                                                          double radius_km) {
    std::vector<std::size_t> order(places.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto key = [&](std::size_t i) { return std::pair{places[i].latitude, places[i].longitude}; };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    const double near_km = one_place * radius_km;
    const double near_degrees = near_km / km_per_degree * 1.01;  // of latitude, with room for rounding
    std::vector<std::vector<std::size_t>> groups;
    for (const std::size_t i : order) {
        const auto joins = [&](const std::vector<std::size_t>& group) {
            return network::great_circle(places[group.front()], places[i]).in(kilometre) <= near_km;
        };
        auto group = groups.rbegin();
        while (group != groups.rend() && !joins(*group)) {
            const bool too_far = places[group->front()].latitude < places[i].latitude - near_degrees;
            group = too_far ? groups.rend() : group + 1;
        }
        if (group == groups.rend())
            groups.push_back({i});
        else
            group->push_back(i);
    }
    return groups;
}

/// Events by the groups that they hit; without reach each place by itself.
std::map<std::vector<std::size_t>, double> events_by_groups(const std::vector<Place>& places, double per_year,
                                                            double radius_km) {
    std::map<std::vector<std::size_t>, double> events;
    const std::map<GridPoint, std::vector<std::size_t>> covered = places_covered(places, radius_km);
    std::vector<std::size_t> discs(places.size(), 0);
    for (const auto& [point, hit] : covered)
        for (const std::size_t i : hit) ++discs[i];
    const std::size_t most = std::max<std::size_t>(1, *std::max_element(discs.begin(), discs.end()));
    const double per_point = per_year / static_cast<double>(most);
    std::vector<double> left(places.size(), per_year);  // not yet covered by discs
    for (const auto& [point, hit] : covered) {
        events[hit] += per_point;
        for (const std::size_t i : hit) left[i] -= per_point;
    }
    for (std::size_t i = 0; i < places.size(); ++i) events[{i}] += std::max(left[i], 0.0);
    return events;
}

}  // namespace

std::vector<AreaEvents> area_events(const std::vector<Place>& places, double per_year, Length reach) {
    std::vector<AreaEvents> events;
    const double radius_km = 0.5 * reach.in(kilometre);
    if (radius_km <= 0.0 || places.empty()) {
        for (std::size_t i = 0; i < places.size(); ++i) events.push_back({{i}, per_year});
        return events;
    }
    const std::vector<std::vector<std::size_t>> groups = groups_of_one_place(places, radius_km);
    std::vector<Place> firsts;
    for (const std::vector<std::size_t>& group : groups) firsts.push_back(places[group.front()]);
    for (const auto& [hit, rate] : events_by_groups(firsts, per_year, radius_km)) {
        if (rate <= negligible_per_year) continue;
        AreaEvents& all = events.emplace_back();
        all.per_year = rate;
        for (const std::size_t g : hit)
            all.places.insert(all.places.end(), groups[g].begin(), groups[g].end());
        std::sort(all.places.begin(), all.places.end());
    }
    return events;
}

}  // namespace verbund::availability
