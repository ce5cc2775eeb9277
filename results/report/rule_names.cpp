#include "results/report/rule_names.hpp"

#include <algorithm>
#include <array>

#include "results/report/text_width.hpp"

namespace verbund::report {
namespace {

struct RuleName {
    std::string_view id;
    std::string_view german;
    std::string_view english;
};

constexpr std::array<RuleName, 10> rule_names{{
    {"enefg.scope", "EnEfG Geltungsbereich", "EnEfG scope"},
    {"enefg.pue", "EnEfG PUE", "EnEfG PUE"},
    {"enefg.erf", "EnEfG Abwärmenutzung", "EnEfG heat reuse"},
    {"enefg.renewable", "EnEfG Strom aus erneuerbaren Energien", "EnEfG renewable electricity"},
    {"enefg.management-system", "EnEfG Energiemanagement", "EnEfG energy management"},
    {"enefg.management-certificate", "EnEfG Zertifikat des Energiemanagements",
     "EnEfG energy management certificate"},
    {"bsi.georedundancy", "BSI Abstand für Georedundanz", "BSI distance for georedundancy"},
    {"bsi.operational-redundancy", "BSI Abstand für Betriebsredundanz",
     "BSI distance for operational redundancy"},
    {"blauer-engel.utilisation", "Blauer Engel CPU-Auslastung", "Blauer Engel CPU utilisation"},
    {"en50600.class", "EN 50600 Verfügbarkeitsklasse", "EN 50600 availability class"},
}};

}  // namespace

bool is_law(std::string_view rule) { return rule.starts_with("enefg"); }

std::string rule_name(std::string_view rule, Language language) {
    const auto* const found = std::find_if(rule_names.begin(), rule_names.end(),
                                           [&](const RuleName& name) { return name.id == rule; });
    return found == rule_names.end()
               ? printable(rule)
               : std::string{language == Language::german ? found->german : found->english};
}

}  // namespace verbund::report
