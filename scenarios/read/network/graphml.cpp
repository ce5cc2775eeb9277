#include "scenarios/read/network/graphml.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <vector>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "models/base/diagnostics.hpp"

namespace verbund::read {
namespace {

/// Lines of offsets into a text, asked for in any order.
class LineNumbers {
public:
    explicit LineNumbers(std::string_view text) {
        for (std::size_t at = 0; at < text.size(); ++at)
            if (text[at] == '\n') ends_.push_back(at);
    }
    [[nodiscard]] std::size_t at(std::ptrdiff_t offset) const {
        const auto before = std::lower_bound(ends_.begin(), ends_.end(),
                                             static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset, 0)));
        return static_cast<std::size_t>(before - ends_.begin()) + 1;
    }

private:
    std::vector<std::size_t> ends_;
};

/// What `<key>` declares: names of the data of nodes and edges, by the key's id.
std::map<std::string, std::string> names_of_data(const pugi::xml_node& root) {
    std::map<std::string, std::string> names;
    for (const pugi::xml_node& key : root.children("key")) {
        const std::string name = key.attribute("attr.name").value();
        names.emplace(key.attribute("id").value(), name.empty() ? key.attribute("id").value() : name);
    }
    return names;
}

GraphPart part_of(const pugi::xml_node& element, const std::map<std::string, std::string>& names,
                  const LineNumbers& lines) {
    GraphPart part;
    part.id = element.attribute("id").value();
    part.source = element.attribute("source").value();
    part.target = element.attribute("target").value();
    part.line = lines.at(element.offset_debug());
    for (const pugi::xml_node& data : element.children("data")) {
        const auto name = names.find(data.attribute("key").value());
        if (name != names.end()) part.notes.emplace_back(name->second, data.text().get());
    }
    return part;
}

}  // namespace

RawGraph read_graphml(std::string_view bytes, const std::string& file) {
    pugi::xml_document document;
    const pugi::xml_parse_result parsed = document.load_buffer(bytes.data(), bytes.size());
    const LineNumbers lines{bytes};
    const pugi::xml_node root = document.child("graphml");
    const pugi::xml_node graph = root.child("graph");
    if (!parsed || !graph) {
        const std::string why = parsed ? "no element <graphml> with a <graph>" : parsed.description();
        throw InvalidInput{{{{file, parsed ? 1 : lines.at(parsed.offset), 0},
                             "",
                             fmt::format("is no GraphML ({})", why),
                             "Export the network as GraphML or GML."}}};
    }
    RawGraph read;
    read.format = "GraphML";
    read.directed = std::string_view{graph.attribute("edgedefault").value()} == "directed";
    const auto names = names_of_data(root);
    for (const pugi::xml_node& node : graph.children("node"))
        read.nodes.push_back(part_of(node, names, lines));
    for (const pugi::xml_node& edge : graph.children("edge"))
        read.edges.push_back(part_of(edge, names, lines));
    return read;
}

}  // namespace verbund::read
