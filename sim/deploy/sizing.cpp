#include "sim/deploy/sizing.hpp"

#include <algorithm>
#include <vector>

#include "scenarios/study/center_sets.hpp"
#include "sim/deploy/phase_plan.hpp"
#include "sim/deploy/plant.hpp"
#include "sim/deploy/sites.hpp"

namespace verbund::deploy {
namespace {

DesignLoad needs_of_stage(const VariantDeployment& variant, std::size_t site, std::size_t first,
                          std::size_t end) {
    DesignLoad load;
    for (std::size_t p = first; p < end; ++p)
        for (const Resource r : sized_for)
            load[r] = std::max(load[r], variant.phases[p].sites[site].needs.of[r]);
    return load;
}

DesignLoad with_reserve(DesignLoad load, double reserve) {
    for (const Resource r : sized_for) load[r] *= 1.0 + reserve;
    return load;
}

/// A later stage never takes back what an earlier one built.
DesignLoad at_least(DesignLoad load, const Limits& built) {
    for (const Resource r : sized_for) load[r] = std::max(load[r], built[r]);
    return load;
}

bool exceeds(const StaticNeeds& needs, const Limits& built) {
    return std::any_of(
        sized_for.begin(), sized_for.end(), [&](Resource r) { return needs.of[r] > built[r]; });
}

/// Sizes one center after the other over the years that were played when it began.
class Sizer {
public:
    Sizer(const study::Study& study, const catalog::Catalog& catalog, int start_year,
          VariantDeployment& variant, const std::function<void()>& play_on)
        : study_{study},
          catalog_{catalog},
          start_year_{start_year},
          variant_{variant},
          play_on_{play_on},
          years_{phases_by_year(variant.phases)} {}

    void size(std::size_t site) {
        const study::Center& center = *variant_.sites[site].center;
        std::shared_ptr<const Plant> plant;
        for (const PhaseRange& of_year : years_) {
            if (needs_stage(center, of_year, site, plant.get())) {
                const int year = variant_.phases[of_year.first].year;
                const Limits before = plant ? plant->limits : Limits{};
                const DesignLoad stage = stage_from(center, of_year, site);
                const bool goes_on = year > start_year_;
                plant = std::make_shared<Plant>(
                    center_plant(study_, catalog_, center, goes_on ? at_least(stage, before) : stage));
                record_steps(variant_, year, site, before, plant->limits);
            }
            for (std::size_t p = of_year.first; p < of_year.end; ++p)
                if (has_center(center, p, site)) variant_.phases[p].sites[site].plant = plant;
        }
    }

private:
    /// Whether the center stands in a phase and has not been given up.
    [[nodiscard]] bool has_center(const study::Center& center, std::size_t phase, std::size_t site) const {
        const Deployment& at = variant_.phases[phase];
        return study::stands_on(center, first_date(at)) && !at.sites[site].given_up;
    }

    [[nodiscard]] bool needs_stage(const study::Center& center, const PhaseRange& of_year, std::size_t site,
                                   const Plant* built) const {
        bool in_operation = false;
        bool short_of_room = false;
        for (std::size_t p = of_year.first; p < of_year.end; ++p) {
            const SiteDeployment& now = variant_.phases[p].sites[site];
            if (!has_center(center, p, site) || !now.in_operation) continue;
            in_operation = true;
            short_of_room = short_of_room || (built != nullptr && exceeds(now.needs, built->limits));
        }
        if (!in_operation) return false;
        if (built == nullptr || variant_.phases[of_year.first].year <= start_year_) return true;
        return short_of_room && !all_given(center);
    }

    DesignLoad stage_from(const study::Center& center, const PhaseRange& of_year, std::size_t site) {
        const int years = all_given(center) ? 1 : center.stage_years;
        const int last = variant_.phases[of_year.first].year + years - 1;
        while (variant_.phases.back().year < last) play_on_();
        std::size_t end = of_year.end;
        while (end < variant_.phases.size() && variant_.phases[end].year <= last) ++end;
        return with_reserve(needs_of_stage(variant_, site, of_year.first, end), center.reserve.in(one));
    }

    const study::Study& study_;
    const catalog::Catalog& catalog_;
    int start_year_;
    VariantDeployment& variant_;
    const std::function<void()>& play_on_;
    std::vector<PhaseRange> years_;
};

}  // namespace

void record_steps(VariantDeployment& variant, int year, std::size_t site, const Limits& before,
                  const Limits& now) {
    for (const Resource r : site_resources) {
        const bool told_as_racks = r == Resource::height_units || r == Resource::rack_power;
        if (told_as_racks || !(now[r] > before[r])) continue;
        variant.build_steps.push_back({year, site, r, before[r], now[r]});
    }
}

void size_centers(const study::Study& study, const catalog::Catalog& catalog, int start_year,
                  VariantDeployment& variant, const std::function<void()>& play_on) {
    Sizer sizer(study, catalog, start_year, variant, play_on);
    for (std::size_t site = 0; site < center_count(variant.sites); ++site) sizer.size(site);
}

}  // namespace verbund::deploy
