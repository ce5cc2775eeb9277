#include <GeographicLib/Geodesic.hpp>

#include "models/network/topology.hpp"

namespace verbund::network {

Length great_circle(Place a, Place b) {
    double metres = 0.0;
    GeographicLib::Geodesic::WGS84().Inverse(a.latitude, a.longitude, b.latitude, b.longitude, metres);
    return metres * metre;
}

}  // namespace verbund::network
