#pragma once

#include <array>
#include <string_view>

#include "sim/availability/core/system.hpp"

/// What begins an outage.
namespace verbund::availability {

/// What takes a service down.
enum class Cause : CauseId {
    utility,
    wide_area,
    ups,
    generator,
    cooling,
    hosts,
    storage,
    room_switch,
    site_loss,
    software,
    ransomware,
    access,
    backbone,
};

/// Ids in the results, in the order of `Cause`.
inline constexpr std::array<std::string_view, 13> cause_ids{
    "utility", "wide-area", "ups",      "generator",  "cooling", "hosts",   "storage",
    "switch",  "site-loss", "software", "ransomware", "access",  "backbone"};

[[nodiscard]] constexpr CauseId id_of(Cause cause) { return static_cast<CauseId>(cause); }

}  // namespace verbund::availability
