#include "results/report/terminal/network_text.hpp"

#include <fmt/format.h>

#include "results/report/numbers.hpp"
#include "results/report/terminal/name_list.hpp"

namespace verbund::report {

std::string network_text(const outcome::ImportedNetwork& found, const Style& style) {
    std::string text = say(style.language, "{}: {} Knoten, {} Leitungen\n", "{}: {} nodes, {} links\n",
                           found.format, fixed_number(static_cast<double>(found.nodes), 0, style),
                           fixed_number(static_cast<double>(found.links), 0, style));
    for (const std::string& decision : found.decisions) text += fmt::format("  {}\n", decision);
    if (!found.without_place.empty())
        text += say(style.language, "Ohne Ort: {} (in der Studie: network.nodes.<Knoten>.at)\n",
                    "Without a place: {} (in a study: network.nodes.<node>.at)\n",
                    name_list(found.without_place, style));
    return text;
}

}  // namespace verbund::report
