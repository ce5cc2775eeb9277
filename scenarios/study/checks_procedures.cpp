#include <algorithm>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "scenarios/study/center_sets.hpp"
#include "scenarios/study/checks.hpp"

namespace verbund::study {
namespace {

/// Rows of the list that the variant takes; none where it takes none or the file has a mistake.
const std::vector<ListedProcedure>& listed(const CheckInput& input) {
    static const std::vector<ListedProcedure> none;
    const Procedures& asked = input.study.estate.procedures;
    if (asked.basis != ProcedureBasis::file || !asked.file) return none;
    const auto found = input.set.procedures.find(*asked.file);
    return found == input.set.procedures.end() ? none : found->second;
}

/// Whoever may run a procedure in some variant: a list is written once for all of them.
std::vector<std::string> runners(const StudySet& set) {
    std::set<std::string> ids;
    for (const Variant& variant : set.variants)
        for (const auto& [id, center] : variant.study.centers) ids.insert(id);
    for (const catalog::Provider& provider : set.catalog.providers) ids.insert(provider.id);
    return {ids.begin(), ids.end()};
}

/// The administrations of all variants, which a list is written once for.
std::vector<SelectedAdministration> administrations_of_all(const StudySet& set) {
    std::vector<SelectedAdministration> all;
    for (const Variant& variant : set.variants) {
        const auto more = select_administrations(variant.study.territory, set.catalog);
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

bool means_somebody(const std::string& selector, const std::vector<SelectedAdministration>& administrations) {
    return std::any_of(
        administrations.begin(), administrations.end(),
        [&](const SelectedAdministration& a) { return matches(selector, a); });
}

}  // namespace

void find_procedures_without_list(const CheckInput& input) {
    const Procedures& asked = input.study.estate.procedures;
    if (input.report.broken("estate.procedures")) return;
    if (asked.basis == ProcedureBasis::file && !asked.file) {
        input.report("estate.procedures.file", "is missing (basis: file reads a list)",
                     "Name the CSV, or write basis: survey.");
    } else if (asked.basis != ProcedureBasis::file && asked.file) {
        input.report("estate.procedures.file",
                     fmt::format("\"{}\" is not read (only basis: file reads a list)", *asked.file),
                     "Write basis: file, or remove it.");
    }
}

void find_unknown_runner(const CheckInput& input) {
    if (input.report.unreadable("centers")) return;
    const std::vector<std::string> known = runners(input.set);
    for (const ListedProcedure& row : listed(input)) {
        for (const Id& id : row.run_by) {
            if (std::binary_search(known.begin(), known.end(), id)) continue;
            UnknownName unknown = unknown_name("center or provider", id, known);
            input.report.in_table(row.at, "run_by", std::move(unknown.problem), std::move(unknown.remedy));
        }
    }
}

void find_procedure_of_nobody(const CheckInput& input) {
    if (input.report.broken("territory")) return;
    std::optional<std::vector<SelectedAdministration>> of_all;  // few lists name somebody of another variant
    for (const ListedProcedure& row : listed(input)) {
        for (const std::string& selector : row.who) {
            if (means_somebody(selector, input.administrations)) continue;
            if (!of_all) of_all = administrations_of_all(input.set);
            if (means_somebody(selector, *of_all)) continue;
            input.report.in_table(
                row.at, "who", fmt::format("\"{}\" selects no administration", selector),
                "Write all, an id, \"state:05\", \"ags:05162\" or \"kind:district\"; several "
                "parted by semicolons.");
        }
    }
}

void find_saving_counted_twice(const CheckInput& input) {
    if (input.study.estate.procedures.basis == ProcedureBasis::none) return;
    for (const auto& [id, move] : input.study.moves) {
        if (move.multi_tenant_saving == Fraction{}) continue;
        input.report(fmt::format("moves.{}.multi_tenant_saving", id),
                     "counts twice what estate.procedures merges",
                     "Remove it, or write estate.procedures: {basis: none}.");
    }
}

void find_critical_procedures_without_list(const CheckInput& input) {
    if (input.study.estate.procedures.basis != ProcedureBasis::none) return;
    for (const auto& [primary, backup] : input.study.backups) {
        if (backup.protects != ProtectedLoad::critical_procedures) continue;
        input.report(fmt::format("backups.{}.protects", primary),
                     "no list says which procedures are critical (estate.procedures.basis is none)",
                     "Write estate.procedures: {basis: survey}, or protects: critical.");
    }
}

void find_unknown_terminal_class(const CheckInput& input) {
    std::vector<std::string> known;
    for (const catalog::WorkloadClass& workload : input.set.catalog.workloads) known.push_back(workload.id);
    const auto require = [&](const std::string& path, const std::string& id) {
        if (!input.report.given(path) || std::find(known.begin(), known.end(), id) != known.end()) return;
        UnknownName unknown = unknown_name("workload class", id, known);
        input.report(path, std::move(unknown.problem), std::move(unknown.remedy));
    };
    require("estate.terminals.class", input.study.estate.terminals.workload);
    for (const std::string& id : input.study.estate.terminals.services)
        require("estate.terminals.services", id);
}

}  // namespace verbund::study
