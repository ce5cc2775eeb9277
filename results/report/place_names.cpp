#include "results/report/place_names.hpp"

#include <algorithm>
#include <array>

#include "results/outcome/place_name.hpp"
#include "results/report/text_width.hpp"
#include "results/report/words/words.hpp"

namespace verbund::report {
namespace {

using outcome::NamedPlace;
using outcome::Run;

struct Prefix {
    std::string_view text;
    PlaceKind kind;
};
constexpr std::array<Prefix, 3> prefixes{
    {{"home:", PlaceKind::room}, {"access:", PlaceKind::access}, {"link:", PlaceKind::link}}};

}  // namespace

PlaceKind place_kind(std::string_view site) {
    const auto* const found = std::find_if(prefixes.begin(), prefixes.end(), [&](const Prefix& prefix) {
        return site.starts_with(prefix.text);
    });
    return found == prefixes.end() ? PlaceKind::center : found->kind;
}

PlaceNames::PlaceNames(const Run& run, const Style& style) : style_{style} {
    for (const auto* places : {&run.centers, &run.administrations}) {
        for (const NamedPlace& place : *places)
            if (!place.name.empty()) names_.emplace(place.id, Name{outcome::full_name(place), place.name});
    }
    for (const outcome::LinkEnds& link : run.links) links_.emplace(link.id, std::pair{link.from, link.to});
}

std::string PlaceNames::of(std::string_view site) const {
    const std::string_view rest = site.substr(std::min(site.find(':') + 1, site.size()));
    switch (place_kind(site)) {
        case PlaceKind::room:
            return named("room", place(rest));
        case PlaceKind::access:
            return named("access", place(rest));
        case PlaceKind::link:
            return named("link", route(rest));
        case PlaceKind::center:
            break;
    }
    if (site.starts_with("uplink:")) return named("uplink", place(rest));
    return !names_.contains(site) && links_.contains(site) ? route(site) : place(site);
}

std::string PlaceNames::named(std::string_view kind, const std::string& name) const {
    return fmt::format(fmt::runtime(word("place-name", kind, style_.language)), name);
}

std::string PlaceNames::place(std::string_view id) const {
    const auto found = names_.find(id);
    return printable(found == names_.end() ? id : std::string_view{found->second.full});
}

std::string PlaceNames::stated(std::string_view id) const {
    const auto found = names_.find(id);
    return found == names_.end() ? std::string{} : printable(found->second.stated);
}

std::string PlaceNames::route(std::string_view link) const {
    const auto found = links_.find(link);
    return found == links_.end() ? printable(link)
                                 : place(found->second.first) + (style_.unicode ? " \u2013 " : " - ") +
                                       place(found->second.second);
}

}  // namespace verbund::report
