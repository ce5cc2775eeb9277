#include "models/network/access.hpp"

#include <cmath>
#include <stdexcept>

#include <fmt/format.h>

namespace verbund::network {

using catalog::AccessLink;

DataRate usual_capacity(const catalog::Catalog& catalog, std::string_view kind, int year) {
    const AccessLink* before = nullptr;
    const AccessLink* after = nullptr;
    for (const AccessLink& row : catalog.access_links) {
        if (row.kind != kind) continue;
        if (row.year <= year && (before == nullptr || row.year > before->year)) before = &row;
        if (row.year >= year && (after == nullptr || row.year < after->year)) after = &row;
    }
    if (before == nullptr && after == nullptr)
        throw std::out_of_range(fmt::format("no access links of kind \"{}\" in the catalog", kind));
    if (before == nullptr || after == nullptr || before == after)
        return (before != nullptr ? before : after)->capacity_mbit_s * megabit_per_second;
    const double share = static_cast<double>(year - before->year) / (after->year - before->year);
    const double growth = std::pow(after->capacity_mbit_s / before->capacity_mbit_s, share);
    return before->capacity_mbit_s * growth * megabit_per_second;
}

}  // namespace verbund::network
