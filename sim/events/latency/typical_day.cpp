#include "sim/events/latency/typical_day.hpp"

#include "models/base/unit_factors.hpp"
#include "sim/events/latency/rows.hpp"
#include "sim/events/latency/sample_run.hpp"
#include "sim/events/latency/typical_day_links.hpp"

namespace verbund::events {
namespace {

constexpr std::size_t busiest_count = 10;

double transactions_of_day(const Stratum& stratum, const DayShape& day) {
    double sum = 0.0;
    for (int h = 0; h < hours_per_day; ++h) sum += stratum.per_hour * day.share(stratum.profile, h);
    return sum;
}

/// Appends a stratum's samples to the outcome.
void keep(TypicalDayOutcome& out, const LatencyStrata& world, const Stratum& stratum, const DayShape& day,
          const std::vector<Measured>& measured) {
    if (measured.empty()) return;
    SampleGroup group;
    group.administration = static_cast<std::uint32_t>(world.connections[stratum.connection].administration);
    group.transaction = static_cast<std::uint32_t>(stratum.transaction);
    group.per_day = transactions_of_day(stratum, day);
    group.administration_weight = stratum.administration_weight;
    group.unloaded = stratum.unloaded;
    double excess = 0.0;
    double saturated = 0.0;
    for (const Measured& m : measured) {
        excess += static_cast<double>(m.seconds) - m.unloaded_s;
        saturated += m.saturated ? 1.0 : 0.0;
    }
    group.excess_s = static_cast<float>(excess / static_cast<double>(measured.size()));
    group.saturated = static_cast<float>(saturated / static_cast<double>(measured.size()));
    group.first = static_cast<std::uint32_t>(out.stretches.size());
    group.count = static_cast<std::uint32_t>(measured.size());
    const std::vector<float> values = stretches(measured);
    out.stretches.insert(out.stretches.end(), values.begin(), values.end());
    out.samples += measured.size();
    out.groups.push_back(group);
}

void count(const TypicalDayOutcome& day, double days, std::vector<CountedGroup>& to) {
    for (const SampleGroup& group : day.groups)
        to.push_back({&group, std::span(day.stretches).subspan(group.first, group.count), days});
}

}  // namespace

TypicalDayOutcome simulate_typical_day(const deploy::WorldYear& input, const DayShape& day) {
    const EngineSettings settings;
    Engine engine(settings);
    const Background background(input);
    Platform platform(engine, input, background);
    const std::vector<deploy::PlayedAdministration> played =
        deploy::played_administrations(input, input.study().events.latency.administrations);
    const LatencyStrata world = latency_strata(input, platform, played, settings.tcp_window_bytes);
    const Foreground foreground(engine, platform, input, background, day, world);
    const SamplePlan plan(input, day, world.strata, played.size());
    SampleRun run(engine, platform, input, day, world, foreground, plan);
    run.play();

    TypicalDayOutcome out;
    out.day = day_id(day.day);
    out.days_per_year = day.days_per_year;
    for (std::size_t s = 0; s < world.strata.size(); ++s)
        keep(out, world, world.strata[s], day, run.measured()[s]);
    std::vector<CountedGroup> groups;
    count(out, 1.0, groups);
    out.latency = latency_day_rows(input, groups, out.day);
    out.busiest = busiest_links(input, background, day, busiest_count);
    out.activities = engine.activities_started();
    return out;
}

YearLatency merge_days(const deploy::WorldYear& input, const std::vector<TypicalDayOutcome>& days) {
    YearLatency year;
    std::vector<CountedGroup> groups;
    for (const TypicalDayOutcome& day : days) {
        count(day, day.days_per_year, groups);
        year.days.insert(year.days.end(), day.latency.begin(), day.latency.end());
        year.busiest.insert(year.busiest.end(), day.busiest.begin(), day.busiest.end());
    }
    const std::vector<outcome::LatencyDay> rows = latency_day_rows(input, groups, "year");
    year.days.insert(year.days.end(), rows.begin(), rows.end());
    year.administrations = latency_administration_rows(input, std::move(groups));
    return year;
}

}  // namespace verbund::events
