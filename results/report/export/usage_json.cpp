#include "results/report/export/usage_json.hpp"

#include "results/report/export/row_json.hpp"

namespace verbund::report {

std::string usage_json(const outcome::ImportedUsage& found) {
    nlohmann::ordered_json counts = nlohmann::ordered_json::object();
    for (const auto& [code, count] : found.counts) counts[code] = count;
    return dump({{"vms", found.vms},
                 {"vm_steps", found.steps},
                 {"first_start_s", found.first_start_s},
                 {"last_end_s", found.last_end_s},
                 {"read", counts}});
}

}  // namespace verbund::report
