#include "results/report/terminal/racks_text.hpp"

#include <vector>

#include "results/report/numbers.hpp"
#include "results/report/terminal/text_table.hpp"

namespace verbund::report {
namespace {

constexpr double watt_per_kilowatt = 1000.0;

}  // namespace

std::string racks_text(const outcome::ImportedRacks& found, const Style& style) {
    const std::vector<ColumnNames> names{{{"Standort"}, {"Site"}, Align::left},
                                         {{"Racks"}},
                                         {{"Geräte"}, {"Devices"}},
                                         {{"Höhen-", "einheiten"}, {"Height", "units"}},
                                         {{"Leistung", "kW"}, {"Power", "kW"}},
                                         {{"vollstes Rack", "kW"}, {"fullest rack", "kW"}}};
    TextTable table{columns_in(style.language, names)};
    const auto whole = [&](std::uint64_t count) {
        return fixed_number(static_cast<double>(count), 0, style);
    };
    const auto kilowatts = [&](double watts) {
        return found.has_power ? short_number(watts / watt_per_kilowatt, style) : std::string{"?"};
    };
    for (const outcome::ImportedRoom& room : found.rooms)
        table.add_row({room.site.empty() ? "-" : room.site, whole(room.racks), whole(room.devices),
                       short_number(room.height_units, style), kilowatts(room.power_w),
                       kilowatts(room.fullest_rack_w)});
    std::string text = table.render(style);
    if (found.has_power)
        text += say(style.language, "Leistung laut Liste (Nennwerte): gemessen wird meist weniger\n",
                    "Power as listed (nominal): meters mostly show less\n");
    if (found.in_no_rack > 0)
        text += say(style.language, "{} Geräte stehen in keinem Rack und zählen nicht\n",
                    "{} devices stand in no rack and do not count\n", whole(found.in_no_rack));
    return text;
}

}  // namespace verbund::report
