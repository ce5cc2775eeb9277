#include "scenarios/read/import/device_export.hpp"

#include <array>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "models/base/number_text.hpp"
#include "scenarios/read/import/export_headings.hpp"

namespace verbund::read {
namespace {

constexpr Heading site_heading{
    "Site", {"site", "datacenter", "datacentername", "location", "standort", "rechenzentrum"}};
constexpr Heading rack_heading{"Rack", {"rack", "cabinet", "cabinetlocation", "schrank", "racks"}};
constexpr Heading name_heading{"Name", {"name", "device", "label", "devicename", "gerat", "bezeichnung"}};
constexpr Heading height_heading{"Height",
                                 {"uheight", "height", "heightu", "units", "rackunits", "hohe", "he"}};
constexpr Heading power_heading{
    "Power", {"nominalwatts", "allocateddraw", "allocateddraww", "maximumdraw", "powerw", "watts", "power"}};

/// "2U", "350 W", "1.024": a number and, if any, its unit.
std::optional<double> figure(const std::string& text) {
    const WrittenNumber number = number_at_start(text);
    std::string_view unit{text};
    unit.remove_prefix(number.length);
    while (unit.starts_with(' ')) unit.remove_prefix(1);
    constexpr std::array<std::string_view, 5> units{"", "U", "HE", "W", "VA"};
    bool known = false;
    for (const std::string_view one : units) known = known || unit == one;
    if (number.form == NumberForm::none || !known) return std::nullopt;
    return number_value(number.ambiguous() ? number.grouped : number.decimal, DecimalSign::point);
}

class DeviceReader {
public:
    DeviceReader(const CsvTable& table, Diagnostics& mistakes)
        : table_{table},
          mistakes_{mistakes},
          columns_{table, mistakes, "Export the devices with name, rack and height."} {}

    DeviceList read() {
        const auto site = columns_.find(site_heading);
        const auto rack = columns_.need(rack_heading);
        const auto name = columns_.find(name_heading);
        const auto height = columns_.find(height_heading);
        const auto power = columns_.find(power_heading);
        DeviceList list;
        list.has_power = power.has_value();
        if (!rack) return list;
        for (const CsvRecord& record : table_.records) {
            const auto text = [&](const ExportColumns::Column& column) {
                return column ? record.cells[*column] : std::string{};
            };
            const std::optional<double> units = value(record, height, height_heading);
            if (!units) ++without_height_;
            list.devices.push_back({.site = text(site),
                                    .rack = text(rack),
                                    .name = text(name),
                                    .height_units = units.value_or(1.0),
                                    .power_w = value(record, power, power_heading).value_or(0.0),
                                    .line = record.line});
        }
        if (list.devices.empty())
            mistakes_.add(
                {{table_.file, table_.header_line, 0}, "", "the list has no devices", "Export it again."});
        if (without_height_ > 0)
            mistakes_.note({{table_.file, table_.header_line, 0},
                            std::string{height_heading.shown},
                            fmt::format("not stated of {} devices: they take one unit each", without_height_),
                            ""});
        return list;
    }

private:
    /// Nothing for an empty cell, and after a mistake.
    std::optional<double> value(const CsvRecord& record, const ExportColumns::Column& column,
                                const Heading& heading) {
        if (!column || record.cells[*column].empty()) return std::nullopt;
        const std::string& text = record.cells[*column];
        constexpr double most = 1e6;
        const std::optional<double> read = figure(text);
        if (read && *read >= 0.0 && *read <= most) return read;
        columns_.mistake(record, heading, fmt::format("\"{}\" is no {}", text, plain_word(heading.shown)),
                         "Write a number, with its unit (U, W) or without.");
        return 0.0;
    }

    const CsvTable& table_;
    Diagnostics& mistakes_;
    ExportColumns columns_;
    std::size_t without_height_ = 0;
};

}  // namespace

DeviceList read_device_export(const CsvTable& table, Diagnostics& mistakes) {
    return DeviceReader{table, mistakes}.read();
}

}  // namespace verbund::read
