#include "scenarios/read/decode.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "scenarios/study/center_sets.hpp"
#include "scenarios/study/key_homes.hpp"
#include "scenarios/study/retired_keys.hpp"

namespace verbund::read {
namespace {

using study::Field;
using study::FieldList;
using study::ValueKind;

bool reads_as_number(const std::string& text) {
    double value = 0.0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    return !text.empty() && result.ec == std::errc{} && result.ptr == text.data() + text.size();
}

bool has_leading_zero(const std::string& text) {
    return text.size() > 1 && text.front() == '0' &&
           text.find_first_not_of("0123456789") == std::string::npos;
}

std::string without_full_stop(std::string text) {
    if (text.ends_with('.')) text.pop_back();
    return text;
}

const char* shape(const YamlNode& node) { return node.is_map() ? "a map" : "a list"; }

std::vector<std::string> keys_of(const FieldList& fields) {
    std::vector<std::string> keys;
    for (const Field& field : fields) keys.push_back(field.key);
    return keys;
}

/// The key of an entry, of the same variant as its value.
YamlNode key_node(const YamlEntry& entry) {
    YamlNode key = entry.key;
    key.variant = entry.value.variant;
    return key;
}

/// Whether the field is a section that knows the key.
bool is_key_of(const Field& field, const std::string& key) {
    const auto* group = std::get_if<study::Group>(&field.content);
    if (group == nullptr) return false;
    const bool present = group->present();
    const FieldList keys = group->fields();
    const bool known =
        std::any_of(keys.begin(), keys.end(), [&](const Field& candidate) { return candidate.key == key; });
    if (!present) group->clear();
    return known;
}

/// "{first: ..., last: ...}"; of many keys the first ones.
std::string keys_in_braces(const FieldList& fields) {
    constexpr std::size_t most = 3;
    std::string text = "{";
    for (std::size_t i = 0; i < std::min(most, fields.size()); ++i)
        text += fmt::format("{}{}: ...", i == 0 ? "" : ", ", fields[i].key);
    return text + (fields.size() > most ? ", ...}" : "}");
}

}  // namespace

ParseProblem unknown_key(const std::vector<std::string>& known, const std::string& key) {
    const std::string near = nearest_word(key, known);
    const std::vector<std::string> homes = study::homes_of(key);
    constexpr std::size_t most_homes = 3;  // a name such as "storage" stands in many sections
    const bool placed = !homes.empty() && homes.size() <= most_homes;
    const std::string home = fmt::format("{}", fmt::join(homes, " or "));
    if (const auto instead = study::what_replaces(key))
        return {fmt::format("this key is gone ({})", instead->reason), std::string{instead->remedy}};
    std::string remedy = "Remove it or correct its spelling.";
    if (!near.empty()) {
        remedy = fmt::format("Did you mean \"{}\"?", near);
        if (placed) remedy += fmt::format(" \"{}\" belongs to {}.", key, home);
    } else if (placed) {
        remedy = fmt::format("It belongs to {}.", home);
    }
    return {fmt::format("unknown key (known here: {})", fmt::join(known, ", ")), std::move(remedy)};
}

std::string Decoder::key_as_written(const YamlNode& node, const std::string& path) const {
    if (node.variant < 0) return path;
    return join_path(fmt::format("variants.{}", variants_[static_cast<std::size_t>(node.variant)]), path);
}

void Decoder::note(const YamlNode& node, const std::string& path, std::string problem, std::string remedy) {
    places_.mark_broken(path);
    mistakes_.add({node.position(), key_as_written(node, path), std::move(problem), std::move(remedy)});
}

void Decoder::note_unknown_key(const YamlEntry& entry, const FieldList& fields, const std::string& path) {
    const std::vector<std::string> known = keys_of(fields);
    ParseProblem unknown = unknown_key(known, entry.key.text);
    note(key_node(entry), join_path(path, entry.key.text), std::move(unknown.problem),
         std::move(unknown.remedy));
    const std::string meant = nearest_word(entry.key.text, known);
    if (!meant.empty()) places_.mark_broken(join_path(path, meant));
}

void Decoder::note_keys_of_section(const std::vector<const YamlEntry*>& keys, const Field& section,
                                   const FieldList& fields, const std::string& path) {
    std::vector<std::string> others;
    for (std::size_t i = 1; i < keys.size(); ++i) others.push_back(keys[i]->key.text);
    const std::string too = others.empty() ? "" : fmt::format(", and so is {}", fmt::join(others, ", "));
    const std::string home = join_path(path, section.key);
    note(key_node(*keys.front()), join_path(path, keys.front()->key.text),
         fmt::format("unknown key{} (known here: {})", too, fmt::join(keys_of(fields), ", ")),
         fmt::format("{} to {}.", others.empty() ? "It belongs" : "They belong", home));
    places_.mark_broken(home);
}

void Decoder::note_unknown_keys(const std::vector<const YamlEntry*>& unknown, const FieldList& fields,
                                const std::string& path) {
    std::map<const Field*, std::vector<const YamlEntry*>> of_section;
    for (const YamlEntry* entry : unknown) {
        const auto section = std::find_if(fields.begin(), fields.end(), [&](const Field& field) {
            return is_key_of(field, entry->key.text);
        });
        if (section == fields.end())
            note_unknown_key(*entry, fields, path);
        else
            of_section[&*section].push_back(entry);
    }
    for (const auto& [section, keys] : of_section) note_keys_of_section(keys, *section, fields, path);
}

void Decoder::note_missing(const YamlNode& node, const FieldList& fields, const std::string& path) {
    for (const Field& field : fields) {
        if (!field.required || node.find(field.key) != nullptr) continue;
        if (places_.broken(join_path(path, field.key))) continue;  // misspelt, or its keys stand here
        note(node, join_path(path, field.key), fmt::format("is missing ({})", without_full_stop(field.text)),
             "Add it.");
    }
}

void Decoder::read_group(const YamlNode& node, const FieldList& fields, const std::string& path) {
    places_.put(path, {node.position(), key_as_written(node, path)});
    std::vector<const YamlEntry*> unknown;
    for (const YamlEntry& entry : node.entries) {
        const auto field = std::find_if(fields.begin(), fields.end(),
                                        [&](const Field& f) { return f.key == entry.key.text; });
        if (field == fields.end())
            unknown.push_back(&entry);
        else
            read_field(entry.value, *field, join_path(path, entry.key.text));
    }
    note_unknown_keys(unknown, fields, path);
    note_missing(node, fields, path);
}

void Decoder::read_field(const YamlNode& node, const Field& field, const std::string& path) {
    places_.put(path, {node.position(), key_as_written(node, path)});
    if (node.is_null()) {
        const bool section = std::holds_alternative<study::Group>(field.content) ||
                             std::holds_alternative<study::Map>(field.content);
        note(
            node, path, "has no value",
            section ? "Write {} for defaults, or leave the key out." : "Give a value, or leave the key out.");
        return;
    }
    std::visit([&](const auto& content) { read(node, content, path); }, field.content);
}

bool Decoder::fits_kind(const YamlNode& node, const study::Scalar& scalar, const std::string& path) {
    const bool bare =
        scalar.kind == ValueKind::number || scalar.kind == ValueKind::whole || scalar.kind == ValueKind::flag;
    if (!node.is_scalar()) {
        note(node, path, fmt::format("is {} ({} is needed)", shape(node), scalar.what),
             "Write a single value.");
        return false;
    }
    if (node.quoted && bare) {
        note(node, path,
             fmt::format("\"{}\" is a text in quotation marks ({} is needed)", node.text, scalar.what),
             "Remove the quotation marks.");
        return false;
    }
    if (node.quoted) return true;
    if (has_leading_zero(node.text)) {
        note(
            node, path, fmt::format("{} has a leading zero (as a number it would lose it)", node.text),
            bare ? "Write it without the zero." : fmt::format("Write \"{}\" in quotation marks.", node.text));
        return false;
    }
    const bool truth = node.text == "true" || node.text == "false";
    if (scalar.kind != ValueKind::text || (!truth && !reads_as_number(node.text))) return true;
    note(node, path,
         fmt::format("{} is a {} for YAML ({} is needed)", node.text, truth ? "truth value" : "number",
                     scalar.what),
         fmt::format("Write \"{}\" in quotation marks.", node.text));
    return false;
}

void Decoder::read(const YamlNode& node, const study::Scalar& scalar, const std::string& path) {
    if (!fits_kind(node, scalar, path)) return;
    if (auto problem = scalar.assign(node.text))
        note(node, path, std::move(problem->problem), std::move(problem->remedy));
}

void Decoder::read(const YamlNode& node, const study::List& list, const std::string& path) {
    if (list.automatic && node.is_scalar() && node.text == "auto") return;
    if (node.is_map()) {
        note(node, path, "is a map (a list is needed)", "Write [a, b].");
        return;
    }
    const std::vector<YamlNode> single =
        node.is_scalar() ? std::vector<YamlNode>{node} : std::vector<YamlNode>{};
    const std::vector<YamlNode>& items = node.is_scalar() ? single : node.items;
    if (items.size() < list.fewest || items.size() > list.most) {
        note(node, path,
             fmt::format("has {} entries ({} to {} are needed)", items.size(), list.fewest, list.most),
             "Check the list.");
        return;
    }
    std::vector<std::string> texts;
    for (const YamlNode& item : items) {
        if (!fits_kind(item, list.item, path)) return;
        if (auto problem = list.item.assign(item.text)) {
            note(item, path, std::move(problem->problem), std::move(problem->remedy));
            return;
        }
        texts.push_back(item.text);
    }
    if (auto problem = list.assign(texts))
        note(node, path, std::move(problem->problem), std::move(problem->remedy));
}

void Decoder::read(const YamlNode& node, const study::Group& group, const std::string& path) {
    if (group.automatic && node.is_scalar() && node.text == "auto") return;
    if (!node.is_map()) {
        note(node, path,
             fmt::format("is {} (a map of keys is needed)", node.is_scalar() ? "a single value" : "a list"),
             fmt::format("Write its keys below it, indented, or in braces: {}.",
                         keys_in_braces(group.fields())));
        return;
    }
    read_group(node, group.fields(), path);
}

void Decoder::read(const YamlNode& node, const study::Map& map, const std::string& path) {
    if (!node.is_map()) {
        note(node, path,
             fmt::format("is {} (a map by name is needed)", node.is_scalar() ? "a single value" : "a list"),
             fmt::format("Write the name of each {} as a key.", map.thing));
        return;
    }
    for (const YamlEntry& entry : node.entries) {
        const std::string entry_path = join_path(path, entry.key.text);
        if (!entry.key.quoted && has_leading_zero(entry.key.text)) {
            note(entry.key, entry_path,
                 fmt::format("the name {} has a leading zero (as a number it would lose it)", entry.key.text),
                 fmt::format("Write \"{}\" in quotation marks.", entry.key.text));
            continue;
        }
        if (const auto& known = map.known;
            !known.empty() && std::find(known.begin(), known.end(), entry.key.text) == known.end()) {
            study::UnknownName unknown = study::unknown_kind(map.thing, entry.key.text, known);
            note(entry.key, entry_path, std::move(unknown.problem), std::move(unknown.remedy));
            continue;
        }
        if (auto problem = study::check_key(map.keys, entry.key.text)) {
            note(entry.value, entry_path, std::move(problem->problem), std::move(problem->remedy));
            continue;
        }
        read_field(entry.value, map.entry(entry.key.text), entry_path);
    }
}

}  // namespace verbund::read
