#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "models/catalog/catalog.hpp"

/// How much warmer or colder than its month each day is.
namespace verbund::facility {

/// Standardised anomalies of the daily means: per month the days of that year, mean 0 and standard
/// deviation 1.
///
/// AR(1) z_d = phi z_(d-1) + sqrt(1 - phi^2) e_d, then centred and scaled within the month.  phi is the
/// normals' lag-1 correlation freed from the bias of a short sample, E[r] = phi - (1 + 4 phi) / n, n days
/// (Kendall 1954, Biometrika 41, 403; Marriott and Pope 1954, ibid. 390), at most 0.97. The innovations e
/// depend on seed, region and calendar day only; 29 February has its own and drops out of common years.
[[nodiscard]] std::array<std::vector<double>, 12> daily_anomalies(
    const std::array<catalog::ClimateNormal, 12>& normals, int region, int year, std::uint64_t seed);

}  // namespace verbund::facility
