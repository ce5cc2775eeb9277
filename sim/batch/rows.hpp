#pragma once

#include "results/outcome/outcome.hpp"
#include "sim/annual/annual.hpp"

/// Row tables of a run: building steps of centers and lines, units of plant, shared centers, refusals,
/// missing standby, bottlenecks.
namespace verbund::batch {

[[nodiscard]] std::vector<outcome::BuildStep> build_rows(const deploy::VariantDeployment& variant,
                                                         std::size_t variant_index);

/// Units of UPS, cooling and generators of each center, in the first year and in each in which they change.
[[nodiscard]] std::vector<outcome::PlantUnits> plant_rows(const deploy::VariantDeployment& variant,
                                                          std::size_t variant_index);

/// Centers with clients outside the study in a year, as a whole.
[[nodiscard]] std::vector<outcome::SharedCenter> shared_rows(const deploy::VariantDeployment& variant,
                                                             const annual::YearOutcome& outcome, int year,
                                                             std::size_t variant_index);

/// Lines that are built on after the start.
[[nodiscard]] std::vector<outcome::LineBuild> line_build_rows(const deploy::VariantDeployment& variant,
                                                              const deploy::NetworkPlan& network,
                                                              std::size_t variant_index);

/// Refusals by site, administration and class.
/// What stands on desks in a year, by kind.
[[nodiscard]] std::vector<outcome::EndpointYear> endpoint_rows(const deploy::WorldYear& at,
                                                               std::size_t variant_index);

/// Devices of a year by center, and of all home rooms together, in the order of the catalog's table.
[[nodiscard]] std::vector<outcome::SiteGear> gear_rows(const std::vector<catalog::GearDevice>& table,
                                                       const deploy::VariantDeployment& variant,
                                                       const deploy::Deployment& year,
                                                       std::size_t variant_index);

/// Virtualisation hosts of a year by center, and of all home rooms together, by kind and by what bounds their
/// number.
[[nodiscard]] std::vector<outcome::SiteHosts> host_rows(const deploy::VariantDeployment& variant,
                                                        const deploy::Deployment& year,
                                                        std::size_t variant_index);

/// Servers of every procedure of a year by center, and of all home rooms together; none without a list.
[[nodiscard]] std::vector<outcome::SiteProcedure> procedure_rows(
    const study::Study& study, const std::vector<catalog::ProcedureKind>& kinds,
    const deploy::VariantDeployment& variant, const deploy::Deployment& year, std::size_t variant_index);

[[nodiscard]] std::vector<outcome::Refusal> refusal_rows(const deploy::VariantDeployment& variant,
                                                         const deploy::Deployment& year,
                                                         std::size_t variant_index);

/// Protected servers whose backup site has no room for them, by site, primary and criticality.
[[nodiscard]] std::vector<outcome::MissingStandby> missing_standby_rows(
    const deploy::VariantDeployment& variant, const deploy::Deployment& year, std::size_t variant_index);

/// First year in which each site, and each access and link of a stated capacity, needs more than it has.
/// `years`: those of the variant's phases, in order.
[[nodiscard]] std::vector<outcome::Bottleneck> bottleneck_rows(const deploy::VariantDeployment& variant,
                                                               const deploy::NetworkPlan& network,
                                                               const std::vector<annual::YearOutcome>& years,
                                                               double sizing_factor,
                                                               std::size_t variant_index);

/// Phases of a year.
[[nodiscard]] std::vector<outcome::VariantPhase> phase_rows(const annual::YearOutcome& year,
                                                            std::size_t variant_index);

}  // namespace verbund::batch
