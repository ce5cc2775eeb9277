#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "sim/batch/sites/site_reach.hpp"
#include "sim/batch/sites/site_rows.hpp"

/// The criteria by which a choice of backup sites is judged, one function each: they add rows with verdict,
/// value and limit, and fill in the option's figures that these rest on.
namespace verbund::batch {

/// A pair of sites with what the network and the map say of it.
struct JudgedPair {
    SitePairYear pair;
    double km = 0.0;
    double round_trip_ms = 0.0;
    bool replicates_synchronously = false;
};

/// A simulated choice with what several criteria look at.
struct ChoiceFacts {
    const SimulatedChoice& choice;
    const std::vector<deploy::Site>& sites;
    const deploy::Deployment& year;
    std::vector<JudgedPair> pairs;
    double over_limit = 0.0;  ///< see `over_limit_after_failover`

    [[nodiscard]] const std::string& name(std::size_t site) const { return sites[site].name; }
    /// Index into the run's years.
    [[nodiscard]] std::size_t year_index() const;
};

/// Adds a row without value.
outcome::SiteCriterion& add_criterion(const ChoiceFacts& facts, ChoiceRows& rows, std::string criterion,
                                      std::string site, std::string verdict);

/// Where the sites stand: site_criteria_place.cpp.
void judge_distance(const ChoiceFacts& facts, ChoiceRows& rows);
void judge_spacing(const ChoiceFacts& facts, ChoiceRows& rows);
void judge_hazard(const ChoiceFacts& facts, ChoiceRows& rows);
void judge_grid_region(const ChoiceFacts& facts, ChoiceRows& rows);

/// How they are reached: site_criteria_network.cpp.
void judge_routes(const ChoiceFacts& facts, ChoiceRows& rows);
void judge_round_trip(const ChoiceFacts& facts, ChoiceRows& rows);
void judge_latency(const ChoiceFacts& facts, ChoiceRows& rows);

/// What they carry: site_criteria_load.cpp.
void judge_capacity(const ChoiceFacts& facts, ChoiceRows& rows);
void judge_availability(const ChoiceFacts& facts, ChoiceRows& rows);
void judge_rules(const ChoiceFacts& facts, ChoiceRows& rows);

}  // namespace verbund::batch
