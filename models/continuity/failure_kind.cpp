#include "models/continuity/failure_kind.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace verbund::continuity {
namespace {

constexpr bool in_order() {
    for (std::size_t k = 0; k < failure_kinds.size(); ++k)
        if (failure_kinds.at(k).kind != static_cast<FailureKind>(k)) return false;
    return true;
}
static_assert(in_order());

/// "a, b or c"
std::string alternatives(const std::vector<std::string>& texts) {
    const auto last = texts.end() - 1;
    return fmt::format("{} or {}", fmt::join(texts.begin(), last, ", "), *last);
}

}  // namespace

std::optional<FailureKind> failure_kind_of(std::string_view word) {
    const auto* const found =
        std::find_if(failure_kinds.begin(), failure_kinds.end(),
                     [word](const FailureKindFacts& facts) { return facts.word == word; });
    if (found == failure_kinds.end()) return std::nullopt;
    return found->kind;
}

std::vector<std::string> failure_words() {
    std::vector<std::string> words;
    for (const FailureKindFacts& facts : failure_kinds) words.emplace_back(facts.word);
    return words;
}

std::string target_forms() {
    std::vector<std::string> forms;
    for (const FailureKindFacts& facts : failure_kinds)
        forms.push_back(fmt::format("{}:{}", facts.word, facts.form));
    return fmt::format("{}", fmt::join(forms, ", "));
}

std::string target_examples() {
    std::vector<std::string> examples;
    for (const FailureKindFacts& facts : failure_kinds)
        examples.push_back(fmt::format("\"{}:{}\"", facts.word, facts.example));
    return alternatives(examples);
}

std::string destroyable_words() {
    std::vector<std::string> words;
    for (const FailureKindFacts& facts : failure_kinds)
        if (facts.can_be_destroyed()) words.emplace_back(facts.word);
    return alternatives(words);
}

std::string target_pattern() {
    return fmt::format("({}):[A-Za-z0-9][A-Za-z0-9_./-]*", fmt::join(failure_words(), "|"));
}

}  // namespace verbund::continuity
