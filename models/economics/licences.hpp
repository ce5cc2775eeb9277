#pragma once

#include "models/continuity/standby.hpp"
#include "models/economics/price_choices.hpp"

/// Cores that licences count.
namespace verbund::economics {

/// What a licence per core counts at least.
struct LicenceCount {
    double least_cores_per_socket = 0.0;  ///< of each processor
    double least_cores_per_host = 0.0;
    double least_cores_per_order = 0.0;  ///< of an operator's hosts together

    /// Cores counted of one host: max(cores, sockets x least per socket, least per host).
    [[nodiscard]] double licensed_cores(int cores, int sockets) const;
    /// Cores paid of an operator whose hosts count `licensed`: max(licensed, least per order); none for no
    /// host.
    [[nodiscard]] double ordered_cores(double licensed) const;
};

/// Whether a standby host needs a licence: where all do, whatever stands there; else only the hosts of a warm
/// or hot standby, which take part in the cluster.  A cold host is licensed when it is switched on.
[[nodiscard]] bool standby_licensed(StandbyLicences rule, continuity::StandbyMode mode);

}  // namespace verbund::economics
