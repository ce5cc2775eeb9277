#pragma once

#include "models/base/units.hpp"
#include "models/catalog/catalog.hpp"
#include "models/compute/host.hpp"

/// Carbon of making what a data center is built of, and its share of a year of use.
namespace verbund::economics {

/// kg CO2e per part; all but the two that are told otherwise are figures `embodied.*`.
struct EmbodiedParts {
    double chassis_kg = 0.0;           ///< chassis and board of a server of two or more height units
    double one_unit_chassis_kg = 0.0;  ///< of a server of one height unit
    double processor_kg = 0.0;
    double memory_kg_per_gb = 0.0;
    double disk_kg_per_tb = 0.0;
    double network_card_kg = 0.0;
    double rack_kg = 0.0;
    double building_kg_per_kw = 0.0;  ///< of IT power built
    double system_disks = 0.0;        ///< of any machine, for its operating system (`disks.host`)
    double system_disk_tb = 0.0;      ///< each (`size.disk.system`)

    /// Throws `RunFailed` naming the figure if one is missing or no quantity of its kind.
    [[nodiscard]] static EmbodiedParts from(const catalog::Catalog& catalog);
};

/// Making a server: chassis by its height + sockets x processor + memory x per GB + system disks x TB x per
/// TB + network cards.
///
/// The data that it holds counts with the storage, whatever disks it lies on.  Neglects that processors of
/// more cores are larger, graphics cards, transport and disposal (a few percent).  Source: Azure GreenSKU
/// components (CC BY 4.0), one server of two units with two processors, 512 GB and 4 TB: 1,400 kg
/// (900-2,500).
[[nodiscard]] CarbonMass embodied_in_server(const EmbodiedParts& parts, const compute::HostType& type,
                                            int network_cards);

/// Making the drives that hold `stored`: a TB as so much flash.  Neglects controllers, shelves, spare space
/// and that denser drives need less per TB.
[[nodiscard]] CarbonMass embodied_in_storage(const EmbodiedParts& parts, Data stored);

/// Making racks, which may be a part of one.
[[nodiscard]] CarbonMass embodied_in_racks(const EmbodiedParts& parts, double racks);

/// Making a building and its plant for an IT power: in proportion, from one large center.  Neglects that a
/// room in a building that stands already needs less, and a small one more per kW.
[[nodiscard]] CarbonMass embodied_in_building(const EmbodiedParts& parts, Power it_power);

}  // namespace verbund::economics
