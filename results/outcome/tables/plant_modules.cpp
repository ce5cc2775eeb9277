#include "results/outcome/tables/plant_modules.hpp"

namespace verbund::outcome {

template <>
const Table<PlantUnits>& table_of<PlantUnits>() {
    using R = PlantUnits;
    static const Table<R> table{
        .name = "plant_modules",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year from which it stands", &R::year},
                {"site", "", "center", &R::site, ColumnRole::place},
                {"kind", "", "what it is: ups, cooling, generator", &R::kind},
                {"size", "1", "of one unit, in the unit of column unit", &R::size},
                {"needed", "1", "units that carry the load", &R::needed, ColumnRole::plain, Display::count},
                {"installed", "1", "units there, the spare ones included", &R::installed, ColumnRole::plain,
                 Display::count},
                {"unit", "", "unit of size", &R::unit, ColumnRole::unit},
            },
    };
    return table;
}

}  // namespace verbund::outcome
