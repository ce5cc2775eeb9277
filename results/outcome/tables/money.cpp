#include "results/outcome/tables/money.hpp"

namespace verbund::outcome {

template <>
const Table<PurchaseRow>& table_of<PurchaseRow>() {
    using R = PurchaseRow;
    static const Table<R> table{
        .name = "purchases",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year", &R::year},
                {"site", "", "center; home = all own rooms of administrations together", &R::site},
                {"kind", "", "what is bought", &R::kind},
                {"item", "", "host type or device; empty where the kind says it all", &R::item},
                {"quantity", "1",
                 "how many, in the unit named; fractions where an even mix of ages is renewed", &R::quantity},
                {"unit", "", "unit of the quantity", &R::unit, ColumnRole::unit},
                {"unit_price_eur", "EUR", "price of one, with value added tax", &R::unit_price_eur},
                {"eur", "EUR", "price, with value added tax", &R::eur},
                {"life_years", "1", "years over which it is written down", &R::life_years},
            },
        .many_rows = true,
        .on_page = false,  // told by kind and year
    };
    return table;
}

template <>
const Table<RunningRow>& table_of<RunningRow>() {
    using R = RunningRow;
    static const Table<R> table{
        .name = "cost_items",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year", &R::year},
                {"site", "", "center; home = all own rooms of administrations together", &R::site},
                {"kind", "", "what is paid for", &R::kind},
                {"item", "", "of routes the site at the other end; empty where the kind says it all",
                 &R::item},
                {"quantity", "1", "how many, in the unit named, over the year", &R::quantity},
                {"unit", "", "unit of the quantity", &R::unit, ColumnRole::unit},
                {"unit_price_eur", "EUR", "price of one for a year, with value added tax where it is due",
                 &R::unit_price_eur},
                {"eur", "EUR", "paid in the year, with value added tax where it is due", &R::eur},
            },
        .many_rows = true,
        .on_page = false,  // told by the parts of the cost
    };
    return table;
}

template <>
const Table<BudgetRow>& table_of<BudgetRow>() {
    using R = BudgetRow;
    static const Table<R> table{
        .name = "budget",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year", &R::year},
                {"opening_eur", "EUR", "book value as the year begins", &R::opening_eur},
                {"purchases_eur", "EUR", "purchases, the sum of table purchases", &R::purchases_eur},
                {"depreciation_eur", "EUR", "depreciation, straight line over the lives",
                 &R::depreciation_eur},
                {"written_off_eur", "EUR",
                 "book value of what was given up before its time, less that of machines which went on to "
                 "another site",
                 &R::written_off_eur},
                {"closing_eur", "EUR", "book value as the year ends", &R::closing_eur},
                {"running_eur", "EUR", "running costs, the sum of table cost_items", &R::running_eur},
                {"cash_flow_eur", "EUR", "purchases and running costs", &R::cash_flow_eur},
                {"capital_value_eur", "EUR",
                 "value at the begin of the first year of all payments up to this year's end, less that of "
                 "the book value then",
                 &R::capital_value_eur},
                {"cash_flow_per_workplace_eur", "EUR", "purchases and running costs per workplace",
                 &R::cash_flow_per_workplace_eur},
            },
        .on_page = false,  // a section draws it
    };
    return table;
}

template <>
const Table<OperatorYear>& table_of<OperatorYear>() {
    using R = OperatorYear;
    static const Table<R> table{
        .name = "operators",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year", &R::year},
                {"operator", "", "who runs the centers", &R::name},
                {"centers", "1", "centers in operation", &R::centers, ColumnRole::plain, Display::count},
                {"clients", "1", "administrations with servers there, by days; once for each center",
                 &R::clients},
                {"workplaces", "1", "workplaces served, by the part of the servers there", &R::workplaces},
                {"servers", "1", "servers of clients, by days", &R::servers},
                {"storage_tb", "Tbyte", "primary data of clients, by days", &R::storage_tb},
                {"traffic_gbit_s", "Gbit s-1", "sum of the peaks of the clients' users", &R::traffic_gbit_s},
                {"cost_eur", "EUR", "cost of the centers", &R::cost_eur},
                {"billed_eur", "EUR", "what clients are charged by the tariff; NaN = none stated",
                 &R::billed_eur},
                {"covering_factor", "1",
                 "cost over bills: by this much every rate covers the cost; NaN = no tariff",
                 &R::covering_factor},
                {"workplace_month_eur", "EUR", "cost per workplace served and month; NaN = none served",
                 &R::workplace_month_eur},
                {"server_month_eur", "EUR", "cost per server of clients and month; NaN = none",
                 &R::server_month_eur},
                {"positions", "1", "positions that running the centers takes", &R::positions},
                {"positions_filled", "1", "positions filled as stated; NaN = not stated",
                 &R::positions_filled},
                {"positions_missing", "1", "positions lacking; NaN = not stated what is filled",
                 &R::positions_missing},
            },
    };
    return table;
}

}  // namespace verbund::outcome
