#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "scenarios/study/study.hpp"
#include "sim/deploy/deployment.hpp"

/// What has to be copied when administrations change place.
namespace verbund::events {

/// Data of one administration that a move takes from one site to another on one day.
struct MovedData {
    std::string move;
    Date day;
    std::size_t administration = 0;
    std::size_t from = 0;  ///< site
    std::size_t to = 0;
    double data_gb = 0.0;  ///< as stored in the phase before
    double daily_change_gb = 0.0;
};

/// Compares each phase's deployment with the one before: of every class, the share of its data that left a
/// site and the share that arrived at the target of a move whose wave falls on its first day.
///
/// Ordered by day, move, administration, site.  Several origins or targets are matched in site order.  Moves
/// of the horizon's first day are compared with the year before it, deployed for that purpose, or where the
/// study does not hold in it (a center that does not stand yet) with the first year deployed without any
/// move; they are left out where that cannot be either.  What changes place without a move (a center that
/// closes) is left out.
[[nodiscard]] std::vector<MovedData> moved_data(const study::StudySet& set, const study::Study& study,
                                                const deploy::VariantDeployment& variant);

}  // namespace verbund::events
