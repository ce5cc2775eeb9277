#pragma once

#include <string>
#include <vector>

#include "scenarios/study/resolve.hpp"

/// Which procedures the administrations of a variant run, of the survey or of the study's own list.
namespace verbund::study {

/// A procedure: the same for all who use it.  Of the survey one of its kinds.
struct Procedure {
    std::string name;
    std::size_t kind = 0;       ///< row of catalog `procedures`
    std::vector<Id> run_by{};   ///< centers and providers that run it already
    double shared_share = 0.0;  ///< of its servers that one instance can replace
    bool listed = false;        ///< in the study's own list
};

/// What an administration has of a procedure.
struct ProcedureUse {
    std::size_t procedure = 0;  ///< of the plan
    int workload = 0;           ///< class whose servers it runs on
    double servers = 0.0;       ///< part of the administration's VMs of that class
    double number = 0.0;        ///< procedures of this kind
    double critical = 0.0;      ///< part of them that must run in a crisis
    double licence_eur = 0.0;   ///< of software, a year without tax
    double fee_eur = 0.0;       ///< a year without tax, until a center of the study runs it
};

/// Procedures of one administration.
struct AdministrationProcedures {
    std::vector<ProcedureUse> uses;  ///< by class, then in the order of the plan
    double fixed_share = 0.0;        ///< of their servers, needed whatever the seats
};

/// Procedures of a variant and who uses them; empty where the study takes no list.
struct ProcedurePlan {
    std::vector<Procedure> procedures;         ///< by kind, then by name: no row's place in a file counts
    std::vector<AdministrationProcedures> of;  ///< [administration]
    double provider_runs = 0.0;                ///< part of the survey's procedures that providers run already

    [[nodiscard]] bool empty() const { return procedures.empty(); }
};

/// Of the survey: every kind of the catalog by kind of body; an administration has its applications spread
/// over them, and on the VMs of a class its procedures have parts as their numbers times weights.  Critical
/// shares of the kinds are brought to `critical_application_share` of a district's (those below grow towards
/// 1, those above fall in proportion); providers run 1 - `own_server_application_share` already.
///
/// Of a file: rows of one name and kind are one procedure; on the VMs n of a class in the year the estate was
/// counted, one with s servers has the part s / max(n, sum s).  What is left is in no procedure.
[[nodiscard]] ProcedurePlan resolve_procedures(const StudySet& set, const Study& study,
                                               const std::vector<ResolvedAdministration>& administrations,
                                               const std::vector<catalog::WorkloadClass>& workloads,
                                               const EstateBook& estates);

/// Share of a district's procedures that must run in a crisis, by the catalog.
[[nodiscard]] double critical_share(const std::vector<catalog::ProcedureKind>& kinds);

}  // namespace verbund::study
