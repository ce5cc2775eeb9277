#include "sim/events/migration/probes.hpp"

#include <algorithm>
#include <memory>
#include <optional>

#include <fmt/format.h>

#include "models/base/unit_factors.hpp"

namespace verbund::events {
namespace {}  // namespace

Probe draw_probe(const study::StudySet& set, const catalog::Transaction& kind, int year, int number,
                 const std::vector<ProbePlace>& places, double window_s) {
    RandomStream random{set.seed, fmt::format("migration/{}/probe/{}", year, number)};
    Probe probe;
    probe.after_s = window_s * random.uniform();
    probe.request_bytes = kind.request_kb * bytes_per_kb * random.standard_exponential();
    probe.response_bytes = kind.response_kb * bytes_per_kb * random.standard_exponential();
    probe.cpu_s = kind.cpu_ms * seconds_per_ms * random.standard_exponential();
    probe.storage_bytes = kind.storage_kb * bytes_per_kb * random.standard_exponential();
    const ProbePlace& place = places[random.below(places.size())];
    probe.administration = place.administration;
    probe.site = place.site;
    return probe;
}

/// A transaction on its way; its callbacks keep it alive.
struct ProbePlayer::Live : std::enable_shared_from_this<Live> {
    Engine& engine;
    Probe probe;
    EndpointId people;
    EndpointId servers;
    std::optional<ProcessorId> hosts;
    ProcessorId storage;
    std::vector<double>& results;
    double started_s;

    Live(Engine& e, const Probe& p, Platform& platform, std::vector<double>& r)
        : engine{e},
          probe{p},
          people{platform.people(p.administration, p.site)},
          servers{platform.servers(p.site)},
          hosts{platform.hosts(p.site, HostGroup::cluster)},
          storage{platform.storage(p.site)},
          results{r},
          started_s{e.now()} {}

    void request() {
        const auto self = shared_from_this();
        engine.transfer(people, servers, probe.request_bytes, [self] { self->execute(); });
    }
    void execute() {
        const auto self = shared_from_this();
        if (!hosts) return read();
        engine.execute(*hosts, probe.cpu_s, [self] { self->read(); });
    }
    void read() {
        const auto self = shared_from_this();
        engine.execute(storage, probe.storage_bytes, [self] { self->respond(); });
    }
    void respond() {
        const auto self = shared_from_this();
        engine.transfer(servers, people, probe.response_bytes,
                        [self] { self->results.push_back(self->engine.now() - self->started_s); });
    }
};

ProbePlayer::ProbePlayer(Engine& engine, Platform& platform, const catalog::Transaction& kind,
                         const std::vector<ProbePlace>& places)
    : engine_{engine}, platform_{platform}, round_trips_{kind.round_trips} {
    for (const ProbePlace& place : places) {
        platform.people(place.administration, place.site);
        platform.hosts(place.site, HostGroup::cluster);
        platform.storage(place.site);
    }
}

void ProbePlayer::play(const Probe& probe, std::vector<double>& results) {
    const auto live = std::make_shared<Live>(engine_, probe, platform_, results);
    const double exchanges = std::max(0.0, round_trips_ - 1.0);
    engine_.after(exchanges * platform_.round_trip_s(probe.administration, probe.site),
                  [live] { live->request(); });
}

}  // namespace verbund::events
