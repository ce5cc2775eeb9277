#pragma once

#include "results/outcome/outcome.hpp"
#include "sim/annual/site_row.hpp"

/// From a site's phases to its year.
namespace verbund::annual {

/// A site in a phase: needs, limits and energies as those of its hours.
struct SitePhase {
    outcome::SiteYear row;
    Tightness tightness;
    double clients_share = 1.0;  ///< of the study's clients in its IT energy
    double it_mwh = 0.0;         ///< of the whole, as the next ones
    double grid_mwh = 0.0;
    double it_peak_kw = 0.0;
    double grid_peak_kw = 0.0;
    double capacity_ops = 0.0;     ///< performance of its cluster hosts and physical servers
    double price_factor = 1.0;     ///< of its hours, by what it draws from the grid
    double emission_factor = 1.0;  ///< as the one before
};

/// Adds up the phases of a site into the row of its year.
///
/// Energies, water and hosts bought are sums, means are over the hours of the year (a
/// center of half a year has half the mean power), needs come with the limit of the phase in which they are
/// closest to it, PUE, WUE, ERF and use are those of the sums.  What is left of a year with one phase is that
/// phase, to the last bit.
class SiteSum {
public:
    /// `part`: share of the phase in its year.  `row`: the year so far; it lacks counts, which are those of
    /// its last day, emissions and costs.
    void add(const SitePhase& phase, double part, outcome::SiteYear& row);

    [[nodiscard]] const Tightness& tightness() const { return tightness_; }
    [[nodiscard]] bool in_operation() const { return phases_ > 0; }
    [[nodiscard]] double it_mwh() const { return it_mwh_; }      ///< of the whole
    [[nodiscard]] double grid_mwh() const { return grid_mwh_; }  ///< of the whole
    /// Mean of the phases' by what they draw from the grid.
    [[nodiscard]] double price_factor() const { return grid_mwh_ > 0.0 ? priced_mwh_ / grid_mwh_ : 1.0; }
    /// Peak from the grid by the part of the year in operation.
    [[nodiscard]] double billed_peak_kw() const { return grid_peak_kw_ * parts_; }
    /// Of the study's clients in the IT energy, and in the energy from the grid; the same in each phase.
    [[nodiscard]] double clients_share() const { return clients_share_; }
    [[nodiscard]] double clients_share_of_grid() const { return clients_share_of_grid_; }
    [[nodiscard]] double used_ops() const { return used_ops_; }  ///< mean over the year
    [[nodiscard]] double capacity_ops() const { return capacity_ops_; }

private:
    void add_needs(const SitePhase& phase, outcome::SiteYear& row);
    void add_peaks(const SitePhase& phase, outcome::SiteYear& row);
    void add_ratios(const SitePhase& phase, double part, outcome::SiteYear& row);

    Tightness tightness_;
    int phases_ = 0;
    double clients_share_ = 1.0;
    double clients_share_of_grid_ = 1.0;
    double it_mwh_ = 0.0;
    double grid_mwh_ = 0.0;
    double priced_mwh_ = 0.0;
    double water_m3_ = 0.0;
    double reused_mwh_ = 0.0;
    double it_peak_kw_ = 0.0;
    double grid_peak_kw_ = 0.0;
    double parts_ = 0.0;  ///< of the year in operation
    double ups_load_share_ = 0.0;
    double used_ops_ = 0.0;
    double capacity_ops_ = 0.0;
};

void add_energy(outcome::EnergyParts& sum, const outcome::EnergyParts& more);
/// Adds a cost, its total apart.
void add_cost(outcome::Cost& sum, const outcome::Cost& more);
[[nodiscard]] double total_of(const outcome::Cost& cost);

}  // namespace verbund::annual
