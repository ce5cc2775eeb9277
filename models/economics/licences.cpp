#include "models/economics/licences.hpp"

#include <algorithm>

namespace verbund::economics {

double LicenceCount::licensed_cores(int cores, int sockets) const {
    return std::max({static_cast<double>(cores), sockets * least_cores_per_socket, least_cores_per_host});
}

double LicenceCount::ordered_cores(double licensed) const {
    return licensed > 0.0 ? std::max(licensed, least_cores_per_order) : 0.0;
}

bool standby_licensed(StandbyLicences rule, continuity::StandbyMode mode) {
    if (mode == continuity::StandbyMode::none) return false;
    return rule == StandbyLicences::all || mode != continuity::StandbyMode::cold;
}

}  // namespace verbund::economics
