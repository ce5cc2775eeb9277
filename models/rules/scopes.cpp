#include "models/rules/judge.hpp"

namespace verbund::rules {

Finding check_eed_scope(const CenterYear& center) {
    Finding result = finding(center, "eed.scope",
                             "directive (EU) 2023/1791, Art. 12; delegated regulation (EU) 2024/1364");
    judge_scope(result, center.it_power.in(kilowatt), 500.0, "kW", Date{2024, 9, 15});
    return result;
}

Finding check_kritis_scope(const CenterYear& center) {
    constexpr double contracted_kw = 3500.0;
    Finding result = finding(center, "kritis.scope", "BSI-KritisV, annex 4 part 3 Nr. 2.1");
    judge_scope(result, center.connection.in(kilowatt), contracted_kw, "kW", Date{2022, 1, 1});
    return result;
}

std::vector<Finding> check_public_body(const CenterYear& center) {
    if (!center.public_operator) return {};
    constexpr Date law_in_force{2023, 11, 18};
    constexpr Date system_due{2026, 6, 30};
    constexpr double simplified_gwh = 1.0;
    constexpr double full_gwh = 3.0;
    const std::string source = "EnEfG s. 6";
    const double used_gwh = center.annual_energy.in(gigawatt_hour);

    Finding savings = finding(center, "enefg.public-savings", source);
    judge_scope(savings, used_gwh, simplified_gwh, "GWh", law_in_force);

    Finding system = finding(center, "enefg.public-management", source);
    judge_scope(system, used_gwh, simplified_gwh, "GWh", system_due);
    if (used_gwh >= full_gwh)
        judge_duty(system, system_due, center.energy_management_system);
    else if (used_gwh >= simplified_gwh)
        system.reason = Reason::simplified;
    return {savings, system};
}

}  // namespace verbund::rules
