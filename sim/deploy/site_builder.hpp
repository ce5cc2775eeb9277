#pragma once

#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "sim/deploy/fleet.hpp"
#include "sim/deploy/site_ask.hpp"
#include "sim/deploy/standby_pool.hpp"

/// From what a site is asked to run to hosts, racks, power and, where limits bind, refusals.
namespace verbund::deploy {

/// What a site remembers from phase to phase.
struct SiteState {
    explicit SiteState(Fleet fleet) : cluster{std::move(fleet)} {}
    Fleet cluster;
    std::optional<Fleet> gpu_hosts;  ///< since VMs first needed GPUs
    std::map<StandbyPoolKey, Fleet> standby;
    std::shared_ptr<const Plant> plant;        ///< home rooms; centers get theirs from `size_centers`
    int plant_moves = -1;                      ///< number of moves made when the plant was sized
    bool room_used = false;                    ///< the room has held something
    std::optional<Date> empty_since;           ///< a room that was used holds nothing from that day on
    std::vector<compute::GearLine> room_gear;  ///< devices of the last phase that go with the room
    bool given_up = false;
};

/// Day on which a room that was emptied is given up; none for one that is in use or has been given up.
[[nodiscard]] std::optional<Date> given_up_on(const study::Study& study, const Site& site,
                                              const SiteState& state);

/// Renews the site's hosts, places what fits and states what does not.  Home rooms get their plant here
/// (sized in the start year and again after each move, built on where a need exceeds it); centers with
/// automatic limits get theirs from `size_centers`.
[[nodiscard]] SiteDeployment build_site(const BuildContext& context, const SiteAsk& ask, SiteState& state);

}  // namespace verbund::deploy
