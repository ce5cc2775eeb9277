#pragma once

#include <vector>

#include "models/economics/hour_factors.hpp"
#include "results/outcome/outcome.hpp"
#include "sim/annual/weather.hpp"
#include "sim/deploy/slot_load.hpp"

/// Every hour of a site in a phase along the chain from IT to grid.
namespace verbund::annual {

/// Sums over sites at every hour of a year.  Sites whose hours repeat are added by slot and unfolded once.
class HourlySum {
public:
    explicit HourlySum(int hours) : it_kw_(hours, 0.0), grid_kw_(hours, 0.0) {}

    /// Hours of a phase that begins `first_hour` hours after New Year.
    void add_hours(std::size_t first_hour, const std::vector<double>& it_kw,
                   const std::vector<double>& grid_kw);
    void add_slots(const workload::YearPatterns& patterns, const std::vector<double>& it_kw,
                   const std::vector<double>& grid_kw);
    /// Totals per hour; unfolds what was added by slot.
    void finish();
    [[nodiscard]] const std::vector<double>& it_kw() const noexcept { return it_kw_; }
    [[nodiscard]] const std::vector<double>& grid_kw() const noexcept { return grid_kw_; }

private:
    struct SlotSum {
        std::vector<double> it_kw;
        std::vector<double> grid_kw;
    };
    std::vector<double> it_kw_;
    std::vector<double> grid_kw_;
    std::map<const workload::YearPatterns*, SlotSum> slots_;
    std::vector<const workload::YearPatterns*> order_;
};

/// Power of a site in every hour of a phase.
struct SiteHours {
    std::vector<double> grid_kw;  ///< per hour; only filled when asked for
};

struct SiteYearInput {
    const deploy::Site* where = nullptr;
    const deploy::SiteDeployment* site = nullptr;
    const std::vector<compute::HostType>* types = nullptr;
    deploy::SlotGrid grid;
    const Weather* weather = nullptr;
    double imperfection = 1.3;
    double heat_reuse = 0.0;
    bool keep_hours = false;
    const economics::HourFactors* factors = nullptr;  ///< null: the same at all hours
    double movable_share = 0.0;                       ///< of the energy of a day, to its cheapest hours
};

/// A site's phase: `year` the part of the study's clients, beside the whole; means over the phase.
///
/// Clients outside the study share energy and water with those of the study by IT energy; peaks, PUE, WUE and
/// ERF are of the whole.
struct SiteYearOutcome {
    outcome::SiteYear year;
    double clients_share = 1.0;  ///< of the study's clients in the IT energy
    double it_mwh = 0.0;         ///< of the whole
    double grid_mwh = 0.0;
    double it_peak_kw = 0.0;
    double grid_peak_kw = 0.0;
    double price_factor = 1.0;     ///< mean of the hours' factors by what it draws from the grid
    double emission_factor = 1.0;  ///< as the one before
};

/// Energies, peaks with their hours of the year, PUE, WUE, ERF and utilisation of a site in operation over
/// the days of `grid.patterns`; exact for piecewise-constant load.  Fills everything in `SiteYear` that
/// follows from the hours; adds the part of the study's clients to `sum`, and gives the hours of the whole.
[[nodiscard]] SiteYearOutcome simulate_site_year(const SiteYearInput& input, HourlySum& sum,
                                                 SiteHours& hours);

}  // namespace verbund::annual
