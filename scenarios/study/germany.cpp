#include "scenarios/study/germany.hpp"

#include <fmt/format.h>

namespace verbund::study {
namespace {

bool in_box(Place place) {
    return place.latitude >= 47.2 && place.latitude <= 55.1 && place.longitude >= 5.8 &&
           place.longitude <= 15.1;
}

}  // namespace

std::optional<ParseProblem> outside_germany(Place place) {
    if (in_box(place)) return std::nullopt;
    const bool swapped = in_box({place.longitude, place.latitude});
    return ParseProblem{fmt::format("lat {}, lon {} lies outside Germany (lat 47.2-55.1, lon 5.8-15.1)",
                                    place.latitude, place.longitude),
                        swapped ? "Latitude and longitude seem to be swapped." : "Check the coordinates."};
}

}  // namespace verbund::study
