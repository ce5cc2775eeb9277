#include "results/outcome/outcome.hpp"

#include <array>
#include <cmath>

namespace verbund::outcome {
namespace {

constexpr std::array<std::string_view, resource_count> resource_ids{
    "none",    "height-units", "racks",      "rack-power",  "it-power",        "ups", "cooling", "grid",
    "storage", "uplink",       "host-cores", "host-memory", "host-performance"};

}  // namespace

std::string_view resource_id(Resource resource) {
    return resource_ids.at(static_cast<std::size_t>(resource));
}

Resource resource_from_code(double code) {
    const double rounded = std::round(code);
    const bool is_known = rounded >= 0.0 && rounded < resource_count;  // false for NaN, too
    return is_known ? static_cast<Resource>(static_cast<std::int8_t>(rounded)) : Resource::none;
}

std::string id_of(const Run& run, ColumnRole role, std::int32_t index) {
    const auto at = static_cast<std::size_t>(index);
    switch (role) {
        case ColumnRole::variant:
            return run.variants.at(at).id;
        case ColumnRole::administration:
            return run.administrations.at(at).id;
        case ColumnRole::transaction:
            return index < 0 ? "all" : run.rows<TransactionName>().at(at).id;
        default:
            return std::to_string(index);
    }
}

}  // namespace verbund::outcome
