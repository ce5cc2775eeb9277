#include "sim/events/latency/sample_plan.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "models/base/random.hpp"
#include "models/base/unit_factors.hpp"

namespace verbund::events {
namespace {

/// Least number of samples of a stratum; of an administration's kind on a day it counts more.
constexpr double least_of_site = 4.0;
constexpr double least_of_day = 12.0;
/// With as few administrations as this each day gets the full number by itself.
constexpr double few_administrations = 20.0;

double day_sum(const DayShape& day, std::size_t profile) {
    double sum = 0.0;
    for (int h = 0; h < hours_per_day; ++h) sum += day.share(profile, h);
    return sum;
}

/// By profile: share of the year's transactions that fall on this kind of day.
std::vector<double> shares_of_year(const deploy::WorldYear& input, const DayShape& day) {
    const auto profiles = static_cast<std::size_t>(input.profiles().size());
    const std::vector<DayShape> days = typical_days(input);
    std::vector<double> shares(profiles, 1.0);
    const auto same = [&](const DayShape& d) { return d.day == day.day; };
    if (std::none_of(days.begin(), days.end(), same)) return shares;
    for (std::size_t p = 0; p < profiles; ++p) {
        double all = 0.0;
        double this_day = 0.0;
        for (const DayShape& d : days) {
            const double sum = d.days_per_year * day_sum(d, p);
            all += sum;
            if (same(d)) this_day += sum;
        }
        if (all > 0.0) shares[p] = this_day / all;
    }
    return shares;
}

}  // namespace

SamplePlan::SamplePlan(const deploy::WorldYear& input, const DayShape& day,
                       const std::vector<Stratum>& strata, std::size_t administrations)
    : precision_{input.study().events.latency.precision.in(one)},
      floor_s_{input.study().events.latency.precision_floor.in(seconds)} {
    const study::LatencySampling& settings = input.study().events.latency;
    const std::vector<double> shares = shares_of_year(input, day);
    const double alone = few_administrations / static_cast<double>(std::max<std::size_t>(1, administrations));
    for (const Stratum& stratum : strata) {
        const double share = shares[stratum.profile];
        const auto samples = [&](double of_year) {
            const double of_day =
                std::max(of_year * std::clamp(alone, share, 1.0), std::min(of_year, least_of_day));
            return static_cast<std::uint32_t>(
                std::ceil(std::max(of_day * stratum.site_share, std::min(of_year, least_of_site))));
        };
        share_.push_back(std::max(share * stratum.site_share, 1e-6));
        first_.push_back(samples(settings.fewest_samples));
        most_.push_back(samples(std::max(settings.fewest_samples, settings.most_samples)));
    }
}

double SamplePlan::enough_s(std::size_t stratum, double p95_s) const {
    return std::max(precision_ * p95_s, floor_s_) / std::sqrt(share_[stratum]);
}

std::string sample_stream(const deploy::WorldYear& input, const DayShape& day, const LatencyStrata& world,
                          std::uint32_t stratum, int round) {
    const Stratum& s = world.strata[stratum];
    return fmt::format(
        "latency/{}/{}/{}/{}/{}/{}", input.year().year, day_id(day.day),
        input.variant().streams.administrations[world.connections[s.connection].administration],
        input.set().catalog.transactions[s.transaction].id, s.part, round);
}

void draw_samples(const deploy::WorldYear& input, const DayShape& day, const LatencyStrata& world,
                  std::uint32_t stratum, int round, std::uint32_t count, std::vector<Sample>& out) {
    const Stratum& s = world.strata[stratum];
    std::array<double, hours_per_day + 1> until{};
    for (int h = 0; h < hours_per_day; ++h) {
        const auto hour = static_cast<std::size_t>(h);
        until[hour + 1] = until[hour] + day.share(s.profile, h);
    }
    if (until.back() <= 0.0) return;
    RandomStream random(input.set().seed, sample_stream(input, day, world, stratum, round));
    std::size_t hour = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        const double at = until.back() * (i + random.uniform()) / count;
        while (until[hour + 1] < at) ++hour;
        const double in_hour = (at - until[hour]) / (until[hour + 1] - until[hour]);
        Sample sample{
            static_cast<float>(seconds_per_hour * (static_cast<double>(hour) + in_hour)), stratum, i, {}};
        for (float& draw : sample.draws) draw = static_cast<float>(random.standard_exponential());
        out.push_back(sample);
    }
}

}  // namespace verbund::events
