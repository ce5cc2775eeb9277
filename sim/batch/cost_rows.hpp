#pragma once

#include <vector>

#include "results/outcome/outcome.hpp"
#include "sim/annual/annual.hpp"

/// Row tables of a variant's money.
namespace verbund::batch {

[[nodiscard]] std::vector<outcome::PurchaseRow> purchase_rows(const annual::CostPlan& plan,
                                                              const deploy::VariantDeployment& variant,
                                                              std::size_t variant_index);

/// Those of the plan, and electricity and water of the years played: `years` from `first_year` on.
[[nodiscard]] std::vector<outcome::RunningRow> running_rows(const annual::CostPlan& plan,
                                                            const deploy::VariantDeployment& variant,
                                                            const std::vector<annual::YearOutcome>& years,
                                                            int first_year, std::size_t variant_index);

/// Books of all years, with the capital value at a real rate per year: payments at the end of their year.
[[nodiscard]] std::vector<outcome::BudgetRow> budget_rows(const annual::CostPlan& plan,
                                                          const std::vector<annual::YearOutcome>& years,
                                                          double discount_rate, std::size_t variant_index);

/// Operators of centers in operation, year by year from `first_year` on, in the order of the centers.
[[nodiscard]] std::vector<outcome::OperatorYear> operator_rows(const annual::CostPlan& plan,
                                                               const deploy::VariantDeployment& variant,
                                                               const std::vector<annual::YearOutcome>& years,
                                                               int first_year, std::size_t variant_index);

/// Every year's book value follows from the one before, cost is depreciation and running costs, and all
/// administrations' shares are the whole; throws `RunFailed` naming the two numbers that differ.
void check_money(const std::vector<outcome::BudgetRow>& budget,
                 const std::vector<outcome::PurchaseRow>& purchases,
                 const std::vector<outcome::RunningRow>& running,
                 const std::vector<annual::YearOutcome>& years);

}  // namespace verbund::batch
