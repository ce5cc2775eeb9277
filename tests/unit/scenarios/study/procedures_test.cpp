#include "scenarios/study/procedures.hpp"

#include <cmath>
#include <map>

#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

namespace verbund::study {
namespace {

/// The small study with a district; `procedures` are those of its estate.
struct Case {
    explicit Case(const Procedures& procedures, std::vector<ListedProcedure> rows = {}) {
        std::string text = test::small_study;
        text.insert(text.find("    neuss:"), "    kreis: {ags: \"05162\", seats: 860}\n");
        set = test::read_text(text);
        study.emplace(set.variants[0].study);
        study->estate.procedures = procedures;
        set.procedures["list.csv"] = std::move(rows);
        workloads = resolve_workloads(*study, set.catalog);
        administrations = resolve_territory(*study, set.catalog);
    }

    [[nodiscard]] ProcedurePlan plan() const {
        return resolve_procedures(set, *study, administrations, workloads,
                                  EstateBook{set, *study, workloads});
    }

    StudySet set;
    std::optional<Study> study;
    std::vector<catalog::WorkloadClass> workloads;
    std::vector<ResolvedAdministration> administrations;
};

double numbers(const AdministrationProcedures& of) {
    double sum = 0.0;
    for (const ProcedureUse& use : of.uses) sum += use.number;
    return sum;
}

TEST_CASE("without a list there is no plan", "[study]") { CHECK(Case{{}}.plan().empty()); }

TEST_CASE("the survey's kinds have a body's applications and all servers of their classes", "[study]") {
    const Case of{{ProcedureBasis::survey, {}, {}}};
    const ProcedurePlan plan = of.plan();
    REQUIRE(of.administrations[0].id == "kreis");
    // applications ~ seats^0.5, 161 in the mean of the districts, which have 860 seats in the mean
    CHECK(numbers(plan.of[0]) == test::Approx(161.0).epsilon(0.05));
    CHECK(numbers(plan.of[0]) / numbers(plan.of[1]) ==
          test::Approx(std::sqrt(860.0 / of.administrations[1].seats)));
    std::map<int, double> of_class;
    for (const ProcedureUse& use : plan.of[0].uses) of_class[use.workload] += use.servers;
    for (const auto& [workload, share] : of_class) CHECK(share == test::Approx(1.0));
    // base 20 of 20 + (154 - 20) / 860.3 x 860 servers
    CHECK(plan.of[0].fixed_share == test::Approx(20.0 / 154.0).epsilon(0.001));
    CHECK(plan.provider_runs == test::Approx(0.2));
}

TEST_CASE("of a district's procedures as many are critical as the study says", "[study]") {
    for (const double share : {0.05, 0.2, 0.45, 1.0}) {
        Case of{{ProcedureBasis::survey, {}, {}}};
        of.study->estate.critical_application_share = share * one;
        const ProcedurePlan plan = of.plan();
        double critical = 0.0;
        for (const ProcedureUse& use : plan.of[0].uses) {
            critical += use.number * use.critical;
            CHECK(use.critical <= 1.0);
        }
        CHECK(critical / numbers(plan.of[0]) == test::Approx(share));
    }
}

TEST_CASE("listed servers are a part of their class, rows of one name and kind one procedure", "[study]") {
    const Case of{{ProcedureBasis::file, "list.csv", 0.25 * one},
                  {{.name = "b", .kind = "finance-core", .servers = 1.0, .run_by = {"north"}},
                   {.name = "a", .kind = "finance-core", .servers = 500.0, .who = {"kreis"}},
                   {.name = "b", .kind = "finance-core", .servers = 0.5, .critical = false}}};
    const ProcedurePlan plan = of.plan();
    REQUIRE(plan.procedures.size() == 2);
    CHECK(plan.procedures[1].name == "b");
    CHECK(plan.procedures[1].run_by == std::vector<Id>{"north"});
    REQUIRE(plan.of[0].uses.size() == 2);
    // More listed than the class has: all of it, in their ratio.
    CHECK(plan.of[0].uses[0].servers == test::Approx(500.0 / 501.5));
    CHECK(plan.of[0].uses[1].servers == test::Approx(1.5 / 501.5));
    REQUIRE(plan.of[1].uses.size() == 1);
    // Two thirds of b's servers are critical as the kind is, a third is stated not to be.
    CHECK(plan.of[1].uses[0].critical == test::Approx(2.0 / 3.0));
    CHECK(plan.of[1].uses[0].number == 1.0);
    const EstateBook book{of.set, *of.study, of.workloads};
    int vms = 0;
    for (const estate::VmGroup& group : book.of(of.administrations[1], 2022).groups)
        vms += of.workloads[static_cast<std::size_t>(group.workload)].id == "finance" ? group.count : 0;
    REQUIRE(vms > 1);
    CHECK(plan.of[1].uses[0].servers == test::Approx(1.5 / vms));
    CHECK(plan.of[1].fixed_share == 0.25);
}

}  // namespace
}  // namespace verbund::study
