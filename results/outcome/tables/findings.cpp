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
                {"verdict", "", "met, missed, exempt, upcoming or info", &R::verdict},
                {"value", "1", "value found, in the unit of column unit", &R::value},
                {"limit", "1", "limit of the rule, in the unit of column unit", &R::limit},
                {"unit", "", "unit of value and limit", &R::unit, ColumnRole::unit},
                {"since", "", "ISO date from which the rule holds", &R::since},
                {"text_de", "", "finding in German", &R::text_de},
                {"text_en", "", "finding in English", &R::text_en},
                {"source", "", "where the rule is written", &R::source},
            },
        .always = true,
        .many_rows = true,
    };
    return table;
}

}  // namespace verbund::outcome
