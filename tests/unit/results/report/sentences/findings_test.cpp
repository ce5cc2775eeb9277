#include "results/report/sentences/findings.hpp"

#include <algorithm>
#include <fstream>
#include <set>

#include <nlohmann/json.hpp>

#include "models/rules/rules.hpp"
#include "results/report/words/words.hpp"
#include "sim/batch/findings.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/large_center.hpp"
#include "tests/support/source_folder.hpp"

namespace verbund::report {
namespace {

using rules::CenterYear;
using rules::Finding;
using rules::Law;
using test::large_center;

struct Told {
    std::string german;
    std::string english;
};

Told told(const Finding& finding) {
    const outcome::RuleFinding row = batch::to_row(finding, 0);
    return {sentence(row, Language::german), sentence(row, Language::english)};
}

Told told(const CenterYear& center, Law law, const std::string& rule) {
    return told(test::finding_of(center, law, rule));
}

TEST_CASE("a measured figure is told with its limit and the day from which it holds", "[sentences]") {
    const Told missed = told(large_center(2030), Law::enefg_2023, "enefg.pue");
    CHECK(missed.german == "PUE 1,40 verfehlt den Grenzwert von höchstens 1,30, der seit 1.7.2030 gilt.");
    CHECK(missed.english == "PUE 1.40 misses the limit of at most 1.30 in force since 1 July 2030.");
    const Told coming = told(large_center(2026), Law::enefg_2023, "enefg.pue");
    CHECK(coming.german == "PUE 1,40; erst ab 1.7.2027 gilt höchstens 1,50.");
    CHECK(coming.english == "PUE 1.40; only from 1 July 2027 does a limit of at most 1.50 hold.");
    CenterYear green = large_center(2026);
    green.renewable_share = 0.805;
    const Told share = told(green, Law::enefg_2023, "enefg.renewable");
    CHECK(share.german ==
          "Anteil erneuerbaren Stroms 80,5 % erfüllt den Grenzwert von mindestens 50,0 %, der seit 1.1.2024 "
          "gilt.");
}

TEST_CASE("the scope is told with the connection power, or with the day on which the center starts",
          "[sentences]") {
    CHECK(told(large_center(2025), Law::enefg_2023, "enefg.scope").english ==
          "With 600 kW of non-redundant connection power the data center is in scope of the EnEfG since 18 "
          "November 2023 (threshold 300 kW).");
    CHECK(told(large_center(2022), Law::enefg_2023, "enefg.scope").german ==
          "Mit 600 kW nicht redundanter Anschlussleistung fällt das Rechenzentrum ab 18.11.2023 unter das "
          "EnEfG (Schwelle 300 kW).");
    CenterYear center = large_center(2025);
    center.commissioned = {2026, 7, 1};
    CHECK(told(center, Law::enefg_2023, "enefg.scope").german ==
          "Das Rechenzentrum geht erst am 1.7.2026 in Betrieb.");
    center = large_center(2025);
    center.connection = 120.0 * kilowatt;
    CHECK(told(center, Law::enefg_2023, "enefg.scope").english ==
          "With 120 kW of non-redundant connection power the data center is below the threshold of 300 kW; "
          "the EnEfG does not apply.");
}

TEST_CASE("a duty is told as due, in place or missing", "[sentences]") {
    CenterYear center = large_center(2026);
    center.energy_management_system = true;
    CHECK(told(center, Law::enefg_2023, "enefg.management-system").german ==
          "Ein Energie- oder Umweltmanagementsystem ist seit 1.7.2025 Pflicht und vorhanden.");
    CHECK(told(center, Law::enefg_2023, "enefg.management-certificate").english ==
          "Certification of the management system has been due since 1 January 2026 and is missing.");
}

TEST_CASE("distances, use and availability class are told with what is asked for", "[sentences]") {
    const auto pair = [](double km) { return rules::check_distance({"rz-1", "rz-2", km * kilometre, 2026}); };
    CHECK(told(pair(150.4)[0]).german ==
          "150 km Luftlinie unterschreiten 200 km; zulässig nur mit schriftlicher Begründung und "
          "Risikoanalyse.");
    CHECK(told(pair(99.0)[0]).english == "99 km air line are below 100 km and never count as georedundant.");
    CHECK(told(pair(4.94)[1]).german ==
          "4,9 km Luftlinie genügen nicht der Betriebsredundanz (mindestens 5 km).");
    CenterYear center = large_center(2026);
    center.server_utilisation = 0.199;
    CHECK(told(rules::check_blauer_engel(center).back()).german ==
          "Die Server sind im Jahresmittel zu 19,9 % ausgelastet; der Blaue Engel (freiwillig) verlangt "
          "mindestens 20 %.");
    CHECK(
        told(rules::check_availability_class({.center = "rz-1", .year = 2026, .claimed_class = 3})).english ==
        "Power, cooling and network together reach availability class 1; 3 is claimed.");
}

void add_all_scopes(CenterYear center, std::vector<Finding>& all) {
    const auto add = [&](std::vector<Finding> more) { all.insert(all.end(), more.begin(), more.end()); };
    add(rules::check_public_body(center));
    center.annual_energy = 2.0 * gigawatt_hour;
    add(rules::check_public_body(center));
    add(rules::check_blauer_engel(center));
    center.cooling_efficiency_ratio = center.pue < 1.2 ? 10.0 : 3.0;
    add(rules::check_blauer_engel(center));
    center.serves_others = true;
    add(rules::check_proofs(center));
    center.proofs = {rules::Proof::c5, rules::Proof::iso27001, rules::Proof::service_in_germany,
                     rules::Proof::administration_network};
    add(rules::check_proofs(center));
    add(rules::check_nis2(center));
    for (const int staff : {49, 50}) {
        center.operator_staff = staff;
        add(rules::check_nis2(center));
    }
    center.colocation = true;
    for (const Power it : {49.0 * kilowatt, 499.0 * kilowatt, 500.0 * kilowatt}) {
        center.it_power = it;
        add({rules::check_eed_scope(center)});
        add(rules::check_eed_values(center));
        add(rules::check_it_operator(center));
    }
    for (const Power connection : {3499.0 * kilowatt, 3500.0 * kilowatt}) {
        center.connection = connection;
        add({rules::check_kritis_scope(center)});
    }
}

/// Findings of centers of every kind in every year.
std::vector<Finding> all_findings() {
    std::vector<Finding> all;
    const auto add = [&](std::vector<Finding> more) { all.insert(all.end(), more.begin(), more.end()); };
    for (int year = 2021; year <= 2035; ++year) {
        for (int kind = 0; kind < 64; ++kind) {
            CenterYear center = large_center(year);
            center.server_utilisation = 0.1;
            if ((kind & 1) != 0) center.commissioned = {2027, 7, 1};
            if ((kind & 2) != 0) center.connection = 100.0 * kilowatt;
            if ((kind & 4) != 0) center.public_operator = false;
            center.serves_others = (kind & 2) == 0;
            if ((kind & 8) != 0) center.heat_network_within_5_km = false;
            if ((kind & 16) != 0) {
                center.pue = 1.1;
                center.renewable_share = 1.0;
                center.energy_management_system = center.energy_management_certified = true;
                center.server_utilisation = 0.3;
            }
            if ((kind & 32) != 0) {
                center.energy_reuse_factor = center.energy_reuse_factor_three_years = 0.5;
                center.annual_energy = 5.0 * gigawatt_hour;
            }
            add(check_enefg(center, Law::enefg_2023));
            add(check_enefg(center, Law::draft_2026));
            add_all_scopes(center, all);
        }
    }
    for (const double km : {1.0, 50.0, 150.0, 250.0})
        add(rules::check_distance({"a", "b", km * kilometre, 2026}));
    for (const int claimed : {0, 1, 3})
        add({rules::check_availability_class({.center = "a", .year = 2026, .claimed_class = claimed})});
    return all;
}

TEST_CASE("every finding has a sentence in both languages, and no sentence is without a finding",
          "[sentences]") {
    std::set<std::string> used;
    for (const Finding& finding : all_findings()) {
        const outcome::RuleFinding row = batch::to_row(finding, 0);
        const std::string by_reason = row.rule + '/' + row.reason;
        const std::string id =
            find_word("finding", by_reason, Language::german) ? by_reason : row.rule + '/' + row.verdict;
        used.insert(id);
        for (const Language language : {Language::german, Language::english}) {
            CAPTURE(id);
            REQUIRE(find_word("finding", id, language));
            CHECK(sentence(row, language).back() == '.');
        }
    }
    std::ifstream file{test::source_folder() / "results/report/words/de.json"};
    std::set<std::string> known;
    const auto findings = nlohmann::json::parse(file).at("finding");
    for (const auto& [id, text] : findings.items()) known.insert(id);
    CHECK(used == known);
}

TEST_CASE("what is voluntary, open or for the register is told as such", "[sentences]") {
    CenterYear center = large_center(2026);
    center.serves_others = true;
    CHECK(told(rules::check_proofs(center)[0]).german == "Ein C5-Testat ist nachzuweisen.");
    CHECK(told(rules::check_nis2(center)[0]).english ==
          "Since 6 December 2025 NIS2 binds operators that work for others from 50 staff or 10 million EUR "
          "of revenue; the size of the operator is not stated.");
    center.clients = 3.0;
    CHECK(told(center, Law::enefg_2023, "enefg.client-information").german ==
          "Der Betreiber teilt jedem Kunden (hier 3 Verwaltungen) seit 1.1.2024 jährlich dessen "
          "Energieverbrauch mit.");
}

TEST_CASE("a finding of an unknown rule is told by value and limit", "[sentences]") {
    outcome::RuleFinding row;
    row.rule = "new.rule";
    row.verdict = "met";
    row.value = 1.25;
    row.limit = 2.5;
    row.unit = "km";
    CHECK(sentence(row, Language::german) == "1,25 km (Grenze 2,5 km)");
    CHECK(sentence(row, Language::english) == "1.25 km (limit 2.5 km)");
}

}  // namespace
}  // namespace verbund::report
