#include "scenarios/read/district_starter.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "models/network/topology.hpp"

namespace verbund::read {
namespace {

const catalog::District& find_district(const catalog::Catalog& catalog, const std::string& ags) {
    const auto found = std::find_if(catalog.districts.begin(), catalog.districts.end(),
                                    [&](const auto& district) { return district.ags == ags; });
    if (found != catalog.districts.end()) return *found;
    std::string remedy =
        "A district's key has five digits, e.g. 03451; `verbund catalog districts` lists them.";
    if (ags.size() == 8) remedy = fmt::format("That is a town's key: its district is {}.", ags.substr(0, 5));
    if (ags.size() == 4 || ags.size() == 7) remedy = fmt::format("Did the zero in front get lost: 0{}?", ags);
    throw InvalidInput{{{{}, "--for", fmt::format("the catalog has no district \"{}\"", ags), remedy}}};
}

/// A name as an id: small Latin letters, digits and hyphens.
std::string id_of(const std::string& name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> letters{
        {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"Ä", "ae"}, {"Ö", "oe"}, {"Ü", "ue"}, {"ß", "ss"}}};
    std::string id;
    const std::string_view before = std::string_view{name}.substr(0, name.find(','));
    for (std::size_t i = 0; i < before.size();) {
        const auto letter = std::find_if(letters.begin(), letters.end(), [&](const auto& one) {
            return before.substr(i).starts_with(one.first);
        });
        if (letter != letters.end()) {
            id += letter->second;
            i += letter->first.size();
            continue;
        }
        const char c = before[i++];
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            id += c;
        else if (c >= 'A' && c <= 'Z')
            id += static_cast<char>(c - 'A' + 'a');
        else if (!id.empty() && id.back() != '-')
            id += '-';
    }
    while (!id.empty() && id.back() == '-') id.pop_back();
    return id.empty() ? "place" : id;
}

/// Ids by name; of one that is taken with the key behind it.
class Ids {
public:
    std::string take(const std::string& name, const std::string& ags) {
        std::string id = id_of(name);
        if (!taken_.insert(id).second) taken_.insert(id += "-" + ags);
        return id;
    }

private:
    std::set<std::string> taken_{"provider", "district-center"};
};

std::optional<Place> place_of(const catalog::Catalog& catalog, const catalog::Provider& provider) {
    for (const catalog::Municipality& town : catalog.municipalities)
        if (town.name == provider.place && town.district.starts_with(provider.state)) return town.place;
    for (const catalog::District& district : catalog.districts)
        if (district.state == provider.state &&
            (district.seat == provider.place || district.seat.starts_with(provider.place + " (")))
            return district.place;
    return std::nullopt;
}

struct Neighbour {
    const catalog::Provider* provider = nullptr;
    Place at;
};

/// The nearest of the state, else of all; empty where no provider's place is known.
std::optional<Neighbour> nearest_provider(const catalog::Catalog& catalog,
                                          const catalog::District& district) {
    std::optional<Neighbour> nearest;
    std::pair<bool, Length> least{};
    for (const catalog::Provider& provider : catalog.providers) {
        const std::optional<Place> at = place_of(catalog, provider);
        if (!at) continue;
        const std::pair away{provider.state != district.state, network::great_circle(*at, district.place)};
        if (nearest && !(away < least)) continue;
        least = away;
        nearest = Neighbour{&provider, *at};
    }
    return nearest;
}

std::string administrations_of(const catalog::Catalog& catalog, const catalog::District& district) {
    Ids ids;
    const auto line = [&](const std::string& name, const std::string& ags, double people) {
        return fmt::format("    {}: {{ags: \"{}\"}}  # {}, {:.0f} people\n", ids.take(name, ags), ags, name,
                           people);
    };
    std::string text = line(district.name, district.ags, district.population);
    for (const catalog::Municipality& town : catalog.municipalities)
        if (town.district == district.ags) text += line(town.name, town.ags, town.population);
    return text;
}

std::string at_text(Place at) {
    return fmt::format("{{lat: {:.5f}, lon: {:.5f}}}", at.latitude, at.longitude);
}

std::string provider_text(const Neighbour& neighbour) {
    const catalog::Provider& provider = *neighbour.provider;
    return fmt::format(
        R"(  # Who runs a part of the servers today: the nearest in the catalog.  Name yours (`verbund catalog providers`).
  provider:
    name: "{}"
    at: {}
    role: provider
    commissioned: 2012-01-01
    availability_class: 2
    other_load: {{provider: {}}}  # its other clients; power as published or estimated there
    rooms:
      r1: {{rack_power: 6 kW, ups: modern, redundancy: N+1, cooling: chilled-free}}
)",
        provider.name, at_text(neighbour.at), provider.id);
}

}  // namespace

std::string district_starter(const catalog::Catalog& catalog, const std::string& ags) {
    const catalog::District& district = find_district(catalog, ags);
    const std::optional<Neighbour> provider = nearest_provider(catalog, district);
    std::string text = fmt::format(
        R"(# A study of {0} and its municipalities.  What you leave out has a documented default:
# `verbund check FILE --explain` lists all of them with their sources.  Replace what you know.
verbund: 1
title: "{0}: alone, in a center of the district, or at the provider"
question: What does a shared center need, and what does it save against server rooms of everyone's own?
horizon: {{first: 2024, last: 2035}}
milestones: [2025, 2030, 2035]

# Whose IT it is.  Name, place, people and state come from the catalog; state what you know better:
# {{ags: ..., seats: 640, servers: 160, inventory: my-vms.csv}}
territory:
  administrations:
{1}
# Survey figures hold unless changed: 30 % of a district's servers run at a provider, 60 % of a town's.
estate:
  {2}
  growth: {{compute: 6 %/a, storage: 20 %/a}}

# Data centers by name.  Every administration also has its own server room (section home).
centers:
{3}  district-center:
    name: "Shared center {4}"
    at: {5}
    commissioned: 2025-07-01
    availability_class: 3
    rooms:
      r1: {{rack_power: 8 kW, ups: modern, redundancy: N+1, cooling: chilled-free-warm}}  # sizes itself

# What is compared.  A variant may change anything above; base: inherits another variant, null removes an entry.
variants:
  alone:
    title: Everyone in a room of their own
  shared:
    title: All in the district's center{6}
    moves:
      everyone: {{who: all, to: district-center, years: [2026, 2027]}}
)",
        district.name, administrations_of(catalog, district),
        provider ? "provider_share_by_kind: {district: 30 %, city: 30 %, municipality: 60 %}"
                 : "provider_share: 0 %",
        provider ? provider_text(*provider) : "", district.seat, at_text(district.place),
        provider ? ", the provider as its backup site" : "");
    if (!provider) return text;
    return text + R"(    backups:
      district-center: {center: provider, replication: async, standby: warm}
  at-provider:
    title: All at the provider
    moves:
      everyone: {who: all, to: provider, years: [2026, 2027]}
)";
}

}  // namespace verbund::read
