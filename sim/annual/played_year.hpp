#pragma once

#include <cstddef>
#include <vector>

#include "sim/annual/network_year.hpp"
#include "sim/annual/site_row.hpp"
#include "sim/annual/site_sum.hpp"

/// What the hours of a year come to, before prices and emissions.
namespace verbund::annual {

/// A site in a phase, as far as what its hours cost and emit depends on it.
struct PhaseOfSite {
    bool in_operation = false;
    double grid_mwh = 0.0;         ///< of the study's clients
    double grid_share = 0.0;       ///< of that in its year
    double clients_share = 1.0;    ///< of the study's clients in its IT energy
    double emission_factor = 1.0;  ///< of its hours, by what it draws from the grid
};

struct PlayedPhase {
    outcome::VariantPhase row;       ///< without cost
    std::vector<PhaseOfSite> sites;  ///< [site]
};

/// All of a year that prices, emissions and other figures of accounting do not change.
struct PlayedYear {
    outcome::VariantYear summary;
    std::vector<outcome::SiteYear> sites;
    std::vector<SiteSum> sums;  ///< [site]
    std::vector<PlayedPhase> phases;
    double reused_mwh = 0.0;  ///< heat, of all sites
    NetworkYear network;
    std::vector<float> it_kw;  ///< per hour, all sites; only if kept
    std::vector<float> grid_kw;
    std::vector<float> duration_grid_kw;  ///< [center][duration_points]; only if kept
    double host_hours = 0.0;
};

}  // namespace verbund::annual
