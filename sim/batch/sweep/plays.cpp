#include "sim/batch/sweep/plays.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "results/outcome/sweep.hpp"
#include "scenarios/study/codec.hpp"
#include "scenarios/study/enum_words.hpp"
#include "scenarios/study/resolved.hpp"
#include "scenarios/study/sweep_case.hpp"

namespace verbund::batch {
namespace {

/// All of the study that a variant is played from, but the values of a case.
std::string base_of(const study::StudySet& set, std::size_t variant) {
    const std::vector<std::string> engines = engine_words(set);
    std::string text = fmt::format("horizon {} {}\nseed {}\nengines {}\n", set.horizon.first,
                                   set.horizon.last, set.seed, fmt::join(engines, " "));
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

/// Hashes of a case's variants.
class PlayNames {
public:
    struct Names {
        read::Sha256 play;
        read::Sha256 deployment;
    };

    PlayNames(const study::StudySet& set, const SweepPlan& plan) : plan_{plan} {
        for (std::size_t v = 0; v < set.variants.size(); ++v) bases_.push_back(base_of(set, v));
        for (const study::CaseKey& key : plan.keys) moving_.push_back(study::moves_machines(key.key));
    }

    [[nodiscard]] Names of(std::size_t number, std::size_t variant,
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
        return {read::sha256_bytes(all), read::sha256_bytes(machines)};
    }

private:
    const SweepPlan& plan_;
    std::vector<std::string> bases_;
    std::vector<bool> moving_;
};

/// Different hashes, numbered as they come.
class Numbers {
public:
    Numbers() = default;
    Numbers(const Numbers&) = delete;  // the set refers to its neighbour
    Numbers& operator=(const Numbers&) = delete;
    ~Numbers() = default;

    /// The number of one, and whether it is new.
    std::pair<std::uint32_t, bool> add(const read::Sha256& hash) {
        hashes_.push_back(hash);
        const auto [place, added] = known_.insert(static_cast<std::uint32_t>(hashes_.size() - 1));
        if (!added) hashes_.pop_back();
        return {*place, added};
    }
    [[nodiscard]] std::size_t size() const { return hashes_.size(); }

private:
    struct Hash {
        const std::vector<read::Sha256>& hashes;
        std::size_t operator()(std::uint32_t place) const {
            std::size_t first = 0;
            std::memcpy(&first, hashes[place].data(), sizeof(first));
            return first;
        }
    };
    struct Same {
        const std::vector<read::Sha256>& hashes;
        bool operator()(std::uint32_t a, std::uint32_t b) const { return hashes[a] == hashes[b]; }
    };

    std::vector<read::Sha256> hashes_;
    std::unordered_set<std::uint32_t, Hash, Same> known_{0, Hash{hashes_}, Same{hashes_}};
};

}  // namespace

std::vector<std::string> engine_words(const study::StudySet& set) {
    std::set<std::string> asked{std::string{outcome::annual_engine}};
    for (const study::SweepEngine engine : set.sweep.engines)
        asked.insert(study::Codec<study::SweepEngine>::write(engine));
    return {asked.begin(), asked.end()};
}

Plays plays_of(const study::StudySet& set, const SweepPlan& plan, const std::set<std::size_t>& only) {
    const PlayNames names{set, plan};
    Numbers plays;
    Numbers deployments;
    Plays found;
    for (std::size_t number = 0; number < plan.cases(); ++number) {
        if (!only.empty() && !only.contains(number)) continue;
        const std::vector<std::string> texts = plan.texts(number);
        for (std::size_t v = 0; v < set.variants.size(); ++v) {
            const PlayNames::Names of = names.of(number, v, texts);
            const auto [place, added] = plays.add(of.play);
            found.of.push_back(place);
            if (!added) continue;
            found.all.push_back({of.play, static_cast<std::uint32_t>(number), static_cast<std::uint32_t>(v),
                                 deployments.add(of.deployment).first});
        }
    }
    found.deployments = deployments.size();
    return found;
}

}  // namespace verbund::batch
