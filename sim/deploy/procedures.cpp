#include "sim/deploy/procedures.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>

#include "models/estate/procedures.hpp"
#include "sim/deploy/sites.hpp"

namespace verbund::deploy {
namespace {

/// What an administration has of a class at a site.
struct Client {
    std::size_t administration = 0;
    int vms = 0;
    int moved = 0;                     ///< of these, brought by a move
    int of_class = 0;                  ///< VMs of the class wherever they stand
    double away = 0.0;                 ///< that merge
    std::vector<Placement*> places{};  ///< of those moved
};

/// Servers of one class at a site.
struct Cell {
    int servers = 0;
    std::vector<Client> clients{};
};

/// A procedure at a site.
struct Tally {
    int clients = 0;
    double number = 0.0;
    double before = 0.0;
    double away = 0.0;
    double critical = 0.0;             ///< servers before
    double standing = 0.0;             ///< largest fixed part of what stands there without a move
    std::vector<double> fixed{};       ///< of the servers that a move brought, by client
    std::vector<std::size_t> whose{};  ///< client of each
};

using Cells = std::map<int, Cell>;             // by class
using Tallies = std::map<std::size_t, Tally>;  // by procedure

class Merger {
public:
    explicit Merger(const ProcedureInput& in) : in_{in}, centers_{center_count(*in.sites)} {}

    std::vector<ProcedureServers> run(const std::vector<estate::Estate>& estates,
                                      std::vector<std::vector<Placement>>& placements) {
        std::vector<Cells> at(centers_ + 1);
        for (const std::size_t a : *in_.order) collect(a, estates[a], placements[a], at);
        for (std::size_t site = 0; site <= centers_; ++site) count(site, at[site]);
        return std::move(rows_);
    }

private:
    void collect(std::size_t administration, const estate::Estate& estate, std::vector<Placement>& placements,
                 std::vector<Cells>& at) const {
        std::map<int, int> of_class;
        for (const Placement& p : placements)
            if (!p.physical) of_class[estate.groups[p.group].workload] += p.count;
        for (Placement& p : placements) {
            const int workload = estate.groups[p.group].workload;
            Cell& cell = at[std::min(p.site, centers_)][workload];
            cell.servers += p.count;
            if (p.physical) continue;
            if (cell.clients.empty() || cell.clients.back().administration != administration)
                cell.clients.push_back({.administration = administration, .of_class = of_class[workload]});
            Client& client = cell.clients.back();
            client.vms += p.count;
            if (!p.moved || p.site >= centers_) continue;
            client.moved += p.count;
            client.places.push_back(&p);
        }
    }

    /// Part of the instance of a procedure that a center runs already: for clients outside the study, or for
    /// those of it whose servers stand there without a move.
    double run_already(std::size_t site, const study::Procedure& procedure, const Tally& sum) const {
        if (sum.fixed.empty()) return 0.0;
        const double largest = *std::max_element(sum.fixed.begin(), sum.fixed.end());
        const double here = largest > 0.0 ? std::min(1.0, sum.standing / largest) : 0.0;
        return std::max(here, run_for_others(site, procedure));
    }

    double run_for_others(std::size_t site, const study::Procedure& procedure) const {
        const study::Center& center = *(*in_.sites)[site].center;
        if (!procedure.listed)
            return center.role == study::CenterRole::provider ? in_.plan->provider_runs : 0.0;
        const auto runs = [&](const study::Id& id) {
            return id == (*in_.sites)[site].id || (center.other_load && center.other_load->provider == id);
        };
        return std::any_of(procedure.run_by.begin(), procedure.run_by.end(), runs) ? 1.0 : 0.0;
    }

    static std::span<const study::ProcedureUse> of_workload(const std::vector<study::ProcedureUse>& uses,
                                                            int workload) {
        const auto first = std::partition_point(
            uses.begin(), uses.end(), [&](const auto& use) { return use.workload < workload; });
        const auto last = std::partition_point(first, uses.end(),
                                               [&](const auto& use) { return use.workload == workload; });
        return {first, last};
    }

    Tallies tally(int workload, const Cell& cell) const {
        Tallies tallies;
        for (std::size_t c = 0; c < cell.clients.size(); ++c) {
            const Client& client = cell.clients[c];
            const study::AdministrationProcedures& has = in_.plan->of[client.administration];
            if (client.of_class == 0) continue;
            for (const study::ProcedureUse& use : of_workload(has.uses, workload)) {
                Tally& sum = tallies[use.procedure];
                const double servers = client.vms * use.servers;
                ++sum.clients;
                sum.number += use.number * client.vms / client.of_class;
                sum.before += servers;
                sum.critical += servers * use.critical;
                sum.standing =
                    std::max(sum.standing, (client.vms - client.moved) * use.servers * has.fixed_share);
                if (client.moved == 0) continue;
                sum.fixed.push_back(client.moved * use.servers * has.fixed_share);
                sum.whose.push_back(c);
            }
        }
        return tallies;
    }

    /// Notes what merges, of each procedure and of each client.
    void merge(std::size_t site, Cell& cell, Tallies& tallies) const {
        for (auto& [index, sum] : tallies) {
            const study::Procedure& procedure = in_.plan->procedures[index];
            const std::vector<double> away =
                estate::merged_away(sum.fixed, procedure.shared_share, run_already(site, procedure, sum));
            for (std::size_t k = 0; k < away.size(); ++k) {
                sum.away += away[k];
                cell.clients[sum.whose[k]].away += away[k];
            }
        }
    }

    void count(std::size_t site, Cells& cells) {
        std::vector<Tallies> tallies;
        std::vector<double> quotas;
        for (auto& [workload, cell] : cells) {
            tallies.push_back(tally(workload, cell));
            if (site < centers_) merge(site, cell, tallies.back());
            double away = 0.0;
            for (const auto& [procedure, sum] : tallies.back()) away += sum.away;
            quotas.push_back(away);
        }
        const std::vector<int> away = estate::round_together(quotas);
        std::size_t k = 0;
        for (auto& [workload, cell] : cells) {
            take_off(cell, away[k]);
            add_rows(site, workload, cell, tallies[k], away[k]);
            ++k;
        }
    }

    static void take_off(Cell& cell, int total) {
        std::vector<double> quotas;
        std::vector<Placement*> places;
        for (const Client& client : cell.clients) {
            for (Placement* place : client.places) {
                if (place->count == 0) continue;
                quotas.push_back(client.away * place->count / client.moved);
                places.push_back(place);
            }
        }
        std::vector<int> caps;
        for (const Placement* place : places) caps.push_back(place->count);
        const std::vector<int> away = estate::round_within(quotas, caps, total);
        for (std::size_t i = 0; i < places.size(); ++i) places[i]->count -= away[i];
    }

    /// Procedures of a class in the order that ties go by: the largest first, alike ones as in the plan.
    static std::vector<std::size_t> by_size(const Tallies& tallies) {
        std::vector<std::size_t> order;
        for (const auto& [procedure, sum] : tallies) order.push_back(procedure);
        const auto size = [&](std::size_t p) { return std::llround(tallies.at(p).before * 1e9); };
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return size(a) > size(b); });
        return order;
    }

    void add_rows(std::size_t site, int workload, const Cell& cell, const Tallies& tallies, int away) {
        const std::vector<std::size_t> order = by_size(tallies);
        std::vector<double> before_quotas;
        std::vector<double> away_quotas;
        double in_procedures = 0.0;
        for (const std::size_t p : order) {
            before_quotas.push_back(tallies.at(p).before);
            away_quotas.push_back(tallies.at(p).away);
            in_procedures += tallies.at(p).before;
        }
        before_quotas.push_back(std::max(0.0, cell.servers - in_procedures));
        away_quotas.push_back(0.0);
        const std::vector<int> before = estate::round_together(before_quotas, cell.servers);
        const std::vector<int> merged = estate::round_within(away_quotas, before, away);
        std::vector<int> after;
        for (std::size_t i = 0; i < before.size(); ++i) after.push_back(before[i] - merged[i]);
        const std::vector<int> critical = critical_of(workload, order, tallies, after);
        for (std::size_t i = 0; i < after.size(); ++i) {
            const bool rest = i == order.size();
            const Tally none;
            const Tally& sum = rest ? none : tallies.at(order[i]);
            if (before[i] == 0 && sum.clients == 0) continue;
            rows_.push_back({.site = static_cast<std::uint32_t>(site),
                             .workload = static_cast<std::uint16_t>(workload),
                             .procedure = rest ? in_.plan->procedures.size() : order[i],
                             .clients = rest ? static_cast<int>(cell.clients.size()) : sum.clients,
                             .procedures = sum.number,
                             .before = before[i],
                             .after = after[i],
                             .critical = critical[i]});
        }
    }

    /// Critical servers of what is left, the rest of the class last.
    std::vector<int> critical_of(int workload, const std::vector<std::size_t>& order, const Tallies& tallies,
                                 const std::vector<int>& after) const {
        const catalog::WorkloadClass& of = (*in_.workloads)[static_cast<std::size_t>(workload)];
        std::vector<double> quotas;
        for (std::size_t i = 0; i < order.size(); ++i) {
            const Tally& sum = tallies.at(order[i]);
            quotas.push_back(sum.before > 0.0 ? after[i] * std::min(1.0, sum.critical / sum.before) : 0.0);
        }
        quotas.push_back(of.criticality <= catalog::Criticality::critical ? after.back() : 0.0);
        return estate::round_within(quotas, after, estate::whole_sum(quotas));
    }

    const ProcedureInput& in_;
    std::size_t centers_;
    std::vector<ProcedureServers> rows_;
};

}  // namespace

std::vector<ProcedureServers> merge_procedures(const ProcedureInput& in,
                                               const std::vector<estate::Estate>& estates,
                                               std::vector<std::vector<Placement>>& placements) {
    if (in.plan->empty()) return {};
    return Merger{in}.run(estates, placements);
}

CriticalServers critical_servers(const std::vector<ProcedureServers>& procedures, std::size_t site,
                                 std::size_t workload) {
    CriticalServers sum;
    for (const ProcedureServers& row : procedures) {
        if (row.site != site || row.workload != workload) continue;
        sum.servers += row.critical;
        sum.of += row.after;
    }
    return sum;
}

}  // namespace verbund::deploy
