#include <algorithm>

#include "models/rules/judge.hpp"

namespace verbund::rules {
namespace {

constexpr const char* source = "EnEfG s. 3 Nr. 4, s. 12(5)";

/// Due from a power of the operator's own IT on; exempt below.
Finding duty_from(const CenterYear& center, const char* rule, Power scope, Date since, bool fulfilled) {
    Finding result = finding(center, rule, source);
    const double it_kw = center.it_power.in(kilowatt);
    if (it_kw < scope.in(kilowatt))
        judge_scope(result, it_kw, scope.in(kilowatt), "kW", since);
    else
        judge_duty(result, std::max(since, center.commissioned), fulfilled);
    return result;
}

}  // namespace

std::vector<Finding> check_it_operator(const CenterYear& center) {
    if (!center.colocation) return {};
    constexpr Date system_from{2025, 7, 1};
    constexpr Date certificate_from{2026, 1, 1};
    constexpr Power system_scope = 50.0 * kilowatt;
    constexpr Power certificate_scope = 500.0 * kilowatt;
    return {duty_from(center, "enefg.it-operator-system", system_scope, system_from,
                      center.energy_management_system),
            duty_from(center, "enefg.it-operator-certificate", certificate_scope, certificate_from,
                      center.energy_management_certified)};
}

}  // namespace verbund::rules
