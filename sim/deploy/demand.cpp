#include "sim/deploy/demand.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "models/base/unit_factors.hpp"

namespace verbund::deploy {
namespace {

bool same_shape(const Shape& s, const estate::VmGroup& g, const Placement& p) {
    return s.workload == g.workload && s.physical == p.physical && s.vcpu == g.vcpu &&
           s.ram_gb == p.memory_factor * g.ram_gb && s.cpu_at_peak == g.cpu_at_peak &&
           s.cpu_floor == g.cpu_floor;
}

Shape& shape_for(SiteDemand& site, const estate::VmGroup& g, const Placement& p, std::uint8_t profile,
                 double gpus) {
    const auto found = std::find_if(site.shapes.begin(), site.shapes.end(),
                                    [&](const Shape& s) { return same_shape(s, g, p); });
    if (found != site.shapes.end()) return *found;
    Shape shape;
    shape.workload = static_cast<std::uint16_t>(g.workload);
    shape.physical = p.physical;
    shape.profile = profile;
    shape.vcpu = g.vcpu;
    shape.ram_gb = p.memory_factor * g.ram_gb;
    shape.cpu_at_peak = g.cpu_at_peak;
    shape.cpu_floor = g.cpu_floor;
    shape.gpus = gpus;
    return site.shapes.emplace_back(std::move(shape));
}

Amounts amounts_of(const estate::VmGroup& group, const Placement& p, double gpus, double reference_core_ops) {
    return {.vcpu = p.physical ? 0.0 : p.count * group.vcpu,
            .ram_gb = p.count * p.memory_factor * group.ram_gb,
            .storage_gb = p.share * group.storage_gb,
            .peak_ops =
                p.count * compute::cores_in_use(group.vcpu, gpus) * group.cpu_at_peak * reference_core_ops};
}

/// Administrations come one after another: the last owner is the only one that can be known.
void add_owner(Shape& shape, std::uint32_t administration, int count) {
    if (!shape.owners.empty() && shape.owners.back().first == administration)
        shape.owners.back().second += count;
    else
        shape.owners.emplace_back(administration, count);
}

void add_state(Shape& shape, FederalState state, int count) {
    const auto number = static_cast<std::uint8_t>(state.number);
    for (auto& [known, servers] : shape.states) {
        if (known == number) {
            servers += count;
            return;
        }
    }
    shape.states.emplace_back(number, count);
}

}  // namespace

void add_term(std::vector<LoadTerm>& terms, LoadTerm term) {
    for (LoadTerm& known : terms) {
        if (known.state == term.state && known.profile == term.profile) {
            known.base += term.base;
            known.swing += term.swing;
            return;
        }
    }
    terms.push_back(term);
}

int SiteDemand::servers() const {
    int total = 0;
    for (const Shape& shape : shapes) total += shape.count;
    return total;
}

double SiteDemand::storage_gb() const {
    double total = 0.0;
    for (const Shape& shape : shapes) total += shape.storage_gb;
    return total;
}

void add_demand(const DemandInput& input, std::uint32_t administration, const estate::Estate& estate,
                const std::vector<Placement>& placements, std::vector<SiteDemand>& sites) {
    const study::ResolvedAdministration& owner = (*input.administrations)[administration];
    const int servers = std::accumulate(placements.begin(), placements.end(), 0,
                                        [](int sum, const Placement& p) { return sum + p.count; });
    std::vector<std::size_t> visited;
    for (const Placement& p : placements) {
        const estate::VmGroup& group = estate.groups[p.group];
        const catalog::WorkloadClass& workload = (*input.workloads)[static_cast<std::size_t>(group.workload)];
        const auto profile = static_cast<std::uint8_t>(input.profiles->index(workload.profile));
        SiteDemand& site = sites[p.site];
        const double gpus = p.physical ? 0.0 : workload.gpus;
        Shape& shape = shape_for(site, group, p, profile, gpus);
        shape.count += p.count;
        site.asked += amounts_of(group, p, gpus, input.reference_core_ops);
        shape.storage_gb += p.share * group.storage_gb;
        add_owner(shape, administration, p.count);
        add_state(shape, owner.state, p.count);
        if (p.site != (*input.home_of)[administration]) {
            add_term(site.traffic_gbit_s,
                     {static_cast<std::uint8_t>(owner.state.number), profile, 0.0,
                      (p.share * group.traffic_kbit_s - p.inside_kbit_s) * gbit_per_kbit});
        }
        if (servers > 0) site.workplaces += estate.seats * p.count / servers;
        if (std::find(visited.begin(), visited.end(), p.site) == visited.end()) visited.push_back(p.site);
    }
    for (const std::size_t site : visited) ++sites[site].administrations;
}

void sort_by_content(SiteDemand& demand) {
    const auto content = [](const Shape& s) {
        return std::tuple(s.workload, s.physical, -s.vcpu, -s.ram_gb, -s.cpu_at_peak, -s.cpu_floor);
    };
    std::sort(demand.shapes.begin(), demand.shapes.end(),
              [&](const Shape& a, const Shape& b) { return content(a) < content(b); });
}

compute::PackItem item_of(const Shape& s, const std::vector<catalog::WorkloadClass>& workloads,
                          double reference_core_ops) {
    return {.tag = 0,
            .count = 0,
            .vcpu = s.vcpu,
            .ram_gb = s.ram_gb,
            .peak_ops = compute::cores_in_use(s.vcpu, s.gpus) * s.cpu_at_peak * reference_core_ops,
            .priority = static_cast<int>(workloads[s.workload].criticality),
            .gpus = s.gpus};
}

std::vector<compute::PackItem> pack_items(const std::vector<Shape>& shapes,
                                          const std::vector<catalog::WorkloadClass>& workloads,
                                          double reference_core_ops, int copies) {
    std::vector<compute::PackItem> items;
    items.reserve(shapes.size());
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        items.push_back(item_of(shapes[i], workloads, reference_core_ops));
        items.back().tag = i;
        items.back().count = shapes[i].physical ? 0 : shapes[i].count * copies;
    }
    return items;
}

bool needs_gpus(const std::vector<Shape>& shapes) {
    return std::any_of(
        shapes.begin(), shapes.end(), [](const Shape& s) { return runs_on(s) == RunsOn::gpu_hosts; });
}

std::vector<compute::PackItem> only(std::vector<compute::PackItem> items, bool gpu) {
    for (compute::PackItem& item : items)
        if ((item.gpus > 0.0) != gpu) item.count = 0;
    return items;
}

std::vector<LoadTerm> load_terms(const std::vector<Shape>& shapes, const std::vector<int>& kept, RunsOn kind,
                                 double reference_core_ops) {
    std::vector<LoadTerm> terms;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const Shape& s = shapes[i];
        if (runs_on(s) != kind || s.count == 0) continue;
        const double kept_share = static_cast<double>(kept[i]) / s.count;
        for (const auto& [state, servers] : s.states) {
            const double ops =
                servers * kept_share * compute::cores_in_use(s.vcpu, s.gpus) * reference_core_ops;
            add_term(terms, {state, s.profile, ops * s.cpu_floor, ops * (s.cpu_at_peak - s.cpu_floor)});
        }
    }
    terms.shrink_to_fit();  // kept for every site and year of a variant
    return terms;
}

}  // namespace verbund::deploy
