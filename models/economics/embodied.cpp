#include "models/economics/embodied.hpp"

#include <string>

#include "models/catalog/figure_value.hpp"

namespace verbund::economics {
namespace {

double mass_kg(const catalog::Catalog& catalog, const std::string& part) {
    return catalog::figure_of<CarbonMass>(catalog, "embodied." + part).in(kilogram_co2);
}

}  // namespace

EmbodiedParts EmbodiedParts::from(const catalog::Catalog& catalog) {
    EmbodiedParts parts;
    parts.chassis_kg = mass_kg(catalog, "chassis");
    parts.one_unit_chassis_kg = mass_kg(catalog, "chassis.one-unit");
    parts.processor_kg = mass_kg(catalog, "cpu");
    parts.memory_kg_per_gb = mass_kg(catalog, "memory");
    parts.disk_kg_per_tb = mass_kg(catalog, "ssd");
    parts.network_card_kg = mass_kg(catalog, "network-card");
    parts.rack_kg = mass_kg(catalog, "rack");
    parts.building_kg_per_kw = mass_kg(catalog, "building");
    parts.system_disks = catalog::count_of(catalog, "disks.host");
    parts.system_disk_tb = catalog::figure_of<Data>(catalog, "size.disk.system").in(terabyte);
    return parts;
}

CarbonMass embodied_in_server(const EmbodiedParts& parts, const compute::HostType& type, int network_cards) {
    const double chassis_kg = type.height_units > 1 ? parts.chassis_kg : parts.one_unit_chassis_kg;
    return (chassis_kg + type.sockets * parts.processor_kg + type.ram_gb * parts.memory_kg_per_gb +
            parts.system_disks * parts.system_disk_tb * parts.disk_kg_per_tb +
            network_cards * parts.network_card_kg) *
           kilogram_co2;
}

CarbonMass embodied_in_storage(const EmbodiedParts& parts, Data stored) {
    return stored.in(terabyte)*parts.disk_kg_per_tb * kilogram_co2;
}

CarbonMass embodied_in_racks(const EmbodiedParts& parts, double racks) {
    return racks * parts.rack_kg * kilogram_co2;
}

CarbonMass embodied_in_building(const EmbodiedParts& parts, Power it_power) {
    return it_power.in(kilowatt)*parts.building_kg_per_kw * kilogram_co2;
}

}  // namespace verbund::economics
