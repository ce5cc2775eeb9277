#include "results/outcome/outcome.hpp"

#include <cmath>

namespace verbund::outcome {
std::string_view resource_id(Resource resource) { return resource_kinds[resource].id; }

Resource resource_from_code(double code) {
    const double rounded = std::round(code);
    const bool is_known = rounded >= 0.0 && rounded < resource_count;  // false for NaN, too
    return is_known ? static_cast<Resource>(static_cast<std::int8_t>(rounded)) : Resource::none;
}

void append(RowTables& tables, RowTables&& more) {
    std::apply(
        [&](auto&... rows) { (append(rows, std::move(std::get<std::decay_t<decltype(rows)>>(more))), ...); },
        tables);
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
