#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "sim/annual/bills.hpp"
#include "sim/annual/cost_plan.hpp"
#include "sim/annual/embodied.hpp"
#include "sim/annual/site_row.hpp"
#include "sim/annual/site_year.hpp"
#include "sim/deploy/world_year.hpp"

/// Annual engine: every hour of a year of a deployed variant.
namespace verbund::annual {

struct PlayedYear;

/// A year to play, and what all years of a run share.
struct YearTask {
    deploy::WorldYear at;  ///< as the year ends
    /// All phases of the year (`deploy::World::phases`); empty = that one deployment, in its own phase.
    std::span<const deploy::Deployment> phases{};
    const Weather& weather;  ///< covers the `weather_keys` of the study
    const CostPlan& costs;   ///< of the variant
    const EmbodiedBook& embodied;
    bool keep_hours = false;  ///< milestone year: keep hourly sums and duration curves
};

/// A center as a whole, clients outside the study included.
struct WholeCenter {
    double clients_share = 1.0;  ///< of the study's clients in its IT energy
    double it_mwh = 0.0;
    double grid_mwh = 0.0;
    double energy_eur = 0.0;
};

/// Outcome of one variant and year.  Energy, CO2 and cost are the study's clients' part.
struct YearOutcome {
    outcome::VariantYear summary;
    std::vector<outcome::SiteYear> sites;  ///< centers, then home rooms
    std::vector<Tightness> tightness;      ///< per site
    std::vector<WholeCenter> whole;        ///< per center
    std::vector<outcome::AdministrationYear> administrations;
    std::vector<CenterBill> bills;  ///< per center
    std::vector<outcome::LinkYear> links;
    std::vector<outcome::VariantPhase> phases;  ///< in the order of time; variant 0
    std::vector<float> it_kw;                   ///< per hour, all sites; only if `keep_hours`
    std::vector<float> grid_kw;
    std::vector<float> duration_grid_kw;  ///< [center][duration_points]; only if `keep_hours`
    double host_hours = 0.0;              ///< simulated, for the benchmark
};

/// Every hour of a year, phase by phase: of each site the load of its pools, IT power, the chain and the
/// cooling of its rooms and what they draw from the grid; then emissions, cost, round trips and the load of
/// links.  The equations stand in the card (README.md).
///
/// Energies, emissions and costs are sums over the phases (what costs by the year, by days), peaks are
/// maxima, means are over the hours of the year, counts are those of its last day; needs come with the limit
/// of the phase in which they are closest to it.
///
/// Energy in MWh, power in kW, rates in Gbit/s, money in EUR of that year, over the 8,760 or 8,784 hours of
/// the local calendar, in each of which load is constant.  Neglects queues, failures and the load of standby
/// hosts after a failover.  Depends on nothing but the task; safe from any number of threads.  Throws
/// `std::out_of_range` for a cooling table that `weather_keys` did not ask for.
[[nodiscard]] YearOutcome simulate_year(const YearTask& task);

/// Emissions and costs of a year that `play_year` has played of the same deployment, at the prices, emissions
/// and rules of `task`: of the outcome `summary`, `phases`, `whole` and the `sites` that are centers, to the
/// last bit as `simulate_year` finds them.
[[nodiscard]] YearOutcome account_year(const YearTask& task, const PlayedYear& played);

/// Share of a site's electricity bought as renewable: stated for the center, else the study's for that year.
[[nodiscard]] double renewable_share(const study::Economics& economics, const study::Center* center,
                                     int year);

/// Cooling tables that simulating this study may ask for.
[[nodiscard]] std::vector<CoolingKey> weather_keys(const study::Study& study, const catalog::Catalog& catalog,
                                                   int first_year, int last_year);

}  // namespace verbund::annual
