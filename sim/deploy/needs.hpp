#pragma once

#include <vector>

#include "models/compute/packing.hpp"
#include "sim/deploy/site_ask.hpp"

/// Height units, racks, power and storage of a site as placed.
namespace verbund::deploy {

/// Racks that a site has or may be given.
[[nodiscard]] std::vector<compute::RackKind> racks_at(const study::Study& study, const Site& site);

/// Most that a rack of the site feeds, W; infinite where nobody states what its racks may draw.
[[nodiscard]] double most_fed_w(const study::Study& study, const Site& site);

/// Counts the site's gear and its constant power (both into `site`), and what all of it needs.  A room that
/// holds nothing counts no gear of its own anew: what `site.gear` has of it on entry, kept from before,
/// stays.
[[nodiscard]] StaticNeeds static_needs(const BuildContext& context, const SiteAsk& ask, SiteDeployment& site);

/// Backups on a site's disks, TB: `storage.backup_share` of the primary data there and of what others keep
/// their outside copies of here.  Replicas have none of their own: the data they copy are backed up where
/// they live, and at the outside copy.
[[nodiscard]] double backup_tb(const study::Storage& storage, const SiteDeployment& site);

/// Whether servers, standby hosts or data are in the room.
[[nodiscard]] bool holds_anything(const SiteDeployment& site);

/// Two own rooms of which each can carry everything hold hosts, data and gear twice.
[[nodiscard]] int copies_of(const study::Study& study, const Site& site);

}  // namespace verbund::deploy
