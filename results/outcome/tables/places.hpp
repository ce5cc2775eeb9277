#pragma once

#include <string>

#include "results/outcome/not_applicable.hpp"
#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// An administration or a center: id, name and where it lies.
struct NamedPlace {
    std::string id;
    std::string name;
    double latitude = not_applicable;
    double longitude = not_applicable;
    std::string
        kind;  ///< center: own, provider, shared; administration: district, city, municipality, stated
};

template <>
const Table<NamedPlace>& table_of<NamedPlace>();

}  // namespace verbund::outcome
