#include "sim/deploy/stand_alone.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "scenarios/study/study.hpp"
#include "sim/deploy/needs.hpp"

namespace verbund::deploy {
namespace {

/// Of the servers `first`, `first` + 1, ... how many of `count` have the number `rest` (mod `cycle`).
int of_rest(int first, int count, int rest, int cycle) {
    const auto below = [&](int end) { return end > rest ? (end - rest - 1) / cycle + 1 : 0; };
    return below(first + count) - below(first);
}

/// The offer without machines that no rack feeds.
compute::HostOffer fed_offer(const compute::HostOffer& offer, double rack_w) {
    compute::HostOffer fed = offer;
    std::erase_if(fed.stand_alone,
                  [rack_w](const auto& machine) { return machine.type.power_w.back() > rack_w; });
    return fed;
}

/// Type of the machine that a physical server is when it was bought in a year: of those that a rack feeds if
/// one of these holds it.
std::uint32_t machine_of(const BuildContext& context, const compute::HostOffer& fed, const Shape& shape,
                         int bought, int year) {
    const study::GrowthRates& growth = context.study->estate.growth;
    const int years = bought + context.fleet_rules.stand_alone_years - 1 - year;
    const double compute = std::pow(1.0 + growth.compute.in(per_year), years);
    compute::PackItem need = item_of(shape, *context.workloads, context.hosts->reference_core_ops());
    need.vcpu *= compute;
    need.peak_ops *= compute;
    need.ram_gb *= std::pow(1.0 + study::memory_growth(growth), years);
    const auto chosen = [&](const compute::HostOffer& offer) {
        return compute::stand_alone_for(need, offer, context.fleet_rules.pack);
    };
    const compute::HostOffer& all = context.hosts->offer(bought);
    const compute::HostOffer& offer = chosen(fed) ? fed : all;
    const std::size_t machine = chosen(offer).value_or(offer.stand_alone.size() - 1);
    return context.hosts->stand_alone(offer.stand_alone[machine].type.series, bought, need.ram_gb);
}

}  // namespace

std::vector<HostSet> stand_alone_servers(const BuildContext& context, const Site& site,
                                         const std::vector<Shape>& shapes, const std::vector<int>& kept,
                                         int year) {
    const int life = context.fleet_rules.stand_alone_years;
    const double rack_w = most_fed_w(*context.study, site);
    const int offset = static_cast<int>(std::floor(life * phase_of_place(site.at)));
    std::vector<HostSet> sets;
    for (int bought = year - life + 1; bought <= year; ++bought) {
        const int rest = ((bought - offset) % life + life) % life;
        std::optional<compute::HostOffer> fed;  // most sites have no physical server of the year
        std::map<std::uint32_t, int> machines;
        int first = 0;
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            if (!shapes[i].physical || kept[i] == 0) continue;
            const int count = of_rest(first, kept[i], rest, life);
            first += kept[i];
            if (count == 0) continue;
            if (!fed) fed = fed_offer(context.hosts->offer(bought), rack_w);
            machines[machine_of(context, *fed, shapes[i], bought, year)] += count;
        }
        for (const auto& [type, count] : machines) sets.push_back({type, count});
    }
    return sets;
}

}  // namespace verbund::deploy
