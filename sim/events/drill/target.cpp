#include "sim/events/drill/target.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "scenarios/study/center_sets.hpp"
#include "sim/deploy/sites.hpp"

namespace verbund::events {
namespace {

[[noreturn]] void refuse(const std::string& key, std::string problem, std::string remedy) {
    throw InvalidInput{
        {Diagnostic{.at = {}, .key = key, .problem = std::move(problem), .remedy = std::move(remedy)}}};
}

[[noreturn]] void refuse_unknown(const std::string& key, study::UnknownName unknown) {
    refuse(key, std::move(unknown.problem), std::move(unknown.remedy));
}

[[noreturn]] void refuse_unknown(const std::string& key, const std::string& thing, const std::string& name,
                                 const std::vector<std::string>& candidates) {
    refuse_unknown(key, study::unknown_name(thing, name, candidates));
}

bool stands_now(const deploy::Site& site, const deploy::WorldYear& input) {
    return site.center == nullptr || study::stands_on(*site.center, first_date(input.year()));
}

/// Names that stand for a site: the centers', then the administrations'.
std::vector<std::string> site_names(const deploy::WorldYear& input) {
    std::vector<std::string> names;
    for (const deploy::Site& site : input.variant().sites)
        if (site.center != nullptr && stands_now(site, input)) names.push_back(site.id);
    for (const study::ResolvedAdministration& a : input.variant().administrations) names.push_back(a.id);
    return names;
}

/// The text that names `name` with its kind, or the texts there are.
std::string with_kind(const std::string& name, const deploy::WorldYear& input) {
    const std::string kind = nearest_word(name, continuity::failure_words());
    if (!kind.empty()) return fmt::format("Write \"{}:...\" with the name of what fails.", kind);
    const std::vector<std::string> sites = site_names(input);
    if (std::find(sites.begin(), sites.end(), name) != sites.end())
        return fmt::format("Write \"center:{}\".", name);
    const std::vector<network::Link>& links = input.network().topology.links;
    const bool link = std::any_of(links.begin(), links.end(),
                                  [&name](const network::Link& candidate) { return candidate.id == name; });
    if (link) return fmt::format("Write \"link:{}\".", name);
    return fmt::format("Write one of {}.", continuity::target_forms());
}

FailureKind parse_kind(const std::string& text, std::size_t colon, const deploy::WorldYear& input,
                       const std::string& key) {
    if (colon == std::string::npos) {
        refuse(key, fmt::format("\"{}\" does not say what kind of thing fails", text),
               with_kind(text, input));
    }
    const std::string word = text.substr(0, colon);
    const std::optional<FailureKind> kind = continuity::failure_kind_of(word);
    if (!kind) refuse_unknown(key, study::unknown_kind("kind of failure", word, continuity::failure_words()));
    return *kind;
}

std::size_t find_site(const std::string& name, const deploy::WorldYear& input, const std::string& key) {
    const std::vector<deploy::Site>& sites = input.variant().sites;
    const auto site =
        std::find_if(sites.begin(), sites.end(), [&](const deploy::Site& s) { return s.id == name; });
    if (site != sites.end()) {
        if (!stands_now(*site, input)) {
            refuse(key,
                   fmt::format("center \"{}\" does not stand all through {} (commissioned {}, closed {})",
                               name, input.year().year, to_string(site->center->commissioned),
                               site->center->closed ? to_string(*site->center->closed) : "never"),
                   "Choose another year or another center.");
        }
        return static_cast<std::size_t>(site - sites.begin());
    }
    const auto& administrations = input.variant().administrations;
    const auto owner = std::find_if(administrations.begin(), administrations.end(),
                                    [&](const study::ResolvedAdministration& a) { return a.id == name; });
    if (owner == administrations.end())
        refuse_unknown(key, "center or administration", name, site_names(input));
    return input.year().administrations[static_cast<std::size_t>(owner - administrations.begin())].home;
}

void find_room(const std::string& name, const deploy::WorldYear& input, const std::string& key,
               DrillTarget& target) {
    const std::size_t slash = name.rfind('/');
    target.site = find_site(name.substr(0, slash), input, key);
    const std::vector<std::string> rooms = room_names(input, target.site);
    target.thing = slash == std::string::npos ? "" : name.substr(slash + 1);
    const auto room = std::find(rooms.begin(), rooms.end(), target.thing);
    if (room == rooms.end()) refuse_unknown(key, "room", target.thing, rooms);
    target.room = static_cast<std::size_t>(room - rooms.begin());
}

void find_link(const std::string& name, const deploy::WorldYear& input, const std::string& key,
               DrillTarget& target) {
    target.thing = name;
    const std::vector<network::Link>& links = input.network().topology.links;
    const auto link = std::find_if(links.begin(), links.end(),
                                   [&name](const network::Link& candidate) { return candidate.id == name; });
    if (link != links.end()) {
        target.links = {static_cast<std::size_t>(link - links.begin())};
        return;
    }
    std::vector<std::string> names;
    for (const network::Link& candidate : links) names.push_back(candidate.id);
    refuse_unknown(key, "link", name, names);
}

void find_duct(const std::string& name, const deploy::WorldYear& input, const std::string& key,
               DrillTarget& target) {
    target.thing = name;
    std::set<std::string> names;
    const std::vector<network::Link>& links = input.network().topology.links;
    for (std::size_t l = 0; l < links.size(); ++l) {
        names.insert(links[l].ducts.begin(), links[l].ducts.end());
        const bool inside =
            std::find(links[l].ducts.begin(), links[l].ducts.end(), name) != links[l].ducts.end();
        if (inside) target.links.push_back(l);
    }
    if (target.links.empty()) refuse_unknown(key, "duct", name, {names.begin(), names.end()});
}

}  // namespace

RandomStream drill_stream(const deploy::WorldYear& input, std::string_view what, std::size_t site) {
    return {input.set().seed, fmt::format("drill/{}/{}", what, input.variant().streams.sites[site])};
}

std::vector<std::string> room_names(const deploy::WorldYear& input, std::size_t site) {
    const study::Center* center = input.variant().sites[site].center;
    if (center != nullptr) return study::ids_of(center->rooms);
    std::vector<std::string> names;
    for (int r = 1; r <= input.study().home.rooms; ++r) names.push_back(fmt::format("r{}", r));
    return names;
}

DrillTarget parse_target(const std::string& text, const deploy::WorldYear& input, const std::string& key) {
    const std::size_t colon = text.find(':');
    DrillTarget target;
    target.kind = parse_kind(text, colon, input, key);
    target.text = text;
    const std::string name = text.substr(colon + 1);
    switch (target.facts().named) {
        case continuity::NamedThing::site:
            target.site = find_site(name, input, key);
            break;
        case continuity::NamedThing::room:
            find_room(name, input, key, target);
            break;
        case continuity::NamedThing::link:
            find_link(name, input, key, target);
            break;
        case continuity::NamedThing::duct:
            find_duct(name, input, key, target);
            break;
    }
    return target;
}

}  // namespace verbund::events
