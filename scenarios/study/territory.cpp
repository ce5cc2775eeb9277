#include "scenarios/study/territory.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace verbund::study {
namespace {

SelectedAdministration from(const catalog::District& district) {
    const bool is_district = district.kind == catalog::DistrictKind::district;
    return {district.ags,        district.ags,   is_district ? "district" : "city",
            district.name,       district.state, district.place,
            district.population, nullptr};
}

SelectedAdministration from(const catalog::Municipality& municipality) {
    return {municipality.ags,
            municipality.ags,
            "municipality",
            municipality.name,
            municipality.ags.substr(0, 2),
            municipality.place,
            municipality.population,
            nullptr};
}

bool in_selected_state(const Territory& territory, const std::string& state) {
    return territory.states.empty() ||
           std::find(territory.states.begin(), territory.states.end(), state) != territory.states.end();
}

using ByAgs = std::map<std::string, SelectedAdministration>;

void select_from_catalog(const Territory& territory, const catalog::Catalog& catalog, ByAgs& selected) {
    std::set<std::string> districts;
    for (const catalog::District& district : catalog.districts) {
        const bool is_district = district.kind == catalog::DistrictKind::district;
        const bool wanted = is_district ? territory.districts == DistrictSelection::all : territory.cities;
        if (!wanted || !in_selected_state(territory, district.state)) continue;
        selected.emplace(district.ags, from(district));
        if (is_district) districts.insert(district.ags);
    }
    if (!territory.municipalities) return;
    for (const catalog::Municipality& municipality : catalog.municipalities)
        if (districts.count(municipality.district) != 0)
            selected.emplace(municipality.ags, from(municipality));
}

/// The catalog's row of an AGS key, or an empty administration.
SelectedAdministration catalog_row(const catalog::Catalog& catalog, const std::string& ags) {
    for (const catalog::District& district : catalog.districts)
        if (district.ags == ags) return from(district);
    for (const catalog::Municipality& municipality : catalog.municipalities)
        if (municipality.ags == ags) return from(municipality);
    SelectedAdministration unknown;
    unknown.ags = ags;
    unknown.kind = ags.size() == 5 ? "district" : "municipality";
    if (ags.size() >= 2) unknown.state = ags.substr(0, 2);
    return unknown;
}

SelectedAdministration with_statement(SelectedAdministration base, const Id& id,
                                      const Administration& stated) {
    base.id = id;
    base.stated = &stated;
    base.name = stated.name.value_or(base.name);
    base.state = stated.state.value_or(base.state);
    if (stated.at) base.at = stated.at;
    if (stated.population) base.population = stated.population;
    return base;
}

}  // namespace

std::vector<SelectedAdministration> select_administrations(const Territory& territory,
                                                           const catalog::Catalog& catalog) {
    ByAgs selected;
    select_from_catalog(territory, catalog, selected);
    std::vector<SelectedAdministration> result;
    for (const auto& [id, stated] : territory.administrations) {
        const std::string ags = stated.ags.value_or("");
        const auto found = selected.find(ags);
        const SelectedAdministration base =
            found == selected.end() ? catalog_row(catalog, ags) : found->second;
        if (found != selected.end()) selected.erase(found);
        result.push_back(with_statement(base, id, stated));
    }
    for (auto& [ags, administration] : selected) result.push_back(std::move(administration));
    std::sort(result.begin(), result.end(),
              [](const SelectedAdministration& a, const SelectedAdministration& b) {
                  return std::tie(a.ags, a.id) < std::tie(b.ags, b.id);
              });
    return result;
}

bool matches(std::string_view selector, const SelectedAdministration& administration) {
    const auto after = [&](std::string_view prefix) { return selector.substr(prefix.size()); };
    if (selector == "all" || selector == administration.id) return true;
    if (selector.starts_with("state:")) return administration.state == after("state:");
    if (selector.starts_with("ags:")) return administration.ags.starts_with(after("ags:"));
    if (selector.starts_with("kind:")) return administration.kind == after("kind:");
    return false;
}

}  // namespace verbund::study
