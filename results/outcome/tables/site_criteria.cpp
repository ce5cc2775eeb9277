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
                {"primary", "", "site it stands in for, where the criterion is of the two", &R::primary,
                 ColumnRole::place},
                {"criterion", "", "criterion", &R::criterion},
                {"verdict", "", "met, justify, missed or info", &R::verdict},
                {"reason", "", "what the verdict rests on where value and limit do not say it", &R::reason},
                {"value", "1", "value, in the unit of column unit", &R::value},
                {"limit", "1", "limit, in the unit of column unit", &R::limit},
                {"unit", "", "unit of value and limit", &R::unit, ColumnRole::unit},
                {"other_value", "1", "another figure of the criterion, in the unit of column other_unit",
                 &R::other_value},
                {"other_unit", "", "unit of other_value", &R::other_unit, ColumnRole::unit},
                {"binding", "", "resource that is missing", &R::binding},
                {"region", "", "common grid region", &R::region},
                {"rule", "", "rule that is missed", &R::rule},
                {"since", "", "ISO date from which that rule holds", &R::since},
            },
    };
    return table;
}

}  // namespace verbund::outcome
