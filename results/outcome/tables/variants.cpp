#include "results/outcome/tables/variants.hpp"

namespace verbund::outcome {

template <>
const Table<VariantName>& table_of<VariantName>() {
    using R = VariantName;
    static const Table<R> table{
        .name = "variants",
        .columns =
            {
                {"id", "", "id in the study", &R::id},
                {"title", "", "title", &R::title},
                {"text", "", "description", &R::text},
            },
    };
    return table;
}

}  // namespace verbund::outcome
