#pragma once

#include <cstddef>
#include <vector>

#include "models/base/place.hpp"
#include "models/base/units.hpp"

/// What hits a whole area: losses of utility, or of sites.
namespace verbund::availability {

/// Events that hit exactly these places at once.
struct AreaEvents {
    std::vector<std::size_t> places;  ///< indices, ascending
    double per_year = 0.0;
};

/// Every place is hit `per_year` times a year by events that cover a disc of diameter `reach`, so that places
/// nearer than it share some: at distance d the share is the overlap of two such discs, and none beyond.
///
/// The centers of the discs stand on a grid (a third of the radius) that does not depend on the places; those
/// that cover the same places are one kind of event.  The grid's error in the rate of a place is made up by
/// events of its own.  Places nearer than a twentieth of the radius count as one and share all events (their
/// discs overlap by more than 96 %).  Nothing depends on the order of the places.  Neglects that areas have
/// other shapes.
[[nodiscard]] std::vector<AreaEvents> area_events(const std::vector<Place>& places, double per_year,
                                                  Length reach);

}  // namespace verbund::availability
