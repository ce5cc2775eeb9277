#include "models/compute/holding.hpp"

#include <array>
#include <initializer_list>

#include "models/compute/first_fit.hpp"
#include "models/compute/gpu_hosts.hpp"
#include "models/compute/host_offers.hpp"

namespace verbund::compute {
namespace {

constexpr std::array stand_alone_series{"entry", "one-socket", "two-socket"};

double share_of(const Misfit& m) { return m.limit > 0.0 ? m.need / m.limit : m.need; }

/// The worst of the resources that do not fit.
std::optional<Misfit> worst_of(std::initializer_list<Misfit> resources, const HostType& host) {
    std::optional<Misfit> worst;
    for (const Misfit& m : resources) {
        const bool fits = m.need <= 0.0 || fits_in_bin<1>({m.limit}, {m.need}, 1) == 1;
        if (!fits && (!worst || share_of(m) > share_of(*worst))) worst = m;
    }
    if (worst) worst->host = host;
    return worst;
}

std::optional<Misfit> on_host(const PackItem& vm, const HostType& type, const PackRules& rules) {
    const double target = rules.cpu_target_failed > 0.0 ? rules.cpu_target : 0.0;
    auto size = worst_of({{Resource::host_cores, vm.vcpu, type.cores * rules.overcommit, {}},
                          {Resource::host_memory, vm.ram_gb, type.ram_gb, {}},
                          {Resource::host_gpus, vm.gpus, static_cast<double>(type.gpus), {}}},
                         type);
    if (size) return size;  // what a VM is given says more than the work that follows from it
    return worst_of({{Resource::host_performance, vm.peak_ops, type.performance_ops * target, {}}}, type);
}

std::optional<Misfit> alone(const PackItem& server, const HostOffer::StandAlone& machine,
                            const PackRules& rules) {
    const double ops = machine.type.performance_ops * rules.cpu_target;
    return worst_of({{Resource::host_memory, server.ram_gb, machine.memory_gb, {}},
                     {Resource::host_performance, server.peak_ops, ops, {}}},
                    machine.type);
}

/// Nothing if any of the tests finds no misfit, else the smallest.
template <class Types, class Test>
std::optional<Misfit> nearest(const Types& types, const Test& test) {
    std::optional<Misfit> found;
    for (const auto& type : types) {
        const std::optional<Misfit> lacking = test(type);
        if (!lacking) return std::nullopt;
        if (!found || share_of(*lacking) < share_of(*found)) found = lacking;
    }
    return found;
}

}  // namespace

HostOffer host_offer(const catalog::Catalog& catalog, const std::vector<std::string>& series, int year,
                     const HostRules& rules) {
    HostOffer offer;
    for (const std::string& one : series)
        offer.hosts.push_back(host_configurations(catalog, one, year, rules).front());
    offer.gpu_hosts.push_back(gpu_configurations(catalog, year, rules).front());
    const HostType reference = reference_host(catalog, rules);
    offer.reference_core_ops = reference.performance_ops / reference.cores;
    for (const std::string one : stand_alone_series) {
        if (one != stand_alone_series.back() && !on_sale(catalog, one, year)) continue;
        offer.stand_alone.push_back(
            {host_type(catalog, one, year, rules), most_memory_gb(catalog, one, year)});
    }
    return offer;
}

std::optional<Misfit> misfit(const PackItem& vm, const HostOffer& offer, const PackRules& rules) {
    const bool on_gpus = vm.gpus > 0.0;
    const PackRules filled = on_gpus ? gpu_rules(rules) : rules;
    return nearest(on_gpus ? offer.gpu_hosts : offer.hosts,
                   [&](const HostType& type) { return on_host(vm, type, filled); });
}

std::optional<std::size_t> stand_alone_for(const PackItem& server, const HostOffer& offer,
                                           const PackRules& rules) {
    const double ops = server.vcpu * offer.reference_core_ops;
    std::optional<std::size_t> largest;
    for (std::size_t i = 0; i < offer.stand_alone.size(); ++i) {
        if (alone(server, offer.stand_alone[i], rules)) continue;
        if (ops <= offer.stand_alone[i].type.performance_ops) return i;
        largest = i;
    }
    return largest;
}

std::optional<Misfit> stand_alone_misfit(const PackItem& server, const HostOffer& offer,
                                         const PackRules& rules) {
    return nearest(
        offer.stand_alone,
        [&](const HostOffer::StandAlone& machine) { return alone(server, machine, rules); });
}

}  // namespace verbund::compute
