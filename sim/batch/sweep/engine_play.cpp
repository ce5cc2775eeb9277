#include "sim/batch/sweep/engine_play.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "results/outcome/engine_numbers.hpp"
#include "sim/availability/availability.hpp"
#include "sim/batch/event_cases.hpp"
#include "sim/batch/named_run.hpp"

namespace verbund::batch {
namespace {

void play_availability(const deploy::World& world, outcome::Run& run) {
    constexpr int in_this_thread = 1;
    for (const int year : availability::years_to_simulate(world.set(), world.study())) {
        availability::AvailabilityOutcome found =
            availability::simulate(world.year(year), world.routes(), in_this_thread);
        outcome::append(run.rows<outcome::AvailabilitySummary>(), std::move(found.summary));
    }
}

void play_events(const deploy::World& world, outcome::Run& run) {
    EventCases events{world.set(),
                      {.jobs = 1, .time_limit = std::chrono::seconds{0}, .days_and_drills_alone = true}};
    static_cast<void>(events.prepare(0, world));
    events.play(0, world, {}, run);
    const std::vector<outcome::FailedCase>& failed = run.rows<outcome::FailedCase>();
    if (!failed.empty()) throw RunFailed(fmt::format("{}: {}", failed.front().name, failed.front().reason));
}

double downtime_h(const outcome::Run& run, int year, std::string_view group) {
    const outcome::AvailabilitySummary* found = outcome::availability_of(run, 0, year, group);
    return found == nullptr ? outcome::not_applicable : found->downtime_h;
}

EngineNumbers numbers_of(const outcome::Run& run, int year) {
    const outcome::LatencyDay* response = outcome::response_of(run, 0, year);
    return {downtime_h(run, year, "critical"), downtime_h(run, year, "other"),
            response == nullptr ? outcome::not_applicable : response->p95_ms,
            outcome::worst_drill(run, 0, year, &outcome::DrillSummary::rto_max_s),
            outcome::worst_drill(run, 0, year, &outcome::DrillSummary::rpo_max_s)};
}

}  // namespace

std::vector<EngineNumbers> play_engines(const deploy::World& world,
                                        const std::vector<study::SweepEngine>& engines) {
    const auto asked = [&engines](study::SweepEngine engine) {
        return std::find(engines.begin(), engines.end(), engine) != engines.end();
    };
    const study::Horizon& horizon = world.set().horizon;
    EngineNumbers none{};
    none.fill(outcome::not_applicable);
    std::vector<EngineNumbers> numbers(static_cast<std::size_t>(horizon.last - horizon.first + 1), none);
    const bool availability = asked(study::SweepEngine::availability);
    const bool events = asked(study::SweepEngine::events);
    if (!availability && !events) return numbers;
    outcome::Run run = named_run(world, horizon.first);
    if (availability) play_availability(world, run);
    if (events) play_events(world, run);
    for (std::size_t y = 0; y < numbers.size(); ++y)
        numbers[y] = numbers_of(run, horizon.first + static_cast<int>(y));
    return numbers;
}

}  // namespace verbund::batch
