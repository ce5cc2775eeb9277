#include "sim/events/drill_target.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "models/base/quantity_text.hpp"
#include "scenarios/study/center_sets.hpp"
#include "sim/deploy/sites.hpp"
#include "sim/events/route.hpp"

namespace verbund::events {
namespace {

constexpr std::array<std::string_view, 8> kinds{"center", "room", "rack",    "host",
                                                "link",   "duct", "utility", "cooling"};

[[noreturn]] void refuse(const std::string& key, std::string problem, std::string remedy) {
    throw InvalidInput{
        {Diagnostic{.at = {}, .key = key, .problem = std::move(problem), .remedy = std::move(remedy)}}};
}

[[noreturn]] void refuse_unknown(const std::string& key, const std::string& thing, const std::string& name,
                                 const std::vector<std::string>& candidates) {
    study::UnknownName unknown = study::unknown_name(thing, name, candidates);
    refuse(key, std::move(unknown.problem), std::move(unknown.remedy));
}

FailureKind parse_kind(const std::string& text, std::size_t colon, const std::string& key) {
    if (colon == std::string::npos) {
        refuse(key, fmt::format("\"{}\" does not say what kind of thing fails", text),
               fmt::format("Write \"kind:name\", e.g. \"center:{}\".", text));
    }
    const std::string word = text.substr(0, colon);
    const auto found = std::find(kinds.begin(), kinds.end(), word);
    if (found == kinds.end()) {
        refuse_unknown(key, "kind of failure", word, {kinds.begin(), kinds.end()});
    }
    return static_cast<FailureKind>(found - kinds.begin());
}

bool stands_now(const deploy::Site& site, const EventInput& input) {
    return site.center == nullptr || deploy::stands(*site.center, input.year->year);
}

/// Names that stand for a site: the centers', then the administrations'.
std::vector<std::string> site_names(const EventInput& input) {
    std::vector<std::string> names;
    for (const deploy::Site& site : input.variant->sites) {
        if (site.center != nullptr && stands_now(site, input)) names.push_back(site.id);
    }
    for (const study::ResolvedAdministration& a : input.variant->administrations) names.push_back(a.id);
    return names;
}

std::size_t find_site(const std::string& name, const EventInput& input, const std::string& key) {
    const std::vector<deploy::Site>& sites = input.variant->sites;
    const auto site =
        std::find_if(sites.begin(), sites.end(), [&](const deploy::Site& s) { return s.id == name; });
    if (site != sites.end()) {
        if (!stands_now(*site, input)) {
            refuse(key,
                   fmt::format("center \"{}\" does not stand all through {} (commissioned {}, closed {})",
                               name, input.year->year, to_string(site->center->commissioned),
                               site->center->closed ? to_string(*site->center->closed) : "never"),
                   "Choose another year or another center.");
        }
        return static_cast<std::size_t>(site - sites.begin());
    }
    const auto& administrations = input.variant->administrations;
    const auto owner = std::find_if(administrations.begin(), administrations.end(),
                                    [&](const study::ResolvedAdministration& a) { return a.id == name; });
    if (owner == administrations.end())
        refuse_unknown(key, "center or administration", name, site_names(input));
    return input.year->administrations[static_cast<std::size_t>(owner - administrations.begin())].home;
}

/// Names of a site's rooms in the order of its plant: the center's own, else "r1", "r2".
std::vector<std::string> room_names(const EventInput& input, std::size_t site) {
    const study::Center* center = input.variant->sites[site].center;
    if (center != nullptr) return study::ids_of(center->rooms);
    std::vector<std::string> names;
    for (int r = 1; r <= input.study->home.rooms; ++r) names.push_back(fmt::format("r{}", r));
    return names;
}

void find_room(const std::string& name, const EventInput& input, const std::string& key,
               DrillTarget& target) {
    const std::size_t slash = name.rfind('/');
    target.site = find_site(name.substr(0, slash), input, key);
    const std::vector<std::string> rooms = room_names(input, target.site);
    target.thing = slash == std::string::npos ? "" : name.substr(slash + 1);
    const auto room = std::find(rooms.begin(), rooms.end(), target.thing);
    if (room == rooms.end()) {
        refuse_unknown(key, "room", target.thing, rooms);
    }
    target.room = static_cast<std::size_t>(room - rooms.begin());
}

void find_link(const std::string& name, const EventInput& input, const std::string& key,
               DrillTarget& target) {
    std::vector<std::string> names;
    const std::vector<network::Link>& links = input.network->topology.links;
    for (std::size_t l = 0; l < links.size(); ++l) {
        names.push_back(links[l].id);
        if (links[l].id == name) target.links = {l};
    }
    if (target.links.empty()) refuse_unknown(key, "link", name, names);
}

void find_duct(const std::string& name, const EventInput& input, const std::string& key,
               DrillTarget& target) {
    std::set<std::string> names;
    const std::vector<network::Link>& links = input.network->topology.links;
    for (std::size_t l = 0; l < links.size(); ++l) {
        names.insert(links[l].ducts.begin(), links[l].ducts.end());
        const bool inside =
            std::find(links[l].ducts.begin(), links[l].ducts.end(), name) != links[l].ducts.end();
        if (inside) target.links.push_back(l);
    }
    if (target.links.empty()) refuse_unknown(key, "duct", name, {names.begin(), names.end()});
}

/// Links on the way of somebody to servers, or of copies to a backup site; in the order of the network.
std::set<std::size_t> carrying_links(const EventInput& input) {
    std::set<std::pair<std::size_t, std::size_t>> ways;  // node, site
    for (std::size_t a = 0; a < input.year->administrations.size(); ++a) {
        const deploy::AdministrationDeployment& administration = input.year->administrations[a];
        for (const deploy::Part& part : administration.parts) {
            if (part.site != administration.home)
                ways.emplace(input.network->administration_node[a], part.site);
        }
    }
    for (const deploy::Replication& r : input.year->replications) {
        ways.emplace(input.network->site_node[r.primary], r.backup);
    }
    std::set<std::size_t> links;
    for (const auto& [node, site] : ways) {
        const std::vector<std::size_t> path = network::path_links(input.network->trees.at(site), node);
        links.insert(path.begin(), path.end());
    }
    return links;
}

std::vector<std::string> texts_of_sites(const EventInput& input) {
    std::vector<std::string> centers;
    std::vector<std::string> rooms;
    std::vector<std::string> racks;
    std::vector<std::string> supplies;
    for (std::size_t s = 0; s < input.variant->sites.size(); ++s) {
        const deploy::Site& site = input.variant->sites[s];
        if (site.center == nullptr || !input.year->sites[s].in_operation) continue;
        centers.push_back("center:" + site.id);
        const std::vector<std::string> names = room_names(input, s);
        for (const std::string& room : names) rooms.push_back(fmt::format("room:{}/{}", site.id, room));
        racks.push_back(fmt::format("rack:{}/{}", site.id, names.front()));
        racks.push_back("host:" + site.id);
        supplies.push_back("utility:" + site.id);
        supplies.push_back("cooling:" + site.id);
    }
    std::vector<std::string> texts = std::move(centers);
    for (const auto* more : {&rooms, &racks, &supplies})
        texts.insert(texts.end(), more->begin(), more->end());
    return texts;
}

}  // namespace

std::string_view kind_word(FailureKind kind) { return kinds[static_cast<std::size_t>(kind)]; }

DrillTarget parse_target(const std::string& text, const EventInput& input, const std::string& key) {
    const std::size_t colon = text.find(':');
    DrillTarget target;
    target.kind = parse_kind(text, colon, key);
    target.text = text;
    const std::string name = text.substr(colon + 1);
    switch (target.kind) {
        case FailureKind::room:
        case FailureKind::rack:
            find_room(name, input, key, target);
            break;
        case FailureKind::link:
            target.thing = name;
            find_link(name, input, key, target);
            break;
        case FailureKind::duct:
            target.thing = name;
            find_duct(name, input, key, target);
            break;
        case FailureKind::center:
        case FailureKind::host:
        case FailureKind::utility:
        case FailureKind::cooling:
            target.site = find_site(name, input, key);
            break;
    }
    return target;
}

DrillRequest make_request(const std::string& id, const study::Drill& drill, const EventInput& input,
                          const std::string& key) {
    const auto place = [&key](const char* option) {
        return key.empty() ? fmt::format("--{}", option) : fmt::format("{}.{}", key, option);
    };
    Diagnostics mistakes;
    DrillRequest request{
        .id = id, .target = {}, .at_s = drill.at.in(seconds), .lasts_s = {}, .day = drill.day};
    try {
        request.target = parse_target(drill.fail, input, place("fail"));
    } catch (const InvalidInput& e) {
        for (const Diagnostic& mistake : e.mistakes()) mistakes.add(mistake);
    }
    if (drill.at < 0.0 * hours || drill.at >= 24.0 * hours) {
        mistakes.add({.at = {},
                      .key = place("at"),
                      .problem = fmt::format("a failure at {} is outside the day (0 to 24 h after midnight)",
                                             to_text(drill.at)),
                      .remedy = "Write a time of day, e.g. \"09:30\" or \"9.5 h\"."});
    }
    if (drill.lasts) {
        request.lasts_s = drill.lasts->in(seconds);
        if (!(*request.lasts_s > 0.0)) {
            mistakes.add({.at = {},
                          .key = place("for"),
                          .problem = fmt::format("a failure for {} has no length", to_text(*drill.lasts)),
                          .remedy = "Write how long the cause lasts, e.g. \"2 h\", or leave it out."});
        }
    }
    if (!mistakes.empty()) throw InvalidInput{mistakes.sorted()};
    return request;
}

std::vector<DrillTarget> all_single_failures(const EventInput& input) {
    std::vector<DrillTarget> targets;
    for (const std::string& text : texts_of_sites(input)) targets.push_back(parse_target(text, input));
    const std::vector<network::Link>& links = input.network->topology.links;
    std::set<std::string> ducts;
    for (const std::size_t l : carrying_links(input)) {
        targets.push_back(parse_target("link:" + links[l].id, input));
        ducts.insert(links[l].ducts.begin(), links[l].ducts.end());
    }
    for (const std::string& duct : ducts) targets.push_back(parse_target("duct:" + duct, input));
    return targets;
}

}  // namespace verbund::events
