#pragma once

#include <map>
#include <string>
#include <vector>

#include "scenarios/study/study.hpp"

namespace verbund::study {

/// Centers that a target means: the one of that id, or those of "group:<name>"; empty when there is none.
[[nodiscard]] std::vector<const Center*> centers_of(const std::map<Id, Center>& centers,
                                                    const std::string& target);

/// Whether the center is in operation on that day.
[[nodiscard]] bool stands_on(const Center& center, Date day);

/// "no center "rz-3" (centers: rz-1, rz-2)" with the nearest name as the remedy.
struct UnknownName {
    std::string problem;
    std::string remedy;
};
[[nodiscard]] UnknownName unknown_name(const std::string& thing, const std::string& name,
                                       const std::vector<std::string>& candidates);

/// The same of a word that verbund itself defines, to which nobody can add one.
[[nodiscard]] UnknownName unknown_kind(const std::string& thing, const std::string& word,
                                       const std::vector<std::string>& words);

template <class T>
[[nodiscard]] std::vector<std::string> ids_of(const std::map<Id, T>& things) {
    std::vector<std::string> ids;
    for (const auto& [id, thing] : things) ids.push_back(id);
    return ids;
}

/// Center ids and "group:<name>" of every group.
[[nodiscard]] std::vector<std::string> targets_of(const std::map<Id, Center>& centers);

}  // namespace verbund::study
