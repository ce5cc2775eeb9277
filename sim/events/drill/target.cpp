#include "sim/events/drill/target.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "models/base/quantity_text.hpp"
#include "models/network/bundles.hpp"
#include "scenarios/study/center_sets.hpp"
#include "sim/deploy/sites.hpp"
#include "sim/events/drill/cause.hpp"
#include "sim/events/world/route.hpp"

namespace verbund::events {
namespace {

/// How a thing of each kind is named, in the order of the kinds.
struct KindForm {
    std::string_view word;
    std::string_view name;
};
constexpr std::array<KindForm, 8> kinds{{{"center", "ID"},
                                         {"room", "CENTER/ROOM"},
                                         {"rack", "CENTER/ROOM"},
                                         {"host", "CENTER"},
                                         {"link", "ID"},
                                         {"duct", "ID"},
                                         {"utility", "CENTER"},
                                         {"cooling", "CENTER"}}};

[[noreturn]] void refuse(const std::string& key, std::string problem, std::string remedy) {
    throw InvalidInput{
        {Diagnostic{.at = {}, .key = key, .problem = std::move(problem), .remedy = std::move(remedy)}}};
}

[[noreturn]] void refuse_unknown(const std::string& key, const std::string& thing, const std::string& name,
                                 const std::vector<std::string>& candidates) {
    study::UnknownName unknown = study::unknown_name(thing, name, candidates);
    refuse(key, std::move(unknown.problem), std::move(unknown.remedy));
}

bool stands_now(const deploy::Site& site, const deploy::WorldYear& input) {
    return site.center == nullptr || deploy::stands(*site.center, input.year().year);
}

/// Names that stand for a site: the centers', then the administrations'.
std::vector<std::string> site_names(const deploy::WorldYear& input) {
    std::vector<std::string> names;
    for (const deploy::Site& site : input.variant().sites) {
        if (site.center != nullptr && stands_now(site, input)) names.push_back(site.id);
    }
    for (const study::ResolvedAdministration& a : input.variant().administrations) names.push_back(a.id);
    return names;
}

/// The text that names `name` with its kind, or the texts there are.
std::string with_kind(const std::string& name, const deploy::WorldYear& input) {
    const std::string kind = nearest_word(name, kind_words());
    if (!kind.empty()) return fmt::format("Write \"{}:...\" with the name of what fails.", kind);
    const std::vector<std::string> sites = site_names(input);
    if (std::find(sites.begin(), sites.end(), name) != sites.end())
        return fmt::format("Write \"center:{}\".", name);
    const std::vector<network::Link>& links = input.network().topology.links;
    const bool link = std::any_of(links.begin(), links.end(),
                                  [&name](const network::Link& candidate) { return candidate.id == name; });
    if (link) return fmt::format("Write \"link:{}\".", name);
    return fmt::format("Write one of {}.", target_forms());
}

FailureKind parse_kind(const std::string& text, std::size_t colon, const deploy::WorldYear& input,
                       const std::string& key) {
    if (colon == std::string::npos) {
        refuse(key, fmt::format("\"{}\" does not say what kind of thing fails", text),
               with_kind(text, input));
    }
    const std::string word = text.substr(0, colon);
    const std::optional<FailureKind> kind = kind_of(word);
    if (!kind) refuse_unknown(key, "kind of failure", word, kind_words());
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

/// Names of a site's rooms in the order of its plant: the center's own, else "r1", "r2".
std::vector<std::string> room_names(const deploy::WorldYear& input, std::size_t site) {
    const study::Center* center = input.variant().sites[site].center;
    if (center != nullptr) return study::ids_of(center->rooms);
    std::vector<std::string> names;
    for (int r = 1; r <= input.study().home.rooms; ++r) names.push_back(fmt::format("r{}", r));
    return names;
}

void find_room(const std::string& name, const deploy::WorldYear& input, const std::string& key,
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

void find_link(const std::string& name, const deploy::WorldYear& input, const std::string& key,
               DrillTarget& target) {
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

/// Why two things cannot fail in one drill; empty if they can.
std::string conflict(const DrillTarget& a, const DrillTarget& b) {
    if (a.text == b.text) return fmt::format("\"{}\" is named twice", a.text);
    if (is_path(a.kind) != is_path(b.kind)) {
        return fmt::format("\"{}\" and \"{}\" fail together (links and sites are not played in one drill)",
                           a.text, b.text);
    }
    if (!is_path(a.kind) && a.site == b.site && is_supply(a.kind) != is_supply(b.kind)) {
        return fmt::format(
            "\"{}\" and \"{}\" fail together (equipment and supply of one site are not played in "
            "one drill)",
            a.text, b.text);
    }
    return {};
}

/// Everything named, as far as it exists; mistakes are noted.
std::vector<DrillTarget> parse_targets(const std::vector<std::string>& texts, const deploy::WorldYear& input,
                                       const std::string& key, Diagnostics& mistakes) {
    std::vector<DrillTarget> targets;
    for (const std::string& text : texts) {
        try {
            DrillTarget next = parse_target(text, input, key);
            for (const DrillTarget& before : targets) {
                const std::string problem = conflict(before, next);
                if (problem.empty()) continue;
                mistakes.add({.at = {},
                              .key = key,
                              .problem = problem,
                              .remedy = before.text == text ? "Name it once." : "Write two drills."});
                break;
            }
            targets.push_back(std::move(next));
        } catch (const InvalidInput& e) {
            for (const Diagnostic& mistake : e.mistakes()) mistakes.add(mistake);
        }
    }
    return targets;
}

/// "drills.fire.replaced_after", or "--replaced-after" on the command line.
std::string place_of(const std::string& key, std::string option) {
    if (!key.empty()) return fmt::format("{}.{}", key, option);
    std::replace(option.begin(), option.end(), '_', '-');
    return "--" + option;
}

/// A destruction of what holds nothing, one that ends like an outage, and a replacement of what stays whole.
void find_contradictory_destruction(const study::Drill& drill, const DrillRequest& request,
                                    const std::string& key, Diagnostics& mistakes) {
    const auto add = [&](const char* option, std::string problem, std::string remedy) {
        mistakes.add({.at = {},
                      .key = place_of(key, option),
                      .problem = std::move(problem),
                      .remedy = std::move(remedy)});
    };
    if (drill.replaced_after && !drill.destroyed) {
        add("replaced_after",
            fmt::format("replaced after {}, but nothing is destroyed (an outage leaves things whole)",
                        to_text(*drill.replaced_after)),
            "Say that it is destroyed, or how long it is out.");
    }
    if (!drill.destroyed) return;
    if (drill.lasts) {
        add("for",
            fmt::format("destroyed, and out for {} (an outage leaves things whole; what is destroyed comes "
                        "back as new hardware)",
                        to_text(*drill.lasts)),
            "Say after which time it is replaced, or leave out that it is destroyed.");
    }
    for (const DrillTarget& target : request.targets) {
        if (!is_path(target.kind) && !is_supply(target.kind)) continue;
        add("destroyed",
            fmt::format("\"{}\" holds no data that could be destroyed (a center, room, rack or host does)",
                        target.text),
            "Say how long it is out instead.");
    }
}

/// Links on the way of somebody to servers, or of copies to a backup site; in the order of the network.
std::set<std::size_t> carrying_links(const deploy::WorldYear& input) {
    std::set<std::pair<std::size_t, std::size_t>> ways;  // node, site
    for (std::size_t a = 0; a < input.year().administrations.size(); ++a) {
        const deploy::AdministrationDeployment& administration = input.year().administrations[a];
        for (const deploy::Part& part : administration.parts) {
            if (part.site != administration.home)
                ways.emplace(input.network().administration_node[a], part.site);
        }
    }
    for (const deploy::Replication& r : input.year().replications) {
        ways.emplace(input.network().site_node[r.primary], r.backup);
    }
    const network::Bundles bundles{input.network().topology};
    std::set<std::size_t> links;
    for (const auto& [node, site] : ways) {
        const std::vector<std::size_t> path = network::path_links(input.network().trees.at(site), node);
        for (const std::size_t l : path) {
            const std::vector<std::size_t>& beside = bundles.beside(l);
            links.insert(beside.begin(), beside.end());
        }
    }
    return links;
}

std::vector<std::string> texts_of_sites(const deploy::WorldYear& input) {
    std::vector<std::string> centers;
    std::vector<std::string> rooms;
    std::vector<std::string> racks;
    std::vector<std::string> supplies;
    for (std::size_t s = 0; s < input.variant().sites.size(); ++s) {
        const deploy::Site& site = input.variant().sites[s];
        if (site.center == nullptr || !input.year().sites[s].in_operation) continue;
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

RandomStream drill_stream(const deploy::WorldYear& input, std::string_view what, std::size_t site) {
    const Place at = input.variant().sites[site].at;
    return {input.set().seed, fmt::format("drill/{}/{:.5f},{:.5f}", what, at.latitude, at.longitude)};
}

bool is_path(FailureKind kind) { return kind == FailureKind::link || kind == FailureKind::duct; }
bool is_supply(FailureKind kind) { return kind == FailureKind::utility || kind == FailureKind::cooling; }

bool DrillRequest::of_paths() const {
    return std::all_of(targets.begin(), targets.end(),
                       [](const DrillTarget& target) { return is_path(target.kind); });
}

std::string DrillRequest::text() const {
    std::string all;
    for (const DrillTarget& target : targets) all += (all.empty() ? "" : ", ") + target.text;
    return all;
}

std::string_view kind_word(FailureKind kind) { return kinds[static_cast<std::size_t>(kind)].word; }

DrillTarget parse_target(const std::string& text, const deploy::WorldYear& input, const std::string& key) {
    const std::size_t colon = text.find(':');
    DrillTarget target;
    target.kind = parse_kind(text, colon, input, key);
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

DrillRequest make_request(const std::string& id, const study::Drill& drill, const deploy::WorldYear& input,
                          const std::string& key) {
    const auto place = [&key](const char* option) { return place_of(key, option); };
    Diagnostics mistakes;
    DrillRequest request{.id = id,
                         .targets = {},
                         .at_s = drill.at.in(seconds),
                         .lasts_s = {},
                         .day = drill.day,
                         .destroyed = drill.destroyed,
                         .replaced_s = {},
                         .takeover = drill.takeover};
    request.targets = parse_targets(drill.fail, input, place("fail"), mistakes);
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
    if (drill.replaced_after) request.replaced_s = drill.replaced_after->in(seconds);
    find_contradictory_destruction(drill, request, key, mistakes);
    if (!mistakes.empty()) throw InvalidInput{mistakes.sorted()};
    static_cast<void>(cause_lasts_s(input, request));  // throws for a broken figure of the study's own table
    return request;
}

std::optional<FailureKind> kind_of(std::string_view word) {
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [word](const KindForm& form) { return form.word == word; });
    if (found == kinds.end()) return std::nullopt;
    return static_cast<FailureKind>(found - kinds.begin());
}

std::vector<std::string> kind_words() {
    std::vector<std::string> words;
    for (const KindForm& form : kinds) words.emplace_back(form.word);
    return words;
}

std::string target_forms() {
    std::string forms;
    for (const KindForm& form : kinds)
        forms += fmt::format("{}{}:{}", forms.empty() ? "" : ", ", form.word, form.name);
    return forms;
}

SingleFailures all_single_failures(const deploy::WorldYear& input, const std::vector<FailureKind>& asked,
                                   std::size_t most) {
    const auto wanted = [&asked](FailureKind kind) {
        return asked.empty() || std::find(asked.begin(), asked.end(), kind) != asked.end();
    };
    SingleFailures all;
    for (const std::string& text : texts_of_sites(input)) {
        DrillTarget target = parse_target(text, input);
        if (wanted(target.kind)) all.targets.push_back(std::move(target));
    }
    const std::vector<network::Link>& links = input.network().topology.links;
    const std::set<std::size_t> carrying = carrying_links(input);
    const auto access_lines = static_cast<std::size_t>(
        std::count_if(carrying.begin(), carrying.end(), [&](std::size_t l) { return links[l].access; }));
    if (asked.empty() && access_lines > most) all.access_lines_left_out = access_lines;
    std::set<std::string> ducts;
    for (const std::size_t l : carrying) {
        ducts.insert(links[l].ducts.begin(), links[l].ducts.end());
        if (!wanted(FailureKind::link) || (links[l].access && all.access_lines_left_out > 0)) continue;
        all.targets.push_back(parse_target("link:" + links[l].id, input));
    }
    if (!wanted(FailureKind::duct)) return all;
    for (const std::string& duct : ducts) all.targets.push_back(parse_target("duct:" + duct, input));
    return all;
}

}  // namespace verbund::events
