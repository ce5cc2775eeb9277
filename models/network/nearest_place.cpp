#include "models/network/nearest_place.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <tuple>

namespace verbund::network {

NearestPlace::NearestPlace(const std::vector<Place>& places) : order_(places.size()) {
    if (places.empty()) throw std::invalid_argument{"the nearest of no places is asked for"};
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
        return std::tuple(places[a].latitude, places[a].longitude) <
               std::tuple(places[b].latitude, places[b].longitude);
    });
    vectors_.reserve(places.size());
    for (const std::size_t place : order_) vectors_.push_back(unit_vector(places[place]));
}

std::size_t NearestPlace::to(Place place) const {
    const UnitVector from = unit_vector(place);
    std::size_t found = 0;
    double shortest = squared_chord(vectors_.front(), from);
    for (std::size_t i = 1; i < vectors_.size(); ++i) {
        const double chord = squared_chord(vectors_[i], from);
        if (chord >= shortest) continue;
        shortest = chord;
        found = i;
    }
    return order_[found];
}

}  // namespace verbund::network
