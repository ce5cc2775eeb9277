#include "results/outcome/place_name.hpp"

#include <string_view>

namespace verbund::outcome {
namespace {

bool says(const std::string& name, std::string_view lower, std::string_view upper) {
    return name.find(lower) != std::string::npos || name.find(upper) != std::string::npos;
}

}  // namespace

std::string full_name(const NamedPlace& place) {
    const bool is_bare_district = place.kind == "district" && !says(place.name, "kreis", "Kreis") &&
                                  !says(place.name, "region", "Region");
    return is_bare_district ? "Kreis " + place.name : place.name;
}

}  // namespace verbund::outcome
