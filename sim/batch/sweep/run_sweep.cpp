#include "sim/batch/sweep/run_sweep.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/diagnostics.hpp"
#include "models/base/program_build.hpp"
#include "sim/batch/process_pool.hpp"
#include "sim/batch/sweep/case_player.hpp"
#include "sim/batch/sweep/chunks.hpp"
#include "sim/batch/sweep/forecast.hpp"
#include "sim/batch/sweep/ledger.hpp"
#include "sim/batch/sweep/plays.hpp"
#include "sim/batch/sweep/sweep_head.hpp"
#include "sim/batch/sweep/value_file.hpp"

namespace verbund::batch {
namespace {

using Numbers = std::vector<double>;
using Bytes = std::vector<std::uint8_t>;

/// Numbers as they lie in memory (little-endian IEEE 754 on every machine this is built for).
Bytes packed(const Numbers& numbers) {
    Bytes bytes(numbers.size() * sizeof(double));
    if (!numbers.empty()) std::memcpy(bytes.data(), numbers.data(), bytes.size());
    return bytes;
}

Numbers unpacked(const Bytes& bytes) {
    Numbers numbers(bytes.size() / sizeof(double));
    if (!numbers.empty()) std::memcpy(numbers.data(), bytes.data(), numbers.size() * sizeof(double));
    return numbers;
}

constexpr std::string_view part_prefix = "part-";
constexpr std::string_view ledger_suffix = ".db";

std::string ledger_name(const SweepPart& part) {
    if (part.of == 1) return fmt::format("sweep{}", ledger_suffix);
    return fmt::format("{}{}-of-{}{}", part_prefix, part.number, part.of, ledger_suffix);
}

/// A run of plays that stand together, so that what shares a deployment is split as seldom as can be.
std::span<const Play> part_of_plays(std::span<const Play> plays, const SweepPart& part) {
    const std::size_t begin = plays.size() * (part.number - 1) / part.of;
    const std::size_t end = plays.size() * part.number / part.of;
    return plays.subspan(begin, end - begin);
}

std::string_view key_of(const Play& play) {
    return {reinterpret_cast<const char*>(play.hash.data()), play.hash.size()};
}

class SweepRunner {
public:
    SweepRunner(const study::StudySet& set, const SweepPlan& plan, const SweepOptions& options)
        : set_{set},
          plan_{plan},
          options_{options},
          ledger_{options.folder / ledger_name(options.part), program_build()} {
        if (options.part.of == 1) take_parts();
        for (std::size_t v = 0; v < set.variants.size(); ++v)
            players_.push_back(std::make_unique<CasePlayer>(set, v, plan.keys));
    }

    /// `plays` stay where they are as long as the runner is asked of them.
    void play(std::span<const Play> plays, std::size_t deployments, SweepStatistics& statistics) {
        std::vector<const Play*> missing;
        std::vector<std::uint32_t> alike(deployments, 0);  ///< missing plays of each
        for (const Play& play : plays) {
            if (ledger_.has(key_of(play))) continue;
            missing.push_back(&play);
            ++alike[play.deployment];
            statistics.outdated += ledger_.has_of_another(key_of(play)) ? 1 : 0;
        }
        statistics.plays = plays.size();
        statistics.known = plays.size() - missing.size();
        statistics.deployments =
            alike.size() - static_cast<std::size_t>(std::count(alike.begin(), alike.end(), 0U));
        if (options_.begun) options_.begun(statistics);
        total_ = missing.size();
        const std::vector<PlayCost> cost = try_out(missing, alike);
        std::erase_if(missing, [this](const Play* play) { return is_settled(*play); });
        // A child that dies takes its whole chunk along; the rest of it is then played one by one.
        std::vector<const Play*> again;
        run(chunks_of(std::move(missing), cost), &again);
        std::vector<Chunk> alone;
        for (const Play* play : again) alone.push_back({play});
        run(alone, nullptr);
    }

    /// [year][outcome]; nothing where it has not been played, or was without outcome.
    [[nodiscard]] std::optional<Numbers> numbers_of(const Play& play) const {
        const std::optional<Bytes> bytes = ledger_.find(key_of(play));
        if (!bytes) return std::nullopt;
        Numbers numbers = unpacked(*bytes);
        const int years = set_.horizon.last - set_.horizon.first + 1;
        if (numbers.size() != outcome::sweep_outcomes().size() * static_cast<std::size_t>(years))
            throw RunFailed("the ledger is damaged: remove sweep.db, and what it holds is played again");
        return numbers;
    }

    /// A case that has no outcome, and why.
    [[nodiscard]] outcome::FailedPlay failure(std::size_t number, const Play& play) const {
        const auto reason = reasons_.find(&play);
        return {static_cast<std::int32_t>(number), set_.variants[play.variant].id,
                reason == reasons_.end() ? "not played" : reason->second, repeat_of(number)};
    }

    /// What has failed here, whichever cases share it.
    [[nodiscard]] const std::vector<outcome::FailedPlay>& failures() const { return failed_; }

private:
    void take_parts() {
        std::set<std::filesystem::path> parts;
        for (const auto& entry : std::filesystem::directory_iterator(options_.folder)) {
            const std::string name = entry.path().filename().string();
            if (name.starts_with(part_prefix) && name.ends_with(ledger_suffix)) parts.insert(entry.path());
        }
        for (const std::filesystem::path& part : parts) ledger_.take_from(part);
    }

    [[nodiscard]] bool is_settled(const Play& play) const {
        return ledger_.has(key_of(play)) || reasons_.contains(&play);
    }

    /// Plays the first play of each variant, in a child; where that comes back whole, here once more, so that
    /// later children find ready what they share: weather, and a deployment that differs in prices alone.
    std::vector<PlayCost> try_out(const std::vector<const Play*>& missing,
                                  const std::vector<std::uint32_t>& alike) {
        std::vector<PlayCost> cost(set_.variants.size());
        std::vector<const Play*> first(set_.variants.size(), nullptr);
        for (const Play* play : missing)
            if (first[play->variant] == nullptr) first[play->variant] = play;
        std::vector<Chunk> chunks;
        for (const Play* play : first)
            if (play != nullptr) chunks.push_back({play});
        run(chunks, nullptr);
        for (std::size_t v = 0; v < first.size(); ++v) {
            if (first[v] == nullptr || !ledger_.has(key_of(*first[v]))) continue;
            const bool shared = alike[first[v]->deployment] > 1;
            cost[v] = measured_cost(*players_[v], plan_, first[v]->number, shared);
            if (shared)
                cost[v].deployment = first[v]->deployment;
            else
                players_[v]->forget_deployment();
        }
        return cost;
    }

    /// A thousand chunks at a time, so that as many names and commands exist at once.
    void run(std::span<const Chunk> chunks, std::vector<const Play*>* again) {
        constexpr std::size_t most = 1000;
        for (; !chunks.empty(); chunks = chunks.subspan(std::min(most, chunks.size())))
            run_at_once(chunks.first(std::min(most, chunks.size())), again);
    }

    void run_at_once(std::span<const Chunk> chunks, std::vector<const Play*>* again) {
        std::vector<IsolatedCase> cases;
        for (const Chunk& chunk : chunks) {
            const Play& first = *chunk.front();
            cases.push_back({.name = fmt::format("{}, {}", first.number, set_.variants[first.variant].id),
                             .repeat_command = repeat_of(first.number),
                             .seed = set_.seed,
                             .run = [this, &chunk] { return play_chunk(chunk); }});
        }
        const auto taken = [&](std::size_t index, const CaseResult& result) {
            const Chunk& plays = chunks[index];
            if (result.bytes)
                enter(plays, *result.bytes);
            else if (again != nullptr && plays.size() > 1)
                again->insert(again->end(), plays.begin(), plays.end());
            else
                for (const Play* play : plays) settle(*play, result.failure->reason);
        };
        std::size_t longest = 1;
        for (const Chunk& chunk : chunks) longest = std::max(longest, chunk.size());
        // The limit is of a case: chunks have as many as they have cases.
        [[maybe_unused]] const auto none =
            run_isolated(cases, {.jobs = options_.jobs,
                                 .time_limit = options_.time_limit * static_cast<long>(longest),
                                 .memory_limit_mb = options_.memory_limit_mb,
                                 .taken = taken});
    }

    /// Outcomes one behind the other, each behind its length; a play that the study cannot have is told by
    /// its words instead of numbers.
    Bytes play_chunk(const Chunk& chunk) {
        Bytes all;
        const auto add = [&all](std::uint8_t kind, const Bytes& bytes) {
            const std::uint64_t size = bytes.size();
            all.push_back(kind);
            const auto* begin = reinterpret_cast<const std::uint8_t*>(&size);
            all.insert(all.end(), begin, begin + sizeof(size));
            all.insert(all.end(), bytes.begin(), bytes.end());
        };
        for (const Play* play : chunk) {
            try {
                add(1, packed(players_[play->variant]->play(plan_.texts(play->number),
                                                            plan_.replication(play->number))));
            } catch (const InvalidInput& refused) {
                const std::string words = to_string(refused.mistakes().front());
                add(0, Bytes(words.begin(), words.end()));
            } catch (const RunFailed& failed) {
                const std::string_view words = failed.what();
                add(0, Bytes(words.begin(), words.end()));
            }
        }
        return all;
    }

    void enter(const std::vector<const Play*>& plays, const Bytes& all) {
        std::vector<Ledger::Entry> entries;
        std::size_t at = 0;
        for (const Play* play : plays) {
            const std::uint8_t kind = all.at(at);
            std::uint64_t size = 0;
            std::memcpy(&size, &all.at(at + 1), sizeof(size));
            at += 1 + sizeof(size);
            const auto begin = all.begin() + static_cast<std::ptrdiff_t>(at);
            const auto end = begin + static_cast<std::ptrdiff_t>(size);
            at += size;
            if (kind == 1)
                entries.emplace_back(key_of(*play), Bytes(begin, end));
            else
                note(*play, std::string(begin, end));
            count(*play);
        }
        ledger_.enter(entries);
    }

    void settle(const Play& play, std::string reason) {
        note(play, std::move(reason));
        count(play);
    }

    void note(const Play& play, std::string reason) {
        failed_.push_back({static_cast<std::int32_t>(play.number), set_.variants[play.variant].id, reason,
                           repeat_of(play.number)});
        reasons_[&play] = std::move(reason);
    }

    void count(const Play& play) {
        ++done_;
        if (!options_.progress) return;
        options_.progress(static_cast<double>(done_) / static_cast<double>(total_),
                          reasons_.empty() ? fmt::format("case {}", play.number)
                                           : fmt::format("case {}, {} failed", play.number, reasons_.size()));
    }

    [[nodiscard]] std::string repeat_of(std::size_t number) const {
        return fmt::format("{} --only {}", options_.repeat, number);
    }

    const study::StudySet& set_;
    const SweepPlan& plan_;
    const SweepOptions& options_;
    Ledger ledger_;
    std::vector<std::unique_ptr<CasePlayer>> players_;      ///< [variant]
    std::unordered_map<const Play*, std::string> reasons_;  ///< of failures
    std::vector<outcome::FailedPlay> failed_;
    std::size_t total_ = 0;
    std::size_t done_ = 0;
};

/// Puts the outcomes of all cases in the order of the tables, a block of cases at a time.
class Merger {
public:
    Merger(const SweepRunner& runner, const Plays& plays, const std::filesystem::path& folder)
        : runner_{runner}, plays_{plays}, file_{std::make_shared<ValueFile>(folder)} {}

    void merge(outcome::SweepRun& run) {
        constexpr std::size_t block_values = std::size_t{1} << 19U;  // 4 MB
        const std::size_t outcomes = outcome::sweep_outcomes().size();
        const std::size_t of_case = run.variants.size() * run.years.size();
        const std::size_t most = std::max<std::size_t>(1, block_values / (of_case * outcomes));
        std::vector<double> block;
        for (std::size_t first = 0; first < run.cases(); first += most) {
            const std::size_t count = std::min(most, run.cases() - first);
            block.assign(outcomes * count * of_case, outcome::not_applicable);
            for (std::size_t i = 0; i < count; ++i) put(first + i, i, count, block, run);
            const std::span<const double> all{block};
            for (std::size_t o = 0; o < outcomes; ++o)
                file_->write(run.value_index(o, first, 0, 0),
                             all.subspan(o * count * of_case, count * of_case));
        }
        run.values = {outcomes * run.cases() * of_case,
                      [file = file_](std::size_t from, std::span<double> into) { file->read(from, into); }};
    }

private:
    /// A case into a block of `count`, [outcome][case][variant][year].
    void put(std::size_t number, std::size_t at, std::size_t count, std::vector<double>& block,
             outcome::SweepRun& run) const {
        const std::size_t outcomes = outcome::sweep_outcomes().size();
        const std::size_t variants = run.variants.size();
        const std::size_t years = run.years.size();
        for (std::size_t v = 0; v < variants; ++v) {
            const Play& play = plays_.all[plays_.of[number * variants + v]];
            const std::optional<Numbers> numbers = runner_.numbers_of(play);
            if (!numbers) {
                run.failed.push_back(runner_.failure(number, play));
                continue;
            }
            for (std::size_t y = 0; y < years; ++y)
                for (std::size_t o = 0; o < outcomes; ++o)
                    block[((o * count + at) * variants + v) * years + y] = (*numbers)[y * outcomes + o];
        }
    }

    const SweepRunner& runner_;
    const Plays& plays_;
    std::shared_ptr<ValueFile> file_;
};

outcome::PlayedCase played_case(const SweepRunner& runner, const Plays& plays, const SweepPlan& plan,
                                std::size_t number, std::size_t at, outcome::SweepRun& sweep) {
    outcome::PlayedCase of{number, {}, {}};
    const std::vector<std::string> texts = plan.texts(number);
    for (std::size_t k = 0; k < plan.keys.size(); ++k) of.texts.emplace_back(plan.keys[k].key, texts[k]);
    for (std::size_t v = 0; v < sweep.variants.size(); ++v) {
        const Play& play = plays.all[plays.of[at * sweep.variants.size() + v]];
        const std::optional<Numbers> numbers = runner.numbers_of(play);
        if (numbers) {
            of.values.insert(of.values.end(), numbers->begin(), numbers->end());
            continue;
        }
        of.values.resize(of.values.size() + sweep.years.size() * outcome::sweep_outcomes().size(),
                         outcome::not_applicable);
        sweep.failed.push_back(runner.failure(number, play));
    }
    return of;
}

}  // namespace

outcome::SweepRun run_sweep(const study::StudySet& set, const SweepPlan& plan, const SweepOptions& options,
                            SweepStatistics& statistics) {
    outcome::SweepRun run = sweep_head(set, plan);
    SweepRunner runner{set, plan, options};
    const Plays plays = plays_of(set, plan);
    runner.play(part_of_plays(plays.all, options.part), plays.deployments, statistics);
    if (options.part.of > 1)
        run.failed = runner.failures();
    else
        Merger{runner, plays, options.folder}.merge(run);
    return run;
}

outcome::SweepCases run_cases(const study::StudySet& set, const SweepPlan& plan, const SweepOptions& options,
                              const std::set<std::size_t>& numbers, SweepStatistics& statistics) {
    outcome::SweepCases found{sweep_head(set, plan), {}};
    SweepRunner runner{set, plan, options};
    const Plays plays = plays_of(set, plan, numbers);
    runner.play(plays.all, plays.deployments, statistics);
    for (const std::size_t number : numbers)
        found.cases.push_back(played_case(runner, plays, plan, number, found.cases.size(), found.sweep));
    return found;
}

}  // namespace verbund::batch
