#include "scenarios/study/key_path.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/diagnostics.hpp"

namespace verbund::study {
namespace {

FoundField refused(std::string problem, std::string remedy) {
    return {std::nullopt, {std::move(problem), std::move(remedy)}};
}

FoundField unknown(std::string_view key, const std::vector<std::string>& known) {
    const std::string near = nearest_word(std::string{key}, known);
    return refused(fmt::format("has no \"{}\"", key),
                   !near.empty()   ? fmt::format("Did you mean \"{}\"?", near)
                   : known.empty() ? "Nothing is there to be varied."
                                   : fmt::format("There are: {}.", fmt::join(known, ", ")));
}

FoundField step(const Field& field, std::string_view rest) {
    if (std::holds_alternative<Scalar>(field.content)) {
        if (rest.empty()) return {field, {}};
        return refused(fmt::format("has no \"{}\" below it (it is a single value)", rest),
                       "Name the value itself.");
    }
    if (std::holds_alternative<List>(field.content))
        return refused("is a list", "Vary single values, or state a variant for each list.");
    if (rest.empty()) return refused("is a section", "Name one of its values.");
    if (const auto* group = std::get_if<Group>(&field.content)) return find_value(group->fields(), rest);
    const Map& map = std::get<Map>(field.content);
    const std::size_t dot = rest.find('.');
    const std::string key{rest.substr(0, dot)};
    const std::vector<std::string> there = map.known.empty() ? map.present() : map.known;
    if (std::find(there.begin(), there.end(), key) == there.end()) return unknown(key, there);
    return step(map.entry(key), dot == std::string_view::npos ? std::string_view{} : rest.substr(dot + 1));
}

}  // namespace

VariantPath take_apart(std::string_view key) {
    // A name of a variant has no dot: a colon behind the first one is part of the path.
    const std::size_t colon = key.substr(0, key.find('.')).find(':');
    if (colon == std::string_view::npos) return {{}, key};
    return {key.substr(0, colon), key.substr(colon + 1)};
}

FoundField find_value(const FieldList& fields, std::string_view path) {
    const std::size_t dot = path.find('.');
    const std::string_view key = path.substr(0, dot);
    const auto field =
        std::find_if(fields.begin(), fields.end(), [key](const Field& f) { return f.key == key; });
    if (field == fields.end()) {
        std::vector<std::string> known;
        for (const Field& f : fields) known.push_back(f.key);
        return unknown(key, known);
    }
    return step(*field, dot == std::string_view::npos ? std::string_view{} : path.substr(dot + 1));
}

}  // namespace verbund::study
