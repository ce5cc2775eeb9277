#include "results/report/sentences/routes.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "results/report/lookup.hpp"
#include "results/report/sentences/tell.hpp"
#include "results/report/text_width.hpp"

namespace verbund::report {
namespace {

using outcome::RouteCut;

constexpr std::string_view group = "route-cut";

/// Links and ducts by their ids, nodes by name.
std::string thing(const RouteCut& cut, const Teller& teller) {
    const bool named = cut.kind != "link" && cut.kind != "duct";
    const bool apart = cut.kind == "duct" && !cut.other_a.empty();
    return tell(group, {apart ? "duct-apart" : cut.kind}, teller.language,
                fmt::arg("thing", named ? teller.names.place(cut.thing) : printable(cut.thing)),
                fmt::arg("a", teller.names.place(cut.end_a)), fmt::arg("b", teller.names.place(cut.end_b)),
                fmt::arg("c", teller.names.place(cut.other_a)),
                fmt::arg("d", teller.names.place(cut.other_b)))
        .value_or(printable(cut.thing));
}

/// Cuts that are a sentence of their own: all others are things on both routes.
bool says_all(const RouteCut& cut) {
    return cut.kind == "access" || cut.kind == "one-route" || cut.kind == "unreachable";
}

}  // namespace

std::string route_sentence(const CutsByEnds::Cuts& cuts, const Teller& teller) {
    if (cuts.empty()) return {};
    const RouteCut& first = *cuts.front();
    const bool separate =
        std::all_of(cuts.begin(), cuts.end(), [](const RouteCut* cut) { return cut->separates; });
    std::vector<std::string> things;
    if (!says_all(first))
        for (const RouteCut* cut : cuts) things.push_back(thing(*cut, teller));
    const std::string form = says_all(first) ? first.kind : separate ? "all-share" : "best-shares";
    std::string text =
        tell(group, {form}, teller.language, fmt::arg("from", teller.names.place(first.from)),
             fmt::arg("to", teller.names.place(first.to)), fmt::arg("link", printable(first.thing)),
             fmt::arg("end", teller.names.place(first.end_b)),
             fmt::arg("things", enumeration(things, teller.language)))
            .value();
    if (!first.proven) text += tell(group, {"unproven"}, teller.language).value();
    return text;
}

std::string sentence(const outcome::RoutePair& row, const Teller& teller) {
    return route_sentence(teller.cuts.between(row.variant, row.from, row.to), teller);
}

std::string sentence(const outcome::SiteReach& row, const Teller& teller) {
    const std::string& from = teller.run.administrations.at(static_cast<std::size_t>(row.administration)).id;
    return route_sentence(teller.cuts.between(row.variant, from, row.backup), teller);
}

}  // namespace verbund::report
