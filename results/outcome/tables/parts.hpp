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

/// Cost of a year by kind, with value added tax where it is due.
struct Cost {
    double energy_eur = 0.0;
    double hardware_eur =
        0.0;  ///< machines, storage and devices, straight line over their lives; their upkeep
    double licences_eur = 0.0;
    double building_eur = 0.0;  ///< rooms, racks, UPS, cooling, generators, straight line; their upkeep
    double staff_eur = 0.0;
    double network_eur = 0.0;  ///< wide-area lines
    double change_eur = 0.0;   ///< moving servers, in the year in which they move
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
        {"cost_energy_eur", "EUR", "cost of grid energy and water", number<Row, Member, &Cost::energy_eur>()},
        {"cost_hardware_eur", "EUR",
         "cost of machines, storage and devices, straight line over their lives, and of their upkeep",
         number<Row, Member, &Cost::hardware_eur>()},
        {"cost_licences_eur", "EUR", "cost of licences", number<Row, Member, &Cost::licences_eur>()},
        {"cost_building_eur", "EUR",
         "cost of rooms, racks, UPS, cooling and generators, straight line over their lives, and of their "
         "upkeep",
         number<Row, Member, &Cost::building_eur>()},
        {"cost_staff_eur", "EUR", "cost of staff", number<Row, Member, &Cost::staff_eur>()},
        {"cost_network_eur", "EUR", "cost of wide-area lines", number<Row, Member, &Cost::network_eur>()},
        {"cost_change_eur", "EUR", "cost of moving servers", number<Row, Member, &Cost::change_eur>()},
        {"cost_total_eur", "EUR", "cost in total", number<Row, Member, &Cost::total_eur>()},
    };
}

}  // namespace verbund::outcome
