#include "scenarios/study/site_candidate.hpp"

namespace verbund::study {

Center center_of(const SiteCandidate& candidate, Date commissioned) {
    Room room;
    room.racks = candidate.racks;
    room.it_power = candidate.it_power;
    room.ups = candidate.ups;
    room.cooling = candidate.cooling;
    Center center;
    center.name = candidate.name;
    center.at = candidate.at;
    center.state = candidate.state;
    center.commissioned = commissioned;
    center.availability_class = candidate.availability_class;
    center.grid_connection = candidate.grid_connection;
    center.storage = candidate.storage;
    center.rooms.emplace("r1", std::move(room));
    return center;
}

}  // namespace verbund::study
