#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "models/rules/rules.hpp"
#include "models/rules/wording.hpp"

namespace verbund::rules {
namespace {

constexpr double no_limit = std::numeric_limits<double>::quiet_NaN();
constexpr Date law_in_force{2023, 11, 18};
constexpr Date management_system_from{2025, 7, 1};
constexpr Date certificate_from{2026, 1, 1};

/// A measured figure as the sentences name it.
struct Figure {
    std::string name_de;
    std::string name_en;
    std::string unit;
    double scale = 1.0;  ///< what the figure is multiplied by to stand in `unit`
    int decimals = 2;
    bool at_most = true;  ///< the limit is an upper one
};

std::string with_unit(const std::string& number, const Figure& figure) {
    return figure.unit == "1" ? number : number + " " + figure.unit;
}
std::string in_german(double value, const Figure& figure) {
    return with_unit(number_de(value * figure.scale, figure.decimals), figure);
}
std::string in_english(double value, const Figure& figure) {
    return with_unit(number_en(value * figure.scale, figure.decimals), figure);
}

Date last_day(const CenterYear& center) { return {center.year, 12, 31}; }

Finding finding(const CenterYear& center, std::string rule, std::string source) {
    Finding result;
    result.rule = std::move(rule);
    result.subject = center.center;
    result.year = center.year;
    result.limit = no_limit;
    result.source = std::move(source);
    return result;
}

std::string law_source(Law law, const std::string& section) {
    const char* draft = law == Law::draft_2026 ? ", amendment draft of the BMWE of 9 April 2026" : "";
    return fmt::format("EnEfG {}{}", section, draft);
}

void set_upcoming(Finding& result, const DatedLimit& first, double value, const Figure& figure) {
    result.verdict = Verdict::upcoming;
    result.since = first.since;
    result.limit = first.limit * figure.scale;
    result.text_de = fmt::format("{} {}; erst ab {} gilt {} {}.", figure.name_de, in_german(value, figure),
                                 day_de(first.since), figure.at_most ? "höchstens" : "mindestens",
                                 in_german(first.limit, figure));
    result.text_en = fmt::format("{} {}; only from {} does a limit of {} {} hold.", figure.name_en,
                                 in_english(value, figure), day_en(first.since),
                                 figure.at_most ? "at most" : "at least", in_english(first.limit, figure));
}

void set_compared(Finding& result, const DatedLimit& step, double value, const Figure& figure) {
    constexpr double rounding = 1e-9;  // a share of 1 summed over the hours of a year is still 100 %
    const double excess = figure.at_most ? value - step.limit : step.limit - value;
    const bool met = excess <= rounding;
    result.verdict = met ? Verdict::met : Verdict::missed;
    result.since = step.since;
    result.limit = step.limit * figure.scale;
    result.text_de = fmt::format("{} {} {} den Grenzwert von {} {}, der seit {} gilt.", figure.name_de,
                                 in_german(value, figure), met ? "erfüllt" : "verfehlt",
                                 figure.at_most ? "höchstens" : "mindestens", in_german(step.limit, figure),
                                 day_de(step.since));
    result.text_en = fmt::format("{} {} {} the limit of {} {} in force since {}.", figure.name_en,
                                 in_english(value, figure), met ? "meets" : "misses",
                                 figure.at_most ? "at most" : "at least", in_english(step.limit, figure),
                                 day_en(step.since));
}

/// Compares with the latest limit that holds on the last day of the year, or announces the first to come.
void judge(Finding& result, const std::vector<DatedLimit>& limits, double value, const Figure& figure) {
    result.value = value * figure.scale;
    result.unit = figure.unit;
    const Date day{result.year, 12, 31};
    const auto next = std::find_if(limits.begin(), limits.end(),
                                   [day](const DatedLimit& step) { return step.since > day; });
    if (next == limits.begin()) {
        set_upcoming(result, *next, value, figure);
    } else {
        set_compared(result, *std::prev(next), value, figure);
    }
}

void set_exempt(Finding& result, std::string text_de, std::string text_en) {
    result.verdict = Verdict::exempt;
    result.text_de = std::move(text_de);
    result.text_en = std::move(text_en);
}

Finding scope(const CenterYear& center) {
    Finding result = finding(center, "enefg.scope", "EnEfG s. 3 Nr. 24; BAFA FAQ 11.06.2024");
    const double connection_kw = center.connection.in(kilowatt);
    const double scope_kw = enefg_scope().in(kilowatt);
    result.value = connection_kw;
    result.limit = scope_kw;
    result.unit = "kW";
    result.since = law_in_force;
    if (center.commissioned > last_day(center)) {
        set_exempt(result,
                   fmt::format("Das Rechenzentrum geht erst am {} in Betrieb.", day_de(center.commissioned)),
                   fmt::format("The data center starts only on {}.", day_en(center.commissioned)));
        return result;
    }
    if (center.connection < enefg_scope()) {
        set_exempt(
            result,
            fmt::format(
                "Mit {} kW nicht redundanter Anschlussleistung liegt das Rechenzentrum unter der Schwelle "
                "von {} kW; das EnEfG gilt nicht.",
                number_de(connection_kw, 0), number_de(scope_kw, 0)),
            fmt::format(
                "With {} kW of non-redundant connection power the data center is below the threshold of "
                "{} kW; the EnEfG does not apply.",
                number_en(connection_kw, 0), number_en(scope_kw, 0)));
        return result;
    }
    const bool in_force = law_in_force <= last_day(center);
    result.verdict = in_force ? Verdict::info : Verdict::upcoming;
    result.text_de = fmt::format(
        "Mit {} kW nicht redundanter Anschlussleistung fällt das Rechenzentrum {} unter das "
        "EnEfG (Schwelle {} kW).",
        number_de(connection_kw, 0), in_force ? "seit 18.11.2023" : "ab 18.11.2023", number_de(scope_kw, 0));
    result.text_en = fmt::format(
        "With {} kW of non-redundant connection power the data center is in scope of the EnEfG "
        "{} 18 November 2023 (threshold {} kW).",
        number_en(connection_kw, 0), in_force ? "since" : "from", number_en(scope_kw, 0));
    return result;
}

Finding pue(const CenterYear& center, Law law) {
    Finding result = finding(center, "enefg.pue", law_source(law, "s. 11(1)(2)"));
    judge(result, pue_limits(law, center.commissioned), center.pue, {"PUE", "PUE", "1", 1.0, 2, true});
    return result;
}

Finding energy_reuse(const CenterYear& center, Law law) {
    Finding result = finding(center, "enefg.erf", law_source(law, "s. 11(2)(3)"));
    const Figure figure{"Energiewiederverwendung (ERF)", "Energy reuse (ERF)", "%", 100.0, 1, false};
    const auto limits = energy_reuse_limits(law, center.commissioned, center.heat_network_within_5_km);
    if (!limits.empty()) {
        judge(result, limits, center.energy_reuse_factor, figure);
        return result;
    }
    result.value = center.energy_reuse_factor * figure.scale;
    result.unit = figure.unit;
    if (energy_reuse_limits(law, center.commissioned, true).empty()) {
        set_exempt(result, "Keine Abwärmepflicht, weil das Rechenzentrum vor dem 1.7.2026 in Betrieb ging.",
                   "No duty to reuse heat, because the data center started before 1 July 2026.");
    } else {
        set_exempt(result,
                   "Keine Abwärmepflicht nach dem Entwurf, weil kein Wärmenetz innerhalb von 5 km liegt.",
                   "No duty to reuse heat under the draft, because no heat network lies within 5 km.");
    }
    return result;
}

Finding renewable(const CenterYear& center, Law law) {
    Finding result = finding(center, "enefg.renewable", law_source(law, "s. 11(5)"));
    judge(result, renewable_limits(), center.renewable_share,
          {"Anteil erneuerbaren Stroms", "Share of renewable electricity", "%", 100.0, 1, false});
    return result;
}

/// s. 12(4): half of the energy is reused and the center uses at most 7.5 GWh a year.
bool exempt_from_management(const CenterYear& center) {
    const bool small = center.annual_energy > Energy{} && center.annual_energy <= 7.5 * gigawatt_hour;
    return small && center.energy_reuse_factor >= 0.5;
}

/// A thing that a center has or has not, due from a day on.
struct Duty {
    std::string name_de;  ///< with article, nominative
    std::string name_en;
    Date due;
    bool fulfilled = false;
};

void judge(Finding& result, const Duty& duty) {
    result.value = duty.fulfilled ? 1.0 : 0.0;
    result.limit = 1.0;
    result.since = duty.due;
    if (duty.due > Date{result.year, 12, 31}) {
        result.verdict = Verdict::upcoming;
        result.text_de = fmt::format("{} ist erst ab {} Pflicht.", duty.name_de, day_de(duty.due));
        result.text_en = fmt::format("{} is due only from {}.", duty.name_en, day_en(duty.due));
        return;
    }
    result.verdict = duty.fulfilled ? Verdict::met : Verdict::missed;
    result.text_de = fmt::format("{} ist seit {} Pflicht und {}.", duty.name_de, day_de(duty.due),
                                 duty.fulfilled ? "vorhanden" : "fehlt");
    result.text_en = fmt::format("{} has been due since {} and is {}.", duty.name_en, day_en(duty.due),
                                 duty.fulfilled ? "in place" : "missing");
}

constexpr const char* small_and_reusing_de =
    "Befreit, weil mindestens 50 % der Energie wiederverwendet werden und der Verbrauch höchstens 7,5 GWh im "
    "Jahr beträgt.";
constexpr const char* small_and_reusing_en =
    "Exempt, because at least 50 % of the energy is reused and consumption is at most 7.5 GWh a year.";

Finding management_system(const CenterYear& center, Law law) {
    Finding result = finding(center, "enefg.management-system", law_source(law, "s. 12(1)(2)(4)"));
    result.unit = "1";
    if (exempt_from_management(center)) {
        result.value = center.energy_management_system ? 1.0 : 0.0;
        set_exempt(result, small_and_reusing_de, small_and_reusing_en);
        return result;
    }
    judge(result, {"Ein Energie- oder Umweltmanagementsystem", "An energy or environmental management system",
                   std::max(management_system_from, center.commissioned), center.energy_management_system});
    return result;
}

Finding management_certificate(const CenterYear& center, Law law) {
    Finding result = finding(center, "enefg.management-certificate", law_source(law, "s. 12(3)(4)"));
    result.unit = "1";
    result.value = center.energy_management_certified ? 1.0 : 0.0;
    const Power threshold = center.public_operator ? enefg_scope() : 1.0 * megawatt;
    if (exempt_from_management(center)) {
        set_exempt(result, small_and_reusing_de, small_and_reusing_en);
    } else if (center.connection < threshold) {
        set_exempt(result, "Private Betreiber müssen ihr Managementsystem erst ab 1 MW zertifizieren lassen.",
                   "Private operators must have their management system certified only from 1 MW.");
    } else {
        judge(result, {"Die Zertifizierung des Managementsystems", "Certification of the management system",
                       std::max(certificate_from, center.commissioned), center.energy_management_certified});
    }
    return result;
}

}  // namespace

std::vector<Finding> check_enefg(const CenterYear& center, Law law) {
    std::vector<Finding> findings{scope(center)};
    if (findings.front().verdict == Verdict::exempt) {
        return findings;
    }
    findings.push_back(pue(center, law));
    findings.push_back(energy_reuse(center, law));
    findings.push_back(renewable(center, law));
    findings.push_back(management_system(center, law));
    findings.push_back(management_certificate(center, law));
    return findings;
}

}  // namespace verbund::rules
