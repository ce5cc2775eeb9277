#include "sim/batch/availability_cases.hpp"

#include <utility>
#include <vector>

#include <fmt/format.h>
#include <tbb/task_arena.h>

#include "sim/availability/availability.hpp"
#include "sim/batch/route_rows.hpp"
#include "sim/batch/variant_world.hpp"

namespace verbund::batch {
namespace {

std::vector<const deploy::Deployment*> deployments_of(const study::StudySet& set, const VariantWorld& world,
                                                      const std::vector<int>& years) {
    std::vector<const deploy::Deployment*> found;
    for (const int year : years) {
        found.push_back(&world.deployment().years.at(static_cast<std::size_t>(year - set.horizon.first)));
    }
    return found;
}

void run_year(const study::StudySet& set, const VariantWorld& world, const RowTaker& take,
              const deploy::Deployment& year, int jobs, deploy::RoutePairs& routes, outcome::Run& run) {
    availability::AvailabilityOutcome found = availability::simulate({.set = &set,
                                                                      .study = &world.study(),
                                                                      .variant = &world.deployment(),
                                                                      .year = &year,
                                                                      .network = &world.network(),
                                                                      .routes = &routes},
                                                                     jobs);
    take(std::move(found.summary), run.rows<outcome::AvailabilitySummary>());
    take(std::move(found.administrations), run.rows<outcome::AvailabilityAdministration>());
    take(std::move(found.causes), run.rows<outcome::AvailabilityCause>());
}

}  // namespace

void run_availability(const study::StudySet& set, const AvailabilityOptions& options, outcome::Run& run) {
    const int jobs = options.jobs > 0 ? options.jobs : tbb::this_task_arena::max_concurrency();
    std::size_t all = 0;
    for (const study::Variant& variant : set.variants) {
        all += availability::years_to_simulate(set, variant.study).size();
    }
    std::size_t done = 0;
    for (std::size_t v = 0; v < set.variants.size(); ++v) {
        const std::vector<int> years = availability::years_to_simulate(set, set.variants[v].study);
        if (years.empty()) continue;
        const VariantWorld world{set, v};
        const RowTaker take{world, v, run};
        const std::vector<const deploy::Deployment*> deployments = deployments_of(set, world, years);
        deploy::RoutePairs routes{world.network()};
        RouteRows rows = route_rows(
            world.network(), deploy::routes_in_use(world.study(), world.deployment(), deployments), routes);
        take(std::move(rows.pairs), run.rows<outcome::RoutePair>());
        take(std::move(rows.cuts), run.rows<outcome::RouteCut>());
        for (const deploy::Deployment* deployment : deployments) {
            run_year(set, world, take, *deployment, jobs, routes, run);
            ++done;
            if (options.progress) {
                options.progress(static_cast<double>(done) / static_cast<double>(all),
                                 fmt::format("{} {}", world.id(), deployment->year));
            }
        }
    }
}

}  // namespace verbund::batch
