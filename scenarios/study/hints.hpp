#pragma once

#include <vector>

#include "scenarios/study/study.hpp"

/// What a study states and is probably not meant so, without being wrong.
namespace verbund::study {

/// All hints, ordered by place.  The study has no mistakes.
[[nodiscard]] std::vector<Diagnostic> list_hints(const StudySet& set);

/// Nodes, links and ducts in variants of a study none of which uses the network it gives; variants that
/// switch between both are meant so.
void find_unused_network(const StudySet& set, Diagnostics& hints);
/// A second access in a study all of whose networks are drawn: there the drawn links are the access.
void find_unused_second_access(const StudySet& set, Diagnostics& hints);

/// What an inventory is taken for where the study does not say: the year it was taken in, nothing of it run
/// by a provider; and that years before it are computed back.
void find_assumed_inventory(const StudySet& set, Diagnostics& hints);

/// Servers that outgrow every host on offer after the first year; those of the first year are mistakes.
void find_outgrown_hosts(const StudySet& set, Diagnostics& hints);

/// Providers' and shared centers for which no load of others is stated: their PUE and the scope of the law
/// are those of a center that nobody else uses.  One hint, at the first of them.
void find_centers_without_other_load(const StudySet& set, Diagnostics& hints);

/// Weather that its file says to be from far away.
void find_distant_weather(const StudySet& set, Diagnostics& hints);

/// Administrations and centers that hang on the nearest node of a network's file, for want of a link.
void find_hung_ends(const StudySet& set, Diagnostics& hints);

/// Drills that take a center or room off for a week or longer: whoever means a fire gets its data back for
/// nothing.
void find_long_outages(const StudySet& set, Diagnostics& hints);

/// Standby hosts shared by centers within 5 km of each other.
void find_shared_reserve_of_neighbours(const StudySet& set, Diagnostics& hints);

/// Centers with clients outside the study whose line the run sizes without knowing their traffic.  One hint,
/// at the first of them.
void find_uplinks_without_other_traffic(const StudySet& set, Diagnostics& hints);

/// Municipalities of a synthetic network whose nearest node is over 60 km away.
void find_distant_hubs(const StudySet& set, Diagnostics& hints);

/// Prices of licences by which hosts are not chosen.
void find_unheeded_licence_prices(const StudySet& set, Diagnostics& hints);

}  // namespace verbund::study
