#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/quantity_text.hpp"
#include "models/compute/host.hpp"
#include "models/compute/packing.hpp"
#include "scenarios/study/checks.hpp"
#include "scenarios/study/resolve.hpp"

/// What a study asks of the catalog's tables and does not find there.
namespace verbund::study {
namespace {

/// The host with the most height units among those bought before and within the horizon.
compute::HostType tallest_host(const CheckInput& input) {
    const Horizon& horizon = input.set.horizon;
    const Duration longest = std::max(input.study.hosts.refresh, input.study.hosts.stand_alone_refresh);
    const int life = static_cast<int>(std::ceil(longest.in(julian_years)));
    const int first = std::min(horizon.first, input.study.estate.base_year);
    compute::HostType tallest;
    for (const std::string& series : series_in_use(input.study.hosts.series)) {
        for (int year = first - life; year <= horizon.last; ++year) {
            compute::HostType host = compute::host_type(input.set.catalog, series, year, {});
            if (host.height_units > tallest.height_units) tallest = std::move(host);
        }
    }
    return tallest;
}

}  // namespace

void find_device_taller_than_a_rack(const CheckInput& input) {
    const int usable = input.study.facility.usable_height_units;
    const auto& servers = input.set.catalog.servers;
    const bool hosts_fit = std::all_of(servers.begin(), servers.end(), [usable](const auto& server) {
        return server.height_units <= usable;
    });
    const int host = hosts_fit ? 0 : tallest_host(input).height_units;
    const int needed = std::max(host, input.study.storage.shelf_height_units);
    if (needed <= usable) return;
    input.report("facility.usable_height_units",
                 fmt::format("a rack of {} does not hold every host and shelf of drives (they take up to {})",
                             usable, needed),
                 fmt::format("Write at least {}.", needed));
}

void find_servers_without_class(const CheckInput& input) {
    std::array<double, 2> shares{};  // of VMs, of physical servers
    for (const catalog::WorkloadClass& w : resolve_workloads(input.study, input.set.catalog))
        shares[w.physical ? 1 : 0] += w.server_share;
    if (!(shares[0] > 0.0)) {
        input.report("workloads", "no class has a share of the VMs (nobody would know what they run)",
                     "Give a class a server_share above 0; `verbund catalog workloads` lists them.");
    }
    if (!(shares[1] > 0.0) && input.study.estate.physical_share.in(one) > 0.0) {
        input.report(
            "estate.physical_share",
            fmt::format("{} of the servers are physical, but no physical class has a share of them",
                        to_text(input.study.estate.physical_share)),
            "Give a physical class a server_share above 0, or write 0 %; `verbund catalog workloads` "
            "lists them.");
    }
}

void find_gpus_of_physical_servers(const CheckInput& input) {
    const auto classes = resolve_workloads(input.study, input.set.catalog);
    for (const catalog::WorkloadClass& w : classes) {
        if (!w.physical || !(w.gpus > 0.0)) continue;
        input.report(fmt::format("workloads.{}.gpus", w.id),
                     "the class runs on physical servers (GPUs are counted of VMs only)",
                     "Remove it, and state VMs of class ai.");
    }
    for (const auto& [id, administration] : input.study.territory.administrations) {
        if (!administration.inventory) continue;
        const auto rows = input.set.inventories.find(*administration.inventory);
        if (rows == input.set.inventories.end()) continue;
        for (const InventoryGroup& row : rows->second) {
            const bool needs_gpus = std::any_of(classes.begin(), classes.end(), [&](const auto& w) {
                return w.id == row.workload && w.gpus > 0.0;
            });
            if (!row.physical || row.count == 0 || !needs_gpus) continue;
            input.report.in_table(
                row.at, "physical",
                fmt::format("a physical server of class \"{}\" has no GPU (GPUs are counted of VMs only)",
                            row.workload),
                "Write false, and one VM for each GPU of the server.");
        }
    }
}

void find_place_without_climate(const CheckInput& input) {
    constexpr std::size_t all_regions = 15;
    std::set<int> known;
    for (const catalog::ClimateNormal& row : input.set.catalog.climate) known.insert(row.region);
    if (known.size() == all_regions) return;
    for (const auto& [region, place] :
         climate_regions(input.study, input.administrations, input.set.catalog)) {
        if (known.contains(region)) continue;
        input.report("catalog.climate_normals",
                     fmt::format("no rows of climate region {}, in which {} lies (regions: {})", region,
                                 place, fmt::join(known, ", ")),
                     "Copy the region's rows from the built-in table.");
    }
}

}  // namespace verbund::study
