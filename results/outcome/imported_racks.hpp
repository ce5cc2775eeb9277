#pragma once

#include <cstdint>
#include <string>
#include <vector>

/// Racks of today's rooms and what stands in them.
namespace verbund::outcome {

struct ImportedRack {
    std::string site;
    std::string rack;
    std::uint64_t devices = 0;
    double height_units = 0.0;
    double power_w = 0.0;
};

/// Sum of a site.
struct ImportedRoom {
    std::string site;
    std::uint64_t racks = 0;
    std::uint64_t devices = 0;
    double height_units = 0.0;
    double power_w = 0.0;
    double fullest_rack_w = 0.0;
};

struct ImportedRacks {
    std::vector<ImportedRack> racks;  ///< by site and name
    std::vector<ImportedRoom> rooms;  ///< by site
    std::uint64_t in_no_rack = 0;     ///< devices, which count nowhere
    bool has_power = false;
};

}  // namespace verbund::outcome
