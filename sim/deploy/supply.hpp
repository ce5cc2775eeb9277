#pragma once

#include "models/continuity/supply.hpp"
#include "sim/deploy/deployment.hpp"

/// What stands behind a site's utility.
namespace verbund::deploy {

/// Availability class of a center: as stated, else what its supply paths reach.
[[nodiscard]] int availability_class(const study::Center& center);

/// What feeds a site when its utility fails: as stated of the center or of home rooms, else by its role and
/// availability class.
[[nodiscard]] continuity::SiteSupply supply_of(const study::Study& study, const Site& site);

[[nodiscard]] continuity::SiteSupply supply_of(const study::Study& study, const study::Center& center);

/// Whether a generator will feed it: its own, or a mobile one.
[[nodiscard]] bool has_generator(const study::Study& study, const Site& site);

/// How reliable generators are: `events.recovery.genset_failure`, else the catalog's figure by how they are
/// maintained (`demand.genset.*`), and `mttf.genset.*`.  Throws `InvalidInput` for a figure of the study's
/// own table that is missing or no probability or time.
[[nodiscard]] continuity::Generator generator_of(const study::Study& study, const catalog::Catalog& catalog);

}  // namespace verbund::deploy
