#include "tests/benchmark/availability.hpp"

#include <algorithm>

#include "scenarios/read/read_study.hpp"
#include "sim/availability/availability.hpp"
#include "sim/deploy/world.hpp"

namespace verbund::benchmark {

Effort flagship_failures(const std::string& variant, int years, int jobs) {
    study::StudySet set = read::read_study("landkreise-2025", {});
    const auto found = std::find_if(set.variants.begin(), set.variants.end(),
                                    [&](const study::Variant& v) { return v.id == variant; });
    found->study.availability.simulated_years = years;
    found->study.availability.administrations = 100'000;
    const deploy::World world{set, static_cast<std::size_t>(found - set.variants.begin())};
    const double before_mb = peak_memory_mb();
    const Stopwatch watch;
    const availability::AvailabilityOutcome outcome =
        availability::simulate(world.year(2030), world.routes(), jobs);
    Effort effort;
    effort.simulate_s = outcome.summary.empty() ? 0.0 : watch.seconds();
    effort.work_mb = peak_memory_mb() - before_mb;
    return effort;
}

}  // namespace verbund::benchmark
