#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "models/base/units.hpp"
#include "models/catalog/catalog.hpp"

/// How many switches, firewalls and other devices stand at a site, where, and what they draw.
namespace verbund::compute {

/// Amounts of each basis at a site, whole or not.
using GearAmounts = std::array<double, catalog::gear_bases>;

/// What a site has that devices are counted by.
struct GearSite {
    GearAmounts amounts{};     ///< [basis]; of a room basis those of all its rooms together
    int rooms = 1;             ///< server rooms, each of which has its own devices
    double wired_seats = 0.0;  ///< seats whose floor devices stand in the server room

    [[nodiscard]] double& operator[](catalog::GearBasis basis) {
        return amounts.at(static_cast<std::size_t>(basis));
    }
    [[nodiscard]] double operator[](catalog::GearBasis basis) const {
        return amounts.at(static_cast<std::size_t>(basis));
    }
};

/// Devices of one row of the table at a site.
struct GearLine {
    std::uint16_t device = 0;  ///< row of the table
    bool in_room = true;       ///< part of the room's IT power and height units
    int count = 0;
};

/// Devices of a row in one room or building:  count x ceil(amount / each), count if one set serves all, none
/// without an amount or below `from`.  Rises with the amount, never falls.
[[nodiscard]] int gear_count(const catalog::GearDevice& device, double amount);

/// Adds the devices of a site in the order of the table.  Those of a room basis are counted in each room for
/// its part of the amount; floor devices stand in the room as far as the wired seats ask for them, the others
/// and those on desks are no part of it.  `runs` tells whether a class of a daily profile runs at the site.
void add_gear(const std::vector<catalog::GearDevice>& table, const GearSite& site,
              const std::function<bool(const std::string&)>& runs, std::vector<GearLine>& lines);

/// Power and height units of the devices that stand in the room.
struct RoomGear {
    Power power;
    int height_units = 0;
};
[[nodiscard]] RoomGear in_room(const std::vector<catalog::GearDevice>& table,
                               const std::vector<GearLine>& lines);

}  // namespace verbund::compute
