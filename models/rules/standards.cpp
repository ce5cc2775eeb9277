#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "models/rules/rules.hpp"

namespace verbund::rules {
namespace {

constexpr double no_limit = std::numeric_limits<double>::quiet_NaN();
constexpr double georedundancy_km = georedundancy_distance.in(kilometre);
constexpr double georedundancy_floor_km = georedundancy_floor_distance.in(kilometre);
constexpr double operational_redundancy_km = 5.0;

Finding distance_finding(const SitePair& pair, double limit_km) {
    Finding result;
    result.subject = fmt::format("{} / {}", pair.first, pair.second);
    result.year = pair.year;
    result.value = pair.distance.in(kilometre);
    result.bound = Bound::at_least;
    result.limit = limit_km;
    result.unit = "km";
    result.verdict = result.value >= limit_km ? Verdict::met : Verdict::missed;
    return result;
}

Finding georedundancy(const SitePair& pair) {
    Finding result = distance_finding(pair, georedundancy_km);
    result.rule = "bsi.georedundancy";
    result.since = Date{2018, 12, 1};
    result.source = "BSI, criteria for the location of data centers, v1.0 12/2018 to v2.1 12/2024, sec. 3.3";
    if (result.verdict == Verdict::missed) {
        result.reason =
            result.value >= georedundancy_floor_km ? Reason::to_be_justified : Reason::never_georedundant;
    }
    return result;
}

Finding operational_redundancy(const SitePair& pair) {
    Finding result = distance_finding(pair, operational_redundancy_km);
    result.rule = "bsi.operational-redundancy";
    result.since = Date{2019, 10, 1};
    result.source =
        "BSI, criteria for the location of data centers, v2.0 10/2019; 5 km: older recommendation of the BSI";
    return result;
}

int class_of(SupplyPath path) { return static_cast<int>(path) + 1; }

}  // namespace

std::vector<Finding> check_distance(const SitePair& pair) {
    return {georedundancy(pair), operational_redundancy(pair)};
}

int availability_class(const AvailabilityDesign& design) {
    return std::min({class_of(design.power), class_of(design.cooling), class_of(design.network)});
}

Finding check_availability_class(const AvailabilityDesign& design) {
    const int reached = availability_class(design);
    const int claimed = design.claimed_class;
    Finding result;
    result.rule = "en50600.class";
    result.subject = design.center;
    result.year = design.year;
    result.value = reached;
    result.unit = "1";
    result.source = "EN 50600-2-2, -2-3, -2-4 (ISO/IEC 22237)";
    if (claimed == 0) {
        result.verdict = Verdict::info;
        result.reason = Reason::no_class_claimed;
        result.limit = no_limit;
    } else {
        result.verdict = reached >= claimed ? Verdict::met : Verdict::missed;
        result.bound = Bound::at_least;
        result.limit = claimed;
    }
    return result;
}

}  // namespace verbund::rules
