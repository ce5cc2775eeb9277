#include <fmt/format.h>

#include "models/base/quantity_text.hpp"
#include "scenarios/study/checks.hpp"

namespace verbund::study {

void find_it_power_beyond_racks(const CheckInput& input) {
    for (const auto& [center_id, center] : input.study.centers) {
        for (const auto& [room_id, room] : center.rooms) {
            if (!room.it_power || !room.racks) continue;
            const Power of_racks = *room.racks * room.rack_power;
            const std::string path = fmt::format("centers.{}.rooms.{}", center_id, room_id);
            const bool unknown = input.report.broken(path + ".rack_power");  // and the default in its place
            if (unknown || *room.it_power <= of_racks * (1.0 + 1e-9)) continue;
            input.report(path + ".it_power",
                         fmt::format("{} cannot be drawn by {} rack{} of {} ({})", to_text(*room.it_power),
                                     *room.racks, *room.racks == 1 ? "" : "s", to_text(room.rack_power),
                                     to_text(of_racks)),
                         "State more racks, more rack_power, or no more it_power than the racks may draw.");
        }
    }
}

void find_gear_figure_without_base(const CheckInput& input) {
    const Gear& gear = input.study.gear;
    if (gear.base || input.report.broken("gear.base")) return;
    const Gear unstated;
    const auto require_base = [&](const std::string& path, bool stated) {
        if (!stated) return;
        input.report(path, "it counts only beside gear.base (without, gear is the devices of catalog gear)",
                     "State gear.base too (300 W stood for a pair of firewalls), or change the devices: "
                     "`verbund catalog gear --csv`.");
    };
    require_base("gear.per_host", gear.per_host != unstated.per_host);
    require_base("gear.per_seat", gear.per_seat != unstated.per_seat);
    require_base("gear.height_units_base", gear.height_units_base != unstated.height_units_base);
}

}  // namespace verbund::study
