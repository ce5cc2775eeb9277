#include "results/outcome/tables/links.hpp"

namespace verbund::outcome {

template <>
const Table<LinkYear>& table_of<LinkYear>() {
    using R = LinkYear;
    static const Table<R> table{
        .name = "links",
        .columns =
            {
                {"mean_gbit_s", "Gbit s-1", "mean traffic", &R::mean_gbit_s},
                {"peak_gbit_s", "Gbit s-1", "peak traffic", &R::peak_gbit_s},
                {"limit_gbit_s", "Gbit s-1", "capacity", &R::limit_gbit_s},
                {"need_gbit_s", "Gbit s-1", "capacity needed: peak times sizing factor", &R::need_gbit_s},
            },
    };
    return table;
}

}  // namespace verbund::outcome
