#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "models/base/calendar.hpp"
#include "scenarios/study/territory.hpp"

/// Administrations and workload classes with every fact the engines need.
namespace verbund::study {

/// An administration of the territory in the base year.
struct ResolvedAdministration {
    SelectedAdministration selected;  ///< what `matches` looks at
    Id id;
    std::string ags;  ///< empty for one that is in no catalog
    std::string name;
    std::string kind;  ///< "district", "city" or "municipality"
    Place at;
    FederalState state;
    double population = 0.0;
    double seats = 0.0;
    Administration stated;  ///< what the study says beyond the catalog (all empty for a catalog row)
};

/// The territory, ordered by AGS key and id.  Seats default to population x seats per thousand of the kind.
/// Throws `std::invalid_argument` for an administration without a place (the study checks rule this out).
[[nodiscard]] std::vector<ResolvedAdministration> resolve_territory(const Study& study,
                                                                    const catalog::Catalog& catalog);

/// Base-year seats of all 294 districts of the catalog: what the survey means are calibrated on.
[[nodiscard]] std::vector<double> survey_district_seats(const Study& study, const catalog::Catalog& catalog);

/// District of the catalog whose seat is nearest to a place.
[[nodiscard]] const catalog::District& nearest_district(const catalog::Catalog& catalog, Place place);

/// Climate regions of the centers and of the administrations' rooms, each with the name of one place in it.
/// Administrations without a place are left out.
[[nodiscard]] std::map<int, std::string> climate_regions(
    const Study& study, const std::vector<SelectedAdministration>& administrations,
    const catalog::Catalog& catalog);

/// Series of servers that can stand at a site: those on offer and, for physical servers, "entry".
[[nodiscard]] std::set<std::string> series_in_use(HostSeries offered);

/// Workload classes of the catalog with the study's corrections applied, in catalog order.
[[nodiscard]] std::vector<catalog::WorkloadClass> resolve_workloads(const Study& study,
                                                                    const catalog::Catalog& catalog);

}  // namespace verbund::study
