#include "results/outcome/tables/procedures.hpp"

namespace verbund::outcome {

template <>
const Table<SiteProcedure>& table_of<SiteProcedure>() {
    using R = SiteProcedure;
    static const Table<R> table{
        .name = "procedures",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year", &R::year},
                {"site", "", "center; \"home\" = all own rooms that are no center together", &R::site},
                {"workload", "", "workload class whose servers these are", &R::workload},
                {"kind", "", "kind of procedure; \"rest\" = servers in no procedure", &R::kind},
                {"procedure", "", "procedure as the study lists it; of the survey its kind", &R::procedure},
                {"clients", "1", "administrations with servers of it there", &R::clients, ColumnRole::plain,
                 Display::count},
                {"procedures", "1", "procedures, counted for each client, by the part of its servers there",
                 &R::procedures},
                {"servers_before", "1", "servers before clients' instances merge", &R::servers_before,
                 ColumnRole::plain, Display::count},
                {"servers_after", "1", "servers after they merged, asked of the site", &R::servers_after,
                 ColumnRole::plain, Display::count},
                {"critical_servers", "1", "of those after, of procedures that must run in a crisis",
                 &R::critical_servers, ColumnRole::plain, Display::count},
                {"protected_servers", "1", "of those after, that the site's backup rule protects",
                 &R::protected_servers, ColumnRole::plain, Display::count},
            },
        .many_rows = true,
        .on_page = false,
    };
    return table;
}

}  // namespace verbund::outcome
