#include "models/rules/rules.hpp"

namespace verbund::rules {
namespace {

constexpr Date new_center_from{2026, 7, 1};  ///< s. 11(1)(2): centers that start from here on are new
constexpr int grace_years = 2;  ///< s. 11(2): new centers reach their limits two years after start

std::optional<double> limit_on(const std::vector<DatedLimit>& limits, Date day) {
    std::optional<double> found;
    for (const DatedLimit& step : limits)
        if (step.since <= day) found = step.limit;
    return found;
}

double reuse_share(Date commissioned) {
    if (commissioned >= Date{2028, 7, 1}) return 0.20;
    return commissioned >= Date{2027, 7, 1} ? 0.15 : 0.10;
}

}  // namespace

std::vector<DatedLimit> pue_limits(Law law, Date commissioned) {
    const bool draft = law == Law::draft_2026;
    if (commissioned >= new_center_from) return {{add_years(commissioned, grace_years), draft ? 1.3 : 1.2}};
    return {{{2027, 7, 1}, draft ? 1.6 : 1.5}, {{2030, 7, 1}, draft ? 1.4 : 1.3}};
}

std::vector<DatedLimit> energy_reuse_limits(Law law, Date commissioned, bool heat_network_within_5_km) {
    const bool waived = law == Law::draft_2026 && !heat_network_within_5_km;
    if (commissioned < new_center_from || waived) return {};
    return {{add_years(commissioned, grace_years), reuse_share(commissioned)}};
}

std::vector<DatedLimit> renewable_limits() { return {{{2024, 1, 1}, 0.50}, {{2027, 1, 1}, 1.00}}; }

std::optional<double> pue_limit(Law law, Date commissioned, Date day) {
    return limit_on(pue_limits(law, commissioned), day);
}

std::optional<double> energy_reuse_limit(Law law, Date commissioned, Date day,
                                         bool heat_network_within_5_km) {
    return limit_on(energy_reuse_limits(law, commissioned, heat_network_within_5_km), day);
}

std::optional<double> renewable_limit(Date day) { return limit_on(renewable_limits(), day); }

Power enefg_scope() { return 300.0 * kilowatt; }

}  // namespace verbund::rules
