#include "sim/availability/parts.hpp"

#include <fmt/format.h>

namespace verbund::availability {

NodeId add_part(System& system, const std::string& name, const Failures& failures, double share) {
    return system.add_component({.name = name,
                                 .failures_per_year = share * failures.per_year,
                                 .repair = failures.repair,
                                 .cause = id_of(failures.cause),
                                 .sampled_per_year = share * failures.sampled_per_year});
}

NodeId add_parts(System& system, const std::string& name, const Failures& failures, int count, int needed,
                 double beta) {
    const bool spare = count > needed;
    std::vector<NodeId> parts;
    for (int i = 0; i < count; ++i)
        parts.push_back(add_part(system, fmt::format("{}/{}", name, i), failures, spare ? 1.0 - beta : 1.0));
    const NodeId all = system.at_least(static_cast<std::size_t>(needed), parts);
    if (!spare || beta <= 0.0) return all;
    return system.series({all, add_part(system, name + "/all", failures, beta)});
}

}  // namespace verbund::availability
