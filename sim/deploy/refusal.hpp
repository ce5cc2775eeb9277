#pragma once

#include "sim/deploy/site_builder.hpp"

namespace verbund::deploy {

/// Takes servers off a site until it keeps within its limits and lists them with the resource that binds.
///
/// First lower-priority data where storage is short; then standby hosts, then virtualisation hosts (newest
/// kept), on which VMs are packed by criticality, then physical servers.  placed + refused = asked always
/// holds.
void refuse_what_exceeds(const BuildContext& context, const SiteAsk& ask, const Plant& limits,
                         SiteDeployment& site);

}  // namespace verbund::deploy
