#include "tests/benchmark/events.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "scenarios/read/read_study.hpp"
#include "sim/deploy/world.hpp"
#include "sim/events/latency/typical_day.hpp"
#include "sim/events/world/engine.hpp"
#include "tests/benchmark/events_bare.hpp"
#include "tests/benchmark/studies.hpp"

namespace verbund::benchmark {
namespace {

constexpr int year_measured = 2025;

/// One site's transactions on our engine.
struct Chain {
    events::Engine* engine;
    const SiteWork* work;
    events::EndpointId people;
    events::EndpointId servers;
    events::ProcessorId hosts;
    events::ProcessorId storage;
    int done = 0;

    void request() {
        engine->transfer(
            people, servers, SiteWork::request_bytes(done), [this] { execute(); });
    }
    void execute() {
        engine->execute(
            hosts, SiteWork::operations(done), [this] { read(); });
    }
    void read() {
        engine->execute(
            storage, SiteWork::read_bytes(done), [this] { respond(); });
    }
    void respond() {
        engine->transfer(
            servers, people, SiteWork::response_bytes(done),
            [this] {
                if (++done < work->transactions) request();
            });
    }
};

double run_engine(const SiteWork& work) {
    events::Engine engine({});
    std::vector<Chain> chains;
    for (int s = 0; s < work.sites; ++s) {
        const events::LinkId up = engine.add_link("up", work.bytes_per_s, work.latency_s);
        const events::LinkId down = engine.add_link("down", work.bytes_per_s, work.latency_s);
        chains.push_back({&engine, &work, engine.add_endpoint("people", {up}, {down}),
                          engine.add_endpoint("servers", {}, {}),
                          engine.add_processor("hosts", SiteWork::cores, 1.0),
                          engine.add_processor("storage", 1, SiteWork::storage_bytes_per_s)});
    }
    for (Chain& chain : chains) chain.request();
    engine.run();
    return engine.now();
}

}  // namespace

Effort same_activities(Driver driver) {
    const SiteWork work;
    Effort effort;
    const Stopwatch watch;
    effort.simulated_s = driver == Driver::engine           ? run_engine(work)
                         : driver == Driver::bare_callbacks ? run_bare_callbacks(work)
                                                            : run_bare_actors(work);
    effort.simulate_s = watch.seconds();
    effort.activities = static_cast<double>(work.sites) * work.transactions * SiteWork::steps;
    return effort;
}

Effort typical_day_of_size(int administrations) {
    study::StudySet set = study_with_districts(administrations);
    std::erase_if(set.variants, [](const study::Variant& v) { return v.id != "land"; });
    study::Study& study = set.variants.front().study;
    study.events.latency.administrations = administrations;
    const deploy::World world{set, 0};
    const deploy::WorldYear input = world.year(year_measured);
    const std::vector<events::DayShape> days = events::typical_days(input);
    Effort effort;
    const Stopwatch watch;
    const events::TypicalDayOutcome day = events::simulate_typical_day(input, days.front());
    effort.simulate_s = watch.seconds();
    effort.activities = static_cast<double>(day.activities);
    return effort;
}

}  // namespace verbund::benchmark
