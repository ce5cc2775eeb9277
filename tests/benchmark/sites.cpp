#include "tests/benchmark/sites.hpp"

#include <fmt/format.h>

#include "scenarios/read/read_study.hpp"
#include "sim/batch/sites/compare_sites.hpp"

namespace verbund::benchmark {
namespace {

constexpr const char* provider = R"(verbund: 1
title: 31 districts, one center
horizon: {first: 2022, last: 2035}
territory: {districts: all, states: ["05"]}
estate: {provider_share: 0 %}
centers:
  center: {name: Center, at: {lat: 51.96, lon: 7.63}, commissioned: 2023-01-01, rooms: {r1: {}}}
variants:
  shared: {moves: {everyone: {who: all, to: center, years: [2024, 2026]}}}
)";

std::vector<study::SiteCandidate> some_seats(const catalog::Catalog& catalog, std::size_t count) {
    std::vector<study::SiteCandidate> candidates;
    const std::size_t step = catalog.districts.size() / (count + 10);  // some are in the state itself
    for (std::size_t i = 0; i < catalog.districts.size() && candidates.size() < count; i += step) {
        const catalog::District& district = catalog.districts[i];
        if (district.state == "05") continue;
        study::SiteCandidate candidate;
        candidate.id = fmt::format("c{}", i);
        candidate.name = district.seat;
        candidate.at = district.place;
        candidates.push_back(std::move(candidate));
    }
    return candidates;
}

}  // namespace

Effort compare_candidates(std::size_t simulated, int jobs) {
    const study::StudySet set = read::read_study_text(provider, "provider.yaml", ".", {});
    batch::SiteOrder order;
    order.shortlist = simulated;
    order.candidates = some_seats(set.catalog, 40);
    const Stopwatch watch;
    const outcome::Run run = batch::compare_sites(set, order, {.jobs = jobs, .progress = {}});
    Effort effort;
    effort.simulate_s = run.rows<outcome::SiteOption>().empty() ? 0.0 : watch.seconds();
    effort.peak_mb = peak_memory_mb();
    return effort;
}

}  // namespace verbund::benchmark
