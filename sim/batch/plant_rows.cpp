#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "models/base/unit_factors.hpp"
#include "sim/batch/rows.hpp"
#include "sim/deploy/sites.hpp"

namespace verbund::batch {
namespace {

outcome::PlantUnits units(std::string kind, const facility::Modules& modules, double installed,
                          std::string unit) {
    outcome::PlantUnits row;
    row.kind = std::move(kind);
    row.size = modules.each_kw;
    row.needed = modules.count;
    row.installed = installed;
    row.unit = std::move(unit);
    return row;
}

/// Rooms apart, in their order.
std::vector<outcome::PlantUnits> units_of(const deploy::Plant& plant) {
    std::vector<outcome::PlantUnits> rows;
    for (const deploy::RoomPlant& room : plant.rooms) {
        const facility::Modules& ups = room.ups_modules;
        rows.push_back(
            units("ups", ups, std::round(room.chain.ups_installed.in(kilowatt) / ups.each_kw), "kW"));
        rows.push_back(units("cooling", room.cooling_units, room.cooling_units.count, "kW"));
    }
    if (plant.generators.count > 0)
        rows.push_back(units("generator", plant.generators, plant.generators.count, "kV A"));
    return rows;
}

bool same_units(const outcome::PlantUnits& a, const outcome::PlantUnits& b) {
    return std::tie(a.kind, a.size, a.needed, a.installed) == std::tie(b.kind, b.size, b.needed, b.installed);
}

}  // namespace

std::vector<outcome::PlantUnits> plant_rows(const deploy::VariantDeployment& variant,
                                            std::size_t variant_index) {
    std::vector<outcome::PlantUnits> rows;
    for (std::size_t s = 0; s < deploy::center_count(variant.sites); ++s) {
        std::vector<outcome::PlantUnits> standing;
        for (const deploy::Deployment& phase : variant.phases) {
            const deploy::SiteDeployment& site = phase.sites[s];
            if (!site.in_operation) continue;
            std::vector<outcome::PlantUnits> now = units_of(*site.plant);
            if (std::equal(now.begin(), now.end(), standing.begin(), standing.end(), same_units)) continue;
            standing = std::move(now);
            for (outcome::PlantUnits row : standing) {
                row.variant = static_cast<std::int32_t>(variant_index);
                row.year = phase.year;
                row.site = variant.sites[s].id;
                rows.push_back(std::move(row));
            }
        }
    }
    return rows;
}

std::vector<outcome::SharedCenter> shared_rows(const deploy::VariantDeployment& variant,
                                               const annual::YearOutcome& outcome, int year,
                                               std::size_t variant_index) {
    std::vector<outcome::SharedCenter> rows;
    for (std::size_t s = 0; s < outcome.whole.size(); ++s) {
        const annual::WholeCenter& whole = outcome.whole[s];
        if (outcome.sites[s].in_operation == 0.0 || !(whole.clients_share < 1.0)) continue;
        const double clients_kw = outcome.sites[s].it_power_mean_kw;
        rows.push_back({static_cast<std::int32_t>(variant_index), year, variant.sites[s].id, clients_kw,
                        clients_kw * (1.0 / whole.clients_share - 1.0), whole.clients_share, whole.it_mwh,
                        whole.grid_mwh, whole.energy_eur});
    }
    return rows;
}

}  // namespace verbund::batch
