#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "models/rules/rules.hpp"
#include "models/rules/wording.hpp"

namespace verbund::rules {
namespace {

constexpr double no_limit = std::numeric_limits<double>::quiet_NaN();
constexpr double least_utilisation = 0.20;
constexpr double georedundancy_km = georedundancy_distance.in(kilometre);
constexpr double georedundancy_floor_km = georedundancy_floor_distance.in(kilometre);
constexpr double operational_redundancy_km = 5.0;

Finding distance_finding(const SitePair& pair, double limit_km) {
    Finding result;
    result.subject = fmt::format("{} / {}", pair.first, pair.second);
    result.year = pair.year;
    result.value = pair.distance.in(kilometre);
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
    const std::string km_de = number_de(result.value, 0);
    const std::string km_en = number_en(result.value, 0);
    if (result.verdict == Verdict::met) {
        result.text_de = fmt::format("{} km Luftlinie genügen der Georedundanz (rund 200 km).", km_de);
        result.text_en = fmt::format("{} km air line suffice for georedundancy (about 200 km).", km_en);
    } else if (result.value >= georedundancy_floor_km) {
        result.text_de = fmt::format(
            "{} km Luftlinie unterschreiten 200 km; zulässig nur mit schriftlicher Begründung und "
            "Risikoanalyse.",
            km_de);
        result.text_en = fmt::format(
            "{} km air line are below 200 km; acceptable only with a written justification and a "
            "risk analysis.",
            km_en);
    } else {
        result.text_de =
            fmt::format("{} km Luftlinie unterschreiten 100 km und gelten nie als georedundant.", km_de);
        result.text_en =
            fmt::format("{} km air line are below 100 km and never count as georedundant.", km_en);
    }
    return result;
}

Finding operational_redundancy(const SitePair& pair) {
    Finding result = distance_finding(pair, operational_redundancy_km);
    result.rule = "bsi.operational-redundancy";
    result.since = Date{2019, 10, 1};
    result.source =
        "BSI, criteria for the location of data centers, v2.0 10/2019; 5 km: older recommendation of the BSI";
    const bool met = result.verdict == Verdict::met;
    result.text_de = fmt::format("{} km Luftlinie {} der Betriebsredundanz (mindestens 5 km).",
                                 number_de(result.value, 1), met ? "genügen" : "genügen nicht");
    result.text_en = fmt::format("{} km air line {} for operational redundancy (at least 5 km).",
                                 number_en(result.value, 1), met ? "suffice" : "do not suffice");
    return result;
}

int class_of(SupplyPath path) { return static_cast<int>(path) + 1; }

}  // namespace

Finding check_utilisation(const CenterYear& center) {
    Finding result;
    result.rule = "blauer-engel.utilisation";
    result.subject = center.center;
    result.year = center.year;
    result.value = 100.0 * center.server_utilisation;
    result.limit = 100.0 * least_utilisation;
    result.unit = "%";
    const bool met = center.server_utilisation >= least_utilisation;
    result.verdict = met ? Verdict::met : Verdict::missed;
    result.text_de = fmt::format(
        "Die Server sind im Jahresmittel zu {} % ausgelastet; der Blaue Engel verlangt mindestens "
        "20 %.",
        number_de(result.value, 1));
    result.text_en =
        fmt::format("Servers are used at {} % on annual average; the Blauer Engel asks for at least 20 %.",
                    number_en(result.value, 1));
    result.source = "Blauer Engel for data centers (DE-UZ 161/214/228), 3.3.3";
    return result;
}

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
        result.limit = no_limit;
        result.text_de =
            fmt::format("Strom, Kühlung und Netz erreichen zusammen Verfügbarkeitsklasse {}.", reached);
        result.text_en =
            fmt::format("Power, cooling and network together reach availability class {}.", reached);
        return result;
    }
    const bool met = reached >= claimed;
    result.verdict = met ? Verdict::met : Verdict::missed;
    result.limit = claimed;
    result.text_de =
        fmt::format("Strom, Kühlung und Netz erreichen zusammen Verfügbarkeitsklasse {}; {} ist angegeben.",
                    reached, claimed);
    result.text_en = fmt::format(
        "Power, cooling and network together reach availability class {}; {} is claimed.", reached, claimed);
    return result;
}

}  // namespace verbund::rules
