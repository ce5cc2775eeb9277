#include "scenarios/read/overrides.hpp"

#include <algorithm>
#include <memory>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "scenarios/read/text_file.hpp"
#include "scenarios/read/yaml_parser.hpp"

namespace verbund::read {
namespace {

std::vector<std::string> split_path(const std::string& path) {
    // What a sweep varies is named by a path of its own.
    constexpr std::string_view sweep = "sweep.";
    if (path.starts_with(sweep)) return {"sweep", path.substr(sweep.size())};
    std::vector<std::string> keys;
    std::size_t start = 0;
    while (true) {
        const std::size_t dot = path.find('.', start);
        keys.push_back(path.substr(start, dot == std::string::npos ? std::string::npos : dot - start));
        if (dot == std::string::npos) return keys;
        start = dot + 1;
    }
}

/// The path behind "variant:path", which is how `check --explain` names what holds in one variant alone.
/// Empty, with the mistake noted, when there is no such variant.
std::vector<std::string> path_in_variant(const YamlNode& root, const std::string& path, std::size_t colon,
                                         const std::string& name, Diagnostics& mistakes) {
    const std::string variant = path.substr(0, colon);
    std::vector<std::string> known;
    if (const YamlNode* variants = root.find("variants"); variants != nullptr)
        for (const YamlEntry& entry : variants->entries) known.push_back(entry.key.text);
    if (std::find(known.begin(), known.end(), variant) == known.end()) {
        const std::string near = nearest_word(variant, known);
        mistakes.add(
            {{name, 0, 0},
             "",
             fmt::format("the study has no variant \"{}\" (variants: {})", variant, fmt::join(known, ", ")),
             near.empty() ? "Name one of them." : fmt::format("Did you mean \"{}\"?", near)});
        return {};
    }
    std::vector<std::string> keys{"variants", variant};
    for (std::string& key : split_path(path.substr(colon + 1))) keys.push_back(std::move(key));
    return keys;
}

/// Values from the command line have no line.
void forget_lines(YamlNode& node) {
    node.line = 0;
    node.column = 0;
    for (YamlNode& item : node.items) forget_lines(item);
    for (YamlEntry& entry : node.entries) {
        forget_lines(entry.key);
        forget_lines(entry.value);
    }
}

YamlNode made_here(const std::shared_ptr<const std::string>& file, YamlNode::Kind kind,
                   std::string text = {}) {
    YamlNode node;
    node.kind = kind;
    node.text = std::move(text);
    node.file = file;
    return node;
}

void set(YamlNode& root, const std::vector<std::string>& keys, YamlNode value, Diagnostics& mistakes) {
    YamlNode* at = &root;
    const auto file = value.file;
    std::string path;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (!at->is_map()) {
            mistakes.add({{*file, 0, 0},
                          path,
                          fmt::format("has no key \"{}\" below it (it is {})", keys[i],
                                      at->is_scalar() ? "a single value" : "a list"),
                          "Set the whole value."});
            return;
        }
        if (at->find(keys[i]) == nullptr) {
            at->entries.push_back(
                {made_here(file, YamlNode::Kind::scalar, keys[i]), made_here(file, YamlNode::Kind::map)});
        }
        at = at->find(keys[i]);
        if (at->is_null() && i + 1 < keys.size()) *at = made_here(file, YamlNode::Kind::map);
        path = join_path(path, keys[i]);
    }
    *at = std::move(value);
}

/// Takes out what was set to null outside the variants, where null has no meaning of its own.
void remove(YamlNode& root, const std::vector<std::string>& keys) {
    YamlNode* at = &root;
    for (std::size_t i = 0; i + 1 < keys.size(); ++i) {
        at = at->find(keys[i]);
        if (at == nullptr) return;
    }
    std::erase_if(at->entries, [&](const YamlEntry& entry) { return entry.key.text == keys.back(); });
}

}  // namespace

void apply_overrides(YamlNode& root, const std::vector<std::pair<std::string, std::string>>& overrides,
                     Diagnostics& mistakes) {
    for (const auto& [path, text] : overrides) {
        const std::string name = fmt::format("--set {}={}", path, text);
        const std::size_t colon = path.substr(0, path.find('.')).find(':');  // not of "sweep.b:hosts..."
        const std::vector<std::string> keys = colon == std::string::npos
                                                  ? split_path(path)
                                                  : path_in_variant(root, path, colon, name, mistakes);
        if (keys.empty()) continue;
        if (std::find(keys.begin(), keys.end(), "") != keys.end()) {
            mistakes.add({{name, 0, 0},
                          "",
                          "the path is empty or has an empty part",
                          "Write --set estate.base_year=2022."});
            continue;
        }
        try {
            require_text(text, name);
            YamlNode value = parse_yaml(text, name, mistakes);
            forget_lines(value);
            if (value.is_null() && keys.front() != "variants")
                remove(root, keys);
            else
                set(root, keys, std::move(value), mistakes);
        } catch (const InvalidInput& error) {
            for (const Diagnostic& mistake : error.mistakes()) mistakes.add(mistake);
        }
    }
}

}  // namespace verbund::read
