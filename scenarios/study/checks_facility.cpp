#include <algorithm>

#include <fmt/format.h>

#include "models/base/quantity_text.hpp"
#include "scenarios/study/checks.hpp"

namespace verbund::study {

void find_it_power_beyond_racks(const CheckInput& input) {
    for (const auto& [center_id, center] : input.study.centers) {
        for (const auto& [room_id, room] : center.rooms) {
            if (!room.it_power || !room.racks || !room.rack_power) continue;
            const Power of_racks = *room.racks * *room.rack_power;
            const std::string path = fmt::format("centers.{}.rooms.{}", center_id, room_id);
            if (*room.it_power <= of_racks * (1.0 + 1e-9)) continue;
            input.report(path + ".it_power",
                         fmt::format("{} cannot be drawn by {} rack{} of {} ({})", to_text(*room.it_power),
                                     *room.racks, *room.racks == 1 ? "" : "s", to_text(*room.rack_power),
                                     to_text(of_racks)),
                         "State more racks, more rack_power, or no more it_power than the racks may draw.");
        }
    }
}

void find_other_load_without_power(const CheckInput& input) {
    for (const auto& [id, center] : input.study.centers) {
        if (!center.other_load) continue;
        const OtherLoad& load = *center.other_load;
        const std::string path = fmt::format("centers.{}.other_load", id);
        const bool unread = input.report.broken(path + ".provider") ||
                            input.report.broken(path + ".it_power") || input.report.broken(path + ".servers");
        const int stated = (load.provider ? 1 : 0) + (load.it_power ? 1 : 0) + (load.servers ? 1 : 0);
        if (unread || stated == 1) continue;
        input.report(path,
                     stated == 0 ? "its power is not stated" : "its power is stated in more than one way",
                     "State one of provider, it_power or servers.");
    }
}

void find_unknown_provider_of_load(const CheckInput& input) {
    const std::vector<catalog::Provider>& rows = input.set.catalog.providers;
    for (const auto& [id, center] : input.study.centers) {
        if (!center.other_load || !center.other_load->provider) continue;
        const std::string& name = *center.other_load->provider;
        const bool known = std::any_of(rows.begin(), rows.end(),
                                       [&](const catalog::Provider& row) { return row.id == name; });
        if (known) continue;
        std::vector<std::string> ids;
        for (const catalog::Provider& row : rows) ids.push_back(row.id);
        const std::string near = nearest_word(name, ids);
        input.report(fmt::format("centers.{}.other_load.provider", id),
                     fmt::format("no provider \"{}\" in the catalog", name),
                     near.empty()
                         ? "`verbund catalog providers` lists them."
                         : fmt::format("Did you mean \"{}\"? `verbund catalog providers` lists all.", near));
    }
}

void find_meters_without_reading(const CheckInput& input) {
    for (const auto& [id, center] : input.study.centers) {
        if (!center.metered) continue;
        const Metered& metered = *center.metered;
        const std::string path = fmt::format("centers.{}.metered", id);
        const bool unread = input.report.broken(path + ".pue") || input.report.broken(path + ".energy");
        if (!unread && !metered.pue && !metered.energy)
            input.report(path, "it states no reading", "State pue, energy or both.");
        const Horizon& horizon = input.set.horizon;
        if (!horizon_known(input) || input.report.broken(path + ".year")) continue;
        if (metered.year >= horizon.first && metered.year <= horizon.last) continue;
        input.report(
            path + ".year",
            fmt::format("{} lies outside the horizon {} to {}", metered.year, horizon.first, horizon.last),
            "State a reading of a year that is computed, or begin the horizon earlier.");
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
