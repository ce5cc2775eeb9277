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
                {"form", "", "which form of that step", &R::form},
                {"subject", "", "what it concerns", &R::subject},
                {"place", "", "site, or end of a link", &R::place, ColumnRole::place},
                {"other", "", "other site, or other end", &R::other, ColumnRole::place},
                {"room", "", "room", &R::room},
                {"who", "", "administrations, the first three", &R::who},
                {"administrations", "1", "administrations concerned", &R::administrations},
                {"servers", "1", "servers concerned", &R::servers},
                {"count", "1", "hosts, links or ways concerned", &R::count},
                {"of", "1", "hosts that there are", &R::of},
                {"amount", "1", "amount, in the unit of column unit", &R::amount},
                {"limit", "1", "what there is of it, in the unit of column unit", &R::limit},
                {"unit", "", "unit of amount and limit", &R::unit, ColumnRole::unit},
                {"duration_s", "s", "how long it takes or lasts", &R::duration_s},
                {"pause_s", "s", "planned pause for switching back", &R::pause_s},
                {"hour", "1", "hour of the day", &R::hour},
                {"critical_path", "", "on the path to the last critical class", &R::critical_path},
            },
    };
    return table;
}

}  // namespace verbund::outcome
