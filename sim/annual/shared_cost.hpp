#pragma once

#include <vector>

#include "models/economics/price_choices.hpp"
#include "results/outcome/outcome.hpp"
#include "sim/deploy/deployment.hpp"

/// What a year costs each administration.
namespace verbund::annual {

/// By what the cost of centers is shared, as the year ends.
///
/// A center is shared by the key (`economics::ShareKey`) of those whose servers run there; one that runs none
/// (a backup site) by that of those whose servers run at the primaries it protects; one that protects none by
/// that of all administrations.  Of an administration at several centers workplaces and inhabitants count by
/// the part of its servers.
class ClientShares {
public:
    ClientShares(economics::ShareKey key, const std::vector<study::ResolvedAdministration>& administrations,
                 const deploy::Deployment& last, std::size_t centers);

    /// Parts of a center's cost by administration; their sum is 1.
    [[nodiscard]] std::vector<double> of_center(std::size_t center) const;

private:
    using Servers = std::vector<double>;  ///< [administration]
    [[nodiscard]] Servers at_primaries(std::size_t backup) const;
    [[nodiscard]] std::vector<double> weights(const Servers& servers) const;

    economics::ShareKey key_;
    const std::vector<study::ResolvedAdministration>& administrations_;
    const deploy::Deployment& last_;
    std::vector<Servers> at_center_;
    Servers all_;
};

/// Writes the cost of each administration: its own room with its lines, and its shares of centers.  The costs
/// of all of them come to those of all sites.  `sites`: centers, then home rooms.
void share_costs(const ClientShares& shares, const deploy::Deployment& last,
                 const std::vector<outcome::SiteYear>& sites, std::size_t centers,
                 std::vector<outcome::AdministrationYear>& administrations);

}  // namespace verbund::annual
