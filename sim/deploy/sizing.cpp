#include "sim/deploy/sizing.hpp"

#include <algorithm>
#include <array>

#include "sim/deploy/plant.hpp"
#include "sim/deploy/sites.hpp"

namespace verbund::deploy {
namespace {

DesignLoad needs_of_stage(const VariantDeployment& variant, std::size_t site, std::size_t first,
                          int stage_years) {
    DesignLoad load;
    const std::size_t end = std::min(variant.years.size(), first + static_cast<std::size_t>(stage_years));
    for (std::size_t y = first; y < end; ++y) {
        const StaticNeeds& needs = variant.years[y].sites[site].needs;
        load.it_kw = std::max(load.it_kw, needs.it_peak_kw);
        load.racks = std::max(load.racks, needs.racks);
        load.storage_tb = std::max(load.storage_tb, needs.storage_tb);
        load.uplink_gbit_s = std::max(load.uplink_gbit_s, needs.uplink_gbit_s);
    }
    return load;
}

DesignLoad with_reserve(DesignLoad load, double reserve) {
    const double factor = 1.0 + reserve;
    return {load.it_kw * factor, load.racks * factor, load.storage_tb * factor, load.uplink_gbit_s * factor};
}

/// A later stage never takes back what an earlier one built.
DesignLoad at_least(DesignLoad load, const Limits& built) {
    return {std::max(load.it_kw, built.it_power_kw), std::max(load.racks, built.racks),
            std::max(load.storage_tb, built.storage_tb), std::max(load.uplink_gbit_s, built.uplink_gbit_s)};
}

bool exceeds(const StaticNeeds& needs, const Limits& built) {
    return needs.it_peak_kw > built.it_power_kw || needs.racks > built.racks ||
           needs.storage_tb > built.storage_tb || needs.uplink_gbit_s > built.uplink_gbit_s;
}

void record_steps(VariantDeployment& variant, int year, std::size_t site, const Limits& before,
                  const Limits& now) {
    const std::array<std::pair<Resource, double Limits::*>, 7> built{
        {{Resource::racks, &Limits::racks},
         {Resource::it_power, &Limits::it_power_kw},
         {Resource::ups, &Limits::ups_kw},
         {Resource::cooling, &Limits::cooling_kw},
         {Resource::grid, &Limits::grid_kw},
         {Resource::storage, &Limits::storage_tb},
         {Resource::uplink, &Limits::uplink_gbit_s}}};
    for (const auto& [resource, member] : built) {
        if (now.*member > before.*member) {
            variant.build_steps.push_back({year, site, resource, before.*member, now.*member});
        }
    }
}

Limits nothing_built() { return {0, 0, 0, 0, 0, 0, 0, 0, 0}; }

void size_center(const study::Study& study, const catalog::Catalog& catalog, std::size_t site,
                 VariantDeployment& variant) {
    const study::Center& center = *variant.sites[site].center;
    const double reserve = center.reserve.in(one);
    std::shared_ptr<const Plant> plant;
    for (std::size_t y = 0; y < variant.years.size(); ++y) {
        SiteDeployment& now = variant.years[y].sites[site];
        if (!stands(center, variant.years[y].year)) continue;
        if (now.in_operation && (!plant || (exceeds(now.needs, plant->limits) && !all_given(center)))) {
            const Limits before = plant ? plant->limits : nothing_built();
            const DesignLoad stage =
                with_reserve(needs_of_stage(variant, site, y, center.stage_years), reserve);
            plant = std::make_shared<Plant>(center_plant(study, catalog, center, at_least(stage, before)));
            record_steps(variant, variant.years[y].year, site, before, plant->limits);
        }
        now.plant = plant;
    }
}

}  // namespace

void size_centers(const study::Study& study, const catalog::Catalog& catalog, VariantDeployment& variant) {
    for (std::size_t site = 0; site < center_count(variant.sites); ++site)
        size_center(study, catalog, site, variant);
}

}  // namespace verbund::deploy
