#include "results/outcome/tables/transactions.hpp"

namespace verbund::outcome {

template <>
const Table<TransactionName>& table_of<TransactionName>() {
    using R = TransactionName;
    static const Table<R> table{
        .name = "transactions",
        .columns =
            {
                {"id", "", "id in the catalog", &R::id},
                {"workload", "", "workload class that serves it", &R::workload},
                {"name_de", "", "name in German", &R::name_de},
                {"name_en", "", "name in English", &R::name_en},
                {"threshold_ms", "ms", "response time above which work suffers", &R::threshold_ms},
            },
    };
    return table;
}

}  // namespace verbund::outcome
