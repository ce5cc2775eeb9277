#include "scenarios/read/network/network_file.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <limits>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/number_text.hpp"
#include "models/base/quantity_text.hpp"
#include "models/network/topology.hpp"
#include "scenarios/read/network/raw_graph.hpp"

namespace verbund::read {
namespace {

using Words = std::array<std::string_view, 4>;

constexpr Words latitude_words{"latitude", "lat", "latitude_deg", "geo_lat"};
constexpr Words longitude_words{"longitude", "lon", "long", "lng"};
constexpr Words length_words{"length_km", "length", "distance", "dist"};
constexpr Words capacity_words{"capacity", "bandwidth", "linkspeed", "linklabel"};

template <class T>
std::string_view first_note(const GraphPart& part, const T& words) {
    for (const std::string_view word : words)
        if (const std::string_view text = part.note(word); !text.empty()) return text;
    return {};
}

std::optional<double> number(std::string_view text) { return number_value(text, DecimalSign::point); }

/// Letters and digits as ids have them; "ß" and umlauts as two letters, other signs part words.
std::string id_of(std::string_view label) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> letters{
        {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"Ä", "ae"}, {"Ö", "oe"}, {"Ü", "ue"}, {"ß", "ss"}}};
    std::string id;
    for (std::size_t at = 0; at < label.size();) {
        const auto* const letter = std::find_if(letters.begin(), letters.end(), [&](const auto& pair) {
            return label.substr(at, pair.first.size()) == pair.first;
        });
        const auto byte = static_cast<unsigned char>(label[at]);
        if (letter != letters.end()) {
            id += letter->second;
            at += letter->first.size();
            continue;
        }
        if (std::isalnum(byte) != 0)
            id += static_cast<char>(std::tolower(byte));
        else if (!id.empty() && id.back() != '-')
            id += '-';
        ++at;
    }
    while (!id.empty() && id.back() == '-') id.pop_back();
    return id;
}

/// Ids of their own: the second "koeln" is "koeln-2".
class UniqueIds {
public:
    std::string of(const std::string& wanted) {
        std::string id = wanted;
        int& number = next_.try_emplace(wanted, 2).first->second;
        while (!taken_.insert(id).second) id = fmt::format("{}-{}", wanted, number++);
        return id;
    }

private:
    std::set<std::string> taken_;
    std::map<std::string, int> next_;  ///< to try for that word
};

FileNode node_of(const GraphPart& part, UniqueIds& ids) {
    FileNode node;
    node.line = part.line;
    node.label = part.note("label");
    if (node.label.empty()) node.label = part.note("name");
    const std::string word = id_of(node.label);
    node.id = ids.of(word.empty() ? id_of("node-" + part.id) : word);
    node.outside = part.note("internal") == "0";
    const auto north = number(first_note(part, latitude_words));
    const auto east = number(first_note(part, longitude_words));
    if (north && east && std::abs(*north) <= 90.0 && std::abs(*east) <= 180.0) node.at = Place{*north, *east};
    return node;
}

/// "10 Gbit/s"; "LinkSpeedRaw" in bit/s; "LinkSpeed 10" with "LinkSpeedUnits G".
std::optional<DataRate> capacity_of(const GraphPart& edge) {
    const auto within = [](DataRate rate) -> std::optional<DataRate> {
        if (rate < 1.0 * megabit_per_second || rate > 10'000.0 * gigabit_per_second) return std::nullopt;
        return rate;
    };
    constexpr double bit_per_megabit = 1e6;
    if (const auto raw = number(edge.note("linkspeedraw")))
        return within(*raw / bit_per_megabit * megabit_per_second);
    const std::string_view units = edge.note("linkspeedunits");
    const auto speed = number(edge.note("linkspeed"));
    if (speed && units == "M") return within(*speed * megabit_per_second);
    if (speed && units == "G") return within(*speed * gigabit_per_second);
    if (speed && units == "T") return within(*speed * 1000.0 * gigabit_per_second);
    for (const std::string_view word : capacity_words) {
        const auto parsed = parse_quantity<DataRate>(std::string{edge.note(word)}, PointMeaning::decimal);
        if (parsed) return within(*parsed.value);
    }
    return std::nullopt;
}

/// "85 km", or a number of km.
std::optional<Length> length_of(const GraphPart& edge) {
    const std::string text{first_note(edge, length_words)};
    if (const auto plain = number(text)) return *plain * kilometre;
    const auto parsed = parse_quantity<Length>(text, PointMeaning::decimal);
    return parsed ? parsed.value : std::nullopt;
}

/// Whether a length can be that of a line between the ends: not shorter than the air line but for rounding of
/// coordinates, nor five times as long.
bool plausible(Length length, const FileNode& from, const FileNode& to) {
    constexpr double rounding = 0.95;
    constexpr double longest_detour = 5.0;
    const Length slack = 2.0 * kilometre;
    if (length <= Length{}) return false;
    if (!from.at || !to.at) return true;
    const Length air = network::great_circle(*from.at, *to.at);
    return length + slack >= air * rounding && length <= air * longest_detour + slack;
}

class NetworkMaker {
public:
    explicit NetworkMaker(const RawGraph& graph) : graph_{graph} {}

    NetworkFile make() {
        network_.format = graph_.format;
        UniqueIds ids;
        for (const GraphPart& part : graph_.nodes) {
            numbers_.emplace(part.id, network_.nodes.size());
            network_.nodes.push_back(node_of(part, ids));
        }
        for (const GraphPart& edge : graph_.edges) add_link(edge);
        judge_lengths();
        for (const auto& [id, link] : network_.links) {
            network_.counts.with_capacity += link.capacity ? 1U : 0U;
            network_.counts.with_length += link.length ? 1U : 0U;
        }
        network_.counts.unread_capacities.assign(unread_.begin(), unread_.end());
        return std::move(network_);
    }

private:
    void add_link(const GraphPart& edge) {
        const std::size_t from = numbers_.at(edge.source);
        const std::size_t to = numbers_.at(edge.target);
        if (from == to) {
            ++network_.counts.loops;
            return;
        }
        const bool back = graph_.directed && edges_[{to, from}] > edges_[{from, to}];
        ++edges_[{from, to}];
        if (back) {
            ++network_.counts.both_directions;
            return;
        }
        if (!joined_.insert(std::minmax(from, to)).second) ++network_.counts.parallel;
        study::NetworkLink link;
        link.from = network_.nodes[from].id;
        link.to = network_.nodes[to].id;
        link.capacity = capacity_of(edge);
        link.length = length_of(edge);
        if (!link.capacity)
            if (const std::string_view text = first_note(edge, capacity_words); !text.empty())
                unread_.emplace(text);
        if (link.length && !plausible(*link.length, network_.nodes[from], network_.nodes[to]))
            network_.counts.implausible_lengths = true;
        const std::string id = link_ids_.of(link.from + "--" + link.to);
        network_.links.emplace(id, std::move(link));
    }

    /// Plain numbers may be anything: one that cannot be km says that none are.
    void judge_lengths() {
        if (!network_.counts.implausible_lengths) return;
        for (auto& [id, link] : network_.links) link.length.reset();
    }

    const RawGraph& graph_;
    NetworkFile network_;
    std::map<std::string, std::size_t> numbers_;
    std::map<std::pair<std::size_t, std::size_t>, int> edges_;  ///< number, from node to node
    std::set<std::pair<std::size_t, std::size_t>> joined_;
    std::set<std::string> unread_;
    UniqueIds link_ids_;
};

std::string counted(std::size_t count, std::string_view thing) {
    return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

/// "koeln-2 (Köln)", for ids that are not what the label says.
std::vector<std::string> renamed(const NetworkFile& network) {
    std::vector<std::string> texts;
    for (const FileNode& node : network.nodes)
        if (!node.label.empty() && node.id != id_of(node.label))
            texts.push_back(fmt::format("{} (\"{}\")", node.id, node.label));
    return texts;
}

void add_if(std::vector<std::string>& texts, bool holds, std::string text) {
    if (holds) texts.push_back(std::move(text));
}

/// The first of a long list.
template <class T>
std::string shown(const std::vector<T>& all) {
    constexpr std::size_t most = 12;
    const std::vector<T> first(all.begin(),
                               all.begin() + static_cast<std::ptrdiff_t>(std::min(most, all.size())));
    const std::string text = fmt::format("{}", fmt::join(first, ", "));
    return all.size() > most ? fmt::format("{} and {} more", text, all.size() - most) : text;
}

}  // namespace

std::vector<const FileNode*> NetworkFile::without_place() const {
    std::vector<const FileNode*> found;
    for (const FileNode& node : nodes)
        if (!node.at) found.push_back(&node);
    return found;
}

NetworkFile read_network_file(std::string_view bytes, const std::string& file) {
    const RawGraph graph = read_graph(bytes, file);
    return NetworkMaker{graph}.make();
}

std::vector<std::string> decisions(const NetworkFile& network) {
    const NetworkCounts& counts = network.counts;
    std::vector<std::string> texts;
    const auto outside = static_cast<std::size_t>(std::count_if(
        network.nodes.begin(), network.nodes.end(), [](const FileNode& node) { return node.outside; }));
    add_if(texts, outside > 0, fmt::format("{} outside the network kept", counted(outside, "node")));
    const std::vector<std::string> names = renamed(network);
    add_if(texts, !names.empty(),
           fmt::format("ids made for labels that are none or stand twice: {}", shown(names)));
    add_if(texts, counts.loops > 0, fmt::format("{} left out", counted(counts.loops, "loop")));
    add_if(texts, counts.parallel > 0,
           fmt::format("{} beside another kept", counted(counts.parallel, "parallel link")));
    add_if(texts, counts.both_directions > 0,
           fmt::format("{} back along another left out", counted(counts.both_directions, "direction")));
    const std::size_t links = network.links.size();
    add_if(
        texts, counts.with_capacity < links,
        fmt::format("{} without a capacity, sized in steps", counted(links - counts.with_capacity, "link")));
    add_if(texts, !counts.unread_capacities.empty(),
           fmt::format("capacities not guessed: \"{}\"", fmt::join(counts.unread_capacities, "\", \"")));
    if (counts.implausible_lengths) texts.emplace_back("its lengths cannot be km and are left out");
    add_if(texts, counts.with_length < links,
           fmt::format("{} without a length, air line x route factor",
                       counted(links - counts.with_length, "link")));
    return texts;
}

void add_to_network(const NetworkFile& from, const std::vector<study::Id>& taken, study::Network& network,
                    Diagnostics& mistakes) {
    std::vector<std::string> placeless;
    for (const FileNode& node : from.nodes) {
        if (std::find(taken.begin(), taken.end(), node.id) != taken.end()) continue;
        const bool stated = network.nodes.count(node.id) > 0;
        if (!stated && !node.at) {
            placeless.push_back(node.label.empty() ? node.id
                                                   : fmt::format("{} (\"{}\")", node.id, node.label));
            continue;
        }
        study::NetworkNode& made = network.nodes[node.id];
        if (!stated) made.at = *node.at;
        made.of_file = true;
    }
    for (const auto& [id, link] : from.links) network.links.try_emplace(id, link);
    if (placeless.empty()) return;
    mistakes.add({{},
                  "network.file",
                  fmt::format("{} without a place: {}", counted(placeless.size(), "node"), shown(placeless)),
                  fmt::format("State the places in the study, network: {{nodes: {{{}: {{at: {{lat: ..., lon: "
                              "...}}}}}}}}, or take the nodes and their edges out of the file.",
                              placeless.front().substr(0, placeless.front().find(' ')))});
}

}  // namespace verbund::read
