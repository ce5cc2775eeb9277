#include "scenarios/study/center_sets.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/diagnostics.hpp"

namespace verbund::study {
namespace {

constexpr std::string_view group_prefix = "group:";

/// How to see all names of a kind that the catalog holds; empty for what the study itself names, and for
/// administrations whose names are all shown (`complete`).
std::string_view listing_of(std::string_view thing, bool complete) {
    if (thing == "workload class") return " `verbund catalog workloads` lists all.";
    if (thing == "UPS type") return " `verbund catalog ups` lists all.";
    if (thing == "cooling type") return " `verbund catalog cooling` lists all.";
    if (thing == "endpoint") return " `verbund catalog endpoints` lists all.";
    if (thing == "administration" && !complete)
        return " `verbund catalog districts` and `verbund catalog municipalities` list all.";
    return "";
}

}  // namespace

std::vector<const Center*> centers_of(const std::map<Id, Center>& centers, const std::string& target) {
    std::vector<const Center*> found;
    if (!target.starts_with(group_prefix)) {
        const auto center = centers.find(target);
        if (center != centers.end()) found.push_back(&center->second);
        return found;
    }
    const std::string group = target.substr(group_prefix.size());
    for (const auto& [id, center] : centers)
        if (center.group == group) found.push_back(&center);
    return found;
}

bool stands_on(const Center& center, Date day) {
    return center.commissioned <= day && (!center.closed || day < *center.closed);
}

UnknownName unknown_name(const std::string& thing, const std::string& name,
                         const std::vector<std::string>& candidates) {
    // What no command lists is listed here.
    const std::size_t most_shown = listing_of(thing, false).empty() ? 60 : 12;
    const bool complete = candidates.size() <= most_shown;
    const auto shown = static_cast<std::ptrdiff_t>(std::min(candidates.size(), most_shown));
    const std::vector<std::string> first(candidates.begin(), candidates.begin() + shown);
    const std::string list =
        candidates.empty() ? fmt::format("there is no {}", thing)
                           : fmt::format("there are: {}{}", fmt::join(first, ", "), complete ? "" : ", ...");
    const std::string near = nearest_word(name, candidates);
    return {fmt::format("no {} \"{}\" ({})", thing, name, list),
            fmt::format("{}{}",
                        near.empty() ? fmt::format("Name an existing {}, or add this one.", thing)
                                     : fmt::format("Did you mean \"{}\"?", near),
                        listing_of(thing, complete))};
}

UnknownName unknown_kind(const std::string& thing, const std::string& word,
                         const std::vector<std::string>& words) {
    const std::string near = nearest_word(word, words);
    return {fmt::format("no {} \"{}\" (there are: {})", thing, word, fmt::join(words, ", ")),
            near.empty() ? "Name one of them." : fmt::format("Did you mean \"{}\"?", near)};
}

std::vector<std::string> targets_of(const std::map<Id, Center>& centers) {
    std::vector<std::string> targets = ids_of(centers);
    std::set<std::string> groups;
    for (const auto& [id, center] : centers)
        if (!center.group.empty()) groups.insert(std::string{group_prefix} + center.group);
    targets.insert(targets.end(), groups.begin(), groups.end());
    return targets;
}

}  // namespace verbund::study
