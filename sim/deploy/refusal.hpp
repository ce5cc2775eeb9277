#pragma once

#include "sim/deploy/site_ask.hpp"

namespace verbund::deploy {

/// Takes servers off a site until it keeps within its limits and lists them with the resource that binds;
/// then tells what is placed.
///
/// `held`: servers of each shape that hosts hold; the others fit no host on offer and are refused for what
/// the nearest one lacks. The site's own load comes before what it holds for others.  Where storage is short,
/// copies of others' data go first, then own data, each the least critical first; otherwise others' standby
/// hosts go first, then their copies (both by criticality over all primaries, see `StandbyAdmission`), then
/// virtualisation hosts (newest kept), on which VMs are packed by criticality, then physical servers.  placed
/// + refused = asked always holds, and the data of refused servers are not stored.  Needs and replication
/// stay those of everything asked.
void refuse_what_exceeds(const BuildContext& context, const SiteAsk& ask, const Plant& limits,
                         const std::vector<int>& held, SiteDeployment& site);

}  // namespace verbund::deploy
