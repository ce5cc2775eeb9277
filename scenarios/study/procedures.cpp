#include "scenarios/study/procedures.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace verbund::study {
namespace {

using Kinds = std::vector<catalog::ProcedureKind>;
using Classes = std::vector<catalog::WorkloadClass>;

double number_of(const catalog::ProcedureKind& kind, std::string_view body) {
    if (body == "district") return kind.district;
    return body == "city" ? kind.city : kind.municipality;
}

/// Index of a class; -1 where the study's own table of classes has none of that name.
int class_index(const Classes& classes, const std::string& id) {
    const auto found =
        std::find_if(classes.begin(), classes.end(), [&](const auto& c) { return c.id == id; });
    return found == classes.end() ? -1 : static_cast<int>(found - classes.begin());
}

std::size_t kind_index(const Kinds& kinds, const std::string& id) {
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& k) { return k.id == id; });
    return static_cast<std::size_t>(found - kinds.begin());
}

/// Critical share of a kind where that of all is to be `wanted` in place of `listed`.
double brought_to(double share, double listed, double wanted) {
    if (wanted <= listed) return listed > 0.0 ? share * wanted / listed : 0.0;
    return std::min(1.0, share + (1.0 - share) * (wanted - listed) / (1.0 - listed));
}

/// Turns servers into parts of the class they run on: of `counted` VMs, or of all of them if those are more.
void share_out(std::vector<ProcedureUse>& uses, const std::map<int, double>& counted) {
    std::map<int, double> sums;
    for (const ProcedureUse& use : uses) sums[use.workload] += use.servers;
    for (ProcedureUse& use : uses) {
        const auto vms = counted.find(use.workload);
        const double all = std::max(sums.at(use.workload), vms == counted.end() ? 0.0 : vms->second);
        use.servers = all > 0.0 ? use.servers / all : 0.0;
    }
    std::stable_sort(uses.begin(), uses.end(),
                     [](const ProcedureUse& a, const ProcedureUse& b) { return a.workload < b.workload; });
}

std::vector<ProcedureUse> survey_uses(const Kinds& kinds, const Classes& classes, double wanted_critical,
                                      std::string_view body, double applications) {
    double sum = 0.0;
    for (const catalog::ProcedureKind& kind : kinds) sum += number_of(kind, body);
    const double listed = critical_share(kinds);
    std::vector<ProcedureUse> uses;
    for (std::size_t k = 0; k < kinds.size(); ++k) {
        const double number = number_of(kinds[k], body);
        const int workload = class_index(classes, kinds[k].workload);
        if (!(number > 0.0) || workload < 0) continue;
        uses.push_back({k, workload, number * kinds[k].weight, applications * number / sum,
                        brought_to(kinds[k].critical_share, listed, wanted_critical)});
    }
    share_out(uses, {});
    return uses;
}

ProcedurePlan survey_plan(const StudySet& set, const Study& study,
                          const std::vector<ResolvedAdministration>& administrations,
                          const Classes& workloads, const EstateBook& estates) {
    ProcedurePlan plan;
    const Kinds& kinds = set.catalog.procedures;
    for (std::size_t k = 0; k < kinds.size(); ++k)
        plan.procedures.push_back({kinds[k].id, k, {}, kinds[k].shared_share, false});
    const double critical = study.estate.critical_application_share.in(one);
    for (const ResolvedAdministration& a : administrations)
        plan.of.push_back({survey_uses(kinds, workloads, critical, a.kind, estates.applications(a)), 0.0});
    plan.provider_runs = 1.0 - study.estate.own_server_application_share.in(one);
    return plan;
}

/// Name and kind of a row: what makes two rows the same procedure.
using Key = std::pair<std::size_t, std::string>;

/// What one administration has of a procedure, summed over the rows that mean it.
struct Listed {
    double servers = 0.0;
    double critical_servers = 0.0;
    int rows = 0;
    int critical_rows = 0;
    double licence_eur = 0.0;
    double fee_eur = 0.0;
};

bool means(const ListedProcedure& row, const SelectedAdministration& administration) {
    return row.who.empty() ||
           std::any_of(
               row.who.begin(), row.who.end(),
               [&](const std::string& selector) { return matches(selector, administration); });
}

double critical_part(const Listed& listed, double of_kind) {
    if (listed.rows == 0) return of_kind;
    if (listed.servers > 0.0) return listed.critical_servers / listed.servers;
    return static_cast<double>(listed.critical_rows) / listed.rows;
}

std::vector<ProcedureUse> listed_uses(const std::vector<ListedProcedure>& rows, const Kinds& kinds,
                                      const std::map<Key, std::size_t>& index, const Classes& classes,
                                      const SelectedAdministration& administration) {
    std::map<std::size_t, Listed> sums;
    for (const ListedProcedure& row : rows) {
        if (!means(row, administration)) continue;
        const std::size_t kind = kind_index(kinds, row.kind);
        Listed& sum = sums[index.at({kind, row.name})];
        const double critical = row.critical ? (*row.critical ? 1.0 : 0.0) : kinds[kind].critical_share;
        sum.servers += row.servers;
        sum.critical_servers += critical * row.servers;
        sum.critical_rows += critical >= 0.5 ? 1 : 0;
        ++sum.rows;
        sum.licence_eur += row.licence.in(euro_per_year);
        sum.fee_eur += row.provider_fee.in(euro_per_year);
    }
    std::map<std::size_t, std::size_t> kind_of;
    for (const auto& [key, procedure] : index) kind_of[procedure] = key.first;
    std::vector<ProcedureUse> uses;
    for (const auto& [procedure, sum] : sums) {
        const catalog::ProcedureKind& kind = kinds[kind_of.at(procedure)];
        const int workload = class_index(classes, kind.workload);
        if (workload < 0) continue;
        uses.push_back({.procedure = procedure,
                        .workload = workload,
                        .servers = sum.servers,
                        .number = 1.0,
                        .critical = critical_part(sum, kind.critical_share),
                        .licence_eur = sum.licence_eur,
                        .fee_eur = sum.fee_eur});
    }
    return uses;
}

std::map<int, double> vms_of(const estate::Estate& estate) {
    std::map<int, double> counted;
    for (const estate::VmGroup& group : estate.groups)
        if (!group.physical) counted[group.workload] += group.count;
    return counted;
}

ProcedurePlan file_plan(const StudySet& set, const Study& study,
                        const std::vector<ResolvedAdministration>& administrations, const Classes& workloads,
                        const EstateBook& estates) {
    const std::vector<ListedProcedure>& rows = set.procedures.at(study.estate.procedures.file.value());
    const Kinds& kinds = set.catalog.procedures;
    std::map<Key, std::set<Id>> known;
    for (const ListedProcedure& row : rows)
        known[{kind_index(kinds, row.kind), row.name}].insert(row.run_by.begin(), row.run_by.end());
    ProcedurePlan plan;
    std::map<Key, std::size_t> index;
    for (const auto& [key, run_by] : known) {
        index[key] = plan.procedures.size();
        plan.procedures.push_back({key.second, key.first, std::vector<Id>(run_by.begin(), run_by.end()),
                                   kinds[key.first].shared_share, true});
    }
    for (const ResolvedAdministration& a : administrations) {
        std::vector<ProcedureUse> uses = listed_uses(rows, kinds, index, workloads, a.selected);
        const int counted_in =
            a.stated.inventory ? a.stated.as_of.value_or(study.estate.base_year) : study.estate.base_year;
        share_out(uses, vms_of(estates.of(a, counted_in)));
        plan.of.push_back({std::move(uses), 0.0});
    }
    return plan;
}

}  // namespace

double critical_share(const Kinds& kinds) {
    double critical = 0.0;
    double all = 0.0;
    for (const catalog::ProcedureKind& kind : kinds) {
        critical += kind.district * kind.critical_share;
        all += kind.district;
    }
    return all > 0.0 ? critical / all : 0.0;
}

ProcedurePlan resolve_procedures(const StudySet& set, const Study& study,
                                 const std::vector<ResolvedAdministration>& administrations,
                                 const Classes& workloads, const EstateBook& estates) {
    const Procedures& asked = study.estate.procedures;
    if (asked.basis == ProcedureBasis::none) return {};
    ProcedurePlan plan = asked.basis == ProcedureBasis::survey
                             ? survey_plan(set, study, administrations, workloads, estates)
                             : file_plan(set, study, administrations, workloads, estates);
    for (std::size_t i = 0; i < plan.of.size(); ++i)
        plan.of[i].fixed_share =
            asked.fixed_share ? asked.fixed_share->in(one) : estates.fixed_share(administrations[i]);
    return plan;
}

}  // namespace verbund::study
