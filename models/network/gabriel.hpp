#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "models/base/place.hpp"

/// Gabriel graph of points on the sphere.
namespace verbund::network {

/// Squared chords |ab|^2 of unit vectors, for all pairs of `places`.
class ChordTable {
public:
    explicit ChordTable(const std::vector<Place>& places);
    [[nodiscard]] double squared(std::size_t a, std::size_t b) const { return squared_[a * size_ + b]; }
    [[nodiscard]] std::size_t size() const { return size_; }

private:
    std::size_t size_;
    std::vector<double> squared_;
};

/// Squared chord between two places on the unit sphere; grows with the great-circle distance.
[[nodiscard]] double squared_chord(Place a, Place b);

/// Pairs (a < b, ascending) without a third point c with |ca|^2 + |cb|^2 < |ab|^2.
///
/// A pair is left out only when both |ca| and |cb| are shorter, so the graph contains a minimum spanning tree
/// of the computed distances: it is connected whatever the rounding, ties and duplicate points included.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> gabriel_edges(const ChordTable& chords);

}  // namespace verbund::network
