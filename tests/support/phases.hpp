#pragma once

#include <algorithm>
#include <cstddef>

#include "sim/deploy/deployment.hpp"

namespace verbund::test {

/// Place of the phase with which a year ends.
inline std::size_t last_phase(const deploy::VariantDeployment& variant, int year) {
    const auto end = std::find_if(variant.phases.begin(), variant.phases.end(),
                                  [year](const deploy::Deployment& phase) { return phase.year > year; });
    return static_cast<std::size_t>(end - variant.phases.begin()) - 1;
}

/// The deployment with which a year ends.
inline const deploy::Deployment& end_of(const deploy::VariantDeployment& variant, int year) {
    return variant.phases.at(last_phase(variant, year));
}

}  // namespace verbund::test
