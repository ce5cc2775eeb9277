#include "sim/deploy/sites.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <string_view>
#include <tuple>

#include "models/network/topology.hpp"

namespace verbund::deploy {
namespace {

FederalState center_state(const study::Center& center, const catalog::Catalog& catalog) {
    const std::string digits =
        center.state ? *center.state : study::nearest_district(catalog, center.at).state;
    int number = 1;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return {number};
}

Site center_site(const study::Id& id, const study::Center& center, const catalog::Catalog& catalog) {
    return {.kind = SiteKind::center,
            .id = id,
            .name = center.name.empty() ? id : center.name,
            .at = center.at,
            .state = center_state(center, catalog),
            .climate_region = center.climate_region ? *center.climate_region
                                                    : catalog::climate_region_at(catalog, center.at),
            .owner = 0,
            .center = &center};
}

Site home_site(const study::ResolvedAdministration& a, std::size_t owner, const catalog::Catalog& catalog) {
    return {.kind = SiteKind::home,
            .id = "home:" + a.id,
            .name = a.name,
            .at = a.at,
            .state = a.state,
            .climate_region = study::nearest_district(catalog, a.at).climate_region,
            .owner = owner,
            .center = nullptr};
}

}  // namespace

std::size_t center_count(const std::vector<Site>& sites) {
    const auto first_home =
        std::find_if(sites.begin(), sites.end(), [](const Site& site) { return site.center == nullptr; });
    return static_cast<std::size_t>(first_home - sites.begin());
}

SiteTable make_sites(const study::Study& study, const catalog::Catalog& catalog,
                     const std::vector<study::ResolvedAdministration>& administrations) {
    SiteTable table;
    std::map<std::string_view, std::size_t> by_id;
    for (const auto& [id, center] : study.centers) {
        by_id.emplace(id, table.sites.size());
        table.sites.push_back(center_site(id, center, catalog));
    }
    for (std::size_t i = 0; i < administrations.size(); ++i) {
        const auto& own = administrations[i].stated.home;
        const auto found = own ? by_id.find(*own) : by_id.end();
        if (found != by_id.end()) {
            table.home_of.push_back(found->second);
        } else {
            table.home_of.push_back(table.sites.size());
            table.sites.push_back(home_site(administrations[i], i, catalog));
        }
    }
    return table;
}

int first_whole_year(const study::Center& center) {
    const int year = center.commissioned.year;
    return center.commissioned == Date{year, 1, 1} ? year : year + 1;
}

bool stands(const study::Center& center, int year) {
    return year >= first_whole_year(center) && (!center.closed || *center.closed >= Date{year, 12, 31});
}

bool serves(const study::Center& center, FederalState state) {
    if (center.serves.empty()) return true;
    for (const std::string& digits : center.serves) {
        int number = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (number == state.number) return true;
    }
    return false;
}

std::optional<std::size_t> nearest(const std::vector<Site>& sites, const std::vector<std::size_t>& candidates,
                                   Place from) {
    const auto order = [&](std::size_t site) {  // equally far ones by their place, not by their names
        const Place at = sites[site].at;
        return std::tuple(network::great_circle(from, at), at.latitude, at.longitude);
    };
    const auto best = std::min_element(candidates.begin(), candidates.end(),
                                       [&](std::size_t a, std::size_t b) { return order(a) < order(b); });
    return best == candidates.end() ? std::nullopt : std::optional{*best};
}

std::vector<std::size_t> centers_named(const std::vector<Site>& sites, const std::string& target, int year) {
    constexpr std::string_view group = "group:";
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < sites.size() && sites[i].center != nullptr; ++i) {
        const study::Center* center = sites[i].center;
        if (!stands(*center, year)) continue;
        const bool named = std::string_view{target}.starts_with(group)
                               ? center->group == std::string_view{target}.substr(group.size())
                               : sites[i].id == target;
        if (named) found.push_back(i);
    }
    return found;
}

}  // namespace verbund::deploy
