#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "scenarios/study/center_sets.hpp"
#include "scenarios/study/checks.hpp"

namespace verbund::study {
namespace {

void report_unknown(const CheckInput& input, const std::string& path, const std::string& thing,
                    const std::string& name, const std::vector<std::string>& candidates) {
    UnknownName unknown = unknown_name(thing, name, candidates);
    input.report(path, std::move(unknown.problem), std::move(unknown.remedy));
}

/// Notes a target that is neither a center nor a group with centers.
void require_target(const CheckInput& input, const std::string& path, const std::string& target) {
    if (!centers_of(input.study.centers, target).empty() || input.report.unreadable("centers")) return;
    const bool group = target.starts_with("group:");
    std::vector<std::string> candidates = targets_of(input.study.centers);
    std::erase_if(candidates,
                  [group](const std::string& name) { return name.starts_with("group:") != group; });
    report_unknown(input, path, group ? "group with centers" : "center", target, candidates);
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

template <class Row>
std::vector<std::string> row_ids(const std::vector<Row>& rows) {
    std::vector<std::string> ids;
    for (const Row& row : rows) ids.push_back(row.id);
    return ids;
}

/// Centers that a backup entry protects.
std::vector<Id> protected_centers(const Study& study, const std::string& primary) {
    std::vector<Id> ids;
    for (const auto& [id, center] : study.centers)
        if (primary == "all" || primary == id || primary == "group:" + center.group) ids.push_back(id);
    return ids;
}

}  // namespace

void find_unknown_move_target(const CheckInput& input) {
    for (const auto& [id, move] : input.study.moves)
        require_target(input, fmt::format("moves.{}.to", id), move.to);
}

void find_unknown_backup_site(const CheckInput& input) {
    for (const auto& [primary, backup] : input.study.backups) {
        if (primary != "all") require_target(input, fmt::format("backups.{}", primary), primary);
        const std::string path = fmt::format("backups.{}.center", primary);
        if (backup.center != "partner") {
            require_target(input, path, backup.center);
            continue;
        }
        for (const Id& id : protected_centers(input.study, primary)) {
            if (primary == "all" || input.study.centers.at(id).partner) continue;
            input.report(path, fmt::format("center \"{}\" has no partner", id),
                         fmt::format("Set centers.{}.partner, or name the backup site.", id));
        }
    }
}

void find_backup_at_itself(const CheckInput& input) {
    for (const auto& [primary, backup] : input.study.backups) {
        if (primary != backup.center || primary.starts_with("group:")) continue;
        input.report(fmt::format("backups.{}.center", primary),
                     fmt::format("\"{}\" would be its own backup", primary), "Name another center.");
    }
}

void find_spread_without_group(const CheckInput& input) {
    for (const auto& [primary, backup] : input.study.backups) {
        if (backup.spread != FallbackSpread::all || backup.center.starts_with("group:")) continue;
        input.report(fmt::format("backups.{}.spread", primary),
                     fmt::format("\"all\" spreads a load over the centers of a group, but center is \"{}\"",
                                 backup.center),
                     "Write center: \"group:<name>\", or leave spread out.");
    }
}

void find_unknown_outside_copy(const CheckInput& input) {
    for (const auto& [id, center] : input.study.centers) {
        const std::optional<std::string>& place = center.outside_copy;
        if (!place || *place == outside_elsewhere || *place == outside_none) continue;
        const std::string path = fmt::format("centers.{}.outside_copy", id);
        if (*place == id) {
            input.report(path, fmt::format("\"{}\" would keep its own outside copy", id),
                         "Name another center, \"elsewhere\" or \"none\".");
        } else if (input.study.centers.count(*place) == 0) {
            report_unknown(input, path, "center", *place, ids_of(input.study.centers));
        }
    }
}

void find_unknown_partner(const CheckInput& input) {
    if (input.report.unreadable("centers")) return;
    for (const auto& [id, center] : input.study.centers) {
        if (!center.partner) continue;
        const std::string path = fmt::format("centers.{}.partner", id);
        if (*center.partner == id)
            input.report(path, fmt::format("\"{}\" would be its own partner", id), "Name another center.");
        else if (input.study.centers.count(*center.partner) == 0)
            report_unknown(input, path, "center", *center.partner, ids_of(input.study.centers));
    }
}

void find_unknown_home_or_provider(const CheckInput& input) {
    const auto require = [&](const std::string& path, const std::optional<Id>& center) {
        if (center && input.study.centers.count(*center) == 0 && !input.report.unreadable("centers"))
            report_unknown(input, path, "center", *center, ids_of(input.study.centers));
    };
    for (const auto& [id, administration] : input.study.territory.administrations) {
        require(fmt::format("territory.administrations.{}.home", id), administration.home);
        require(fmt::format("territory.administrations.{}.provider", id), administration.provider);
    }
}

void find_unknown_link_end(const CheckInput& input) {
    const Reporter& report = input.report;
    if (report.broken("territory") || report.unreadable("centers") || report.unreadable("network.nodes"))
        return;
    std::vector<std::string> ends = ids_of(input.study.centers);
    for (const std::string& node : ids_of(input.study.network.nodes)) ends.push_back(node);
    for (const SelectedAdministration& administration : input.administrations)
        ends.push_back(administration.id);
    const auto require = [&](const std::string& path, const Id& end) {
        if (!contains(ends, end)) report_unknown(input, path, "administration, center or node", end, ends);
    };
    for (const auto& [id, link] : input.study.network.links) {
        require(fmt::format("network.links.{}.from", id), link.from);
        require(fmt::format("network.links.{}.to", id), link.to);
        if (link.from == link.to && !link.from.empty()) {
            input.report(fmt::format("network.links.{}.to", id),
                         fmt::format("the link leads from \"{}\" to itself", link.to), "Name another end.");
        }
    }
}

void find_duct_without_links(const CheckInput& input) {
    std::set<std::string> used;
    for (const auto& [id, link] : input.study.network.links)
        used.insert(link.ducts.begin(), link.ducts.end());
    for (const auto& [id, duct] : input.study.network.ducts) {
        if (used.count(id) > 0) continue;
        const std::string near = nearest_word(id, {used.begin(), used.end()});
        input.report(fmt::format("network.ducts.{}", id), fmt::format("no link lies in duct \"{}\"", id),
                     near.empty() ? "Name it at a link (ducts), or leave it out."
                                  : fmt::format("Did you mean \"{}\"?", near));
    }
}

void find_unknown_workload(const CheckInput& input) {
    const std::vector<std::string> known = row_ids(input.set.catalog.workloads);
    const auto require = [&](const std::string& path, const std::vector<std::string>& names) {
        for (const std::string& name : names)
            if (!contains(known, name)) report_unknown(input, path, "workload class", name, known);
    };
    for (const auto& [id, workload] : input.study.workloads) require(fmt::format("workloads.{}", id), {id});
    for (const auto& [id, move] : input.study.moves) {
        require(fmt::format("moves.{}.keep_local", id), move.keep_local);
        if (move.only) require(fmt::format("moves.{}.only", id), *move.only);
    }
    for (const auto& [id, exchange] : input.study.exchanges)
        require(fmt::format("exchanges.{}.workload", id), {exchange.workload});
}

void find_unknown_plant(const CheckInput& input) {
    const std::vector<std::string> ups = row_ids(input.set.catalog.ups);
    const std::vector<std::string> cooling = row_ids(input.set.catalog.cooling);
    const auto require = [&](const std::string& path, const std::string& ups_id,
                             const std::string& cooling_id) {
        if (!contains(ups, ups_id)) report_unknown(input, path + ".ups", "UPS type", ups_id, ups);
        if (!contains(cooling, cooling_id))
            report_unknown(input, path + ".cooling", "cooling type", cooling_id, cooling);
    };
    require("home", input.study.home.ups, input.study.home.cooling);
    for (const auto& [id, center] : input.study.centers)
        for (const auto& [room_id, room] : center.rooms)
            require(fmt::format("centers.{}.rooms.{}", id, room_id), room.ups, room.cooling);
}

void find_unknown_endpoint(const CheckInput& input) {
    const std::vector<std::string> known = row_ids(input.set.catalog.endpoints);
    for (const auto& [id, counted] : input.study.endpoints)
        if (!contains(known, id))
            report_unknown(input, fmt::format("endpoints.{}", id), "endpoint", id, known);
}

}  // namespace verbund::study
