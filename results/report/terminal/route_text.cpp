#include "results/report/terminal/route_text.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "results/report/numbers.hpp"
#include "results/report/route_counts.hpp"
#include "results/report/sentences/routes.hpp"
#include "results/report/text_width.hpp"

namespace verbund::report {
namespace {

using outcome::RoutePair;
using outcome::Run;

constexpr std::size_t routes_shown = 2;

std::string whole(std::size_t count, const Style& style) {
    return fixed_number(static_cast<double>(count), 0, style);
}

std::string served_text(const RouteCounts& counts, const Style& style) {
    std::string text = say(style.language, "* Wege: {} von {} Verwaltungen haben zwei Wege zu ihren Zentren",
                           "* Routes: {} of {} administrations have two routes to their centers",
                           whole(counts.served.apart, style), whole(counts.served.all, style));
    text += say(style.language, ", die nichts gemeinsam haben", " that share nothing");
    if (counts.backed_up.all > 0) {
        text += say(style.language, " (zum Ausweichstandort {} von {})", " (to the backup site {} of {})",
                    whole(counts.backed_up.apart, style), whole(counts.backed_up.all, style));
    }
    if (counts.served.one_access > 0) {
        text += say(style.language, "; {} hängen an einer einzigen Leitung", "; {} hang on a single link",
                    whole(counts.served.one_access, style));
    }
    return text + '.';
}

std::string replicated_text(const RouteCount& count, const Style& style) {
    if (count.all == 0) return {};
    return say(style.language, " Kopien: so {} von {} Zentrenpaaren.",
               " Copies: so do {} of {} pairs of centers.", whole(count.apart, style),
               whole(count.all, style));
}

/// The first to each center, so that one cut before a center that many use is told once.
std::vector<const RoutePair*> telling(const std::vector<const RoutePair*>& shared) {
    std::set<std::string> centers;
    std::vector<const RoutePair*> told;
    for (const RoutePair* row : shared)
        if (told.size() < routes_shown && centers.insert(row->to).second) told.push_back(row);
    return told;
}

std::string examples(const std::vector<const RoutePair*>& shared, const Teller& teller, const Style& style) {
    if (shared.empty()) return {};
    std::string list;
    const std::vector<const RoutePair*> told = telling(shared);
    for (const RoutePair* row : told)
        list += fmt::format("{}{}", list.empty() ? "" : "; ", sentence(*row, teller));
    const std::size_t left = shared.size() - told.size();
    if (left > 0) list += say(style.language, "; und {} weitere", "; and {} more", whole(left, style));
    return say(style.language, " Nicht getrennt: ", " Not separate: ") + list + '.';
}

}  // namespace

std::string route_text(const Run& run, std::size_t variant, const Style& style) {
    const RouteCounts counts = count_routes(run, variant);
    if (counts.served.all == 0) return {};
    const std::string text = served_text(counts, style) + replicated_text(counts.replicated, style) +
                             examples(shared_routes(run, variant), Tellers{run}.in(style.language), style);
    return wrap(text, static_cast<std::size_t>(style.width), 2) + '\n';
}

std::string route_legend(const Run& run, const Style& style) {
    if (run.rows<outcome::RoutePair>().empty()) return {};
    std::string text =
        say(style.language, "Wege, die nichts gemeinsam haben: kein Knoten, keine Leitung, kein Leerrohr.",
            "Routes that share nothing: no node, no link, no duct.");
    if (std::any_of(run.links.begin(), run.links.end(), [](const auto& link) { return link.synthetic; })) {
        text += say(style.language,
                    " Das Netz ist aus Koordinaten erzeugt: was zwei Wege hier gemeinsam haben, ist eine "
                    "Eigenheit des erzeugten Netzes und sagt wenig über die Orte.",
                    " The network was made from coordinates: what two routes share here is an artefact of "
                    "the generated network and says little of the places.");
    }
    return wrap(text, static_cast<std::size_t>(style.width), 0) + '\n';
}

}  // namespace verbund::report
