#include "sim/batch/sweep/run_sweep.hpp"

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/diagnostics.hpp"
#include "models/base/version.hpp"
#include "scenarios/read/sha256.hpp"
#include "scenarios/study/codec.hpp"
#include "scenarios/study/enum_words.hpp"
#include "scenarios/study/resolved.hpp"
#include "sim/batch/process_pool.hpp"
#include "sim/batch/sweep/case_player.hpp"
#include "sim/batch/sweep/forecast.hpp"
#include "sim/batch/sweep/ledger.hpp"

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

/// All that a variant is played from but the values of a case.
std::string base_of(const study::StudySet& set, std::size_t variant) {
    const std::vector<std::string> engines = engine_words(set);
    std::string text =
        fmt::format("{} {}\nhorizon {} {}\nseed {}\nengines {}\n", program_version(), program_commit(),
                    set.horizon.first, set.horizon.last, set.seed, fmt::join(engines, " "));
    // Other engines than the annual one play these years.
    if (engines.size() > 1) text += fmt::format("milestones {}\n", fmt::join(set.milestones, " "));
    std::string_view rest = set.resolved_text;
    while (rest.starts_with("# file")) {
        const std::size_t end = rest.find('\n') + 1;
        text += rest.substr(0, end);
        rest.remove_prefix(end);
    }
    return read::sha256(text + study::resolved_sections(set.variants[variant].study));
}

constexpr std::string_view part_prefix = "part-";
constexpr std::string_view ledger_suffix = ".db";

std::string ledger_name(const SweepPart& part) {
    if (part.of == 1) return fmt::format("sweep{}", ledger_suffix);
    return fmt::format("{}{}-of-{}{}", part_prefix, part.number, part.of, ledger_suffix);
}

/// A run of plays that stand together, so that what shares a deployment is split as seldom as can be.
std::vector<Play> part_of_plays(std::vector<Play> plays, const SweepPart& part) {
    const auto begin =
        plays.begin() + static_cast<std::ptrdiff_t>(plays.size() * (part.number - 1) / part.of);
    const auto end = plays.begin() + static_cast<std::ptrdiff_t>(plays.size() * part.number / part.of);
    return {std::make_move_iterator(begin), std::make_move_iterator(end)};
}

class SweepRunner {
public:
    SweepRunner(const study::StudySet& set, const SweepPlan& plan, const SweepOptions& options)
        : set_{set}, plan_{plan}, options_{options}, ledger_{options.folder / ledger_name(options.part)} {
        if (options.part.of == 1) take_parts();
        for (std::size_t v = 0; v < set.variants.size(); ++v)
            players_.push_back(std::make_unique<CasePlayer>(set, v, plan.keys));
    }

    void play(const std::vector<Play>& plays, SweepStatistics& statistics) {
        std::vector<const Play*> missing;
        std::set<std::string> deployments;
        for (const Play& play : plays) {
            if (ledger_.has(play.hash)) continue;
            missing.push_back(&play);
            deployments.insert(play.deployment);
        }
        statistics.plays = plays.size();
        statistics.known = plays.size() - missing.size();
        statistics.deployments = deployments.size();
        total_ = missing.size();
        const std::vector<PlayCost> cost = try_out(missing);
        std::erase_if(missing, [this](const Play* play) { return is_settled(*play); });
        // A child that dies takes its whole chunk along; the rest of it is then played one by one.
        std::vector<const Play*> again;
        run(chunks_of(missing, cost), &again);
        std::vector<Chunk> alone;
        for (const Play* play : again) alone.push_back({play});
        run(alone, nullptr);
    }

    [[nodiscard]] std::optional<Numbers> numbers_of(const std::string& hash) const {
        const std::optional<Bytes> bytes = ledger_.find(hash);
        if (!bytes) return std::nullopt;
        return unpacked(*bytes);
    }

    [[nodiscard]] const std::map<std::string, std::string>& reasons() const { return reasons_; }
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
        return ledger_.has(play.hash) || reasons_.contains(play.hash);
    }

    /// Plays the first play of each variant, in a child; where that comes back whole, here once more, so that
    /// later children find ready what they share: weather, and a deployment that differs in prices alone.
    std::vector<PlayCost> try_out(const std::vector<const Play*>& missing) {
        std::vector<PlayCost> cost(set_.variants.size());
        std::vector<const Play*> first(set_.variants.size(), nullptr);
        std::map<std::string, std::size_t> alike;
        for (const Play* play : missing) {
            if (first[play->variant] == nullptr) first[play->variant] = play;
            ++alike[play->deployment];
        }
        std::vector<Chunk> chunks;
        for (const Play* play : first)
            if (play != nullptr) chunks.push_back({play});
        run(chunks, nullptr);
        for (std::size_t v = 0; v < first.size(); ++v) {
            if (first[v] == nullptr || !ledger_.has(first[v]->hash)) continue;
            const bool shared = alike[first[v]->deployment] > 1;
            cost[v] = measured_cost(*players_[v], plan_, first[v]->number, shared);
            if (shared)
                cost[v].deployment = first[v]->deployment;
            else
                players_[v]->forget_deployment();
        }
        return cost;
    }

    void run(const std::vector<Chunk>& chunks, std::vector<const Play*>* again) {
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
        const auto limit = options_.time_limit;  // of a case: chunks have as many as they have cases
        std::size_t longest = 1;
        for (const Chunk& chunk : chunks) longest = std::max(longest, chunk.size());
        [[maybe_unused]] const auto none =
            run_isolated(cases, {.jobs = options_.jobs,
                                 .time_limit = limit * static_cast<long>(longest),
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
                entries.emplace_back(play->hash, Bytes(begin, end));
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
        reasons_[play.hash] = std::move(reason);
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
    std::vector<std::unique_ptr<CasePlayer>> players_;  ///< [variant]
    std::map<std::string, std::string> reasons_;        ///< of failures, by hash
    std::vector<outcome::FailedPlay> failed_;
    std::size_t total_ = 0;
    std::size_t done_ = 0;
};

outcome::SweepRun head_of(const study::StudySet& set, const SweepPlan& plan) {
    outcome::SweepRun run;
    run.title = set.title;
    run.question = set.question;
    run.program_version = program_version();
    run.program_commit = program_commit();
    run.study_sha256 = set.resolved_sha256;
    run.resolved_study = set.resolved_text;
    run.seed = set.seed;
    for (const study::Variant& variant : set.variants) run.variants.push_back(variant.id);
    for (int year = set.horizon.first; year <= set.horizon.last; ++year) run.years.push_back(year);
    run.milestones = set.milestones;
    run.engines = engine_words(set);
    run.replications = plan.replications;
    for (std::size_t r = 0; r < plan.replications; ++r) run.seeds.push_back(replication_seed(set.seed, r));
    for (std::size_t l = 0; l < plan.lists.size(); ++l) {
        const std::vector<std::string>& keys = plan.lists[l].keys;
        run.listed_keys.insert(run.listed_keys.end(), keys.begin(), keys.end());
        run.list_of_key.insert(run.list_of_key.end(), keys.size(), l);
    }
    for (std::size_t c = 0; c < plan.combinations(); ++c) run.combinations.push_back(plan.listed_texts(c));
    for (const study::DrawnKey& key : plan.drawn)
        run.drawn_keys.push_back({key.key, key.group, key.text_at(0.1), key.text_at(0.5), key.text_at(0.9),
                                  key.text_at(key.low_end()), key.text_at(1.0 - key.low_end())});
    run.groups = plan.groups;
    run.draws = plan.points.size();
    run.sensitivity = plan.sensitivity;
    run.one_at_a_time = plan.tornado;
    for (const statistics::Point& point : plan.points)
        run.quantiles.insert(run.quantiles.end(), point.begin(), point.end());
    return run;
}

/// Values in the order of the tables: by outcome, case, variant, year.
void put(const Numbers& numbers, std::size_t number, std::size_t variant, outcome::SweepRun& run) {
    const std::size_t outcomes = outcome::sweep_outcomes().size();
    if (numbers.size() != outcomes * run.years.size())
        throw RunFailed("the ledger is damaged: remove sweep.db, and what it holds is played again");
    for (std::size_t y = 0; y < run.years.size(); ++y)
        for (std::size_t o = 0; o < outcomes; ++o)
            run.values[run.value_index(o, number, variant, y)] = numbers[y * outcomes + o];
}

/// Hashes of every case and variant, by case.
class PlayNames {
public:
    PlayNames(const study::StudySet& set, const SweepPlan& plan) : plan_{plan} {
        for (std::size_t v = 0; v < set.variants.size(); ++v) bases_.push_back(base_of(set, v));
        for (const study::CaseKey& key : plan.keys) moving_.push_back(study::moves_machines(key.key));
    }

    [[nodiscard]] Play of(std::size_t number, std::size_t variant,
                          const std::vector<std::string>& texts) const {
        const std::size_t replication = plan_.replication(number);
        std::string all = bases_[variant];
        // Of the first the seed is the study's: adding replications plays those that are new.
        if (replication > 0) all += fmt::format("\nreplication {}", replication);
        std::string machines = fmt::format("{} {} {}", bases_[variant], replication, variant);
        for (std::size_t k = 0; k < plan_.keys.size(); ++k) {
            const std::vector<std::size_t>& reached = plan_.keys[k].variants;
            if (!std::binary_search(reached.begin(), reached.end(), variant)) continue;
            const std::string line = fmt::format("\n{}={}", plan_.keys[k].key, texts[k]);
            all += line;
            if (moving_[k]) machines += line;
        }
        return {read::sha256(all), number, variant, read::sha256(machines)};
    }

private:
    const SweepPlan& plan_;
    std::vector<std::string> bases_;
    std::vector<bool> moving_;
};

}  // namespace

std::vector<std::string> engine_words(const study::StudySet& set) {
    std::set<std::string> asked{std::string{outcome::annual_engine}};
    for (const study::SweepEngine engine : set.sweep.engines)
        asked.insert(study::Codec<study::SweepEngine>::write(engine));
    return {asked.begin(), asked.end()};
}

std::vector<Play> plays_of(const study::StudySet& set, const SweepPlan& plan,
                           const std::set<std::size_t>& only) {
    const PlayNames names{set, plan};
    std::set<std::string> known;
    std::vector<Play> plays;
    for (std::size_t number = 0; number < plan.cases(); ++number) {
        if (!only.empty() && !only.contains(number)) continue;
        const std::vector<std::string> texts = plan.texts(number);
        for (std::size_t v = 0; v < set.variants.size(); ++v) {
            Play play = names.of(number, v, texts);
            if (known.insert(play.hash).second) plays.push_back(std::move(play));
        }
    }
    return plays;
}

outcome::SweepRun run_sweep(const study::StudySet& set, const SweepPlan& plan, const SweepOptions& options,
                            SweepStatistics& statistics) {
    outcome::SweepRun run = head_of(set, plan);
    const std::size_t outcomes = outcome::sweep_outcomes().size();
    SweepRunner runner{set, plan, options};
    runner.play(part_of_plays(plays_of(set, plan, options.only), options.part), statistics);
    if (options.part.of > 1) {
        run.failed = runner.failures();
        return run;
    }
    run.values.assign(outcomes * run.cases() * run.variants.size() * run.years.size(),
                      outcome::not_applicable);
    const PlayNames names{set, plan};
    for (std::size_t number = 0; number < plan.cases(); ++number) {
        if (!options.only.empty() && !options.only.contains(number)) continue;
        const std::vector<std::string> texts = plan.texts(number);
        for (std::size_t v = 0; v < run.variants.size(); ++v) {
            const std::string hash = names.of(number, v, texts).hash;
            if (const std::optional<Numbers> numbers = runner.numbers_of(hash)) {
                put(*numbers, number, v, run);
            } else {
                const auto reason = runner.reasons().find(hash);
                run.failed.push_back({static_cast<std::int32_t>(number), run.variants[v],
                                      reason == runner.reasons().end() ? "not played" : reason->second,
                                      fmt::format("{} --only {}", options.repeat, number)});
            }
        }
    }
    return run;
}

}  // namespace verbund::batch
