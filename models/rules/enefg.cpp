#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "models/rules/judge.hpp"

namespace verbund::rules {
namespace {

constexpr Date law_in_force{2023, 11, 18};
constexpr Date management_system_from{2025, 7, 1};
constexpr Date certificate_from{2026, 1, 1};

/// How a measured figure is counted and bounded.
struct Figure {
    const char* unit;
    double scale;  ///< what the figure is multiplied by to stand in `unit`
    Bound bound;
};
constexpr Figure ratio_at_most{"1", 1.0, Bound::at_most};
constexpr Figure share_at_least{"%", 100.0, Bound::at_least};

std::string law_source(Law law, const std::string& section) {
    const char* draft = law == Law::draft_2026 ? ", amendment draft of the BMWE of 9 April 2026" : "";
    return fmt::format("EnEfG {}{}", section, draft);
}

/// Compares with the latest limit that holds on the last day of the year, or announces the first to come.
void judge(Finding& result, const std::vector<DatedLimit>& limits, double value, const Figure& figure) {
    result.value = value * figure.scale;
    result.unit = figure.unit;
    const Date day{result.year, 12, 31};
    const auto next = std::find_if(limits.begin(), limits.end(),
                                   [day](const DatedLimit& step) { return step.since > day; });
    const bool is_upcoming = next == limits.begin();
    const DatedLimit& step = is_upcoming ? *next : *std::prev(next);
    result.verdict = is_upcoming ? Verdict::upcoming : compared(value, step.limit, figure.bound);
    result.bound = figure.bound;
    result.since = step.since;
    result.limit = step.limit * figure.scale;
}

Finding scope(const CenterYear& center) {
    Finding result = finding(center, "enefg.scope", "EnEfG s. 3 Nr. 24; BAFA FAQ 11.06.2024");
    result.value = center.connection.in(kilowatt);
    result.bound = Bound::at_least;
    result.limit = enefg_scope().in(kilowatt);
    result.unit = "kW";
    result.since = law_in_force;
    if (center.commissioned > last_day(center)) {
        set_exempt(result, Reason::not_started);
        result.starts = center.commissioned;
    } else if (center.connection < enefg_scope()) {
        set_exempt(result, Reason::below_scope);
    } else {
        result.verdict = law_in_force <= last_day(center) ? Verdict::info : Verdict::upcoming;
    }
    return result;
}

Finding pue(const CenterYear& center, Law law) {
    Finding result = finding(center, "enefg.pue", law_source(law, "s. 11(1)(2)"));
    judge(result, pue_limits(law, center.commissioned), center.pue, ratio_at_most);
    return result;
}

Finding energy_reuse(const CenterYear& center, Law law) {
    Finding result = finding(center, "enefg.erf", law_source(law, "s. 11(2)(3)"));
    const auto limits = energy_reuse_limits(law, center.commissioned, center.heat_network_within_5_km);
    if (!limits.empty()) {
        judge(result, limits, center.energy_reuse_factor, share_at_least);
        return result;
    }
    result.value = center.energy_reuse_factor * share_at_least.scale;
    result.unit = share_at_least.unit;
    const bool is_old = energy_reuse_limits(law, center.commissioned, true).empty();
    set_exempt(result, is_old ? Reason::started_before_duty : Reason::no_heat_network);
    return result;
}

Finding renewable(const CenterYear& center, Law law) {
    Finding result = finding(center, "enefg.renewable", law_source(law, "s. 11(5)"));
    judge(result, renewable_limits(), center.renewable_share, share_at_least);
    return result;
}

/// s. 12(4): half of the energy goes to a heat network, in the mean of three years, and the center uses at
/// most 7.5 GWh a year.
bool exempt_from_management(const CenterYear& center) {
    const bool small = center.annual_energy > Energy{} && center.annual_energy <= 7.5 * gigawatt_hour;
    return small && center.heat_network_within_5_km && center.energy_reuse_factor_three_years >= 0.5;
}

Finding management_system(const CenterYear& center, Law law) {
    Finding result = finding(center, "enefg.management-system", law_source(law, "s. 12(1)(2)(4)"));
    result.unit = "1";
    if (exempt_from_management(center)) {
        result.value = center.energy_management_system ? 1.0 : 0.0;
        set_exempt(result, Reason::small_and_reusing);
        return result;
    }
    judge_duty(result, std::max(management_system_from, center.commissioned),
               center.energy_management_system);
    return result;
}

Finding management_certificate(const CenterYear& center, Law law) {
    Finding result = finding(center, "enefg.management-certificate", law_source(law, "s. 12(3)(4)"));
    result.unit = "1";
    result.value = center.energy_management_certified ? 1.0 : 0.0;
    const Power threshold = center.public_operator ? enefg_scope() : 1.0 * megawatt;
    if (exempt_from_management(center)) {
        set_exempt(result, Reason::small_and_reusing);
    } else if (center.connection < threshold) {
        set_exempt(result, Reason::private_operator);
    } else {
        judge_duty(result, std::max(certificate_from, center.commissioned),
                   center.energy_management_certified);
    }
    return result;
}

/// s. 13 and 14: the larger centers were first.
Finding energy_register(const CenterYear& center, Law law) {
    constexpr double first_kw = 500.0;
    constexpr Date first_from{2024, 8, 15};
    constexpr Date all_from{2025, 7, 1};
    const double kw = center.connection.in(kilowatt);
    Finding result = finding(center, "enefg.register", law_source(law, "s. 13, 14"));
    judge_scope(result, kw, enefg_scope().in(kilowatt), "kW", kw < first_kw ? all_from : first_from);
    return result;
}

Finding client_information(const CenterYear& center, Law law) {
    Finding result = finding(center, "enefg.client-information", law_source(law, "s. 15"));
    result.value = center.clients;
    result.unit = "1";
    result.since = Date{2024, 1, 1};
    result.verdict = *result.since <= last_day(center) ? Verdict::info : Verdict::upcoming;
    return result;
}

}  // namespace

std::vector<Finding> check_enefg(const CenterYear& center, Law law) {
    std::vector<Finding> findings{scope(center)};
    if (findings.front().verdict == Verdict::exempt) return findings;
    findings.push_back(pue(center, law));
    findings.push_back(energy_reuse(center, law));
    findings.push_back(renewable(center, law));
    findings.push_back(management_system(center, law));
    findings.push_back(management_certificate(center, law));
    findings.push_back(energy_register(center, law));
    if (center.serves_others) findings.push_back(client_information(center, law));
    return findings;
}

}  // namespace verbund::rules
