#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/base/quantity_text.hpp"
#include "scenarios/study/study.hpp"
#include "scenarios/study/sweep_draws.hpp"

/// Cases of a sweep: a study with some values in place of its own.
namespace verbund::study {

/// A key that cases give a value.
struct CaseKey {
    std::string key;
    /// Variants in which it holds: of "b:path" variant b alone, else all that do not state the key by
    /// themselves (`KeyReach`) and have the thing it means; of "seed" and "catalog.figures.<id>" all.
    std::vector<std::size_t> variants;
    ParseProblem problem{};  ///< why it holds in none
};

/// Keys in the order given.
[[nodiscard]] std::vector<CaseKey> resolve_keys(const StudySet& set,
                                                const std::vector<std::pair<std::string, KeyReach>>& keys);

/// The values of one variant of a set that cases change, found once.
///
/// Refers to the set, which must outlive it and keep its things (centers, rooms, moves) where they are.  What
/// refers to the set in turn (`deploy::World`) stays valid when values are put into it.
class CaseValues {
public:
    CaseValues(StudySet& set, std::size_t variant, const std::vector<CaseKey>& keys);

    /// One text a key; the study keeps its own where a key does not reach the variant.  Notes what a key
    /// cannot take.
    void put(std::span<const std::string> texts, Diagnostics& mistakes) const;
    /// Whether the key at that place reaches the variant.
    [[nodiscard]] bool reached(std::size_t key) const { return bool{setters_[key]}; }

private:
    using Setter = std::function<std::optional<ParseProblem>(const std::string&)>;
    std::vector<std::string> keys_;
    std::vector<Setter> setters_;  ///< [key]; empty where it does not reach the variant
};

/// Whether a key can change how many servers stand where or what they draw in any hour; false for what only
/// money, rules of accounting and embodied emissions are computed from.
[[nodiscard]] bool moves_machines(std::string_view key);

}  // namespace verbund::study
