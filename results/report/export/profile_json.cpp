#include "results/report/export/profile_json.hpp"

#include "results/report/export/row_json.hpp"

namespace verbund::report {

std::string profile_json(const outcome::FittedProfiles& found) {
    using Json = nlohmann::ordered_json;
    Json classes = Json::array();
    for (const outcome::FittedProfile& row : found.classes)
        classes.push_back({{"workload", row.workload},
                           {"vms", row.vms},
                           {"vcpus", row.vcpus},
                           {"mean", row.mean},
                           {"at_peak", row.at_peak},
                           {"at_peak_before", row.at_peak_before},
                           {"floor", row.floor},
                           {"floor_before", row.floor_before},
                           {"coincidence", row.coincidence},
                           {"correlation", row.correlation ? Json(*row.correlation) : Json()},
                           {"quiet_measured", row.quiet_measured},
                           {"missing_days", row.missing_days}});
    return dump({{"days", found.days},
                 {"peak_mhz", found.peak_mhz},
                 {"coincidence", found.coincidence},
                 {"classes", classes},
                 {"unmapped", found.unmapped},
                 {"unmapped_share", found.unmapped_share},
                 {"too_short", found.too_short}});
}

}  // namespace verbund::report
