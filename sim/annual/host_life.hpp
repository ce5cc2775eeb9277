#pragma once

#include "scenarios/study/resolve.hpp"
#include "sim/deploy/pool.hpp"

namespace verbund::annual {

/// Years until the hosts of a pool are replaced: the study's refresh, of physical servers its
/// stand_alone_refresh.
[[nodiscard]] inline int life_of(const deploy::Pool& pool, const study::Hosts& rules) {
    return pool.kind == deploy::PoolKind::physical ? study::stand_alone_years(rules)
                                                   : study::refresh_years(rules);
}

}  // namespace verbund::annual
