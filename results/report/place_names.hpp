#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "results/outcome/outcome.hpp"
#include "results/report/style.hpp"

namespace verbund::report {

/// What the id of a bottleneck's or refusal's site stands for.
enum class PlaceKind {
    center,
    room,    ///< "home:<administration>", an administration's own server room
    access,  ///< "access:<administration>", its WAN access
    link,    ///< "link:<link>", a route of the network
};
inline constexpr std::size_t place_kinds = 4;

[[nodiscard]] PlaceKind place_kind(std::string_view site);

/// Names for the ids in the results, for people to read.
class PlaceNames {
public:
    PlaceNames(const outcome::Run& run, const Style& style);

    /// "Serverraum Kreis Peine", "WAN-Anschluss Kreis Peine", "Strecke Kreis Peine – HannIT", "Anbindung
    /// HannIT", the ends of a link, or the name of a center, administration or node.  Printable; the id where
    /// nothing has a name.
    [[nodiscard]] std::string of(std::string_view site) const;

    /// The name of a center, administration or node, whatever its id looks like.
    [[nodiscard]] std::string place(std::string_view id) const;

    /// Its name as the study or the catalog has it ("Ansbach" also for the district); empty where it has
    /// none.
    [[nodiscard]] std::string stated(std::string_view id) const;

private:
    [[nodiscard]] std::string named(std::string_view kind, const std::string& name) const;
    [[nodiscard]] std::string route(std::string_view link) const;

    struct Name {
        std::string full;
        std::string stated;
    };

    Style style_;
    std::map<std::string, Name, std::less<>> names_;
    std::map<std::string, std::pair<std::string, std::string>, std::less<>> links_;
};

}  // namespace verbund::report
