#include "sim/deploy/sizing.hpp"

#include <algorithm>

#include "sim/deploy/plant.hpp"
#include "sim/deploy/sites.hpp"

namespace verbund::deploy {
namespace {

DesignLoad needs_of_stage(const VariantDeployment& variant, std::size_t site, std::size_t first,
                          std::size_t end) {
    DesignLoad load;
    for (std::size_t y = first; y < end; ++y)
        for (const Resource r : sized_for)
            load[r] = std::max(load[r], variant.years[y].sites[site].needs.of[r]);
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
          years_{variant.years.size()} {}

    void size(std::size_t site) {
        const study::Center& center = *variant_.sites[site].center;
        std::shared_ptr<const Plant> plant;
        for (std::size_t y = 0; y < years_; ++y) {
            const int year = variant_.years[y].year;
            if (!stands(center, year) || variant_.years[y].sites[site].given_up) continue;
            if (needs_stage(center, y, site, plant.get())) {
                const Limits before = plant ? plant->limits : Limits{};
                const DesignLoad stage = stage_from(center, y, site);
                const bool goes_on = year > start_year_;
                plant = std::make_shared<Plant>(
                    center_plant(study_, catalog_, center, goes_on ? at_least(stage, before) : stage));
                record_steps(variant_, year, site, before, plant->limits);
            }
            variant_.years[y].sites[site].plant = plant;
        }
    }

private:
    [[nodiscard]] bool needs_stage(const study::Center& center, std::size_t y, std::size_t site,
                                   const Plant* built) const {
        const SiteDeployment& now = variant_.years[y].sites[site];
        if (!now.in_operation) return false;
        if (built == nullptr || variant_.years[y].year <= start_year_) return true;
        return exceeds(now.needs, built->limits) && !all_given(center);
    }

    DesignLoad stage_from(const study::Center& center, std::size_t y, std::size_t site) {
        const std::size_t end = all_given(center) ? y + 1 : y + static_cast<std::size_t>(center.stage_years);
        while (variant_.years.size() < end) play_on_();
        return with_reserve(needs_of_stage(variant_, site, y, end), center.reserve.in(one));
    }

    const study::Study& study_;
    const catalog::Catalog& catalog_;
    int start_year_;
    VariantDeployment& variant_;
    const std::function<void()>& play_on_;
    std::size_t years_;
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
