#pragma once

#include <optional>
#include <vector>

#include "sim/deploy/deployment.hpp"

/// Sites of a variant and which of them stand when.
namespace verbund::deploy {

/// Sites and who is at home where.
struct SiteTable {
    std::vector<Site> sites;
    std::vector<std::size_t> home_of;  ///< [administration] -> site
};

/// Number of centers; they come before the home rooms.
[[nodiscard]] std::size_t center_count(const std::vector<Site>& sites);

/// Who runs the centers.
struct Operators {
    std::vector<std::string> names;      ///< as stated in `run_by`, else the id of the center
    std::vector<std::size_t> of_center;  ///< [center] -> name
};
[[nodiscard]] Operators operators_of(const std::vector<Site>& sites);

[[nodiscard]] SiteTable make_sites(const study::Study& study, const catalog::Catalog& catalog,
                                   const std::vector<study::ResolvedAdministration>& administrations);

/// Whether a center takes clients of that state.
[[nodiscard]] bool serves(const study::Center& center, FederalState state);

/// Whether site `a` comes before `b` by what they are and never by what they are called or where they stand
/// in the file: by place, then centers before home rooms, centers by all that is stated of them but names and
/// other ids.  Two of which neither comes before the other are alike.
[[nodiscard]] bool before_by_content(const Site& a, const Site& b);

/// Administrations in an order that no name and no place in the file decides: by size, then place.  Two of
/// the same size at the same place are alike to every engine.
[[nodiscard]] std::vector<std::size_t> order_by_content(
    const std::vector<study::ResolvedAdministration>& administrations);
/// Sites in the order of `before_by_content`.
[[nodiscard]] std::vector<std::size_t> order_by_content(const std::vector<Site>& sites);

/// Nearest site (great circle) among the candidates; equally far ones `before_by_content`.  Empty when there
/// are none.
[[nodiscard]] std::optional<std::size_t> nearest(const std::vector<Site>& sites,
                                                 const std::vector<std::size_t>& candidates, Place from);

/// Centers meant by "<id>" or "group:<name>" that stand on `day`, in site order.
[[nodiscard]] std::vector<std::size_t> centers_named(const std::vector<Site>& sites,
                                                     const std::string& target, Date day);

}  // namespace verbund::deploy
