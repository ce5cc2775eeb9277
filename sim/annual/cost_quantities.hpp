#pragma once

#include <span>
#include <utility>
#include <vector>

#include "sim/annual/line_costs.hpp"
#include "sim/annual/site_stock.hpp"
#include "sim/deploy/network_plan.hpp"

/// What is bought when and what is paid for how long, of a variant over its horizon, at whatever prices.
namespace verbund::annual {

/// A quantity of a thing that has a price; which thing is its number in `PricedThings`.
struct PricedQuantity {
    std::uint32_t thing = 0;
    double quantity = 0.0;
};

/// The same at a center, or in all own rooms of administrations together.
struct ToldQuantity {
    std::uint32_t thing = 0;
    std::size_t site = 0;  ///< center; the number of centers: own rooms
    double quantity = 0.0;
    double life_years = 0.0;  ///< of purchases: the largest
};

/// Machines and licences of a site that are paid for a while beside those that took over.
struct DoubleRunning {
    std::size_t site = 0;
    double servers = 0.0;  ///< that left
    double part = 0.0;     ///< of those that stood there, by the part of its year that the phase before had
};

/// Of a phase.
struct PhaseQuantities {
    Phase phase;
    std::vector<std::size_t> paid_until;  ///< [site] end of its part of `paid`
    std::vector<PricedQuantity> paid;     ///< depreciation and running costs, site by site
    economics::Books books;               ///< of all sites, an entry a thing
    std::vector<ToldQuantity> purchases;
    std::vector<ToldQuantity> running;
    std::vector<DoubleRunning> double_running;
};

/// Goes through the phases of a variant in the order of time.
///
/// What must stand is bought, renewed, given up and written down (`economics::Holdings`), what is paid by the
/// year is paid by days, and a change is paid once: moving servers from site to site, clearing a room.  What
/// stood when the horizon began has the ages of `open_holdings`.
class QuantityTaker {
public:
    QuantityTaker(const QuantityContext& context, const deploy::NetworkPlan& network);

    /// `before`: the phase that was taken last; null for the first.
    [[nodiscard]] PhaseQuantities take(const deploy::Deployment& phase, const deploy::Deployment* before);

private:
    /// Where each thing stands in a list that is begun anew again and again.
    class Places {
    public:
        void begin() { ++turn_; }
        /// Its entry in `list`, added if need be.
        template <class Entry>
        [[nodiscard]] Entry& in(std::vector<Entry>& list, std::uint32_t thing, const Entry& added) {
            if (thing >= of_.size()) of_.resize(std::size_t{thing} + 1);
            auto& [turn, place] = of_[thing];
            if (turn != turn_) {
                turn = turn_;
                place = list.size();
                list.push_back(added);
            }
            return list[place];
        }

    private:
        std::vector<std::pair<std::size_t, std::size_t>> of_;  ///< turn, place
        std::size_t turn_ = 0;
    };

    void take_site(const deploy::Deployment& phase, std::size_t s, bool opens, const LineCosts& lines,
                   double positions, PhaseQuantities& out);
    void pass(std::size_t s, const std::vector<economics::Stock>& stock, PhaseQuantities& out);
    void pay(std::size_t s, const RunningCost& cost, PhaseQuantities& out);
    void pay_exit(std::size_t s, const std::vector<economics::Stock>& stock, PhaseQuantities& out);
    void add_paid_procedures(const deploy::Deployment& phase, LineCosts& lines) const;
    void add_outside_fees(const deploy::Deployment& phase, LineCosts& lines) const;
    void add_moves(const deploy::Deployment& before, const deploy::Deployment& phase, LineCosts& lines) const;
    [[nodiscard]] double part_outside_centers(const deploy::AdministrationDeployment& administration,
                                              int workload) const;
    [[nodiscard]] std::uint32_t number_of(std::size_t site, economics::CostKind kind, int year) const;

    QuantityContext context_;
    const deploy::NetworkPlan& network_;
    std::size_t centers_;
    std::vector<economics::Holdings> holdings_;  ///< [site]
    std::vector<double> racks_;                  ///< [site], that stood in the phase before
    Places in_books_;
    Places in_purchases_;  ///< of the site, or of all own rooms
    Places in_running_;
};

/// Of all phases.
struct CostQuantities {
    economics::BuyingRules rules;
    double fibre_term_years = 0.0;
    std::vector<std::pair<std::uint32_t, bool>> routes;  ///< lines between places; whether laid
    PricedThings things;
    std::vector<PhaseQuantities> phases;

    /// Whether another price book buys the same, so that only prices differ.
    [[nodiscard]] bool hold_at(const economics::PriceBook& prices) const;
};

/// `phases` in the order of time; those after `last_year` are left out.
[[nodiscard]] CostQuantities cost_quantities(const CostContext& context, const deploy::NetworkPlan& network,
                                             std::span<const deploy::Deployment> phases, int last_year);

}  // namespace verbund::annual
