#pragma once

#include <array>
#include <vector>

#include "models/compute/packing.hpp"
#include "sim/deploy/deployment.hpp"

/// Rooms' plant and the limits that follow from it.
namespace verbund::deploy {

/// What a plant is to be sized for, reserve included: IT power, racks, storage and uplink.
using DesignLoad = BySiteResource<double>;
inline constexpr std::array sized_for{Resource::it_power, Resource::racks, Resource::storage,
                                      Resource::uplink};

/// Small server room(s) of an administration (study section `home`).  With two rooms each can carry the whole
/// load.
[[nodiscard]] Plant home_plant(const study::Study& study, const catalog::Catalog& catalog,
                               const DesignLoad& load);

/// A center's rooms: what the study gives is taken, what is "auto" is sized for the load, split evenly over
/// such rooms.
[[nodiscard]] Plant center_plant(const study::Study& study, const catalog::Catalog& catalog,
                                 const study::Center& center, const DesignLoad& load);

/// Racks of a center's rooms: those that rooms state, the strongest first, then without a limit those of the
/// strongest room that states none.  Racks whose power no room states are planned for `planned`; that is no
/// limit.
[[nodiscard]] std::vector<compute::RackKind> rack_kinds(const study::Center& center, Power planned);

/// Whether every limit of the center is given, so that the run sizes nothing.
[[nodiscard]] bool all_given(const study::Center& center);

/// IT power at which a limit on UPS, cooling or grid is reached, at design temperature; with the resource
/// that binds.
struct ItCeiling {
    double it_kw = no_limit;
    Resource binding = Resource::none;
};
[[nodiscard]] ItCeiling it_ceiling(const Plant& plant, const study::Facility& facility);

}  // namespace verbund::deploy
