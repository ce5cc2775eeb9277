#include "results/outcome/tables/gear.hpp"

namespace verbund::outcome {

template <>
const Table<SiteGear>& table_of<SiteGear>() {
    using R = SiteGear;
    static const Table<R> table{
        .name = "gear",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year", &R::year},
                {"site", "", "center; \"home\" = all own rooms and offices that are no center together",
                 &R::site},
                {"sites", "1", "sites that have such devices", &R::sites},
                {"device", "",
                 "kind of device; \"stated\" = a power that the study gives in place of devices", &R::device},
                {"in_room", "", "part of the room's IT power; else electricity of the office", &R::in_room},
                {"count", "1", "devices", &R::count, ColumnRole::plain, Display::count},
                {"power_w", "W", "power of these devices", &R::power_w},
                {"height_units", "1", "height units that they take in racks", &R::height_units},
            },
        .many_rows = true,
        .on_page = false,
    };
    return table;
}

}  // namespace verbund::outcome
