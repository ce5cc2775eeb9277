#pragma once

#include <map>
#include <string>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "sim/batch/sites/site_order.hpp"

namespace verbund::batch {

/// A shared center that needs a backup site, and what its loss asks of one that has no limits.
struct PrimarySite {
    study::Id id;
    std::string name;
    Place at;
    FederalState state;
    study::Backup rule;             ///< for its new backup site; the center is filled in per choice
    bool replication_open = false;  ///< synchronous where the round trip allows it
    double workplaces = 0.0;
    BySiteResource<double> need{};  ///< of its backup site, IT power at its peak
    double cost_eur = 0.0;          ///< per year, without the line
    double copies_gbit_s = 0.0;     ///< that the line is planned for
};

/// A place from which people work, and where.
struct ServedPlace {
    std::size_t primary = 0;  ///< index into the primaries: the site with most of its protected servers
    Place at;
    double workplaces = 0.0;
};

/// The study's variant without backup sites for its shared centers, and what these need.
struct SiteQuestion {
    const study::StudySet* set = nullptr;
    std::size_t variant = 0;  ///< index into the set
    study::Study study;       ///< the variant; its primaries have no backup rule
    int year = 0;
    Date commissioned;  ///< of a new site
    std::vector<PrimarySite> primaries;
    std::vector<ServedPlace> places;
};

/// Finds the primaries, and plays the year once with a site of its own for each of them, without limits and
/// at its own place, to learn what a backup site must hold.  Throws `InvalidInput` where there is no such
/// variant or year, or no shared center that runs anything.
[[nodiscard]] SiteQuestion ask_for_sites(const study::StudySet& set, const SiteOrder& order, int jobs);

}  // namespace verbund::batch
