#include "results/outcome/tables/endpoints.hpp"

namespace verbund::outcome {

template <>
const Table<EndpointYear>& table_of<EndpointYear>() {
    using R = EndpointYear;
    static const Table<R> table{
        .name = "endpoints",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year", &R::year},
                {"device", "", "kind of device on desks", &R::device},
                {"count", "1", "devices", &R::count, ColumnRole::plain, Display::count},
                {"energy_mwh", "MW h", "electricity of the year, part of no other table", &R::energy_mwh},
                {"cost_energy_eur", "EUR", "cost of this electricity, with value added tax",
                 &R::cost_energy_eur},
                {"cost_devices_eur", "EUR", "purchase, straight line over their lives", &R::cost_devices_eur},
            },
        .on_page = false,
    };
    return table;
}

}  // namespace verbund::outcome
