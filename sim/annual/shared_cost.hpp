#pragma once

#include <vector>

#include "results/outcome/outcome.hpp"
#include "sim/deploy/deployment.hpp"

/// What a year costs each administration.
namespace verbund::annual {

/// Writes the cost of each administration: its own room with its lines, and of every center its share of the
/// servers that run there as the year ends.  A center that runs none (a backup site) is shared by those whose
/// servers run at the primaries it protects; one that protects none by all administrations, by their servers.
/// The costs of all of them come to those of all sites.  `sites`: centers, then home rooms.
void share_costs(const deploy::Deployment& last, const std::vector<outcome::SiteYear>& sites,
                 std::size_t centers, std::vector<outcome::AdministrationYear>& administrations);

}  // namespace verbund::annual
