#include "sim/annual/cost_plan.hpp"

#include <algorithm>

#include "models/economics/tax.hpp"
#include "sim/deploy/sites.hpp"

namespace verbund::annual {

using economics::CostKind;
using economics::CostPart;

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
class CostPlan::Pricer {
public:
    Pricer(const CostContext& context, CostPlan& plan)
        : context_{context}, plan_{plan}, centers_{deploy::center_count(context.variant.sites)} {}

    /// In the order of time.
    void add(const PhaseQuantities& in, const PricedThings& things) {
        if (before_ == nullptr) first_year_ = in.phase.year;
        for (auto t = static_cast<std::uint32_t>(prices_.size()); t < things.size(); ++t)
            prices_.push_back(
                {unit_price(context_, things[t], first_year_), economics::cost_kinds[things[t].kind].part});
        plan_.costs_[in.phase] = costs_of(in);
        add_books(in);
        for (const ToldQuantity& bought : in.purchases) {
            CostSum& sum = plan_.purchases_[key_of(in.phase.year, bought.site, things[bought.thing])];
            sum.quantity += bought.quantity;
            sum.eur += bought.quantity * prices_[bought.thing].unit.eur;
            sum.life_years = std::max(sum.life_years, bought.life_years);
        }
        for (const ToldQuantity& paid : in.running) {
            const UnitPrice& price = prices_[paid.thing].unit;
            if (price.eur <= 0.0 && is_untold_where_free(things[paid.thing].kind)) continue;
            enter(key_of(in.phase.year, paid.site, things[paid.thing]), paid.quantity * price.told,
                  paid.quantity * price.eur);
        }
        add_double_running(in);
        before_ = &plan_.costs_[in.phase];
    }

private:
    struct Price {
        UnitPrice unit;
        CostPart part = CostPart::hardware;
    };

    /// Of each site.
    [[nodiscard]] std::vector<outcome::Cost> costs_of(const PhaseQuantities& in) const {
        std::vector<outcome::Cost> costs(in.paid_until.size());
        std::size_t i = 0;
        for (std::size_t s = 0; s < costs.size(); ++s) {
            economics::ByCostPart<double> eur;
            for (; i < in.paid_until[s]; ++i) {
                const Price& price = prices_[in.paid[i].thing];
                eur[price.part] += in.paid[i].quantity * price.unit.eur;
            }
            for (const CostPart part : ByPart::keys()) part_of(costs[s], part) = eur[part];
        }
        return costs;
    }

    void add_books(const PhaseQuantities& in) {
        BudgetYear& budget = plan_.budget_[in.phase.year];
        budget.closing_eur = 0.0;  // that of the year's last phase
        for (const economics::BookEntry& entry : in.books) {
            const double eur = prices_[entry.price].unit.eur;
            if (in.phase.first_day == 0) budget.opening_eur += entry.opening * eur;
            budget.purchases_eur += entry.bought * eur;
            budget.depreciation_eur += entry.depreciation * eur;
            budget.written_off_eur += entry.written_off * eur;
            budget.closing_eur += entry.closing * eur;
        }
    }

    /// Of an amount with tax.
    void enter(const CostKey& key, double quantity, double eur) {
        CostSum& sum = plan_.running_[key];
        sum.quantity += quantity;
        sum.eur += eur;
        plan_.budget_[key.year].running_eur += eur;
    }

    void add_double_running(const PhaseQuantities& in) {
        const double years = context_.study.economics.double_running.in(julian_years);
        if (years <= 0.0) return;
        for (const DoubleRunning& twice : in.double_running) {
            const outcome::Cost& paid = (*before_)[twice.site];
            const double eur = (paid.hardware_eur + paid.licences_eur) * years * twice.part;
            if (eur <= 0.0) continue;
            plan_.costs_[in.phase][twice.site].change_eur += eur;
            enter({in.phase.year, std::min(twice.site, centers_), CostKind::double_running, {}},
                  twice.servers, eur);
        }
    }

    /// Upkeep, licences, staff and rent that cost nothing are no item of the year.
    static bool is_untold_where_free(CostKind kind) {
        return kind == CostKind::licences || kind == CostKind::plant_maintenance ||
               kind == CostKind::gear_maintenance || kind == CostKind::staff || kind == CostKind::colocation;
    }

    [[nodiscard]] CostKey key_of(int year, std::size_t site, const PricedThing& thing) const {
        return {year, site, thing.kind, item_of(thing)};
    }

    [[nodiscard]] std::string item_of(const PricedThing& thing) const {
        switch (thing.kind) {
            case CostKind::hosts:
            case CostKind::servers:
                return context_.variant.host_types[thing.key].id;
            case CostKind::gear:
                return context_.catalog.gear[thing.key].id;
            case CostKind::joins:
                return context_.variant.sites[thing.key].id;
            case CostKind::software:
            case CostKind::provider_fees:
                return thing.key < context_.variant.procedures.size()
                           ? context_.variant.procedures[thing.key].name
                           : context_.variant.workloads[thing.key - context_.variant.procedures.size()].id;
            default:
                return {};
        }
    }

    using ByPart = economics::ByCostPart<double>;

    const CostContext& context_;
    CostPlan& plan_;
    std::size_t centers_;
    std::vector<Price> prices_;  ///< [thing]
    const std::vector<outcome::Cost>* before_ = nullptr;
    int first_year_ = 0;
};

CostPlan::CostPlan(const CostContext& context)
    : value_added_tax_{context.prices.value_added_tax},
      water_eur_per_m3_{with_tax(context.prices.water_eur_per_m3)},
      demand_medium_{context.prices.demand(true)},
      demand_low_{context.prices.demand(false)} {}

CostPlan::CostPlan(const CostContext& context, const deploy::NetworkPlan& network,
                   std::span<const deploy::Deployment> phases, int last_year)
    : CostPlan{context} {
    PricedThings things;
    QuantityTaker taker{
        {context.study, context.catalog, context.variant, context.prices, context.prices.wan, things},
        network};
    Pricer pricer{context, *this};
    const deploy::Deployment* before = nullptr;
    for (const deploy::Deployment& phase : phases) {
        if (phase.year > last_year) break;
        pricer.add(taker.take(phase, before), things);
        before = &phase;
    }
}

CostPlan::CostPlan(const CostContext& context, const CostQuantities& quantities) : CostPlan{context} {
    Pricer pricer{context, *this};
    for (const PhaseQuantities& phase : quantities.phases) pricer.add(phase, quantities.things);
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
