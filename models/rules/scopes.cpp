#include "models/rules/judge.hpp"

namespace verbund::rules {

namespace {

constexpr double reporting_kw = 500.0;
constexpr Date first_report{2024, 9, 15};

Finding reported(const CenterYear& center, const char* rule, double value, const char* unit) {
    Finding result = finding(center, rule, "delegated regulation (EU) 2024/1364, annexes II and III");
    result.value = value;
    result.unit = unit;
    result.since = first_report;
    return result;
}

}  // namespace

Finding check_eed_scope(const CenterYear& center) {
    Finding result = finding(center, "eed.scope",
                             "directive (EU) 2023/1791, Art. 12; delegated regulation (EU) 2024/1364");
    judge_scope(result, center.it_power.in(kilowatt), reporting_kw, "kW", first_report);
    return result;
}

std::vector<Finding> check_eed_values(const CenterYear& center) {
    if (center.it_power.in(kilowatt) < reporting_kw || first_report > last_day(center)) return {};
    constexpr double percent = 100.0;
    const double grid_mwh = center.annual_energy.in(megawatt_hour);
    const double it_mwh = center.it_energy.in(megawatt_hour);
    const double water_m3 = center.water_usage_effectiveness * it_mwh;  // l/kWh = m3/MWh
    return {reported(center, "eed.pue", center.pue, "1"),
            reported(center, "eed.wue", center.water_usage_effectiveness, "l/kWh"),
            reported(center, "eed.erf", percent * center.energy_reuse_factor, "%"),
            reported(center, "eed.ref", percent * center.renewable_share, "%"),
            reported(center, "eed.energy", grid_mwh, "MWh"),
            reported(center, "eed.it-energy", it_mwh, "MWh"),
            reported(center, "eed.water", water_m3, "m3"),
            reported(center, "eed.heat", center.energy_reuse_factor * grid_mwh, "MWh")};
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
