#include "sim/availability/core/monte_carlo.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/parallel_reduce.h>

#include "models/base/tasks.hpp"
#include "models/base/unit_factors.hpp"
#include "sim/availability/core/sweep.hpp"

namespace verbund::availability {
namespace {

constexpr std::size_t years_per_block = 64;

/// Per service the components below it that are sampled at another rate than their own.
std::vector<std::vector<std::uint32_t>> rare_components(const System& system) {
    std::vector<std::vector<std::uint32_t>> rare;
    std::vector<std::uint32_t> seen(system.nodes().size(), 0);
    std::uint32_t mark = 0;
    std::vector<NodeId> open;
    for (const NodeId root : system.service_nodes()) {
        std::vector<std::uint32_t>& mine = rare.emplace_back();
        open.assign(1, root);
        ++mark;
        while (!open.empty()) {
            const NodeId id = open.back();
            open.pop_back();
            if (seen[id] == mark) continue;
            seen[id] = mark;
            const Node& node = system.nodes()[id];
            open.insert(open.end(), node.children.begin(), node.children.end());
            if (node.kind != NodeKind::component) continue;
            const Component& component = system.components()[node.index];
            if (component.sampled_per_year > 0.0 && component.failures_per_year > 0.0)
                mine.push_back(node.index);
        }
        std::sort(mine.begin(), mine.end());
    }
    return rare;
}

/// Plays blocks of years and adds up what they give.
class BlockPlayer {
public:
    BlockPlayer(const System& system, const MonteCarlo& settings)
        : system_{system}, settings_{settings}, rare_{rare_components(system)} {}

    void play(std::size_t block, std::vector<Tally>& tallies) const {
        BlockTimeline timeline;
        const std::size_t years = std::min(years_per_block, settings_.years - block * years_per_block);
        draw_block(system_, settings_.seed, block, years, timeline);
        Sweep sweep{system_, settings_.seed, block};
        std::vector<double> downtime_h(system_.reports(), 0.0);
        std::vector<std::uint32_t> hit;
        for (std::size_t year = 0; year < years; ++year) {
            sweep.play(timeline.years[year], [&](const Outage& outage) {
                record(outage, weight_of(outage.service, year, timeline),
                       at_own_rate(outage.service, year, timeline), tallies, downtime_h, hit);
            });
            for (const std::uint32_t report : hit) {
                if (downtime_h[report] > 0.0) tallies[report].add_year(downtime_h[report]);
                downtime_h[report] = 0.0;
            }
            hit.clear();
        }
    }

private:
    [[nodiscard]] double weight_of(std::uint32_t service, std::size_t year,
                                   const BlockTimeline& timeline) const {
        double weight = 1.0;
        for (const std::uint32_t component : rare_[service]) weight *= timeline.weights[component][year];
        return weight;
    }

    [[nodiscard]] bool at_own_rate(std::uint32_t service, std::size_t year,
                                   const BlockTimeline& timeline) const {
        return std::all_of(
            rare_[service].begin(), rare_[service].end(),
            [&](std::uint32_t c) { return timeline.own_rate[c][year]; });
    }

    void record(const Outage& outage, double weight, bool own_rate, std::vector<Tally>& tallies,
                std::vector<double>& downtime_h, std::vector<std::uint32_t>& hit) const {
        const double within_h = std::min(outage.ends_h, hours_per_year) - std::max(outage.begins_h, 0.0);
        const bool begins_now = outage.begins_h >= 0.0 && outage.begins_h < hours_per_year;
        if (within_h <= 0.0) return;
        for (const ReportShare& r : system_.services()[outage.service]) {
            const double counted = weight * r.share;
            if (begins_now) tallies[r.report].add_outage(outage.ends_h - outage.begins_h, counted, own_rate);
            tallies[r.report].add_downtime(outage.cause, counted * within_h);
            if (downtime_h[r.report] == 0.0) hit.push_back(r.report);
            downtime_h[r.report] += counted * within_h;
        }
    }

    const System& system_;
    const MonteCarlo& settings_;
    std::vector<std::vector<std::uint32_t>> rare_;
};

std::vector<Tally> merged(std::vector<Tally> sum, const std::vector<Tally>& more) {
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i].merge(more[i]);
    return sum;
}

std::vector<Tally> play_all(const System& system, const MonteCarlo& settings) {
    const BlockPlayer player{system, settings};
    const std::vector<Tally> none(system.reports(), Tally{system.causes()});
    const std::size_t blocks = (settings.years + years_per_block - 1) / years_per_block;
    TaskFailures failures(blocks);
    using Range = tbb::blocked_range<std::size_t>;
    std::vector<Tally> sum = tbb::parallel_deterministic_reduce(
        Range{0, blocks}, none,
        [&](const Range& range, std::vector<Tally> tallies) {
            for (std::size_t block = range.begin(); block != range.end(); ++block)
                failures.guard(block, [&] { player.play(block, tallies); });
            return tallies;
        },
        merged);
    failures.rethrow_first();
    return sum;
}

}  // namespace

std::vector<Estimate> simulate(const System& system, const MonteCarlo& settings) {
    if (settings.years == 0) throw std::invalid_argument{"at least one year must be simulated"};
    std::optional<tbb::global_control> threads;
    if (settings.jobs > 0) {
        threads.emplace(tbb::global_control::max_allowed_parallelism,
                        static_cast<std::size_t>(settings.jobs));
    }
    const std::vector<Tally> tallies = play_all(system, settings);
    std::vector<Estimate> estimates;
    for (const Tally& tally : tallies) estimates.push_back(tally.estimate(settings.years));
    return estimates;
}

}  // namespace verbund::availability
