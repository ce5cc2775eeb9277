#include <cmath>

#include "models/rules/judge.hpp"

namespace verbund::rules {
namespace {

constexpr const char* label = "Blauer Engel for data centers, DE-UZ 228";
constexpr double percent = 100.0;

double highest_pue(Date commissioned) {
    if (commissioned.year >= 2024) return 1.25;
    if (commissioned.year >= 2019) return 1.30;
    return commissioned.year >= 2015 ? 1.50 : 1.60;
}

Finding judged(const CenterYear& center, const char* criterion, double value, double limit, const char* unit,
               Bound bound) {
    Finding result = finding(center, criterion, label);
    result.value = value;
    result.limit = limit;
    result.unit = unit;
    result.bound = bound;
    const bool met = compared(value, limit, bound) == Verdict::met;
    result.verdict = met ? Verdict::met : Verdict::not_reached;
    return result;
}

}  // namespace

std::vector<Finding> check_blauer_engel(const CenterYear& center) {
    constexpr int cer_from = 2024;
    constexpr int erf_from = 2023;
    constexpr double least_cer = 9.0;
    constexpr double least_utilisation = 20.0;
    std::vector<Finding> findings{judged(center, "blauer-engel.pue", center.pue,
                                         highest_pue(center.commissioned), "1", Bound::at_most)};
    const double cer = center.cooling_efficiency_ratio;
    if (center.commissioned.year >= cer_from && std::isfinite(cer))
        findings.push_back(judged(center, "blauer-engel.cer", cer, least_cer, "1", Bound::more_than));
    if (center.commissioned.year >= erf_from)
        findings.push_back(judged(center, "blauer-engel.erf", percent * center.energy_reuse_factor, 0.0, "%",
                                  Bound::more_than));
    if (center.server_utilisation)
        findings.push_back(judged(center, "blauer-engel.utilisation", percent * *center.server_utilisation,
                                  least_utilisation, "%", Bound::at_least));
    return findings;
}

}  // namespace verbund::rules
