#include "results/outcome/tables/places.hpp"

namespace verbund::outcome {

template <>
const Table<NamedPlace>& table_of<NamedPlace>() {
    using R = NamedPlace;
    static const Table<R> table{
        .name = "places",
        .columns =
            {
                {"id", "", "id in the study", &R::id},
                {"name", "", "name", &R::name},
                {"kind", "", "kind: own, provider, shared; district, city, municipality, stated", &R::kind},
                {"latitude", "degrees_north", "latitude (WGS 84)", &R::latitude},
                {"longitude", "degrees_east", "longitude (WGS 84)", &R::longitude},
            },
    };
    return table;
}

}  // namespace verbund::outcome
