#include <algorithm>
#include <cmath>

#include "sim/batch/cost_rows.hpp"
#include "sim/deploy/sites.hpp"

namespace verbund::batch {
namespace {

void add_center(const deploy::Site& where, const outcome::SiteYear& site, const annual::CenterBill& bill,
                outcome::OperatorYear& row) {
    row.centers += site.in_operation;
    row.clients += bill.served.clients;
    row.workplaces += bill.served.workplaces;
    row.servers += bill.served.servers;
    row.storage_tb += bill.served.storage_tb;
    row.traffic_gbit_s += bill.served.gbit_s;
    row.cost_eur += site.cost.total_eur;
    if (bill.charges) row.billed_eur = (std::isnan(row.billed_eur) ? 0.0 : row.billed_eur) + bill.billed_eur;
    if (where.center->positions) {
        row.positions_filled =
            (std::isnan(row.positions_filled) ? 0.0 : row.positions_filled) + *where.center->positions;
    }
}

void finish(outcome::OperatorYear& row) {
    constexpr double months = 12.0;
    if (row.billed_eur > 0.0) row.covering_factor = row.cost_eur / row.billed_eur;
    if (row.workplaces > 0.0) row.workplace_month_eur = row.cost_eur / row.workplaces / months;
    if (row.servers > 0.0) row.server_month_eur = row.cost_eur / row.servers / months;
    if (!std::isnan(row.positions_filled))
        row.positions_missing = std::max(0.0, row.positions - row.positions_filled);
}

}  // namespace

std::vector<outcome::OperatorYear> operator_rows(const annual::CostPlan& plan,
                                                 const deploy::VariantDeployment& variant,
                                                 const std::vector<annual::YearOutcome>& years,
                                                 int first_year, std::size_t variant_index) {
    const deploy::Operators operators = deploy::operators_of(variant.sites);
    std::vector<outcome::OperatorYear> rows;
    for (std::size_t y = 0; y < years.size(); ++y) {
        const int year = first_year + static_cast<int>(y);
        std::vector<outcome::OperatorYear> of_year(operators.names.size());
        for (std::size_t c = 0; c < operators.of_center.size(); ++c) {
            outcome::OperatorYear& row = of_year[operators.of_center[c]];
            add_center(variant.sites[c], years[y].sites[c], years[y].bills[c], row);
            row.positions += plan.positions(year, c);
        }
        for (std::size_t o = 0; o < of_year.size(); ++o) {
            outcome::OperatorYear& row = of_year[o];
            if (row.centers == 0.0) continue;
            row.variant = static_cast<std::int32_t>(variant_index);
            row.year = year;
            row.name = operators.names[o];
            finish(row);
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

}  // namespace verbund::batch
