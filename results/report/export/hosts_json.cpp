#include "results/report/export/hosts_json.hpp"

#include "results/report/export/row_json.hpp"

namespace verbund::report {

std::string hosts_json(const outcome::ImportedFleet& fleet) {
    using Json = nlohmann::ordered_json;
    Json groups = Json::array();
    for (const outcome::ImportedHosts& group : fleet.groups)
        groups.push_back({{"cluster", group.cluster},
                          {"processor", group.processor},
                          {"hosts", group.hosts},
                          {"cores", group.cores},
                          {"core_mhz", group.core_mhz},
                          {"ram_mib", group.ram_mib},
                          {"bought", group.bought > 0 ? Json(group.bought) : Json()}});
    return dump({{"groups", groups}, {"installed", fleet.installed}, {"unknown_processors", fleet.unknown}});
}

}  // namespace verbund::report
