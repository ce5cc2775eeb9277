#include "sim/batch/availability_cases.hpp"

#include <utility>
#include <vector>

#include <fmt/format.h>
#include <tbb/task_arena.h>

#include "sim/availability/availability.hpp"
#include "sim/batch/route_rows.hpp"
#include "sim/batch/row_taker.hpp"

namespace verbund::batch {
namespace {

void list_routes(const deploy::World& world, const std::vector<int>& years, const RowTaker& take,
                 outcome::Run& run) {
    std::vector<const deploy::Deployment*> deployments;
    for (const int year : years) deployments.push_back(&world.year(year).year());
    RouteRows rows = route_rows(
        world.network(), deploy::routes_in_use(world.study(), world.variant(), deployments), world.routes());
    take(std::move(rows.pairs), run.rows<outcome::RoutePair>());
    take(std::move(rows.cuts), run.rows<outcome::RouteCut>());
}

}  // namespace

std::set<int> AvailabilityCases::prepare(std::size_t, const deploy::World& world) {
    const std::vector<int> years = availability::years_to_simulate(world.set(), world.study());
    return {years.begin(), years.end()};
}

void AvailabilityCases::play(std::size_t v, const deploy::World& world, const Progress& progress,
                             outcome::Run& run) {
    const int jobs = jobs_ > 0 ? jobs_ : tbb::this_task_arena::max_concurrency();
    const std::vector<int> years = availability::years_to_simulate(world.set(), world.study());
    if (years.empty()) return;
    const RowTaker take{world, v, run};
    list_routes(world, years, take, run);
    for (std::size_t y = 0; y < years.size(); ++y) {
        availability::AvailabilityOutcome found =
            availability::simulate(world.year(years[y]), world.routes(), jobs);
        take(std::move(found.summary), run.rows<outcome::AvailabilitySummary>());
        take(std::move(found.administrations), run.rows<outcome::AvailabilityAdministration>());
        take(std::move(found.causes), run.rows<outcome::AvailabilityCause>());
        if (progress) {
            progress(static_cast<double>(y + 1) / static_cast<double>(years.size()),
                     fmt::format("{} {}", world.id(), years[y]));
        }
    }
}

}  // namespace verbund::batch
