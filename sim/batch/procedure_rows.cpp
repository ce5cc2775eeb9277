#include "sim/batch/rows.hpp"
#include "sim/deploy/backup.hpp"
#include "sim/deploy/sites.hpp"

namespace verbund::batch {
namespace {

/// How many of a procedure's servers the backup rule of their site protects.
int protected_of(const deploy::ProcedureServers& row, const catalog::WorkloadClass& workload,
                 const std::optional<deploy::BackupPair>& pair) {
    if (!pair) return 0;
    if (pair->rule->protects == study::ProtectedLoad::critical_procedures) return row.critical;
    return deploy::is_protected(workload, pair->rule->protects) ? row.after : 0;
}

}  // namespace

std::vector<outcome::SiteProcedure> procedure_rows(const study::Study& study,
                                                   const std::vector<catalog::ProcedureKind>& kinds,
                                                   const deploy::VariantDeployment& variant,
                                                   const deploy::Deployment& year,
                                                   std::size_t variant_index) {
    const std::size_t centers = deploy::center_count(variant.sites);
    std::vector<outcome::SiteProcedure> rows;
    std::optional<deploy::BackupPair> pair;
    std::size_t site = centers;
    for (const deploy::ProcedureServers& servers : year.procedures) {
        const bool at_home = servers.site >= centers;
        if (at_home) {
            pair.reset();
        } else if (servers.site != site) {
            pair = deploy::backup_pair(study, variant.sites, servers.site, first_date(year));
            site = servers.site;
        }
        const bool rest = servers.procedure >= variant.procedures.size();
        const catalog::WorkloadClass& workload = variant.workloads[servers.workload];
        rows.push_back({.variant = static_cast<std::int32_t>(variant_index),
                        .year = year.year,
                        .site = at_home ? "home" : variant.sites[servers.site].id,
                        .workload = workload.id,
                        .kind = rest ? "rest" : kinds[variant.procedures[servers.procedure].kind].id,
                        .procedure = rest ? "rest" : variant.procedures[servers.procedure].name,
                        .clients = static_cast<double>(servers.clients),
                        .procedures = servers.procedures,
                        .servers_before = static_cast<double>(servers.before),
                        .servers_after = static_cast<double>(servers.after),
                        .critical_servers = static_cast<double>(servers.critical),
                        .protected_servers = static_cast<double>(protected_of(servers, workload, pair))});
    }
    return rows;
}

}  // namespace verbund::batch
