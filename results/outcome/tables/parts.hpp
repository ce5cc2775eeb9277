#pragma once

#include "results/outcome/not_applicable.hpp"

/// What rows of a site's and of a variant's year are made of alike.
namespace verbund::outcome {

/// Need against limit of one resource.
struct Need {
    double need = 0.0;
    double limit = not_applicable;  ///< NaN = none known
};

/// Energy along the chain; the parts sum to the grid energy.
struct EnergyParts {
    double it_mwh = 0.0;
    double distribution_mwh = 0.0;
    double ups_mwh = 0.0;
    double auxiliary_mwh = 0.0;
    double cooling_mwh = 0.0;
    double transformer_mwh = 0.0;
    double grid_mwh = 0.0;
};

struct Cost {
    double energy_eur = 0.0;
    double hardware_eur = 0.0;  ///< hosts and storage, straight line over their lives; licences
    double building_eur = 0.0;  ///< rooms, UPS, cooling, straight line
    double staff_eur = 0.0;
    double network_eur = 0.0;  ///< wide-area links
    double total_eur = 0.0;
};

}  // namespace verbund::outcome
