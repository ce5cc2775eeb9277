#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/study/study.hpp"

/// Whose IT is planned: catalog selection and stated administrations in one list.
namespace verbund::study {

/// An administration of the territory with what is known of it; seats and servers may still follow from
/// people.
struct SelectedAdministration {
    Id id;             ///< as stated in the study, else the AGS key
    std::string ags;   ///< empty for one that is in no catalog
    std::string kind;  ///< "district", "city" or "municipality"
    std::string name;
    std::string state;
    std::optional<Place> at;
    std::optional<double> population;
    const Administration* stated =
        nullptr;  ///< entry in the study, if any; lives as long as the territory given
};

/// All administrations, ordered by AGS key and id.  A stated one without AGS counts as a municipality.
[[nodiscard]] std::vector<SelectedAdministration> select_administrations(const Territory& territory,
                                                                         const catalog::Catalog& catalog);

/// Whether a `who:` selector ("all", an id, "state:05", "ags:05162", "kind:district") matches an
/// administration.
[[nodiscard]] bool matches(std::string_view selector, const SelectedAdministration& administration);

}  // namespace verbund::study
