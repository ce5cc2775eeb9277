#pragma once

#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/calendar.hpp"
#include "models/compute/host.hpp"
#include "models/compute/host_choice.hpp"
#include "models/compute/packing.hpp"
#include "models/estate/inventory.hpp"
#include "scenarios/study/territory.hpp"

/// What a study states in the terms of the models: with every fact the engines and the checks need.
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

/// Classes that need GPUs and that an estate of a variant has: by a share, or in an inventory.
[[nodiscard]] std::set<Id> gpu_classes_of(const StudySet& set);

/// Survey figures and growth as the estate model takes them.
[[nodiscard]] estate::SurveyBasis resolve_basis(const Estate& estate);
[[nodiscard]] estate::Growth resolve_growth(const GrowthRates& growth);
/// Yearly growth of all RAM together: as stated, or of the RAM per VM and of the number of VMs.
[[nodiscard]] double memory_growth(const GrowthRates& growth);

/// Estates of a variant's administrations, counted or derived.
class EstateBook {
public:
    EstateBook(const StudySet& set, const Study& study, const std::vector<catalog::WorkloadClass>& workloads);

    [[nodiscard]] estate::Estate of(const ResolvedAdministration& administration, int year) const;
    /// Applications: as stated, else by seats.
    [[nodiscard]] double applications(const ResolvedAdministration& administration) const;
    /// Part of its servers that the size law gives a body whatever its seats: base / (base + per_seat x
    /// seats).
    [[nodiscard]] double fixed_share(const ResolvedAdministration& administration) const;

private:
    [[nodiscard]] const estate::SizeLaw& law_of(const ResolvedAdministration& administration) const;

    const Study& study_;
    const std::vector<catalog::WorkloadClass>& workloads_;
    std::map<std::string, std::vector<estate::InventoryRow>> inventories_;  ///< by file name as written
    estate::SurveyBasis basis_;
    std::array<estate::SizeLaw, 3> laws_;  ///< by `estate::Body`
};

/// Rows of an inventory by the index of their class; every class must be known.
[[nodiscard]] std::vector<estate::InventoryRow> resolve_inventory(
    const std::vector<InventoryGroup>& rows, const std::vector<catalog::WorkloadClass>& workloads);

/// Share of an administration's servers that a provider runs: its own statement, else that of the estate or
/// of its kind of body, which an inventory replaces.
[[nodiscard]] Fraction provider_share(const Administration& administration, std::string_view kind,
                                      const Estate& estate);

/// Share of an administration's physical servers that were renewed as VMs by the start of `year`: s min(1, n
/// / life) with s = hosts.virtualise_on_refresh and n years since its servers were counted (an equal part of
/// them is renewed every year, each asked once).
[[nodiscard]] double renewed_as_vms(const Administration& administration, const Study& study, int year);

/// How servers become hosts, how full hosts get, and which series a purchase may choose from.
[[nodiscard]] compute::HostRules resolve_host_rules(const Study& study, const catalog::Catalog& catalog);
/// By what hosts on offer are compared.  A core's licence is `hosts.compared_licence`, else the catalog's
/// price of what the study chooses (`economics.hypervisor`, `economics.guest_licences`): a price that the
/// study states for it under `prices` decides what hosts cost, not which are bought, so that a sweep over
/// prices compares the same machines.
[[nodiscard]] compute::HostTerms resolve_host_terms(const Study& study, const catalog::Catalog& catalog);
[[nodiscard]] compute::PackRules resolve_pack_rules(const Hosts& hosts);
[[nodiscard]] std::vector<std::string> resolve_series(HostSeries series);

/// Years after which a host is replaced: the study's refresh, whose checks demand whole years.
[[nodiscard]] int refresh_years(const Hosts& hosts);

/// The same for stand-alone servers.
[[nodiscard]] int stand_alone_years(const Hosts& hosts);

}  // namespace verbund::study
