#include "scenarios/read/yaml_node.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace verbund::read {
namespace {

std::string keys_of(const YamlNode& map) {
    constexpr std::size_t most_shown = 12;
    std::string list;
    for (std::size_t i = 0; i < std::min(map.entries.size(), most_shown); ++i)
        list += (i == 0 ? "" : ", ") + map.entries[i].key.text;
    return map.entries.size() > most_shown ? list + ", ..." : list;
}

void remove_entry(YamlNode& base, const YamlEntry& removal, const std::string& path, Diagnostics& mistakes) {
    const auto found = std::find_if(base.entries.begin(), base.entries.end(), [&](const YamlEntry& entry) {
        return entry.key.text == removal.key.text;
    });
    if (found != base.entries.end()) {
        base.entries.erase(found);
        return;
    }
    mistakes.add({removal.value.position(), join_path(path, removal.key.text),
                  fmt::format("nothing to remove (inherited here: {})",
                              base.entries.empty() ? "nothing" : keys_of(base)),
                  "null removes an inherited entry; leave the key out."});
}

}  // namespace

bool YamlNode::is_null() const noexcept {
    return is_scalar() && !quoted &&
           (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL");
}

SourcePosition YamlNode::position() const { return {file ? *file : std::string{}, line, column}; }

const YamlNode* YamlNode::find(std::string_view key) const {
    for (const YamlEntry& entry : entries)
        if (entry.key.text == key) return &entry.value;
    return nullptr;
}

YamlNode* YamlNode::find(std::string_view key) {
    return const_cast<YamlNode*>(static_cast<const YamlNode&>(*this).find(key));
}

std::string join_path(std::string_view parent, std::string_view key) {
    return parent.empty() ? std::string{key} : fmt::format("{}.{}", parent, key);
}

void merge(YamlNode& base, const YamlNode& patch, const std::string& path, Diagnostics& mistakes) {
    for (const YamlEntry& entry : patch.entries) {
        YamlNode* inherited = base.find(entry.key.text);
        if (entry.value.is_null())
            remove_entry(base, entry, path, mistakes);
        else if (inherited == nullptr)
            base.entries.push_back(entry);
        else if (inherited->is_map() && entry.value.is_map())
            merge(*inherited, entry.value, join_path(path, entry.key.text), mistakes);
        else
            *inherited = entry.value;
    }
}

}  // namespace verbund::read
