#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// Devices of one kind at a center, or at all own rooms and offices of administrations together, in a year.
struct SiteGear {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string site;     ///< center; "home" = own rooms and offices that are no center
    double sites = 0.0;   ///< that have such devices
    std::string device;   ///< row of catalog table gear; "stated" = a power that the study gives in its place
    bool in_room = true;  ///< part of the room's IT power; else electricity of the office
    double count = 0.0;
    double power_w = 0.0;
    double height_units = 0.0;
};

template <>
const Table<SiteGear>& table_of<SiteGear>();

}  // namespace verbund::outcome
