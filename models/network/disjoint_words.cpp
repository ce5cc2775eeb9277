#include "models/network/disjoint_words.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace verbund::network {
namespace {

/// The sentences of one language; {0} is a, {1} is b.
struct Words {
    const char* disjoint;
    const char* same_place;
    const char* unreachable;
    const char* only_access;  ///< {2} link, {3} its other end
    const char* only_path;
    const char* all_share;    ///< {2} list of things that no pair can avoid
    const char* best_shares;  ///< {2} list; each is avoidable, but not all at once
    const char* unproven;
    const char* node;        ///< {0} node
    const char* link;        ///< {0} link, {1} and {2} its ends
    const char* duct;        ///< {0} duct, {1} and {2} ends of the link in it
    const char* duct_apart;  ///< the same, {3} and {4} ends of the second path's link
    const char* last_and;
};

constexpr Words german{
    "von {0} nach {1} führen zwei Wege ohne gemeinsamen Knoten, ohne gemeinsame Leitung und ohne gemeinsamen "
    "Leerrohrverbund",
    "{0} und {1} sind derselbe Ort",
    "kein Weg führt von {0} nach {1}",
    "{0} hat nur eine Anbindung, die Leitung {2} nach {3}",
    "von {0} nach {1} führt nur ein Weg",
    "beide Wege von {0} nach {1} nutzen {2}",
    "jedes Wegepaar von {0} nach {1} teilt sich etwas; das beste nutzt {2} auf beiden Wegen",
    " (Suche vorzeitig beendet, nicht bewiesen)",
    "den Knoten {0}",
    "die Leitung {0} zwischen {1} und {2}",
    "den Leerrohrverbund {0} zwischen {1} und {2}",
    "den Leerrohrverbund {0} (zwischen {1} und {2} sowie zwischen {3} und {4})",
    " und ",
};
constexpr Words english{
    "two routes of {0} to {1} share no node, no link and no duct",
    "{0} and {1} are the same place",
    "no route leads from {0} to {1}",
    "{0} has only one access, link {2} to {3}",
    "only one route leads from {0} to {1}",
    "both routes of {0} to {1} use {2}",
    "every pair of routes of {0} to {1} shares something; the best uses {2} on both",
    " (search stopped early, not proven)",
    "node {0}",
    "link {0} between {1} and {2}",
    "duct {0} between {1} and {2}",
    "duct {0} (between {1} and {2} and between {3} and {4})",
    " and ",
};

template <class... Arguments>
std::string say(const char* sentence, const Arguments&... arguments) {
    return fmt::format(fmt::runtime(sentence), arguments...);
}

/// Without the ducts of shared links and the nodes at their ends.
std::vector<SharedRisk> telling(const std::vector<SharedRisk>& shared, const Topology& topology) {
    std::set<std::size_t> nodes;
    std::set<std::string> ducts;
    for (const SharedRisk& risk : shared) {
        if (risk.kind != SharedRisk::Kind::link) continue;
        const Link& link = topology.links[risk.index];
        nodes.insert({link.from, link.to});
        ducts.insert(link.ducts.begin(), link.ducts.end());
    }
    std::vector<SharedRisk> kept;
    std::copy_if(shared.begin(), shared.end(), std::back_inserter(kept), [&](const SharedRisk& risk) {
        return risk.kind == SharedRisk::Kind::link ||
               (risk.kind == SharedRisk::Kind::node && !nodes.contains(risk.index)) ||
               (risk.kind == SharedRisk::Kind::duct && !ducts.contains(risk.duct));
    });
    return kept;
}

class Speaker {
public:
    Speaker(const Topology& topology, const NetworkNames& names, const Words& words)
        : topology_{&topology}, names_{&names}, words_{&words} {}

    [[nodiscard]] std::string thing(const SharedRisk& risk) const {
        if (risk.kind == SharedRisk::Kind::node) return say(words_->node, names_->node(risk.index));
        const auto [from, to] = ends(risk.kind == SharedRisk::Kind::link ? risk.index : risk.first_link);
        if (risk.kind == SharedRisk::Kind::link) return say(words_->link, names_->link(risk.index), from, to);
        const auto [second_from, second_to] = ends(risk.second_link);
        if (std::set{from, to} == std::set{second_from, second_to})
            return say(words_->duct, risk.duct, from, to);
        return say(words_->duct_apart, risk.duct, from, to, second_from, second_to);
    }
    [[nodiscard]] std::string list(const std::vector<SharedRisk>& risks) const {
        std::string text;
        for (std::size_t i = 0; i < risks.size(); ++i) {
            if (i > 0) text += i + 1 == risks.size() ? words_->last_and : ", ";
            text += thing(risks[i]);
        }
        return text;
    }
    [[nodiscard]] std::string sharing(const DisjointPaths& paths, std::size_t a, std::size_t b) const {
        const std::string from = names_->node(a);
        const std::string to = names_->node(b);
        if (const std::optional<std::size_t> access = only_access_link(paths, *topology_, a)) {
            const Link& link = topology_->links[*access];
            return say(words_->only_access, from, to, names_->link(*access),
                       names_->node(link.from == a ? link.to : link.from));
        }
        const std::vector<SharedRisk> risks = telling(paths.shared, *topology_);
        if (paths.paths->first.links == paths.paths->second.links) return say(words_->only_path, from, to);
        const bool unavoidable =
            std::all_of(risks.begin(), risks.end(), [](const SharedRisk& risk) { return risk.separates; });
        return say(unavoidable ? words_->all_share : words_->best_shares, from, to, list(risks));
    }

private:
    [[nodiscard]] std::pair<std::string, std::string> ends(std::size_t link) const {
        return {names_->node(topology_->links[link].from), names_->node(topology_->links[link].to)};
    }

    const Topology* topology_;
    const NetworkNames* names_;
    const Words* words_;
};

std::string sentence(const DisjointPaths& paths, const Topology& topology, std::size_t a, std::size_t b,
                     const NetworkNames& names, const Words& words) {
    switch (paths.kind) {
        case PairKind::disjoint:
            return say(words.disjoint, names.node(a), names.node(b));
        case PairKind::same_place:
            return say(words.same_place, names.node(a), names.node(b));
        case PairKind::unreachable:
            return say(words.unreachable, names.node(a), names.node(b));
        case PairKind::sharing:
            return Speaker{topology, names, words}.sharing(paths, a, b);
    }
    return {};
}

}  // namespace

NetworkNames names_by_id(const Topology& topology) {
    return {[&topology](std::size_t node) { return topology.nodes.at(node).id; },
            [&topology](std::size_t link) { return topology.links.at(link).id; }};
}

std::optional<std::size_t> only_access_link(const DisjointPaths& paths, const Topology& topology,
                                            std::size_t a) {
    const std::vector<SharedRisk> risks = telling(paths.shared, topology);
    if (risks.size() != 1 || risks.front().kind != SharedRisk::Kind::link) return std::nullopt;
    const Link& link = topology.links[risks.front().index];
    if (link.from != a && link.to != a) return std::nullopt;
    return risks.front().index;
}

std::string describe(const DisjointPaths& paths, const Topology& topology, std::size_t a, std::size_t b,
                     const NetworkNames& names, Language language) {
    const Words& words = language == Language::german ? german : english;
    std::string text = sentence(paths, topology, a, b, names, words);
    if (!paths.proven) text += words.unproven;
    return text;
}

}  // namespace verbund::network
