#include "results/outcome/tables/assumptions.hpp"

namespace verbund::outcome {

template <>
const Table<AssumptionRow>& table_of<AssumptionRow>() {
    using R = AssumptionRow;
    static const Table<R> table{
        .name = "assumptions",
        .columns =
            {
                {"key", "", "dotted path in the study", &R::key},
                {"value", "", "value that applied", &R::value},
                {"given", "", "stated in the study (yes) or a default (no)", &R::given},
                {"text", "", "meaning", &R::text},
                {"evidence", "", "evidence mark", &R::evidence},
                {"source", "", "source", &R::source},
                {"low", "", "least that the default may be", &R::low},
                {"high", "", "greatest that the default may be", &R::high},
                {"fixed", "", "why the default has no bounds", &R::fixed},
            },
        .always = true,
    };
    return table;
}

}  // namespace verbund::outcome
