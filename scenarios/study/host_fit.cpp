#include "scenarios/study/host_fit.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "models/compute/gpu_hosts.hpp"
#include "scenarios/study/resolve.hpp"
#include "scenarios/study/territory.hpp"

namespace verbund::study {
namespace {

using Misfit = compute::Misfit;

/// Holds the servers of a variant against what can be bought each year.
class HostFit {
public:
    HostFit(const StudySet& set, const Study& study, int first, int last)
        : set_{set},
          study_{study},
          first_{first},
          workloads_{resolve_workloads(study, set.catalog)},
          growth_{resolve_growth(study.estate.growth)},
          rules_{resolve_pack_rules(study.hosts)} {
        const compute::HostRules host_rules = resolve_host_rules(study, set.catalog);
        for (int year = first; year <= last; ++year) {
            const auto offer = [&](HostSeries series) {
                return compute::host_offer(set.catalog, resolve_series(series), year, host_rules);
            };
            offers_.push_back(offer(study.hosts.series));
            all_offers_.push_back(offer(HostSeries::automatic));
        }
        const compute::HostType reference = compute::reference_host(set.catalog, host_rules);
        reference_core_ops_ = reference.performance_ops / reference.cores;
    }

    std::vector<TooLargeServer> find() {
        std::vector<TooLargeServer> found;
        std::set<std::pair<std::string, int>> inventories;
        bool derived = false;
        for (const SelectedAdministration& a : select_administrations(study_.territory, set_.catalog)) {
            const bool counted = a.stated != nullptr && a.stated->inventory;
            derived = derived || !counted;
            if (!counted) continue;
            const int as_of = a.stated->as_of.value_or(study_.estate.base_year);
            if (inventories.emplace(*a.stated->inventory, as_of).second)
                find_rows(*a.stated->inventory, as_of, found);
        }
        if (derived) find_classes(found);
        return found;
    }

private:
    [[nodiscard]] std::optional<Misfit> misfit(const estate::VmGroup& group,
                                               const catalog::WorkloadClass& workload,
                                               const compute::HostOffer& offer) const {
        const double gpus = group.physical ? 0.0 : workload.gpus;
        const compute::PackItem item{
            .tag = 0,
            .count = 0,
            .vcpu = group.vcpu,
            .ram_gb = group.ram_gb,
            .peak_ops = compute::cores_in_use(group.vcpu, gpus) * group.cpu_at_peak * reference_core_ops_,
            .priority = 0,
            .gpus = gpus};
        return group.physical ? compute::stand_alone_misfit(item, offer, rules_)
                              : compute::misfit(item, offer, rules_);
    }

    /// Rows whose own mistakes are told already are left out.
    [[nodiscard]] std::vector<InventoryGroup> sound_rows(const std::string& file) const {
        const auto found = set_.inventories.find(file);
        if (found == set_.inventories.end()) return {};
        std::vector<InventoryGroup> rows = found->second;
        std::erase_if(rows, [&](const InventoryGroup& row) {
            const bool known = std::any_of(workloads_.begin(), workloads_.end(),
                                           [&](const auto& c) { return c.id == row.workload; });
            return !known || row.count <= 0 || row.vcpu <= 0.0 || row.ram_gb <= 0.0;
        });
        return rows;
    }

    void find_rows(const std::string& file, int as_of, std::vector<TooLargeServer>& found) const {
        const std::vector<InventoryGroup> rows = sound_rows(file);
        const std::vector<estate::InventoryGroup> groups =
            estate::merge_rows(resolve_inventory(rows, workloads_));
        std::vector<bool> told(groups.size(), false);
        for (std::size_t y = 0; y < offers_.size(); ++y) {
            const int year = first_ + static_cast<int>(y);
            const auto grown = estate::grown_groups(groups, 0.0, workloads_, growth_, year - as_of);
            for (std::size_t i = 0; i < groups.size(); ++i) {
                if (told[i] || grown[i].count == 0) continue;
                const auto& workload = workloads_[static_cast<std::size_t>(groups[i].workload)];
                const std::optional<Misfit> lacking = misfit(grown[i], workload, offers_[y]);
                if (!lacking) continue;
                told[i] = true;
                found.push_back(at_row(rows, groups[i], year, *lacking));
                found.back().larger_series = !misfit(grown[i], workload, all_offers_[y]);
            }
        }
    }

    [[nodiscard]] TooLargeServer at_row(const std::vector<InventoryGroup>& rows,
                                        const estate::InventoryGroup& group, int year,
                                        const Misfit& lacking) const {
        const std::string& workload = workloads_[static_cast<std::size_t>(group.workload)].id;
        TooLargeServer server{{}, workload, group.physical, false, 0, year, lacking};
        for (const InventoryGroup& row : rows) {
            const bool same = row.workload == workload && row.physical == group.physical &&
                              row.vcpu == group.vcpu && row.ram_gb == group.ram_gb;
            if (!same) continue;
            if (server.like++ == 0) server.at = row.at;
        }
        return server;
    }

    /// All classes fail for the same reason, the hosts: one message for the first year in which any does.
    void find_classes(std::vector<TooLargeServer>& found) const {
        for (std::size_t y = 0; y < offers_.size(); ++y) {
            const int year = first_ + static_cast<int>(y);
            std::optional<TooLargeServer> worst;
            int classes = 0;
            for (const catalog::WorkloadClass& workload : workloads_) {
                if (workload.server_share <= 0.0) continue;
                estate::VmGroup server = estate::server_of(workload, growth_, year - study_.estate.base_year);
                server.workload = static_cast<int>(&workload - workloads_.data());
                const std::optional<Misfit> lacking = misfit(server, workload, offers_[y]);
                if (!lacking) continue;
                ++classes;
                if (worst && lacking->need * worst->misfit.limit <= worst->misfit.need * lacking->limit)
                    continue;
                worst = TooLargeServer{
                    {}, workload.id, workload.physical, !misfit(server, workload, all_offers_[y]),
                    1,  year,        *lacking};
            }
            if (!worst) continue;
            worst->like = classes;
            found.push_back(*worst);
            return;
        }
    }

    const StudySet& set_;
    const Study& study_;
    int first_;
    std::vector<catalog::WorkloadClass> workloads_;
    estate::Growth growth_;
    compute::PackRules rules_;
    std::vector<compute::HostOffer> offers_;      ///< [year - first], of the series that the study allows
    std::vector<compute::HostOffer> all_offers_;  ///< [year - first], of every series
    double reference_core_ops_ = 0.0;
};

/// What is lacking: the server's need, what the host that comes nearest has, and which key raises it.
struct Words {
    std::string need;
    std::string has;
    std::string column;
    std::string path;
    std::string raise;
};

Words words_of(const TooLargeServer& server, const Study& study) {
    const Misfit& m = server.misfit;
    if (m.resource == Resource::host_cores) {
        return {fmt::format("{:.0f} vCPU", m.need),
                fmt::format("{:.0f} vCPU ({} cores, overcommit {:g})", m.limit, m.host.cores,
                            study.hosts.overcommit),
                "vcpu", "hosts.overcommit", "Raise hosts.overcommit"};
    }
    if (m.resource == Resource::host_memory) {
        const bool by_need = !study.hosts.ram_per_core;
        const std::string key = by_need ? "hosts.ram_per_core_most" : "hosts.ram_per_core";
        const Data now = study.hosts.ram_per_core.value_or(study.hosts.ram_per_core_most);
        const std::string raise = fmt::format("Raise {} (now {:g} GB)", key, now.in(gigabyte));
        return {fmt::format("{:.0f} GB of memory", m.need), fmt::format("{:.0f} GB", m.limit), "ram_gb", key,
                server.physical ? "Run it as VMs" : raise};
    }
    if (m.resource == Resource::host_gpus) {
        return {fmt::format("{:g} GPUs", m.need), fmt::format("{:g}", m.limit), "vcpu", "workloads",
                "Take a class that needs fewer GPUs"};
    }
    return {fmt::format("{:.3g} ssj_ops at its peak", m.need),
            fmt::format("{:.3g} at its CPU target", m.limit), "vcpu", "hosts.cpu_target",
            "Raise hosts.cpu_target"};
}

}  // namespace

std::vector<TooLargeServer> servers_too_large(const StudySet& set, const Study& study, int first, int last) {
    return HostFit{set, study, first, last}.find();
}

void report_too_large(const TooLargeServer& server, const Study& study, const std::string& ending,
                      Reporter& report) {
    const Words words = words_of(server, study);
    const std::string remedy =
        fmt::format("{}{}, or correct {}.", words.raise,
                    server.larger_series ? ", allow larger servers (hosts.series: automatic)" : "",
                    server.at.file.empty() ? "the class" : "the row");
    const std::string kind = server.physical ? "physical server" : "VM";
    const std::string largest = fmt::format("the largest, {}, holds {}", server.misfit.host.id, words.has);
    if (server.at.file.empty()) {
        const std::string more = server.like > 1 ? fmt::format(" and of {} more class{}", server.like - 1,
                                                               server.like == 2 ? "" : "es")
                                                 : "";
        report(words.path,
               fmt::format("servers of class \"{}\" ({} each){} fit no host on offer in {}{} ({})",
                           server.workload, words.need, more, server.year, ending, largest),
               remedy);
        return;
    }
    const std::string more =
        server.like > 1 ? fmt::format(" (as in {} more row{})", server.like - 1, server.like == 2 ? "" : "s")
                        : "";
    report.in_table(server.at, words.column,
                    fmt::format("a {} of {}{} fits no host on offer in {}{} ({})", kind, words.need, more,
                                server.year, ending, largest),
                    remedy);
}

}  // namespace verbund::study
