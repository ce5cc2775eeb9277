#pragma once

#include <vector>

#include "results/outcome/not_applicable.hpp"
#include "results/outcome/tables/table.hpp"

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

/// Cost of a year by kind.
struct Cost {
    double energy_eur = 0.0;
    double hardware_eur = 0.0;  ///< hosts and storage, straight line over their lives; licences
    double building_eur = 0.0;  ///< rooms, UPS, cooling, straight line
    double staff_eur = 0.0;
    double network_eur = 0.0;  ///< wide-area links
    double total_eur = 0.0;
};

template <class Row, EnergyParts Row::*Member>
[[nodiscard]] std::vector<Column<Row>> energy_columns() {
    return {
        {"energy_it_mwh", "MW h", "energy of IT equipment", number<Row, Member, &EnergyParts::it_mwh>()},
        {"energy_distribution_mwh", "MW h", "energy lost in power distribution",
         number<Row, Member, &EnergyParts::distribution_mwh>()},
        {"energy_ups_mwh", "MW h", "energy lost in the UPS", number<Row, Member, &EnergyParts::ups_mwh>()},
        {"energy_auxiliary_mwh", "MW h", "energy of lighting, security and other building services",
         number<Row, Member, &EnergyParts::auxiliary_mwh>()},
        {"energy_cooling_mwh", "MW h", "energy of cooling", number<Row, Member, &EnergyParts::cooling_mwh>()},
        {"energy_transformer_mwh", "MW h", "energy lost in the transformer",
         number<Row, Member, &EnergyParts::transformer_mwh>()},
        {"energy_grid_mwh", "MW h", "energy drawn from the grid",
         number<Row, Member, &EnergyParts::grid_mwh>()},
    };
}

template <class Row, Cost Row::*Member>
[[nodiscard]] std::vector<Column<Row>> cost_columns() {
    return {
        {"cost_energy_eur", "EUR", "cost of grid energy", number<Row, Member, &Cost::energy_eur>()},
        {"cost_hardware_eur", "EUR",
         "cost of hosts and storage, straight line over their lives, and of licences",
         number<Row, Member, &Cost::hardware_eur>()},
        {"cost_building_eur", "EUR", "cost of rooms, UPS and cooling, straight line over their lives",
         number<Row, Member, &Cost::building_eur>()},
        {"cost_staff_eur", "EUR", "cost of staff", number<Row, Member, &Cost::staff_eur>()},
        {"cost_network_eur", "EUR", "cost of wide-area links", number<Row, Member, &Cost::network_eur>()},
        {"cost_total_eur", "EUR", "cost in total", number<Row, Member, &Cost::total_eur>()},
    };
}

}  // namespace verbund::outcome
