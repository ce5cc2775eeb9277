#include "results/outcome/tables/drill_events.hpp"

namespace verbund::outcome {

template <>
const Table<DrillEvent>& table_of<DrillEvent>() {
    using R = DrillEvent;
    static const Table<R> table{
        .name = "drill_events",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year", &R::year},
                {"drill", "", "drill in the study, or what fails", &R::drill},
                {"at_s", "s", "after the failure", &R::at_s},
                {"step", "", "kind of step", &R::step},
                {"subject", "", "what it concerns", &R::subject},
                {"text_de", "", "what happens, in German", &R::text_de},
                {"text_en", "", "what happens, in English", &R::text_en},
                {"critical_path", "", "on the path to the last critical class", &R::critical_path},
            },
    };
    return table;
}

}  // namespace verbund::outcome
