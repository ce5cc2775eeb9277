#pragma once

#include "models/economics/embodied.hpp"
#include "sim/deploy/deployment.hpp"

/// Embodied carbon of a site's year: of each thing that it is built of, its mass over the years that it
/// serves.
namespace verbund::annual {

/// What things weigh and how long those serve whose life is no field of the study.
struct EmbodiedBook {
    economics::EmbodiedParts parts;
    double storage_life_years = 1.0;
    double rack_life_years = 1.0;
    double building_life_years = 1.0;

    /// Throws `RunFailed` naming the figure if one is missing or has another unit.
    [[nodiscard]] static EmbodiedBook from(const catalog::Catalog& catalog);
};

/// t CO2e a year of use.
struct EmbodiedYear {
    double hosts_t = 0.0;  ///< standby hosts and physical servers included
    double storage_t = 0.0;
    double racks_t = 0.0;
    double building_t = 0.0;

    [[nodiscard]] double total_t() const { return hosts_t + storage_t + racks_t + building_t; }
};

/// Hosts over the study's refresh and physical servers over its stand_alone_refresh, so that longer use
/// shows; data stored and its backup (a TB of backup takes 1 / backup_density of the drives) over
/// life.storage; racks that are filled over life.rack; the IT power built over life.building.
///
/// Of a center with other clients: without the racks that they fill, and of the building the share
/// `clients_share`.  Virtualisation hosts have a network card; physical servers the ports of their board.
/// Neglects gear, and what is given up before its time.
[[nodiscard]] EmbodiedYear embodied(const EmbodiedBook& book, const study::Study& study,
                                    const deploy::SiteDeployment& site, const deploy::HostTypes& types,
                                    double clients_share);

}  // namespace verbund::annual
