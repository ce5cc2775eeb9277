#include "results/report/export/replay_json.hpp"

#include "results/report/export/row_json.hpp"

namespace verbund::report {

std::string replay_json(const outcome::Replay& found) {
    using Json = nlohmann::ordered_json;
    Json energy = Json::object();
    Json types = Json::array();
    for (const outcome::ReplayedHostType& type : found.host_types) {
        energy[type.name] = type.energy_j;
        types.push_back({{"host_type", type.name},
                         {"hosts", type.hosts},
                         {"energy_j", type.energy_j},
                         {"mean_utilisation", type.mean_utilisation},
                         {"overloaded_host_s", type.overloaded_s},
                         {"on_host_s", type.on_s},
                         {"vms", type.vms}});
    }
    Json counts = Json::object();
    for (const auto& [code, count] : found.counts) counts[code] = count;
    return dump({{"energy_j", found.energy_j},
                 {"energy_by_host_type", energy},
                 {"end_s", found.end_s},
                 {"mean_host_utilisation", found.mean_host_utilisation},
                 {"overloaded_host_s", found.overloaded_host_s},
                 {"mean_wait_s", found.mean_wait_s},
                 {"vms_placed", found.vms_placed},
                 {"vms_refused", found.refused.sum()},
                 {"vms_refused_by_reason",
                  {{"too_large", found.refused.too_large},
                   {"full", found.refused.full},
                   {"after_horizon", found.refused.after_horizon}}},
                 {"vm_steps", found.steps.read},
                 {"vm_steps_applied", found.steps.applied},
                 {"vm_steps_clipped",
                  {{"repeated", found.steps.clipped_repeated},
                   {"refused", found.steps.clipped_refused},
                   {"end", found.steps.clipped_end},
                   {"capacity", found.steps.clipped_capacity}}},
                 {"use_asked_mhz_s", found.use.asked_mhz_s},
                 {"use_applied_mhz_s", found.use.applied_mhz_s},
                 {"use_clipped_mhz_s", found.use.clipped_mhz_s},
                 {"host_types", types},
                 {"read", counts}});
}

}  // namespace verbund::report
