#include "sim/batch/cost_rows.hpp"

#include <cmath>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "models/economics/money_in_time.hpp"
#include "sim/deploy/sites.hpp"

namespace verbund::batch {
namespace {

using economics::CostKind;

std::string site_name(const deploy::VariantDeployment& variant, std::size_t site) {
    return site < deploy::center_count(variant.sites) ? variant.sites[site].id : "home";
}

outcome::RunningRow running_row(int year, std::string site, CostKind kind, double quantity, double eur) {
    const economics::CostKindFacts& facts = economics::cost_kinds[kind];
    return {.year = year,
            .site = std::move(site),
            .kind = std::string{facts.id},
            .item = {},
            .quantity = quantity,
            .unit = std::string{facts.unit},
            .unit_price_eur = quantity > 0.0 ? eur / quantity : 0.0,
            .eur = eur};
}

/// Electricity and water of a center, or of what all sites have beyond the centers.
struct Drawn {
    double mwh = 0.0;
    double water_m3 = 0.0;
    double eur = 0.0;  ///< of both
    double water_eur = 0.0;
};

void add_drawn(int year, const std::string& site, const Drawn& drawn,
               std::vector<outcome::RunningRow>& rows) {
    if (drawn.mwh > 0.0)
        rows.push_back(running_row(year, site, CostKind::energy, drawn.mwh, drawn.eur - drawn.water_eur));
    if (drawn.water_m3 > 0.0)
        rows.push_back(running_row(year, site, CostKind::water, drawn.water_m3, drawn.water_eur));
}

/// Sums of rows of a year that must agree.
struct YearSums {
    double purchases = 0.0;
    double running = 0.0;
};

void require_equal(double left, double right, std::string_view what, int year) {
    constexpr double rounding = 1e-9;  // relative
    if (std::abs(left - right) <= rounding * std::max({std::abs(left), std::abs(right), 1.0})) return;
    throw RunFailed(
        fmt::format("books do not close: {} in {}: {:.17g} against {:.17g} EUR", what, year, left, right));
}

}  // namespace

std::vector<outcome::PurchaseRow> purchase_rows(const annual::CostPlan& plan,
                                                const deploy::VariantDeployment& variant,
                                                std::size_t variant_index) {
    std::vector<outcome::PurchaseRow> rows;
    for (const auto& [key, sum] : plan.purchases()) {
        const economics::CostKindFacts& facts = economics::cost_kinds[key.kind];
        rows.push_back({.variant = static_cast<std::int32_t>(variant_index),
                        .year = key.year,
                        .site = site_name(variant, key.site),
                        .kind = std::string{facts.id},
                        .item = key.item,
                        .quantity = sum.quantity,
                        .unit = std::string{facts.unit},
                        .unit_price_eur = sum.eur / sum.quantity,
                        .eur = sum.eur,
                        .life_years = sum.life_years});
    }
    return rows;
}

std::vector<outcome::RunningRow> running_rows(const annual::CostPlan& plan,
                                              const deploy::VariantDeployment& variant,
                                              const std::vector<annual::YearOutcome>& years, int first_year,
                                              std::size_t variant_index) {
    std::vector<outcome::RunningRow> rows;
    const double water_eur_per_m3 = plan.water_eur_per_m3();
    for (std::size_t y = 0; y < years.size(); ++y) {
        const int year = first_year + static_cast<int>(y);
        const outcome::VariantYear& all = years[y].summary;
        Drawn rest{all.energy.grid_mwh, all.water_m3, all.cost.energy_eur, all.water_m3 * water_eur_per_m3};
        const Drawn rounding{1e-9 * rest.mwh, 1e-9 * rest.water_m3};
        for (std::size_t c = 0; c < deploy::center_count(variant.sites); ++c) {
            const outcome::SiteYear& center = years[y].sites[c];
            const Drawn drawn{center.energy.grid_mwh, center.water_m3, center.cost.energy_eur,
                              center.water_m3 * water_eur_per_m3};
            add_drawn(year, variant.sites[c].id, drawn, rows);
            rest = {rest.mwh - drawn.mwh, rest.water_m3 - drawn.water_m3, rest.eur - drawn.eur,
                    rest.water_eur - drawn.water_eur};
        }
        if (rest.water_m3 <= rounding.water_m3) rest.water_m3 = rest.water_eur = 0.0;
        if (rest.mwh > rounding.mwh) add_drawn(year, "home", rest, rows);
    }
    for (const auto& [key, sum] : plan.running()) {
        rows.push_back(running_row(key.year, site_name(variant, key.site), key.kind, sum.quantity, sum.eur));
        rows.back().item = key.item;
    }
    for (outcome::RunningRow& row : rows) row.variant = static_cast<std::int32_t>(variant_index);
    return rows;
}

std::vector<outcome::BudgetRow> budget_rows(const annual::CostPlan& plan,
                                            const std::vector<annual::YearOutcome>& years,
                                            double discount_rate, std::size_t variant_index) {
    std::vector<outcome::BudgetRow> rows;
    double paid = 0.0;
    for (const auto& [year, books] : plan.budget()) {
        const outcome::VariantYear& all = years.at(rows.size()).summary;
        outcome::BudgetRow row{.variant = static_cast<std::int32_t>(variant_index),
                               .year = year,
                               .opening_eur = books.opening_eur,
                               .purchases_eur = books.purchases_eur,
                               .depreciation_eur = books.depreciation_eur,
                               .written_off_eur = books.written_off_eur,
                               .closing_eur = books.closing_eur,
                               .running_eur = books.running_eur + all.cost.energy_eur};
        row.cash_flow_eur = row.purchases_eur + row.running_eur;
        const double factor =
            economics::discount_factor(discount_rate, static_cast<double>(rows.size()) + 1.0);
        paid += row.cash_flow_eur * factor;
        row.capital_value_eur = paid - row.closing_eur * factor;
        if (all.workplaces > 0.0) row.cash_flow_per_workplace_eur = row.cash_flow_eur / all.workplaces;
        rows.push_back(row);
    }
    return rows;
}

namespace {

/// What administrations pay is what centers charge, or cost where no tariff is stated, and all own rooms.
void check_bills(const annual::YearOutcome& year, int calendar_year) {
    double paid = 0.0;
    for (const outcome::AdministrationYear& a : year.administrations) paid += a.bill_eur;
    double due = year.summary.cost.total_eur;
    for (std::size_t c = 0; c < year.bills.size(); ++c)
        if (year.bills[c].charges) due += year.bills[c].billed_eur - year.sites[c].cost.total_eur;
    require_equal(paid, due, "bills (what administrations pay against what is charged)", calendar_year);
}

}  // namespace

void check_money(const std::vector<outcome::BudgetRow>& budget,
                 const std::vector<outcome::PurchaseRow>& purchases,
                 const std::vector<outcome::RunningRow>& running,
                 const std::vector<annual::YearOutcome>& years) {
    std::map<int, YearSums> sums;
    for (const outcome::PurchaseRow& row : purchases) sums[row.year].purchases += row.eur;
    for (const outcome::RunningRow& row : running) sums[row.year].running += row.eur;
    for (std::size_t y = 0; y < budget.size(); ++y) {
        const outcome::BudgetRow& row = budget[y];
        const outcome::VariantYear& all = years[y].summary;
        if (y > 0) {
            require_equal(budget[y - 1].closing_eur, row.opening_eur,
                          "book value (end of the year before against begin)", row.year);
        }
        require_equal(row.opening_eur + row.purchases_eur - row.depreciation_eur - row.written_off_eur,
                      row.closing_eur,
                      "book value (opening + purchases - depreciation - written off against "
                      "closing)",
                      row.year);
        require_equal(row.depreciation_eur + row.running_eur, all.cost.total_eur,
                      "cost (depreciation and running costs against the sum of sites)", row.year);
        require_equal(sums[row.year].purchases, row.purchases_eur, "purchases (items against books)",
                      row.year);
        require_equal(sums[row.year].running, row.running_eur, "running costs (items against books)",
                      row.year);
        double shares = 0.0;
        for (const outcome::AdministrationYear& a : years[y].administrations) shares += a.cost_eur;
        require_equal(shares, all.cost.total_eur, "cost (administrations' shares against the whole)",
                      row.year);
        check_bills(years[y], row.year);
    }
}

}  // namespace verbund::batch
