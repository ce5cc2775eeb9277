#include "scenarios/study/key_homes.hpp"

#include <fmt/format.h>

#include "scenarios/study/fields.hpp"

namespace verbund::study {
namespace {

std::string below(const std::string& path, const std::string& key) {
    return path.empty() ? key : path + "." + key;
}

/// Adds the path of every list of fields, at or below `path`, that holds the key.
void find(const FieldList& fields, const std::string& path, const std::string& key,
          std::vector<std::string>& homes) {
    for (const Field& field : fields) {
        if (field.key == key) homes.push_back(path.empty() ? "the top of the study" : path);
        if (const auto* group = std::get_if<Group>(&field.content)) {
            find(group->fields(), below(path, field.key), key, homes);
        } else if (const auto* map = std::get_if<Map>(&field.content)) {
            const Field entry = map->entry("x");
            const auto* thing = std::get_if<Group>(&entry.content);
            const std::string name = fmt::format("{}.<{}>", below(path, field.key), map->thing);
            if (thing != nullptr) find(thing->fields(), name, key, homes);
        }
    }
}

}  // namespace

std::vector<std::string> homes_of(const std::string& key) {
    std::vector<std::string> homes;
    Document document;
    find(describe(document), "", key, homes);
    VariantHead head;
    find(describe(head), "variants.<variant>", key, homes);
    Study study;
    find(describe(study), "", key, homes);
    return homes;
}

}  // namespace verbund::study
