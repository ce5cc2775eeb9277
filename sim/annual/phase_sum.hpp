#pragma once

#include <cstddef>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "sim/annual/site_sum.hpp"
#include "sim/deploy/deployment.hpp"

/// What all sites come to in a phase.
namespace verbund::annual {

/// Adds up the sites of a phase.
class PhaseSum {
public:
    /// Sites before `first_home` are centers.
    PhaseSum(const deploy::Deployment& phase, std::size_t first_home);

    void add(std::size_t site, const SitePhase& played);
    /// What the phase costs besides its sites.
    void add_cost(double eur) { cost_eur_ += eur; }

    /// Its part of the year's electricity bills goes by energy.  `it_kw`: hours of the year, all sites.
    [[nodiscard]] outcome::VariantPhase finish(const std::vector<outcome::SiteYear>& year,
                                               const std::vector<double>& it_kw) const;

private:
    Phase phase_;
    outcome::VariantPhase row_;
    std::vector<double> grid_mwh_;  ///< [site], of the study's clients
    double cost_eur_ = 0.0;         ///< of all but electricity
};

}  // namespace verbund::annual
