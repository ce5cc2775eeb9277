#pragma once

#include <vector>

#include "models/estate/estate.hpp"
#include "sim/deploy/demand.hpp"

/// Data that administrations exchange with each other or with bodies outside the study.
namespace verbund::deploy {

/// What exchanges are reckoned from.
struct ExchangeInput {
    const study::Study& study;
    const std::vector<study::ResolvedAdministration>& administrations;
    const std::vector<Site>& sites;
    const std::vector<catalog::WorkloadClass>& workloads;
    const workload::ProfileSet& profiles;
    const estate::Growth& growth;
};

/// Puts the traffic of all exchanges on lines: of administrations (`exchanged`), between centers
/// (`Deployment::exchanges`), into and out of centers (`SiteDemand`).  `out` knows who has how many seats and
/// servers where.
///
/// R = traffic of a workplace x workplaces of those meant x growth of the class's traffic.  An
/// administration's part w_a is that of its workplaces, and lies at its sites as its servers do (s_ax; at
/// home where it has none).  Between sites x and y go 2 R (S_x S_y - sum_a s_ax s_ay) / (1 - sum_a w_a^2),
/// S_x = sum_a s_ax, both directions together: everybody with everybody else by workplaces, nobody with
/// itself.  What stays in one site crosses no line.  Two homes exchange beyond their accesses.  With bodies
/// outside the study R s_ax crosses the access or the center's line.  Neglects that neighbours exchange more
/// than others.
void add_exchanges(const ExchangeInput& input, Deployment& out, std::vector<SiteDemand>& demands);

}  // namespace verbund::deploy
