#include "sim/annual/cost_quantities.hpp"

#include <algorithm>
#include <map>

#include "sim/annual/provider_tax.hpp"
#include "sim/annual/staff_positions.hpp"
#include "sim/deploy/sites.hpp"

namespace verbund::annual {
namespace {

using economics::BookEntry;
using economics::CostKind;
using economics::Stock;

/// Servers that an administration moved since the phase before, by the site that they left: what it has less
/// there, as far as it has more elsewhere.  Not class by class, and not a single one of several, since whole
/// numbers of servers go to and fro between home and provider while all of them grow; without those that an
/// outside service ends.
std::map<std::size_t, int> servers_left(const deploy::AdministrationDeployment& before,
                                        const deploy::AdministrationDeployment& now) {
    const auto ended = [&now](const deploy::Part& part) {
        return std::any_of(now.outside.begin(), now.outside.end(),
                           [&](const deploy::LineUse& use) { return use.workload == part.workload; });
    };
    std::map<std::size_t, int> more;
    std::map<std::size_t, int> stay;
    for (const deploy::Part& part : now.parts) {
        more[part.site] += part.servers;
        stay[part.site] += part.servers;
    }
    for (const deploy::Part& part : before.parts)
        if (!ended(part)) more[part.site] -= part.servers;
    std::erase_if(more, [&](const auto& entry) { return entry.second == -1 && stay[entry.first] > 0; });
    int arrived = 0;
    for (const auto& [site, servers] : more) arrived += std::max(0, servers);
    std::map<std::size_t, int> left;
    for (const auto& [site, servers] : more) {
        const int moved = std::min(arrived, std::max(0, -servers));
        if (moved > 0) left[site] = moved;
        arrived -= moved;
    }
    return left;
}

/// Machines, data and licences that servers have left are paid for a while beside the new ones: their part of
/// what they cost in the phase before.  Those of the first phase of a plan are of nobody.
std::vector<DoubleRunning> double_running(const deploy::Deployment& before, const deploy::Deployment& phase) {
    std::map<std::size_t, int> by_site;
    for (std::size_t a = 0; a < phase.administrations.size(); ++a)
        for (const auto& [site, left] : servers_left(before.administrations[a], phase.administrations[a]))
            by_site[site] += left;
    std::vector<DoubleRunning> all;
    for (const auto& [site, left] : by_site) {
        const int stood = before.sites[site].servers_placed;
        if (stood <= 0) continue;
        const double part = static_cast<double>(std::min(left, stood)) / stood;
        all.push_back({site, static_cast<double>(left), part / share_of_year(before)});
    }
    return all;
}

void add(const BookEntry& more, BookEntry& sum) {
    sum.opening += more.opening;
    sum.bought += more.bought;
    sum.depreciation += more.depreciation;
    sum.written_off += more.written_off;
    sum.closing += more.closing;
}

}  // namespace

QuantityTaker::QuantityTaker(const QuantityContext& context, const deploy::NetworkPlan& network)
    : context_{context},
      network_{network},
      centers_{deploy::center_count(context.variant.sites)},
      holdings_(context.variant.sites.size()),
      racks_(context.variant.sites.size(), 0.0) {}

PhaseQuantities QuantityTaker::take(const deploy::Deployment& phase, const deploy::Deployment* before) {
    PhaseQuantities out;
    out.phase = static_cast<const Phase&>(phase);
    LineCosts lines = line_costs(context_, network_, phase);
    add_paid_procedures(phase, lines);
    add_outside_fees(phase, lines);
    if (before != nullptr) add_moves(*before, phase, lines);
    const std::vector<double> positions = staff_positions(context_.rules.staff, context_.variant, phase);
    in_books_.begin();
    for (std::size_t s = 0; s < phase.sites.size(); ++s) {
        if (s <= centers_) {  // all own rooms are told together
            in_purchases_.begin();
            in_running_.begin();
        }
        take_site(phase, s, before == nullptr, lines, positions[s], out);
        out.paid_until.push_back(out.paid.size());
    }
    if (before != nullptr) out.double_running = double_running(*before, phase);
    return out;
}

void QuantityTaker::take_site(const deploy::Deployment& phase, std::size_t s, bool opens,
                              const LineCosts& lines, double positions, PhaseQuantities& out) {
    const deploy::Site& where = context_.variant.sites[s];
    const deploy::SiteDeployment& site = phase.sites[s];
    std::vector<Stock> stock = site_stock(context_, where, site, phase);
    const std::vector<RunningCost> running = running_costs(context_, where, site, phase, stock, positions);
    stock.insert(stock.end(), lines.laid[s].begin(), lines.laid[s].end());
    if (opens) open_holdings(context_, where, stock, phase, holdings_[s]);
    pass(s, stock, out);
    for (const RunningCost& cost : running) pay(s, cost, out);
    pay_exit(s, stock, out);
    for (const RunningCost& cost : lines.running[s]) pay(s, cost, out);
}

void QuantityTaker::pass(std::size_t s, const std::vector<Stock>& stock, PhaseQuantities& out) {
    const std::size_t told_at = std::min(s, centers_);
    for (const BookEntry& entry : holdings_[s].pass(stock, share_of_year(out.phase))) {
        if (entry.depreciation > 0.0) out.paid.push_back({entry.price, entry.depreciation});
        add(entry, in_books_.in(out.books, entry.price, {.kind = entry.kind, .price = entry.price}));
        if (entry.bought <= 0.0) continue;
        ToldQuantity& told =
            in_purchases_.in(out.purchases, entry.price, {.thing = entry.price, .site = told_at});
        told.quantity += entry.bought;
        told.life_years = std::max(told.life_years, entry.life_years);
    }
}

void QuantityTaker::pay(std::size_t s, const RunningCost& cost, PhaseQuantities& out) {
    const bool once = economics::paid_once(context_.things[cost.thing].kind);
    const double paid = cost.quantity * (once ? 1.0 : share_of_year(out.phase));
    out.paid.push_back({cost.thing, paid});
    in_running_.in(out.running, cost.thing, {.thing = cost.thing, .site = std::min(s, centers_)}).quantity +=
        paid;
}

/// The room was cleared since the phase before.
void QuantityTaker::pay_exit(std::size_t s, const std::vector<Stock>& stock, PhaseQuantities& out) {
    double racks = 0.0;
    for (const Stock& one : stock)
        if (one.kind == CostKind::racks) racks += one.quantity;
    const double before = std::exchange(racks_[s], racks);
    if (before > 0.0 && racks == 0.0) pay(s, {number_of(s, CostKind::exit, out.phase.year), before}, out);
}

/// Licences of all that an administration runs, fees of what no center of the study runs.
void QuantityTaker::add_paid_procedures(const deploy::Deployment& phase, LineCosts& lines) const {
    for (std::size_t a = 0; a < context_.variant.paid_procedures.size(); ++a) {
        const deploy::AdministrationDeployment& administration = phase.administrations[a];
        const auto pay = [&](CostKind kind, const study::ProcedureUse& use, double each_eur,
                             double quantity) {
            if (each_eur <= 0.0 || quantity <= 0.0) return;
            const std::uint32_t thing = context_.things.number_of(
                {.kind = kind,
                 .year = phase.year,
                 .by_provider = is_provider(context_.variant.sites[administration.home].center),
                 .key = static_cast<std::uint32_t>(use.procedure),
                 .size = each_eur});
            lines.running[administration.home].push_back({thing, quantity});
        };
        for (const study::ProcedureUse& use : context_.variant.paid_procedures[a]) {
            pay(CostKind::software, use, use.licence_eur, 1.0);
            pay(CostKind::provider_fees, use, use.fee_eur,
                part_outside_centers(administration, use.workload));
        }
    }
}

/// Fees of outside services, by workplace.
void QuantityTaker::add_outside_fees(const deploy::Deployment& phase, LineCosts& lines) const {
    for (const deploy::AdministrationDeployment& administration : phase.administrations) {
        for (const deploy::LineUse& use : administration.outside) {
            const study::Workload& stated =
                context_.study.workloads.at(context_.variant.workloads[use.workload].id);
            const double fee_eur = stated.outside_fee.value_or(MoneyRate{}).in(euro_per_year);
            if (fee_eur <= 0.0) continue;
            const std::size_t key = context_.variant.procedures.size() + use.workload;
            const std::uint32_t thing = context_.things.number_of(
                {.kind = CostKind::provider_fees,
                 .year = phase.year,
                 .by_provider = is_provider(context_.variant.sites[administration.home].center),
                 .key = static_cast<std::uint32_t>(key),
                 .size = fee_eur});
            lines.running[administration.home].push_back({thing, administration.seats});
        }
    }
}

/// Servers that changed their site since the phase before, whatever sent them: a move, a center that closes.
void QuantityTaker::add_moves(const deploy::Deployment& before, const deploy::Deployment& phase,
                              LineCosts& lines) const {
    for (std::size_t a = 0; a < phase.administrations.size(); ++a) {
        int left = 0;
        for (const auto& [site, servers] : servers_left(before.administrations[a], phase.administrations[a]))
            left += servers;
        if (left == 0) continue;
        const std::size_t home = phase.administrations[a].home;
        lines.running[home].push_back(
            {number_of(home, CostKind::migration, phase.year), static_cast<double>(left)});
    }
}

/// Of an administration's servers of a class; an administration without any counts as outside.
double QuantityTaker::part_outside_centers(const deploy::AdministrationDeployment& administration,
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

std::uint32_t QuantityTaker::number_of(std::size_t site, CostKind kind, int year) const {
    return context_.things.number_of(
        {.kind = kind, .year = year, .by_provider = is_provider(context_.variant.sites[site].center)});
}

bool CostQuantities::hold_at(const economics::PriceBook& prices) const {
    if (!(rules == prices) || fibre_term_years != prices.wan.fibre_term_years) return false;
    return std::all_of(routes.begin(), routes.end(), [&](const auto& route) {
        return is_laid(prices.wan, things[route.first]) == route.second;
    });
}

CostQuantities cost_quantities(const CostContext& context, const deploy::NetworkPlan& network,
                               std::span<const deploy::Deployment> phases, int last_year) {
    CostQuantities all;
    all.rules = static_cast<const economics::BuyingRules&>(context.prices);
    all.fibre_term_years = context.prices.wan.fibre_term_years;
    QuantityTaker taker{
        {context.study, context.catalog, context.variant, all.rules, context.prices.wan, all.things},
        network};
    const deploy::Deployment* before = nullptr;
    for (const deploy::Deployment& phase : phases) {
        if (phase.year > last_year) break;
        all.phases.push_back(taker.take(phase, before));
        before = &phase;
    }
    for (std::uint32_t t = 0; t < all.things.size(); ++t) {
        const PricedThing& thing = all.things[t];
        if (thing.route && thing.kind != CostKind::joins_once)
            all.routes.emplace_back(t, is_laid(context.prices.wan, thing));
    }
    return all;
}

}  // namespace verbund::annual
