#include "sim/availability/core/monte_carlo.hpp"

#include <algorithm>
#include <array>
#include <functional>
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

constexpr std::size_t years_per_block = 256;

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

/// By report, the sums that it belongs to.
std::vector<std::vector<ReportShare>> sums_of_reports(const System& system) {
    std::vector<std::vector<ReportShare>> sums(system.reports());
    for (std::uint32_t s = 0; s < system.sums().size(); ++s)
        for (const ReportShare& part : system.sums()[s]) sums[part.report].push_back({s, part.share});
    return sums;
}

/// What is added up while years are played: everything of the reports, only the years of the sums, whose
/// outages are those of their reports.
struct Tallies {
    explicit Tallies(const System& system)
        : reports(system.reports(), Tally{system.causes()}),
          sums(system.sums().size(), Tally{system.causes()}) {}

    void merge(const Tallies& more) {
        for (std::size_t i = 0; i < reports.size(); ++i) reports[i].merge(more.reports[i]);
        for (std::size_t i = 0; i < sums.size(); ++i) sums[i].merge(more.sums[i]);
    }

    std::vector<Tally> reports;
    std::vector<Tally> sums;
};

/// Where the yearly sums of each report stand while a block is played: those of the shared reports first,
/// then those of the owner played, whose rows the next owner takes over.
class YearRows {
public:
    YearRows(const System& system, const Partition& partition)
        : row_of_(system.reports()), rows_{partition.shared_reports().size()} {
        const std::size_t shared = rows_;
        for (std::size_t i = 0; i < shared; ++i) row_of_[partition.shared_reports()[i]] = i;
        for (const PartContent& part : partition.parts()) {
            for (std::size_t i = 0; i < part.reports.size(); ++i) row_of_[part.reports[i]] = shared + i;
            rows_ = std::max(rows_, shared + part.reports.size());
        }
    }

    [[nodiscard]] std::size_t of(std::uint32_t report) const { return row_of_[report]; }
    [[nodiscard]] std::size_t count() const { return rows_; }

private:
    std::vector<std::size_t> row_of_;
    std::size_t rows_;
};

/// Plays blocks of years and adds up what they give.
class BlockPlayer {
public:
    BlockPlayer(const System& system, const MonteCarlo& settings)
        : system_{system},
          settings_{settings},
          rare_{rare_components(system)},
          sums_{sums_of_reports(system)},
          partition_{system},
          rows_{system, partition_} {}

    void play(std::size_t block, Tallies& tallies) const { Block{*this, block, tallies}.play(); }

private:
    /// A block being played.
    class Block {
    public:
        Block(const BlockPlayer& in, std::size_t block, Tallies& tallies)
            : in_{in},
              block_{block},
              years_{std::min(years_per_block, in.settings_.years - block * years_per_block)},
              sweep_{in.system_, in.partition_, in.settings_.seed, block},
              downtime_h_(in.rows_.count()),
              sums_h_(in.system_.sums().size()),
              tallies_{tallies} {}

        void play() {
            const std::vector<PartContent>& parts = in_.partition_.parts();
            draw(parts[Partition::shared]);
            SharedChanges changes;
            for (std::uint32_t y = 0; y < years_; ++y) sweep_.play_shared(y, timeline_.years[y], changes);
            std::size_t year = 0;
            const std::function<void(const Outage&)> found = [&](const Outage& outage) {
                record(outage, year);
            };
            for (std::size_t part = Partition::shared + 1; part < parts.size(); ++part) {
                draw(parts[part]);
                sweep_.begin(parts[part], changes, years_);
                for (year = 0; year < years_; ++year) sweep_.play(year, timeline_.years[year], found);
                close(parts[part].reports);
            }
            close(in_.partition_.shared_reports());
            for (std::size_t s = 0; s < sums_h_.size(); ++s) add_years(sums_h_[s], tallies_.sums[s]);
        }

    private:
        void draw(const PartContent& part) {
            draw_block(in_.system_, part, in_.settings_.seed, block_, years_, timeline_);
        }

        [[nodiscard]] double weight_of(std::uint32_t service, std::size_t year) const {
            double weight = 1.0;
            for (const std::uint32_t component : in_.rare_[service])
                weight *= timeline_.weights[component][year];
            return weight;
        }

        [[nodiscard]] bool at_own_rate(std::uint32_t service, std::size_t year) const {
            return std::all_of(
                in_.rare_[service].begin(), in_.rare_[service].end(),
                [&](std::uint32_t c) { return timeline_.own_rate[c][year]; });
        }

        void record(const Outage& outage, std::size_t year) {
            const double within_h = std::min(outage.ends_h, hours_per_year) - std::max(outage.begins_h, 0.0);
            const bool begins_now = outage.begins_h >= 0.0 && outage.begins_h < hours_per_year;
            if (within_h <= 0.0) return;
            const double weight = weight_of(outage.service, year);
            const double length_h = outage.ends_h - outage.begins_h;
            const std::size_t bin = LengthHistogram::bin_of(length_h);
            const bool own_rate = begins_now && at_own_rate(outage.service, year);
            for (const ReportShare& r : in_.system_.services()[outage.service]) {
                const double counted = weight * r.share;
                Tally& tally = tallies_.reports[r.report];
                if (begins_now) tally.add_outage(length_h, bin, counted, own_rate);
                tally.add_downtime(outage.cause, counted * within_h);
                downtime_h_[in_.rows_.of(r.report)][year] += counted * within_h;
            }
        }

        using YearSums = std::array<double, years_per_block>;

        static void add_years(const YearSums& hours, Tally& tally) {
            for (const double in_year : hours)
                if (in_year > 0.0) tally.add_year(in_year);
        }

        /// Adds the years of reports to which nothing more comes, to them and to their sums.
        void close(const std::vector<std::uint32_t>& reports) {
            for (const std::uint32_t report : reports) {
                YearSums& hours = downtime_h_[in_.rows_.of(report)];
                add_years(hours, tallies_.reports[report]);
                for (const ReportShare& sum : in_.sums_[report])
                    for (std::size_t y = 0; y < years_; ++y) sums_h_[sum.report][y] += sum.share * hours[y];
                hours.fill(0.0);
            }
        }

        const BlockPlayer& in_;
        std::size_t block_;
        std::size_t years_;
        BlockTimeline timeline_;
        Sweep sweep_;
        std::vector<YearSums> downtime_h_;  ///< [row], weighted
        std::vector<YearSums> sums_h_;      ///< [sum]
        Tallies& tallies_;
    };

    const System& system_;
    const MonteCarlo& settings_;
    std::vector<std::vector<std::uint32_t>> rare_;
    std::vector<std::vector<ReportShare>> sums_;  ///< [report]
    Partition partition_;
    YearRows rows_;
};

/// Tallies of some of the blocks, for `tbb::parallel_deterministic_reduce`.
class BlockSums {
public:
    BlockSums(const System& system, const BlockPlayer& player, TaskFailures& failures)
        : system_{system}, player_{player}, failures_{failures}, tallies_{system} {}
    BlockSums(const BlockSums& other, tbb::split)
        : BlockSums(other.system_, other.player_, other.failures_) {}

    void operator()(const tbb::blocked_range<std::size_t>& range) {
        for (std::size_t block = range.begin(); block != range.end(); ++block)
            failures_.guard(
                block, [&] { player_.play(block, tallies_); });
    }
    void join(const BlockSums& more) { tallies_.merge(more.tallies_); }
    [[nodiscard]] const Tallies& tallies() const { return tallies_; }

private:
    const System& system_;
    const BlockPlayer& player_;
    TaskFailures& failures_;
    Tallies tallies_;
};

Tallies play_all(const System& system, const MonteCarlo& settings) {
    const BlockPlayer player{system, settings};
    const std::size_t blocks = (settings.years + years_per_block - 1) / years_per_block;
    TaskFailures failures(blocks);
    BlockSums sums{system, player, failures};
    tbb::parallel_deterministic_reduce(tbb::blocked_range<std::size_t>{0, blocks}, sums);
    failures.rethrow_first();
    return sums.tallies();
}

}  // namespace

std::vector<Estimate> simulate(const System& system, const MonteCarlo& settings) {
    if (settings.years == 0) throw std::invalid_argument{"at least one year must be simulated"};
    std::optional<tbb::global_control> threads;
    if (settings.jobs > 0) {
        threads.emplace(tbb::global_control::max_allowed_parallelism,
                        static_cast<std::size_t>(settings.jobs));
    }
    Tallies tallies = play_all(system, settings);
    for (std::size_t s = 0; s < tallies.sums.size(); ++s)
        for (const ReportShare& part : system.sums()[s])
            tallies.sums[s].add_outages(tallies.reports[part.report], part.share);
    std::vector<Estimate> estimates;
    for (const Tally& tally : tallies.reports) estimates.push_back(tally.estimate(settings.years));
    for (const Tally& tally : tallies.sums) estimates.push_back(tally.estimate(settings.years));
    return estimates;
}

}  // namespace verbund::availability
