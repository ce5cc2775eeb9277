#pragma once

#include "results/outcome/outcome.hpp"
#include "sim/annual/site_year.hpp"

/// What a site's row holds beside what follows from its hours.
namespace verbund::annual {

/// Where a site comes closest to its limits.
struct Tightness {
    Resource resource = Resource::none;
    double need = 0.0;
    double limit = outcome::not_applicable;
};

/// What a site has and holds at the end of a phase.
void write_counts(const deploy::SiteDeployment& site, outcome::SiteYear& row);

/// Needs, what was refused included, limits, and the resource that is closest to its limit.  Racks count as
/// such where their space asks for them, and as rack power where that does.
[[nodiscard]] Tightness write_needs_and_limits(const deploy::SiteDeployment& site, outcome::SiteYear& row);

/// CER, (IT + distribution + UPS) / cooling, as these become heat in the room; CUE, CO2 / IT.  Not applicable
/// where nothing is cooled or no IT runs.
[[nodiscard]] double cooling_efficiency_ratio(const outcome::EnergyParts& energy);
[[nodiscard]] double carbon_usage_effectiveness(double co2_t, const outcome::EnergyParts& energy);

/// Power and space that were built and lie idle: limit - need, at least 0; not applicable without a limit.
void write_stranded(outcome::SiteYear& row);

}  // namespace verbund::annual
