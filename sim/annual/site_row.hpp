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

}  // namespace verbund::annual
