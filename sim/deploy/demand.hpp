#pragma once

#include <utility>
#include <vector>

#include "models/compute/gpu_hosts.hpp"
#include "models/workload/profile_set.hpp"
#include "sim/deploy/allocation.hpp"

/// What a site is asked to run, folded into few distinct shapes.
namespace verbund::deploy {

/// Servers of one shape: same class, size and use, whoever they belong to.
struct Shape {
    std::uint16_t workload = 0;
    bool physical = false;
    std::uint8_t profile = 0;
    double vcpu = 0.0;
    double ram_gb = 0.0;
    double cpu_at_peak = 0.0;
    double cpu_floor = 0.0;
    double gpus = 0.0;  ///< of a VM
    int count = 0;
    double storage_gb = 0.0;
    std::vector<std::pair<std::uint32_t, int>> owners;  ///< administration, servers
    std::vector<std::pair<std::uint8_t, int>> states;   ///< calendar of the owners, servers

    friend bool operator==(const Shape&, const Shape&) = default;
};

/// What runs a server: a host of the cluster, one with GPUs, or a machine of its own.
enum class RunsOn : std::uint8_t { cluster, gpu_hosts, machine };

[[nodiscard]] constexpr RunsOn runs_on(const Shape& shape) {
    if (shape.physical) return RunsOn::machine;
    return shape.gpus > 0.0 ? RunsOn::gpu_hosts : RunsOn::cluster;
}

[[nodiscard]] bool needs_gpus(const std::vector<Shape>& shapes);

/// Everything asked of one site in one phase.
struct SiteDemand {
    std::vector<Shape> shapes;
    Amounts asked;  ///< from the estates, not from the shapes: what identities hold the hosts against
    std::vector<LoadTerm> traffic_gbit_s;
    double exchange_gbit_s = 0.0;  ///< part of it that administrations exchange, at profile 1
    double workplaces = 0.0;
    int administrations = 0;

    [[nodiscard]] int servers() const;
    [[nodiscard]] double storage_gb() const;
    friend bool operator==(const SiteDemand&, const SiteDemand&) = default;
};

/// What a site's demand is summed from.
struct DemandInput {
    const std::vector<study::ResolvedAdministration>* administrations = nullptr;
    const std::vector<catalog::WorkloadClass>* workloads = nullptr;
    const workload::ProfileSet* profiles = nullptr;
    const std::vector<std::size_t>* home_of = nullptr;
    double reference_core_ops = 0.0;
};

/// Adds one administration's placements to the sites' demands.  Traffic counts where it leaves the building.
void add_demand(const DemandInput& input, std::uint32_t administration, const estate::Estate& estate,
                const std::vector<Placement>& placements, std::vector<SiteDemand>& sites);

/// Adds to the term of the same state and profile, if there is one.
void add_term(std::vector<LoadTerm>& terms, LoadTerm term);

/// Brings the shapes into an order that hangs on their content alone: what packing and whole numbers break
/// ties by.  Owners stand in the order in which `add_demand` took the administrations.
void sort_by_content(SiteDemand& demand);

/// One server of a shape as an item to pack; `count` stays zero.
[[nodiscard]] compute::PackItem item_of(const Shape& shape,
                                        const std::vector<catalog::WorkloadClass>& workloads,
                                        double reference_core_ops);

/// VMs of the shapes as items to pack; `copies` multiplies the counts (two rooms that can each carry all).
[[nodiscard]] std::vector<compute::PackItem> pack_items(const std::vector<Shape>& shapes,
                                                        const std::vector<catalog::WorkloadClass>& workloads,
                                                        double reference_core_ops, int copies);

/// The items that hosts with GPUs hold, or the others; the counts of the rest become zero.
[[nodiscard]] std::vector<compute::PackItem> only(std::vector<compute::PackItem> items, bool gpu);

/// Load of `kept` (per shape, of its count) servers of a kind in ssj_ops; of VMs with GPUs that of their GPUs
/// (`compute::cores_in_use`).
[[nodiscard]] std::vector<LoadTerm> load_terms(const std::vector<Shape>& shapes, const std::vector<int>& kept,
                                               RunsOn kind, double reference_core_ops);

}  // namespace verbund::deploy
