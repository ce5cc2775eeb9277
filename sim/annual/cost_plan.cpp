#include "sim/annual/cost_plan.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "models/economics/money_in_time.hpp"
#include "models/economics/tax.hpp"
#include "sim/annual/provider_tax.hpp"
#include "sim/annual/staff_positions.hpp"
#include "sim/deploy/sites.hpp"

namespace verbund::annual {

using economics::CostKind;
using economics::CostPart;
using economics::Stock;

double& part_of(outcome::Cost& cost, CostPart part) {
    switch (part) {
        case CostPart::energy:
            return cost.energy_eur;
        case CostPart::hardware:
            return cost.hardware_eur;
        case CostPart::licences:
            return cost.licences_eur;
        case CostPart::building:
            return cost.building_eur;
        case CostPart::staff:
            return cost.staff_eur;
        case CostPart::network:
            return cost.network_eur;
        case CostPart::change:
            break;
    }
    return cost.change_eur;
}

/// Fills a plan, phase by phase.
class CostPlan::Maker {
public:
    Maker(const CostContext& context, CostPlan& plan)
        : context_{context}, plan_{plan}, centers_{deploy::center_count(context.variant.sites)} {}

    void add(const deploy::NetworkPlan& network, const deploy::Deployment& phase,
             const deploy::Deployment* before) {
        if (before == nullptr) {
            holdings_.resize(phase.sites.size());
            racks_.resize(phase.sites.size(), 0.0);
            first_year_ = phase.year;
        }
        plan_.budget_[phase.year].closing_eur = 0.0;  // that of the year's last phase
        LineCosts lines = line_costs(context_, network, phase);
        add_paid_procedures(phase, lines);
        if (before != nullptr) add_moves(*before, phase, lines);
        const std::vector<double> positions = staff_positions(context_.prices.staff, context_.variant, phase);
        std::vector<outcome::Cost>& costs = plan_.costs_[static_cast<const Phase&>(phase)];
        costs.resize(phase.sites.size());
        for (std::size_t s = 0; s < phase.sites.size(); ++s)
            add_site(phase, s, before == nullptr, lines, positions[s], costs[s]);
        if (before != nullptr) add_double_running(*before, phase, costs);
    }

private:
    void add_site(const deploy::Deployment& phase, std::size_t s, bool opens, LineCosts& lines,
                  double positions, outcome::Cost& cost) {
        const deploy::Site& where = context_.variant.sites[s];
        const deploy::SiteDeployment& site = phase.sites[s];
        std::vector<Stock> stock = site_stock(context_, where, site, phase);
        std::vector<RunningCost> running = running_costs(context_, where, site, stock, positions);
        add_exit(s, stock, running);
        stock.insert(stock.end(), lines.laid[s].begin(), lines.laid[s].end());
        std::move(lines.running[s].begin(), lines.running[s].end(), std::back_inserter(running));
        for (Stock& one : stock) one.unit_price_eur *= charged(one.kind, where, phase.year);
        if (opens) open_holdings(context_, where, stock, phase, holdings_[s]);
        pass(phase, s, stock, cost);
        for (const RunningCost& one : running) pay(phase, s, one, cost);
    }

    /// From a price of the first year without tax to what is paid in a year.  A provider whose services are
    /// taxed deducts the tax it pays and charges it on its staff as well (`economics::charged`).
    [[nodiscard]] double charged(CostKind kind, const deploy::Site& where, int year) const {
        return economics::charged(economics::price_factor(rise_of(kind), year - first_year_),
                                  economics::cost_kinds[kind].tax, context_.prices.value_added_tax,
                                  charges_tax(context_.study.economics, where.center, year));
    }

    [[nodiscard]] double rise_of(CostKind kind) const {
        const study::PriceRise& rise = context_.study.economics.price_rise;
        switch (economics::cost_kinds[kind].part) {
            case CostPart::hardware:
                return rise.hardware.in(per_year);
            case CostPart::licences:
                return rise.licences.in(per_year);
            case CostPart::building:
                return rise.building.in(per_year);
            case CostPart::network:
                return rise.wan.in(per_year);
            case CostPart::staff:
            case CostPart::change:
                return rise.staff.in(per_year);
            case CostPart::energy:
                break;  // its path says what it costs in which year
        }
        return 0.0;
    }

    void pass(const deploy::Deployment& phase, std::size_t s, const std::vector<Stock>& stock,
              outcome::Cost& cost) {
        const economics::Books books = holdings_[s].pass(stock, share_of_year(phase));
        for (const CostPart part : ByPart::keys()) part_of(cost, part) += books.depreciation[part];
        for (const economics::Purchase& bought : books.purchases) {
            CostSum& sum = plan_.purchases_[key_of(phase.year, s, bought.kind, name_of(bought))];
            sum.quantity += bought.quantity;
            sum.eur += bought.eur();
            sum.life_years = std::max(sum.life_years, bought.life_years);
        }
        BudgetYear& budget = plan_.budget_[phase.year];
        if (phase.first_day == 0) budget.opening_eur += books.opening_eur;
        budget.purchases_eur += books.purchases_eur();
        budget.depreciation_eur += books.depreciation_eur();
        budget.written_off_eur += books.written_off_eur;
        budget.closing_eur += books.closing_eur;
    }

    void pay(const deploy::Deployment& phase, std::size_t s, const RunningCost& one, outcome::Cost& cost) {
        const double years = economics::paid_once(one.kind) ? 1.0 : share_of_year(phase);
        const double eur = one.quantity * one.unit_price_eur * years *
                           charged(one.kind, context_.variant.sites[s], phase.year);
        enter(key_of(phase.year, s, one.kind, one.item), one.quantity * years, eur, cost);
    }

    /// Of an amount with tax.
    void enter(const CostKey& key, double quantity, double eur, outcome::Cost& cost) {
        part_of(cost, economics::cost_kinds[key.kind].part) += eur;
        CostSum& sum = plan_.running_[key];
        sum.quantity += quantity;
        sum.eur += eur;
        plan_.budget_[key.year].running_eur += eur;
    }

    /// The room was cleared since the phase before.
    void add_exit(std::size_t s, const std::vector<Stock>& stock, std::vector<RunningCost>& running) {
        double racks = 0.0;
        for (const Stock& one : stock)
            if (one.kind == CostKind::racks) racks += one.quantity;
        const double before = std::exchange(racks_[s], racks);
        if (before > 0.0 && racks == 0.0)
            running.push_back({CostKind::exit, {}, before, context_.prices.exit_eur_per_rack});
    }

    /// Licences of all that an administration runs, fees of what no center of the study runs.
    void add_paid_procedures(const deploy::Deployment& phase, LineCosts& lines) const {
        for (std::size_t a = 0; a < context_.variant.paid_procedures.size(); ++a) {
            const deploy::AdministrationDeployment& administration = phase.administrations[a];
            for (const study::ProcedureUse& use : context_.variant.paid_procedures[a]) {
                const std::string& name = context_.variant.procedures[use.procedure].name;
                const double outside = part_outside_centers(administration, use.workload);
                std::vector<RunningCost>& paid = lines.running[administration.home];
                if (use.licence_eur > 0.0) paid.push_back({CostKind::software, name, 1.0, use.licence_eur});
                if (use.fee_eur > 0.0 && outside > 0.0)
                    paid.push_back({CostKind::provider_fees, name, outside, use.fee_eur});
            }
        }
    }

    /// Of an administration's servers of a class; an administration without any counts as outside.
    [[nodiscard]] double part_outside_centers(const deploy::AdministrationDeployment& administration,
                                              int workload) const {
        double all = 0.0;
        double outside = 0.0;
        for (const deploy::Part& part : administration.parts) {
            if (static_cast<int>(part.workload) != workload) continue;
            all += part.servers;
            if (part.site >= centers_) outside += part.servers;
        }
        return all > 0.0 ? outside / all : 1.0;
    }

    /// Machines, data and licences that servers have left are paid for a while beside the new ones: their
    /// part of what they cost in the phase before.  Those of the first phase of a plan are of nobody.
    void add_double_running(const deploy::Deployment& before, const deploy::Deployment& phase,
                            std::vector<outcome::Cost>& costs) {
        const double years = context_.study.economics.double_running.in(julian_years);
        if (years <= 0.0) return;
        const std::vector<outcome::Cost>& paid = plan_.costs_.at(static_cast<const Phase&>(before));
        for (std::size_t a = 0; a < phase.administrations.size(); ++a) {
            const std::size_t home = phase.administrations[a].home;
            const int left = servers_left(before, phase, a);
            const int stood = before.sites[home].servers_placed;
            if (left <= 0 || stood <= 0) continue;
            const double per_year =
                (paid[home].hardware_eur + paid[home].licences_eur) / share_of_year(before);
            const double eur = per_year * years * left / stood;
            if (eur > 0.0)
                enter(key_of(phase.year, home, CostKind::double_running, {}), left, eur, costs[home]);
        }
    }

    static int servers_left(const deploy::Deployment& before, const deploy::Deployment& phase,
                            std::size_t a) {
        return before.administrations[a].servers_at_home - phase.administrations[a].servers_at_home;
    }

    /// Servers that left the rooms of their administrations since the phase before.
    void add_moves(const deploy::Deployment& before, const deploy::Deployment& phase,
                   LineCosts& lines) const {
        for (std::size_t a = 0; a < phase.administrations.size(); ++a) {
            const int left = servers_left(before, phase, a);
            if (left <= 0) continue;
            lines.running[phase.administrations[a].home].push_back(
                {CostKind::migration,
                 {},
                 static_cast<double>(left),
                 context_.prices.migration_eur_per_server});
        }
    }

    [[nodiscard]] std::string name_of(const economics::Purchase& bought) const {
        switch (bought.kind) {
            case CostKind::hosts:
            case CostKind::servers:
                return context_.variant.host_types[bought.key].id;
            case CostKind::gear:
                return context_.catalog.gear[bought.key].id;
            default:
                return {};
        }
    }

    [[nodiscard]] CostKey key_of(int year, std::size_t site, CostKind kind, std::string item) const {
        return {year, std::min(site, centers_), kind, std::move(item)};
    }

    using ByPart = economics::ByCostPart<double>;

    const CostContext& context_;
    CostPlan& plan_;
    std::size_t centers_;
    std::vector<economics::Holdings> holdings_;  ///< [site]
    std::vector<double> racks_;                  ///< [site], that stood in the phase before
    int first_year_ = 0;
};

CostPlan::CostPlan(const CostContext& context, const deploy::NetworkPlan& network,
                   std::span<const deploy::Deployment> phases, int last_year)
    : value_added_tax_{context.prices.value_added_tax},
      water_eur_per_m3_{with_tax(context.prices.water_eur_per_m3)},
      demand_medium_{context.prices.demand(true)},
      demand_low_{context.prices.demand(false)} {
    Maker maker{context, *this};
    const deploy::Deployment* before = nullptr;
    for (const deploy::Deployment& phase : phases) {
        if (phase.year > last_year) break;
        maker.add(network, phase, before);
        before = &phase;
    }
}

double CostPlan::with_tax(double net_eur) const { return economics::gross(net_eur, value_added_tax_); }

double CostPlan::positions(int year, std::size_t center) const {
    const auto found = running_.find({year, center, CostKind::staff, {}});
    return found == running_.end() ? 0.0 : found->second.quantity;
}

const outcome::Cost& CostPlan::of(const Phase& phase, std::size_t site) const {
    return costs_.at(phase).at(site);
}

}  // namespace verbund::annual
