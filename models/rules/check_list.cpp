#include <algorithm>
#include <array>
#include <limits>
#include <string>

#include "models/rules/judge.hpp"

namespace verbund::rules {
namespace {

struct Item {
    Proof proof;
    const char* rule;
    const char* source;
};

constexpr const char* cloud_rules =
    "Deutsche Verwaltungscloud, target architecture v2.0.1, 10.10.2022; IT planning council";

constexpr std::array items{
    Item{Proof::c5, "check-list.c5", "BSI C5:2020; Deutsche Verwaltungscloud, target architecture v2.0.1"},
    Item{Proof::iso27001, "check-list.iso27001",
         "ISO/IEC 27001, also on IT-Grundschutz; Deutsche Verwaltungscloud, target architecture v2.0.1"},
    Item{Proof::service_in_germany, "check-list.service-in-germany", cloud_rules},
    Item{Proof::administration_network, "check-list.administration-network", cloud_rules}};

Finding shown_or_not(const CenterYear& center, const Item& item) {
    Finding result = finding(center, item.rule, item.source);
    const bool shown =
        std::find(center.proofs.begin(), center.proofs.end(), item.proof) != center.proofs.end();
    result.value = shown ? 1.0 : 0.0;
    result.bound = Bound::at_least;
    result.limit = 1.0;
    result.unit = "1";
    result.verdict = shown ? Verdict::met : Verdict::to_be_shown;
    return result;
}

}  // namespace

std::vector<Finding> check_proofs(const CenterYear& center) {
    if (!center.serves_others) return {};
    std::vector<Finding> findings;
    for (const Item& item : items) findings.push_back(shown_or_not(center, item));
    return findings;
}

std::vector<Finding> check_nis2(const CenterYear& center) {
    if (!center.serves_others) return {};
    constexpr Date law_in_force{2025, 12, 6};
    constexpr double least_staff = 50.0;
    Finding result =
        finding(center, "nis2.size", "NIS2UmsuCG, in force 6.12.2025, BSIG s. 28; haufe.de 23.12.2025");
    judge_scope(result, center.operator_staff.value_or(least_staff), least_staff, "1", law_in_force);
    if (center.operator_staff) return {result};
    result.value = std::numeric_limits<double>::quiet_NaN();
    if (result.verdict != Verdict::upcoming) result.verdict = Verdict::to_be_shown;
    return {result};
}

}  // namespace verbund::rules
