#include "tests/properties/sketch.hpp"

#include <array>
#include <ostream>

#include <fmt/format.h>
#include <rapidcheck.h>

#include "scenarios/study/checks.hpp"
#include "tests/support/simulated_study.hpp"

namespace verbund::properties {
namespace {

int between(int least, int most) { return *rc::gen::inRange(least, most + 1); }

/// Places of different numbers differ: between two at one spot a network drawn by distances could go either
/// way.
Place draw_place(int number) {
    const double apart = 0.0031 * number;
    return {.latitude = 47.7 + apart + 0.01 * between(0, 650), .longitude = 6.5 + 0.01 * between(0, 750)};
}

study::InventoryGroup draw_row() {
    constexpr std::array<const char*, 4> classes{"groupware", "file", "specialist", "dms"};
    study::InventoryGroup row;
    row.workload = classes[static_cast<std::size_t>(between(0, static_cast<int>(classes.size()) - 1))];
    row.physical = between(0, 9) == 0;
    row.count = between(1, 60);
    row.vcpu = between(1, 8);
    row.ram_gb = 2.0 * between(1, 16);
    row.storage_gb = 20.0 * between(0, 20);
    return row;
}

Town draw_town(int number, const SketchRules& rules) {
    Town town;
    town.id = fmt::format("town-{}", number);
    town.at = draw_place(number);
    town.population = 1'000.0 * between(2, 200);
    const int rows = rules.surveys_only ? 0 : between(rules.inventories_only ? 1 : 0, 4);
    for (int i = 0; i < rows; ++i) town.rows.push_back(draw_row());
    return town;
}

std::vector<FieldValue> draw_fields(unsigned most) {
    std::vector<FieldValue> values(static_cast<std::size_t>(between(0, static_cast<int>(most))));
    for (FieldValue& value : values) {
        value.field = static_cast<unsigned>(between(0, 1'000'000));
        value.value = static_cast<unsigned>(between(0, 1'000'000));
    }
    return values;
}

study::Center built(const House& house) {
    study::Center center;
    center.name = house.id;
    center.at = house.at;
    for (int room = 1; room <= house.rooms; ++room) center.rooms[fmt::format("r{}", room)] = {};
    return center;
}

study::Study base_study(const Sketch& sketch) {
    study::Study study;
    study.estate.provider_share = 0.0 * percent;
    for (const Town& town : sketch.towns) {
        study::Administration& a = study.territory.administrations[town.id];
        a.name = town.id;
        a.at = town.at;
        a.population = town.population;
        if (town.rows.empty()) continue;
        a.inventory = town.id + ".csv";
        a.as_of = sketch.first_year;
    }
    for (const House& house : sketch.centers) study.centers[house.id] = built(house);
    if (!sketch.centers.empty()) {
        study::Move& move = study.moves["everyone"];
        move.who = {"all"};
        move.to = sketch.centers.front().id;
        move.years = {sketch.move_year, sketch.move_year};
    }
    if (sketch.centers.size() > 1) study.backups[sketch.centers[0].id].center = sketch.centers[1].id;
    return study;
}

}  // namespace

Sketch draw_sketch(const SketchRules& rules) {
    Sketch sketch;
    for (int i = 0, n = between(1, 3); i < n; ++i) sketch.towns.push_back(draw_town(i, rules));
    for (int i = 0, n = between(0, 2); i < n; ++i) {
        sketch.centers.push_back(
            {.id = fmt::format("center-{}", i), .at = draw_place(10 + i), .rooms = between(1, 2)});
    }
    sketch.first_year = between(2022, 2030);
    sketch.years = between(1, 3);
    sketch.move_year = sketch.first_year + between(0, sketch.years - 1);
    sketch.seed = static_cast<std::uint64_t>(between(1, 1000));
    sketch.variants.resize(static_cast<std::size_t>(between(1, static_cast<int>(rules.most_variants))));
    for (auto& values : sketch.variants) values = draw_fields(rules.most_fields);
    return sketch;
}

study::StudySet build(const Sketch& sketch) {
    study::StudySet set;
    set.title = "drawn";
    set.horizon = {sketch.first_year, sketch.first_year + sketch.years - 1};
    set.milestones = {set.horizon.last};
    set.seed = sketch.seed;
    set.catalog = test::starter_set().catalog;
    for (const Town& town : sketch.towns)
        if (!town.rows.empty()) set.inventories[town.id + ".csv"] = town.rows;
    const study::Study base = base_study(sketch);
    for (std::size_t v = 0; v < sketch.variants.size(); ++v) {
        study::Variant variant;
        variant.id = variant.title = fmt::format("v{}", v);
        variant.study = base;
        for (const FieldValue& value : sketch.variants[v]) set_field(variant.study, value);
        set.variants.push_back(std::move(variant));
    }
    set.base_variant = "v0";
    return set;
}

bool is_valid(const study::StudySet& set) {
    Diagnostics mistakes;
    for (const study::Variant& variant : set.variants) {
        study::Reporter report{variant.places, mistakes};
        study::check_variant(set, variant.study, report);
    }
    return mistakes.empty();
}

void showValue(const Sketch& sketch, std::ostream& to) {
    to << fmt::format("years {} to {}, move {}, seed {}\n", sketch.first_year,
                      sketch.first_year + sketch.years - 1, sketch.move_year, sketch.seed);
    for (const Town& town : sketch.towns) {
        to << fmt::format("{} at {:.2f},{:.2f}, {} people\n", town.id, town.at.latitude, town.at.longitude,
                          town.population);
        for (const study::InventoryGroup& row : town.rows) {
            to << fmt::format("  {} x {}{}: {} vCPU, {} GB RAM, {} GB\n", row.count, row.workload,
                              row.physical ? " (physical)" : "", row.vcpu, row.ram_gb, row.storage_gb);
        }
    }
    for (const House& house : sketch.centers) {
        to << fmt::format("{} at {:.2f},{:.2f}, {} rooms\n", house.id, house.at.latitude, house.at.longitude,
                          house.rooms);
    }
    for (std::size_t v = 0; v < sketch.variants.size(); ++v) {
        study::Study study = base_study(sketch);
        for (const FieldValue& value : sketch.variants[v])
            to << fmt::format("v{} {}\n", v, set_field(study, value));
    }
}

}  // namespace verbund::properties
