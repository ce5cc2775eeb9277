#include "results/outcome/tables/findings.hpp"

namespace verbund::outcome {

template <>
const Table<RuleFinding>& table_of<RuleFinding>() {
    using R = RuleFinding;
    static const Table<R> table{
        .name = "findings",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year", &R::year},
                {"rule", "", "rule", &R::rule},
                {"subject", "", "what was checked", &R::subject},
                {"verdict", "", "met, missed, exempt, upcoming, info, not-reached (voluntary) or to-be-shown",
                 &R::verdict},
                {"reason", "", "what the verdict rests on where value and limit do not say it", &R::reason},
                {"value", "1", "value found, in the unit of column unit", &R::value},
                {"bound", "", "at-most, at-least or empty: which side of the limit to keep to", &R::bound},
                {"limit", "1", "limit of the rule, in the unit of column unit", &R::limit},
                {"unit", "", "unit of value and limit", &R::unit, ColumnRole::unit},
                {"since", "", "ISO date from which the rule holds", &R::since},
                {"starts", "", "ISO date on which the center starts, where that is the reason", &R::starts},
                {"source", "", "where the rule is written", &R::source},
            },
        .always = true,
        .many_rows = true,
    };
    return table;
}

}  // namespace verbund::outcome
