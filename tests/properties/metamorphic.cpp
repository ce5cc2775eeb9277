// Rules between the results of two studies that say the same thing in other words, or differ in a way whose
// effect is known.  No number has to be known for that.
#include <algorithm>

#include <fmt/format.h>

#include "models/base/quantity_text.hpp"
#include "models/compute/host.hpp"
#include "scenarios/read/read_study.hpp"
#include "scenarios/study/resolve.hpp"
#include "tests/properties/played.hpp"
#include "tests/properties/property.hpp"
#include "tests/properties/study_text.hpp"

namespace verbund::properties {
namespace {

/// Sums over the same things in another order differ in their last digits.
constexpr double rounding = 1e-9;
/// Traffic and load are summed in single precision.
constexpr double single_precision = 1e-6;

PROPERTY("the number of threads changes no bit") {
    const Sketch sketch = draw_valid({.most_fields = 4, .most_variants = 3});
    const study::StudySet set = build(sketch);
    require_same(played(set, 1), played(set, 2), 0.0, sketch);
}

PROPERTY("the order of the variants changes no bit") {
    const Sketch sketch = draw_valid({.most_fields = 4, .most_variants = 3});
    study::StudySet set = build(sketch);
    const Played before = played(set);
    std::reverse(set.variants.begin(), set.variants.end());
    require_same(before, played(set), 0.0, sketch);
}

PROPERTY("a variant beside the others changes no bit of theirs") {
    const Sketch sketch = draw_valid({.most_fields = 4, .most_variants = 3});
    study::StudySet set = build(sketch);
    const Played all = played(set);
    set.variants.pop_back();
    if (set.variants.empty()) return;
    const Played fewer = played(set);
    if (all.error.empty()) require_same(fewer, all, 0.0, sketch);
}

PROPERTY("the order of a study file's keys changes no bit") {
    const Sketch sketch = draw_valid({.surveys_only = true, .most_fields = 4, .most_variants = 2});
    const study::StudySet set = build(sketch);
    const auto read = [&](KeyOrder order) {
        return read::read_study_text(study_text(set, order), "drawn.yaml", ".", {});
    };
    require_same(played(read(KeyOrder::as_described)), played(read(KeyOrder::reversed)), 0.0, sketch);
}

PROPERTY("a study written out in full and read again gives the same bits") {
    const Sketch sketch = draw_valid({.surveys_only = true, .most_fields = 4, .most_variants = 2});
    const study::StudySet set = build(sketch);
    const std::string text = study_text(set, KeyOrder::as_described);
    require_same(played(set), played(read::read_study_text(text, "drawn.yaml", ".", {})), 0.0, sketch);
}

PROPERTY("a center that nobody uses changes no server, host and watt elsewhere") {
    Sketch sketch = draw_valid({.most_fields = 2});
    const auto elsewhere = [](const std::string& what) {
        // The network of a study without links is drawn through all its places, so routes may be others.
        const auto holds = [&](const char* part) { return what.find(part) != std::string::npos; };
        return !what.starts_with("all ") && !holds("latency") && !holds("gbit_s") && !holds("cost") &&
               !holds("binding");
    };
    study::StudySet set = build(sketch);
    for (const study::Variant& variant : set.variants)  // where links are drawn, one has to lead there
        RC_PRE(variant.study.network.topology == study::TopologyKind::synthetic);
    Played before = played(build(sketch));
    before.numbers = with(before.numbers, elsewhere);
    for (study::Variant& variant : set.variants) {
        study::Center& unused = variant.study.centers["zz-unused"];
        unused.at = {.latitude = 50.9, .longitude = 10.2};
        unused.rooms["r1"] = {};
    }
    require_same(before, played(set), rounding, sketch);
}

/// Hosts of every year `factor` times as large: as many times the cores, work and memory, for the same power.
/// Each year's host is a row of its own.  To enlarge the measured rows alone would be another thing: cores
/// come in pairs, so the trend makes 10 cores of 8 (9.1) in 2024, but 18 of 16 (18.2).
void enlarge_hosts(catalog::Catalog& catalog, compute::HostRules rules, int factor) {
    rules.real_host_factor = 1.0;  // the run applies it
    std::vector<catalog::ServerModel> enlarged;
    for (const std::string& series : study::resolve_series(study::HostSeries::automatic)) {
        for (int year = catalog.servers.front().year; year <= catalog.server_trend.back().year; ++year) {
            if (compute::generation_year(catalog, series, year) > year) continue;  // not yet on sale
            const compute::HostType host = compute::host_type(catalog, series, year, rules);
            catalog::ServerModel& row = enlarged.emplace_back();
            row.id = host.id;
            row.series = series;
            row.year = year;
            row.cores = host.cores * factor;
            row.height_units = host.height_units;
            row.performance_ops = host.performance_ops * factor;
            row.power_w = host.power_w;
        }
    }
    catalog.servers = std::move(enlarged);
    catalog.server_trend.clear();
    for (catalog::Figure& figure : catalog.figures) {
        if (!figure.id.starts_with("memory.")) continue;  // the most that a stand-alone server takes
        const Parsed<Data> most = parse_quantity<Data>(figure.value, PointMeaning::decimal);
        figure.value = fmt::format("{} GB", factor * most.value.value().in(gigabyte));
    }
}

/// Memory modules and disks draw by their number, whatever their size.
void forget_power_of_parts(catalog::Catalog& catalog) {
    for (catalog::Figure& figure : catalog.figures)
        if (figure.id.starts_with("power.")) figure.value = "0 W";
}

/// One configuration a series, chosen by power: a chassis costs the same whatever is in it, and cores and
/// modules come in whole numbers.
void offer_fixed_memory(study::StudySet& set) {
    for (study::Variant& variant : set.variants) {
        study::Hosts& hosts = variant.study.hosts;
        if (!hosts.ram_per_core) hosts.ram_per_core = 12.0 * gigabyte;
        hosts.choose = study::HostChoice::power;
    }
}

/// Servers that are counted, and those that the survey has: a field drawn may select administrations of the
/// catalog, which have no inventory.
void enlarge_servers(study::StudySet& set, double factor) {
    const auto enlarge = [factor](auto& server) {
        server.vcpu *= factor;
        server.ram_gb *= factor;
    };
    for (auto& [file, rows] : set.inventories) std::for_each(rows.begin(), rows.end(), enlarge);
    std::for_each(set.catalog.workloads.begin(), set.catalog.workloads.end(), enlarge);
}

PROPERTY("twice as large VMs on twice as large hosts need as many hosts and as much power") {
    const Sketch sketch = draw_valid({.most_fields = 2});
    const auto counted = [](const std::string& what) {
        const auto holds = [&](const char* part) { return what.find(part) != std::string::npos; };
        // Software is licensed by the core, carbon is embodied in memory, and the hosts do twice the work.
        return !holds("vcpu") && !holds("ram_tb") && !holds("_eur") && !holds("co2_embodied") &&
               !holds("iteesv");
    };
    study::StudySet set = build(sketch);
    forget_power_of_parts(set.catalog);
    offer_fixed_memory(set);
    Played before = played(set);
    before.numbers = with(before.numbers, counted);
    enlarge_hosts(set.catalog, study::resolve_host_rules(set.variants.front().study, set.catalog), 2);
    enlarge_servers(set, 2.0);
    require_same(before, played(set), rounding, sketch);
}

PROPERTY("an inventory cut into other rows in another order is the same estate") {
    const Sketch sketch = draw_valid({.inventories_only = true, .most_fields = 2});
    study::StudySet set = build(sketch);
    const Played before = played(set);
    for (auto& [file, rows] : set.inventories) {
        std::vector<study::InventoryGroup> pieces;
        for (study::InventoryGroup row : rows) {
            const int first = (row.count + 1) / 3;
            for (const int count : {first, row.count - first}) {
                row.count = count;
                if (count > 0) pieces.push_back(row);
            }
        }
        std::reverse(pieces.begin(), pieces.end());
        rows = pieces;
    }
    require_same(before, played(set), single_precision, sketch);
}

PROPERTY("a year comes out the same whether or not the years before it are told") {
    Sketch sketch = draw_valid({.most_fields = 2});
    const Played all = played(build(sketch));
    if (!all.error.empty()) return;  // perhaps in a year that is left out
    const std::string last = fmt::format("in v0 {}: ", sketch.first_year + sketch.years - 1);
    study::StudySet set = build(sketch);
    set.horizon.first = set.horizon.last;
    Played alone = played(set);
    // Of what stood before the first year told only an even mix of ages is known, and not what moves then:
    // what is written down may differ, what is paid by the year may not.
    const auto is_written_down = [](const std::string& what) {
        for (const char* part : {"cost_hardware", "cost_building", "cost_network", "cost_change",
                                 "cost_total", "cost_eur", "bill_eur"})
            if (what.find(part) != std::string::npos) return true;
        return false;
    };
    const auto of_last_year = [&](const std::string& what) {
        return what.find(last) != std::string::npos && !is_written_down(what);
    };
    alone.numbers = with(alone.numbers, of_last_year);
    require_same({with(all.numbers, of_last_year), "", false}, alone, rounding, sketch);
}

template <class Thing>
void rename(std::map<std::string, Thing>& things, const std::string& from, const std::string& to) {
    auto entry = things.extract(from);
    if (entry.empty()) return;
    entry.key() = to;
    things.insert(std::move(entry));
}

void rename_town(study::StudySet& set, const std::string& from, const std::string& to) {
    rename(set.inventories, from + ".csv", to + ".csv");
    for (study::Variant& variant : set.variants) {
        auto& administrations = variant.study.territory.administrations;
        rename(administrations, from, to);
        study::Administration& town = administrations.at(to);
        town.name = to;
        if (town.inventory) town.inventory = to + ".csv";
    }
}

void rename_center(study::StudySet& set, const std::string& from, const std::string& to) {
    for (study::Variant& variant : set.variants) {
        study::Study& study = variant.study;
        rename(study.centers, from, to);
        study.centers.at(to).name = to;
        rename(study.backups, from, to);
        for (auto& [id, backup] : study.backups)
            if (backup.center == from) backup.center = to;
        for (auto& [id, move] : study.moves)
            if (move.to == from) move.to = to;
    }
}

/// The study with names in the opposite order; `names` leads back.  The study is renamed as built, not the
/// sketch: a field is drawn by its position, which with other names is that of another town's field.
study::StudySet renamed(const Sketch& sketch, Renaming& names) {
    study::StudySet set = build(sketch);
    const auto call = [&](const auto& things, const char* prefix, const auto& rename_one) {
        for (std::size_t i = 0; i < things.size(); ++i) {
            const std::string id = fmt::format("{}{}", prefix, 9 - i);
            names[id] = things[i].id;
            rename_one(set, things[i].id, id);
        }
    };
    call(sketch.towns, "a", rename_town);
    call(sketch.centers, "zz", rename_center);
    return set;
}

PROPERTY("what towns and centers are called changes no number") {
    const Sketch sketch = draw_valid({.most_fields = 2});
    Renaming names;
    const study::StudySet other = renamed(sketch, names);
    require_same(played(build(sketch)), played(other, 1, names), rounding, sketch);
}

}  // namespace
}  // namespace verbund::properties
