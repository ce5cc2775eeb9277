#include "results/outcome/outcome.hpp"

#include <array>

namespace verbund::outcome {
namespace {

struct ResourceName {
    std::string_view id;
    std::string_view german;
    std::string_view english;
};

constexpr std::array<ResourceName, resource_count> resource_names{{
    {"none", "keine", "none"},
    {"height-units", "Höheneinheiten", "height units"},
    {"racks", "Racks", "racks"},
    {"rack-power", "Rackleistung", "rack power"},
    {"it-power", "IT-Leistung", "IT power"},
    {"ups", "USV", "UPS"},
    {"cooling", "Kühlung", "cooling"},
    {"grid", "Netzanschluss", "grid connection"},
    {"storage", "Speicher", "storage"},
    {"uplink", "WAN-Anbindung", "uplink"},
    {"host-cores", "Kerne des größten Hosts", "cores of the largest host"},
    {"host-memory", "Arbeitsspeicher des größten Hosts", "memory of the largest host"},
    {"host-performance", "Rechenleistung des größten Hosts", "performance of the largest host"},
}};

const ResourceName& name_of(Resource resource) {
    return resource_names.at(static_cast<std::size_t>(resource));
}

}  // namespace

std::string_view resource_id(Resource resource) { return name_of(resource).id; }
std::string_view resource_name_de(Resource resource) { return name_of(resource).german; }
std::string_view resource_name_en(Resource resource) { return name_of(resource).english; }

Resource resource_from_code(double code) {
    const double rounded = std::round(code);
    const bool is_known = rounded >= 0.0 && rounded < resource_count;  // false for NaN, too
    return is_known ? static_cast<Resource>(static_cast<std::int8_t>(rounded)) : Resource::none;
}

}  // namespace verbund::outcome
