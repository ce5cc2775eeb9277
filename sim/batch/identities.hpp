#pragma once

#include <span>

#include "sim/annual/annual.hpp"

namespace verbund::batch {

/// Conservation identities of one variant and the phases of a year; throws `RunFailed` naming the site and
/// the two numbers that differ.
///
/// Energy: grid = IT + distribution + UPS + auxiliary + cooling + transformer, per site and in the sum.
/// vCPUs, memory, work (ssj_ops of the hosts' load) and data: placed + refused = asked per site, and what is
/// placed has hosts with room for it: no VM without a host, a machine for every physical server.
/// A PUE is 1 or more, and no energy, water, emission or cost of a site is negative.
/// Servers: placed + refused = asked per site, and the sites are asked for exactly what the administrations
/// have.  Shares of a site's rooms sum to one.
/// Phases: the year's hours, energy and cost are the sums of its phases; placement is held in each of them.
void check_identities(const deploy::VariantDeployment& variant, std::span<const deploy::Deployment> phases,
                      const annual::YearOutcome& outcome);

/// What of these is held of placement and energy, before anything is priced; of `sites` all.
void check_played(const deploy::VariantDeployment& variant, std::span<const deploy::Deployment> phases,
                  const std::vector<outcome::SiteYear>& sites, const outcome::VariantYear& summary);

/// What of these prices, emissions and rules of accounting reach: emissions and costs of the sites that the
/// outcome has and of all together, the study's part of whole centers, sums of phases.
void check_account(const deploy::VariantDeployment& variant, std::span<const deploy::Deployment> phases,
                   const annual::YearOutcome& outcome);

}  // namespace verbund::batch
