#include "sim/batch/findings.hpp"

#include <algorithm>

#include "tests/support/catch.hpp"

namespace verbund::batch {
namespace {

using test::Approx;

/// A center of 400 kW and its backup 150 km north of it, in 2028; each commissioned in 2020.
class Centers {
public:
    Centers() : sites_(2) {
        for (study::Center* center : {&first_, &second_}) {
            center->commissioned = {2020, 1, 1};
            center->role = study::CenterRole::shared;
        }
        variant_.sites = {
            {deploy::SiteKind::center, "rz-1", "RZ 1", {51.0, 10.0}, FederalState{5}, 1, "", 0, &first_},
            {deploy::SiteKind::center, "rz-2", "RZ 2", {52.35, 10.0}, FederalState{5}, 1, "", 0, &second_}};
        year_.year = 2028;
        for (outcome::SiteYear& site : sites_) {
            site.in_operation = 1.0;
            site.servers_placed = 10.0;
            site.resources[Resource::grid].limit = 400.0;
            site.resources[Resource::it_power].limit = 320.0;
            site.pue = 1.45;
            site.erf = 0.05;
            site.utilisation_mean = 0.25;
            site.energy.grid_mwh = 2'000.0;
        }
    }

    [[nodiscard]] std::vector<rules::Finding> find() {
        annual::YearOutcome outcome;
        outcome.sites = sites_;
        for (const outcome::SiteYear& site : sites_)
            outcome.whole.push_back({.clients_share = 1.0,
                                     .it_mwh = site.energy.it_mwh,
                                     .grid_mwh = site.energy.grid_mwh,
                                     .energy_eur = 0.0});
        const std::vector<annual::YearOutcome> until{outcome};
        return find_rules(study_, variant_, year_, until);
    }

    study::Study study_;
    study::Center first_;
    study::Center second_;
    deploy::VariantDeployment variant_;
    deploy::Deployment year_;
    std::vector<outcome::SiteYear> sites_;
};

/// Value of the finding of a rule about a subject; the test fails when there is none.
const rules::Finding& about(const std::vector<rules::Finding>& all, const std::string& subject,
                            const std::string& unit, double value) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const rules::Finding& f) {
        return f.subject.find(subject) != std::string::npos && f.unit == unit &&
               f.value == Approx(value).epsilon(1e-3);
    });
    REQUIRE(found != all.end());
    return *found;
}

bool has_rule(const std::vector<rules::Finding>& all, const std::string& rule) {
    return std::any_of(
        all.begin(), all.end(),
        [&](const rules::Finding& f) { return f.rule.find(rule) != std::string::npos; });
}

std::size_t count_rule(const std::vector<rules::Finding>& all, const std::string& rule) {
    return static_cast<std::size_t>(std::count_if(
        all.begin(), all.end(), [&](const rules::Finding& f) { return f.rule == rule; }));
}

TEST_CASE("the facts that the law is held against are those of the center's year", "[batch]") {
    Centers centers;
    const auto all = centers.find();
    CHECK(about(all, "RZ 1", "1", 1.45).verdict == rules::Verdict::met);  // 1.5 from mid 2027
    CHECK(count_rule(all, about(all, "RZ 1", "1", 1.45).rule) == 2);      // of either center
    CHECK(about(all, "RZ 1", "%", 5.0).rule == "enefg.erf");
    CHECK(about(all, "RZ 1", "%", 25.0).rule == "blauer-engel.utilisation");
    CHECK(about(all, "RZ 1", "%", 100.0).rule == "enefg.renewable");  // from 2027
    CHECK(about(all, "RZ 1", "kW", 320.0).rule == "eed.scope");       // what its rooms are built for
    centers.sites_[1].pue = 1.55;
    CHECK(about(centers.find(), "RZ 2", "1", 1.55).verdict == rules::Verdict::missed);
}

TEST_CASE("an exemption from energy management rests on the reuse of three years", "[batch]") {
    // 40, 60 and 56 % of equal energies: 52 % in the mean of three years, so 50 % hold; 10 % before do not
    // count.
    Centers centers;
    centers.first_.heat_network_near = true;
    centers.first_.energy_management = false;
    const auto management = [&](const std::vector<double>& reuse) {
        std::vector<annual::YearOutcome> years;
        for (const double erf : reuse) {
            annual::YearOutcome year;
            year.sites = centers.sites_;
            year.sites[0].erf = erf;
            year.whole.assign(2, {.clients_share = 1.0, .it_mwh = 1500.0, .grid_mwh = 2000.0});
            years.push_back(year);
        }
        for (const rules::Finding& f : find_rules(centers.study_, centers.variant_, centers.year_, years))
            if (f.rule == "enefg.management-system" && f.subject == "RZ 1") return f.verdict;
        return rules::Verdict::info;
    };
    CHECK(management({0.10, 0.40, 0.60, 0.56}) == rules::Verdict::exempt);
    CHECK(management({0.40, 0.40, 0.60}) == rules::Verdict::missed);
    CHECK(management({0.60}) == rules::Verdict::exempt);  // it has not run longer
}

TEST_CASE("a center that does not run is not held against any rule", "[batch]") {
    Centers centers;
    const std::size_t both = centers.find().size();
    centers.sites_[1].in_operation = 0.0;
    const auto one = centers.find();
    CHECK(2 * one.size() == both);
    CHECK(std::none_of(one.begin(), one.end(), [](const auto& f) { return f.subject == "RZ 2"; }));
}

TEST_CASE("what a study states of the operator enters its findings", "[batch]") {
    Centers centers;
    const auto verdict = [&](const std::string& rule) {
        for (const rules::Finding& f : centers.find())
            if (f.rule == rule && f.subject == "RZ 1") return std::string{code(f.verdict)};
        return std::string{};
    };
    CHECK(verdict("check-list.c5") == "to-be-shown");
    CHECK(verdict("nis2.size") == "to-be-shown");
    CHECK(verdict("enefg.client-information") == "info");
    CHECK(verdict("enefg.it-operator-system").empty());
    centers.first_.proofs = {rules::Proof::c5};
    centers.first_.operator_staff = 120;
    centers.first_.colocation = true;
    CHECK(verdict("check-list.c5") == "met");
    CHECK(verdict("nis2.size") == "info");
    CHECK(verdict("enefg.it-operator-system") == "met");
    centers.first_.role = study::CenterRole::own;
    CHECK(verdict("check-list.c5").empty());
    CHECK(verdict("nis2.size").empty());
    CHECK(verdict("enefg.client-information").empty());
}

TEST_CASE("a criterion of a voluntary label is never missed", "[batch]") {
    Centers centers;
    centers.sites_[0].utilisation_mean = 0.05;
    centers.sites_[0].pue = 1.9;
    for (const rules::Finding& f : centers.find())
        if (f.rule.starts_with("blauer-engel")) CHECK(f.verdict != rules::Verdict::missed);
    CHECK(about(centers.find(), "RZ 1", "%", 5.0).rule == "enefg.erf");
}

TEST_CASE("use is judged only where servers run", "[batch]") {
    Centers centers;
    const std::string rule = "blauer-engel.utilisation";
    CHECK(count_rule(centers.find(), rule) == 2);
    centers.sites_[1].servers_placed = 0.0;
    CHECK(count_rule(centers.find(), rule) == 1);
}

TEST_CASE("the distance is judged of the nearest pair alone", "[batch]") {
    // 1.35 degrees of latitude x 111.25 km = 150.2 km: below 200 km a written justification is due.
    Centers centers;
    const std::string rule = rules::check_distance({"a", "b", 150.0 * kilometre, 2028}).front().rule;
    centers.year_.replications = {{0, 1, 0.1, false}};
    CHECK_FALSE(has_rule(centers.find(), rule));
    centers.year_.replications = {{0, 1, 0.1, true}};
    const auto all = centers.find();
    REQUIRE(count_rule(all, rule) == 1);
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& f) { return f.rule == rule; });
    CHECK(found->value == Approx(150.2).epsilon(0.002));
    CHECK(found->verdict == rules::Verdict::missed);
}

TEST_CASE("a finding keeps every code, day and number in its row", "[batch]") {
    rules::Finding finding;
    finding.year = 2028;
    finding.rule = "pue";
    finding.subject = "RZ 1";
    finding.verdict = rules::Verdict::exempt;
    finding.reason = rules::Reason::below_scope;
    finding.bound = rules::Bound::at_most;
    finding.value = 1.3;
    finding.limit = 1.5;
    finding.unit = "1";
    finding.since = Date{2027, 7, 1};
    finding.starts = Date{2029, 3, 31};
    finding.source = "law";
    const outcome::RuleFinding row = to_row(finding, 4);
    CHECK(row.variant == 4);
    CHECK(row.year == 2028);
    CHECK(row.verdict == "exempt");
    CHECK(row.reason == "below-scope");
    CHECK(row.bound == "at-most");
    CHECK(row.value == 1.3);
    CHECK(row.limit == 1.5);
    CHECK(row.since == "2027-07-01");
    CHECK(row.starts == "2029-03-31");
    for (const auto& [verdict, text] :
         std::vector<std::pair<rules::Verdict, std::string>>{{rules::Verdict::met, "met"},
                                                             {rules::Verdict::missed, "missed"},
                                                             {rules::Verdict::upcoming, "upcoming"},
                                                             {rules::Verdict::info, "info"},
                                                             {rules::Verdict::not_reached, "not-reached"},
                                                             {rules::Verdict::to_be_shown, "to-be-shown"}}) {
        finding.verdict = verdict;
        CHECK(to_row(finding, 0).verdict == text);
    }
}

}  // namespace
}  // namespace verbund::batch
