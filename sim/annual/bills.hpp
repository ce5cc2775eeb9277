#pragma once

#include <span>
#include <vector>

#include "models/economics/tariff.hpp"
#include "sim/annual/shared_cost.hpp"

/// What providers charge their clients in a year.
namespace verbund::annual {

/// What clients have at a center, by days of the year, and what they are charged for it, with tax where it is
/// due (`economics.provider_vat`).
struct CenterBill {
    economics::Served served;
    double billed_eur = 0.0;
    bool charges = false;  ///< its operator has a tariff, here or elsewhere; else clients share its cost
};

/// A year whose clients are billed.
struct BilledYear {
    const study::Study& study;
    const deploy::VariantDeployment& variant;
    std::span<const deploy::Deployment> phases;  ///< of the year
};

/// Bills by center, and the `bill_eur` of each administration: its own room with its lines, of centers whose
/// operator has a tariff at any of them what the tariffs say, of the others its share of their cost.
///
/// Workplaces count by the part of the servers that runs at the center, traffic as the peak of the
/// administration's users in the year by the center's part of the servers that are in centers.  Reads
/// `access_peak_gbit_s`; costs of `sites` (centers, then home rooms) are whole.
[[nodiscard]] std::vector<CenterBill> bill_clients(const BilledYear& in, const ClientShares& shares,
                                                   const std::vector<outcome::SiteYear>& sites,
                                                   std::vector<outcome::AdministrationYear>& administrations);

}  // namespace verbund::annual
