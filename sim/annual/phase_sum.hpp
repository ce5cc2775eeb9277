#pragma once

#include <cstddef>
#include <vector>

#include "sim/annual/played_year.hpp"
#include "sim/deploy/deployment.hpp"

/// What all sites come to in a phase.
namespace verbund::annual {

/// Adds up the sites of a phase that are in operation.
class PhaseSum {
public:
    /// Sites before `first_home` are centers.
    PhaseSum(const deploy::Deployment& phase, std::size_t first_home);

    void add(std::size_t site, const SitePhase& played);

    /// `year`: rows of all sites; `it_kw`: hours of the year, all sites.
    [[nodiscard]] PlayedPhase finish(const std::vector<outcome::SiteYear>& year,
                                     const std::vector<double>& it_kw);

private:
    Phase phase_;
    PlayedPhase out_;
};

}  // namespace verbund::annual
