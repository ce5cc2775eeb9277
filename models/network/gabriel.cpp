#include "models/network/gabriel.hpp"

#include "models/network/unit_sphere.hpp"

namespace verbund::network {
namespace {

bool blocked(const ChordTable& chords, std::size_t a, std::size_t b) {
    const double diameter = chords.squared(a, b);
    for (std::size_t c = 0; c < chords.size(); ++c) {
        // For c = a or c = b the sum equals the diameter, so the two ends never block.
        if (chords.squared(a, c) + chords.squared(b, c) < diameter) return true;
    }
    return false;
}

}  // namespace

double squared_chord(Place a, Place b) { return squared_chord(unit_vector(a), unit_vector(b)); }

ChordTable::ChordTable(const std::vector<Place>& places) : size_{places.size()}, squared_(size_ * size_) {
    std::vector<UnitVector> vectors;
    vectors.reserve(size_);
    for (const Place place : places) vectors.push_back(unit_vector(place));
    for (std::size_t a = 0; a < size_; ++a)
        for (std::size_t b = 0; b < size_; ++b)
            squared_[a * size_ + b] = squared_chord(vectors[a], vectors[b]);
}

std::vector<std::pair<std::size_t, std::size_t>> gabriel_edges(const ChordTable& chords) {
    std::vector<std::pair<std::size_t, std::size_t>> edges;
    for (std::size_t a = 0; a < chords.size(); ++a) {
        for (std::size_t b = a + 1; b < chords.size(); ++b)
            if (!blocked(chords, a, b)) edges.emplace_back(a, b);
    }
    return edges;
}

}  // namespace verbund::network
