#include "results/outcome/tables/hosts.hpp"

namespace verbund::outcome {

template <>
const Table<SiteHosts>& table_of<SiteHosts>() {
    using R = SiteHosts;
    static const Table<R> table{
        .name = "hosts",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year", &R::year},
                {"site", "", "center; \"home\" = all own rooms that are no center together", &R::site},
                {"sites", "1", "sites that have such hosts", &R::sites, ColumnRole::plain, Display::count},
                {"use", "", "cluster, or standby for other sites", &R::use},
                {"host", "", "series: entry, one-socket, two-socket, gpu (with GPUs)", &R::host},
                {"bought", "1", "year of purchase, which gives the generation", &R::bought},
                {"cores", "1", "cores of a host", &R::cores, ColumnRole::plain, Display::count},
                {"ram_gb", "GB", "memory of a host", &R::ram_gb},
                {"gpus", "1", "GPUs of a host", &R::gpus, ColumnRole::plain, Display::count},
                {"count", "1", "hosts", &R::count, ColumnRole::plain, Display::count},
                {"idle_w", "W", "power of an idle host", &R::idle_w},
                {"full_w", "W", "power of a host at full load", &R::full_w},
                {"price_eur", "EUR", "price of a host by its parts, without VAT", &R::price_eur},
                {"bound_by", "",
                 "what the number of hosts comes from: cores (with overcommit), memory, performance (CPU "
                 "target), gpu, reserve (a single host would hold all, the others are to spare)",
                 &R::bound_by},
            },
        .many_rows = true,
        .on_page = false,
    };
    return table;
}

}  // namespace verbund::outcome
