#include "results/report/export/racks_export.hpp"

#include <string_view>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "models/base/number_text.hpp"
#include "results/report/export/csv_export.hpp"
#include "results/report/export/row_json.hpp"

namespace verbund::report {
namespace {

using Json = nlohmann::ordered_json;

Json power(const outcome::ImportedRacks& found, double watts) {
    return found.has_power ? Json(watts) : Json();
}

ExportCell number_cell(double value) { return without_second_reading(fmt::format("{}", value)); }

}  // namespace

std::string racks_csv(const outcome::ImportedRacks& found) {
    std::vector<ExportCell> cells;
    for (const std::string_view column : {"site", "rack", "devices", "height_units", "power_w"})
        cells.emplace_back(column);
    std::string text = csv_line(cells, DecimalMark::point);
    for (const outcome::ImportedRack& rack : found.racks) {
        cells.assign({std::string_view{rack.site}, std::string_view{rack.rack}});
        cells.push_back(number_cell(static_cast<double>(rack.devices)));
        cells.push_back(number_cell(rack.height_units));
        cells.push_back(found.has_power ? number_cell(rack.power_w) : ExportCell{std::monostate{}});
        text += csv_line(cells, DecimalMark::point);
    }
    return text;
}

std::string racks_json(const outcome::ImportedRacks& found) {
    Json rooms = Json::array();
    for (const outcome::ImportedRoom& room : found.rooms)
        rooms.push_back({{"site", room.site},
                         {"racks", room.racks},
                         {"devices", room.devices},
                         {"height_units", room.height_units},
                         {"power_w", power(found, room.power_w)},
                         {"fullest_rack_w", power(found, room.fullest_rack_w)}});
    Json racks = Json::array();
    for (const outcome::ImportedRack& rack : found.racks)
        racks.push_back({{"site", rack.site},
                         {"rack", rack.rack},
                         {"devices", rack.devices},
                         {"height_units", rack.height_units},
                         {"power_w", power(found, rack.power_w)}});
    return dump({{"rooms", rooms}, {"racks", racks}, {"in_no_rack", found.in_no_rack}});
}

}  // namespace verbund::report
