#include "sim/deploy/sites.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <numeric>
#include <set>
#include <string_view>
#include <tuple>

#include "models/network/topology.hpp"
#include "scenarios/study/center_sets.hpp"
#include "scenarios/study/fields.hpp"

namespace verbund::deploy {
namespace {

FederalState center_state(const study::Center& center, const catalog::Catalog& catalog) {
    const std::string digits =
        center.state ? *center.state : study::nearest_district(catalog, center.at).state;
    int number = 1;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return {number};
}

Site center_site(const study::Id& id, const study::Center& center, const study::Facility& facility,
                 const catalog::Catalog& catalog) {
    return {.kind = SiteKind::center,
            .id = id,
            .name = center.name.empty() ? id : center.name,
            .at = center.at,
            .state = center_state(center, catalog),
            .climate_region = center.climate_region ? *center.climate_region
                                                    : catalog::climate_region_at(catalog, center.at),
            .weather = center.weather ? *center.weather : facility.weather.value_or(""),
            .owner = 0,
            .center = &center};
}

Site home_site(const study::ResolvedAdministration& a, std::size_t owner, const study::Facility& facility,
               const catalog::Catalog& catalog) {
    return {.kind = SiteKind::home,
            .id = "home:" + a.id,
            .name = a.name,
            .at = a.at,
            .state = a.state,
            .climate_region = study::nearest_district(catalog, a.at).climate_region,
            .weather = facility.weather.value_or(""),
            .owner = owner,
            .center = nullptr};
}

/// What is stated of a thing, as text; of its maps the things, not their keys.
std::string stated_text(const study::FieldList& fields) {
    /// Names, and ids of other things.
    static const std::set<std::string_view> labels{"name", "partner", "group", "outside_copy", "run_by"};
    std::string all;
    for (const study::Field& field : fields) {
        if (labels.count(field.key) > 0) continue;
        all += field.key + ":";
        if (const auto* scalar = std::get_if<study::Scalar>(&field.content)) {
            all += scalar->text();
        } else if (const auto* list = std::get_if<study::List>(&field.content)) {
            for (const std::string& text : list->texts().value_or(std::vector<std::string>{}))
                all += text + ",";
        } else if (const auto* group = std::get_if<study::Group>(&field.content)) {
            if (group->present()) all += "{" + stated_text(group->fields()) + "}";
        } else if (const auto* map = std::get_if<study::Map>(&field.content)) {
            std::multiset<std::string> things;
            for (const std::string& key : map->present()) {
                const study::Field thing = map->entry(key);
                things.insert(stated_text(std::get<study::Group>(thing.content).fields()));
            }
            for (const std::string& thing : things) all += "{" + thing + "}";
        }
        all += ";";
    }
    return all;
}

std::string stated_text(study::Center center) { return stated_text(describe(center)); }

}  // namespace

bool before_by_content(const Site& a, const Site& b) {
    const auto where = [](const Site& s) {
        return std::tuple(s.at.latitude, s.at.longitude, s.center == nullptr);
    };
    if (where(a) != where(b)) return where(a) < where(b);
    return a.center != nullptr && a.center != b.center && stated_text(*a.center) < stated_text(*b.center);
}

std::vector<std::size_t> order_by_content(const std::vector<study::ResolvedAdministration>& administrations) {
    const auto content = [&](std::size_t i) {
        const study::ResolvedAdministration& a = administrations[i];
        return std::tuple(-a.seats, -a.population, a.at.latitude, a.at.longitude, std::string_view{a.ags});
    };
    std::vector<std::size_t> order(administrations.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return content(a) < content(b); });
    return order;
}

std::vector<std::size_t> order_by_content(const std::vector<Site>& sites) {
    std::vector<std::size_t> order(sites.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return before_by_content(sites[a], sites[b]); });
    return order;
}

std::size_t center_count(const std::vector<Site>& sites) {
    const auto first_home =
        std::find_if(sites.begin(), sites.end(), [](const Site& site) { return site.center == nullptr; });
    return static_cast<std::size_t>(first_home - sites.begin());
}

Operators operators_of(const std::vector<Site>& sites) {
    Operators operators;
    std::map<std::string, std::size_t> known;
    for (std::size_t s = 0; s < center_count(sites); ++s) {
        const std::string name = sites[s].center->run_by.value_or(sites[s].id);
        const auto [place, added] = known.emplace(name, operators.names.size());
        if (added) operators.names.push_back(name);
        operators.of_center.push_back(place->second);
    }
    return operators;
}

SiteTable make_sites(const study::Study& study, const catalog::Catalog& catalog,
                     const std::vector<study::ResolvedAdministration>& administrations) {
    SiteTable table;
    std::map<std::string_view, std::size_t> by_id;
    for (const auto& [id, center] : study.centers) {
        by_id.emplace(id, table.sites.size());
        table.sites.push_back(center_site(id, center, study.facility, catalog));
    }
    for (std::size_t i = 0; i < administrations.size(); ++i) {
        const auto& own = administrations[i].stated.home;
        const auto found = own ? by_id.find(*own) : by_id.end();
        if (found != by_id.end()) {
            table.home_of.push_back(found->second);
        } else {
            table.home_of.push_back(table.sites.size());
            table.sites.push_back(home_site(administrations[i], i, study.facility, catalog));
        }
    }
    return table;
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
    std::optional<std::size_t> best;
    Length least;
    for (const std::size_t site : candidates) {
        const Length distance = network::great_circle(from, sites[site].at);
        const bool nearer =
            !best || distance < least || (distance == least && before_by_content(sites[site], sites[*best]));
        if (!nearer) continue;
        best = site;
        least = distance;
    }
    return best;
}

std::vector<std::size_t> centers_named(const std::vector<Site>& sites, const std::string& target, Date day) {
    constexpr std::string_view group = "group:";
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < sites.size() && sites[i].center != nullptr; ++i) {
        const study::Center* center = sites[i].center;
        if (!study::stands_on(*center, day)) continue;
        const bool named = std::string_view{target}.starts_with(group)
                               ? center->group == std::string_view{target}.substr(group.size())
                               : sites[i].id == target;
        if (named) found.push_back(i);
    }
    return found;
}

}  // namespace verbund::deploy
