#include "results/report/export/inventory_export.hpp"

#include <fmt/format.h>

#include "models/base/number_text.hpp"
#include "results/report/export/row_json.hpp"

namespace verbund::report {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const outcome::CountedVms& counted) {
    return {{"vms", counted.vms},
            {"vcpus", counted.vcpus},
            {"ram_gib", counted.ram_gib},
            {"provisioned_tb", counted.provisioned_tb},
            {"used_tb", counted.used_tb}};
}

/// To the third decimal, in a form that has one reading.
std::string number_text(double value) { return without_second_reading(fmt::format("{:.3f}", value)); }

}  // namespace

std::string inventory_csv(const outcome::ImportedInventory& found) {
    std::string text = "workload,physical,count,vcpu,ram_gb,storage_gb\n";
    for (const outcome::InventoryRow& row : found.inventory)
        text += fmt::format("{},false,{},{},{},{}\n", row.workload, row.count, number_text(row.vcpu),
                            number_text(row.ram_gb), number_text(row.storage_gb));
    return text;
}

std::string inventory_json(const outcome::ImportedInventory& found) {
    Json classes = Json::object();
    for (const outcome::ImportedClass& row : found.classes) classes[row.workload] = json_of(row.counted);
    return dump({{"rows", found.rows},
                 {"running", json_of(found.running)},
                 {"stopped", json_of(found.stopped)},
                 {"templates", found.templates},
                 {"placeholders", found.placeholders},
                 {"classes", classes},
                 {"unmapped", found.unmapped},
                 {"unmapped_vcpu_share", found.unmapped_vcpu_share},
                 {"repeated_names", found.repeated}});
}

}  // namespace verbund::report
