#pragma once

#include <vector>

#include "results/outcome/tables/endpoints.hpp"
#include "sim/deploy/world_year.hpp"

/// Energy and cost of what stands on the desks, where the study asks for it.
namespace verbund::annual {

/// A row for each kind that the study counts, in the order of its ids: seats of all administrations x devices
/// per seat, to the nearest whole one.  Each administration pays for its own electricity; its bill is divided
/// by energy.  `variant` is left to the caller.
[[nodiscard]] std::vector<outcome::EndpointYear> endpoint_rows(const deploy::WorldYear& at);

}  // namespace verbund::annual
