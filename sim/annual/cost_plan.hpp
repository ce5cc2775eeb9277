#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "results/outcome/tables/parts.hpp"
#include "sim/annual/cost_quantities.hpp"

/// What is bought when and what it costs by the year, of a variant over its horizon.
namespace verbund::annual {

/// Of one kind and thing at a center, or in all own rooms of administrations together, in a year; with tax.
struct CostSum {
    double quantity = 0.0;
    double eur = 0.0;
    double life_years = 0.0;  ///< of purchases: the largest
};

struct CostKey {
    int year = 0;
    std::size_t site = 0;  ///< center; the number of centers: own rooms
    economics::CostKind kind = economics::CostKind::building;
    std::string item{};
    friend auto operator<=>(const CostKey&, const CostKey&) = default;
};

/// Books of all sites of a year; with tax.
struct BudgetYear {
    double opening_eur = 0.0;
    double purchases_eur = 0.0;
    double depreciation_eur = 0.0;
    double written_off_eur = 0.0;
    double closing_eur = 0.0;
    double running_eur = 0.0;  ///< without electricity and water
};

/// All of a variant's money but for what its hours decide (electricity, water).
///
/// What is bought when and paid for how long (`QuantityTaker`) times what it costs (`unit_price`): prices
/// without tax, their real rise since the first year, and the value added tax of the study on everything that
/// is bought.  Machines and licences that were moved away from are paid for a while beside the new ones.
/// Reads nothing but its input; afterwards safe from any number of threads.
class CostPlan {
public:
    CostPlan() = default;
    /// `phases` in the order of time; those after `last_year` are left out.  Of each, quantities are gone as
    /// soon as they have been priced.
    CostPlan(const CostContext& context, const deploy::NetworkPlan& network,
             std::span<const deploy::Deployment> phases, int last_year);
    /// The same, to the last bit, from quantities that hold at these prices (`CostQuantities::hold_at`).
    CostPlan(const CostContext& context, const CostQuantities& quantities);

    /// Depreciation and running costs of a site in one of the phases, without electricity and water.
    [[nodiscard]] const outcome::Cost& of(const Phase& phase, std::size_t site) const;
    /// The same of all sites.  Throws `std::out_of_range` for a phase of another plan.
    [[nodiscard]] const std::vector<outcome::Cost>& of(const Phase& phase) const { return costs_.at(phase); }

    [[nodiscard]] const std::map<CostKey, CostSum>& purchases() const { return purchases_; }
    [[nodiscard]] const std::map<CostKey, CostSum>& running() const { return running_; }
    [[nodiscard]] const std::map<int, BudgetYear>& budget() const { return budget_; }
    /// What the years' hours decide is taxed as everything bought.
    [[nodiscard]] double with_tax(double net_eur) const;
    [[nodiscard]] double water_eur_per_m3() const { return water_eur_per_m3_; }  ///< with tax
    /// What metered power costs without tax.
    [[nodiscard]] const economics::DemandPrice& demand(bool medium_voltage) const {
        return medium_voltage ? demand_medium_ : demand_low_;
    }
    /// Positions at a center in a year, by days.
    [[nodiscard]] double positions(int year, std::size_t center) const;

private:
    class Pricer;

    explicit CostPlan(const CostContext& context);

    std::map<Phase, std::vector<outcome::Cost>> costs_;  ///< [site]
    std::map<CostKey, CostSum> purchases_;
    std::map<CostKey, CostSum> running_;
    std::map<int, BudgetYear> budget_;
    double value_added_tax_ = 0.0;
    double water_eur_per_m3_ = 0.0;
    economics::DemandPrice demand_medium_;
    economics::DemandPrice demand_low_;
};

/// The member of a year's cost that a kind adds to.
[[nodiscard]] double& part_of(outcome::Cost& cost, economics::CostPart part);

}  // namespace verbund::annual
