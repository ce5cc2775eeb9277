#include "results/outcome/tables/site_criteria.hpp"

namespace verbund::outcome {

template <>
const Table<SiteCriterion>& table_of<SiteCriterion>() {
    using R = SiteCriterion;
    static const Table<R> table{
        .name = "site_criteria",
        .columns =
            {
                {"variant", "", "variant made for this choice", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year", &R::year},
                {"sites", "", "chosen sites", &R::sites},
                {"site", "", "chosen site that decides; empty: the choice as a whole", &R::site,
                 ColumnRole::place},
                {"criterion", "", "criterion", &R::criterion},
                {"verdict", "", "met, justify, missed or info", &R::verdict},
                {"value", "1", "value, in the unit of column unit", &R::value},
                {"limit", "1", "limit, in the unit of column unit", &R::limit},
                {"unit", "", "unit of value and limit", &R::unit, ColumnRole::unit},
                {"text_de", "", "what that means, in German", &R::text_de},
                {"text_en", "", "what that means, in English", &R::text_en},
            },
    };
    return table;
}

}  // namespace verbund::outcome
