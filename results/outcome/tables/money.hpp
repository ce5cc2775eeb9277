#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// What is bought of a kind in a year at a center, or in all own rooms of administrations together.
struct PurchaseRow {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string site;  ///< center; "home" = own rooms that are no center
    std::string kind;  ///< code of `economics::CostKind`
    std::string item;  ///< host type or device; empty where the kind says it all
    double quantity = 0.0;
    std::string unit;  ///< of the quantity
    double unit_price_eur = 0.0;
    double eur = 0.0;
    double life_years = 0.0;
};

/// What is paid for a year of a kind at a center, or in all own rooms of administrations together.
struct RunningRow {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string site;
    std::string kind;
    std::string item;  ///< of routes the other site
    double quantity = 0.0;
    std::string unit;
    double unit_price_eur = 0.0;  ///< for a year
    double eur = 0.0;
};

/// Books of a variant in a year.
struct BudgetRow {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    double opening_eur = 0.0;
    double purchases_eur = 0.0;
    double depreciation_eur = 0.0;
    double written_off_eur = 0.0;
    double closing_eur = 0.0;
    double running_eur = 0.0;
    double cash_flow_eur = 0.0;
    double capital_value_eur = 0.0;
    double cash_flow_per_workplace_eur = 0.0;
};

/// Who runs centers in a year: what clients have there, what it costs and brings in, who looks after it.
struct OperatorYear {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string name;
    double centers = 0.0;
    double clients = 0.0;
    double workplaces = 0.0;
    double servers = 0.0;
    double storage_tb = 0.0;
    double traffic_gbit_s = 0.0;
    double cost_eur = 0.0;
    double billed_eur = not_applicable;       ///< NaN = no tariff stated
    double covering_factor = not_applicable;  ///< on every rate of the tariff
    double workplace_month_eur = not_applicable;
    double server_month_eur = not_applicable;
    double positions = 0.0;
    double positions_filled = not_applicable;
    double positions_missing = not_applicable;
};

template <>
const Table<OperatorYear>& table_of<OperatorYear>();
template <>
const Table<PurchaseRow>& table_of<PurchaseRow>();
template <>
const Table<RunningRow>& table_of<RunningRow>();
template <>
const Table<BudgetRow>& table_of<BudgetRow>();

}  // namespace verbund::outcome
