#include "tests/benchmark/availability.hpp"

#include <algorithm>

#include "scenarios/read/read_study.hpp"
#include "sim/availability/availability.hpp"
#include "sim/deploy/deploy.hpp"

namespace verbund::benchmark {

Effort flagship_failures(const std::string& variant, int years, int jobs) {
    constexpr std::size_t year_2030 = 8;  // of the horizon from 2022
    study::StudySet set = read::read_study("landkreise-2025", {});
    const auto found = std::find_if(set.variants.begin(), set.variants.end(),
                                    [&](const study::Variant& v) { return v.id == variant; });
    study::Study& study = found->study;
    study.availability.simulated_years = years;
    const deploy::VariantDeployment deployment = deploy::deploy(set, study);
    const deploy::NetworkPlan network =
        deploy::plan_network(study, set.catalog, deployment, set.horizon.first);
    const double before_mb = peak_memory_mb();
    const Stopwatch watch;
    const availability::AvailabilityOutcome outcome =
        availability::simulate({.set = &set,
                                .study = &study,
                                .variant = &deployment,
                                .year = &deployment.years[year_2030],
                                .network = &network},
                               jobs);
    Effort effort;
    effort.simulate_s = outcome.summary.empty() ? 0.0 : watch.seconds();
    effort.work_mb = peak_memory_mb() - before_mb;
    return effort;
}

}  // namespace verbund::benchmark
