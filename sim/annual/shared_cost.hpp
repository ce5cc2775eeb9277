#pragma once

#include <vector>

#include "models/economics/price_choices.hpp"
#include "results/outcome/outcome.hpp"
#include "sim/deploy/deployment.hpp"

/// What a year costs each administration.
namespace verbund::annual {

/// What of a center is shared: by it the part of the standby hosts in all machines is measured.
enum class SharedThing {
    cost,    ///< price of the machines
    energy,  ///< idle power of those that are switched on
};

/// By what the cost, or the energy, of centers is shared, as the year ends.
///
/// A center is shared by the key (`economics::ShareKey`) of those whose servers run there, but for the part
/// of its standby hosts (of all its machines, see `SharedThing`), which those bear whose servers run at the
/// primaries that it protects, by the standby hosts of each primary.  A center that runs nothing is theirs as
/// a whole; one that protects none, either, is shared by all administrations.  Copies without standby hosts
/// are not told apart.  Of an administration at several centers workplaces and inhabitants count by the part
/// of its servers.
class ClientShares {
public:
    ClientShares(SharedThing thing, economics::ShareKey key,
                 const std::vector<study::ResolvedAdministration>& administrations,
                 const deploy::HostTypes& host_types, const deploy::Deployment& last, std::size_t centers);

    /// Parts of a center's cost by administration; their sum is 1.
    [[nodiscard]] std::vector<double> of_center(std::size_t center) const;

private:
    using Servers = std::vector<double>;  ///< [administration]
    [[nodiscard]] Servers at_primary(std::size_t primary) const;
    [[nodiscard]] Servers at_primaries(std::size_t backup) const;
    [[nodiscard]] Servers of_reserve(std::size_t backup) const;
    [[nodiscard]] double weight(const deploy::Pool& pool) const;
    [[nodiscard]] std::vector<double> weights(const Servers& servers) const;

    SharedThing thing_;
    economics::ShareKey key_;
    const std::vector<study::ResolvedAdministration>& administrations_;
    const deploy::HostTypes& host_types_;
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
