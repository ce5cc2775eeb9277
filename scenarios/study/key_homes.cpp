#include "scenarios/study/key_homes.hpp"

#include <map>

#include <fmt/format.h>

#include "scenarios/study/fields.hpp"

namespace verbund::study {
namespace {

std::string below(const std::string& path, const std::string& key) {
    return path.empty() ? key : path + "." + key;
}

using Homes = std::map<std::string, std::vector<std::string>>;

/// Adds `path` for every key of the list, and what lies below it.
void collect(const FieldList& fields, const std::string& path, Homes& homes) {
    for (const Field& field : fields) {
        homes[field.key].push_back(path.empty() ? "the top of the study" : path);
        if (const auto* group = std::get_if<Group>(&field.content)) {
            collect(group->fields(), below(path, field.key), homes);
        } else if (const auto* map = std::get_if<Map>(&field.content)) {
            const Field entry = map->entry("x");
            const auto* thing = std::get_if<Group>(&entry.content);
            const std::string name = fmt::format("{}.<{}>", below(path, field.key), map->thing);
            if (thing != nullptr) collect(thing->fields(), name, homes);
        }
    }
}

Homes collect_all() {
    Homes homes;
    Document document;
    collect(describe(document), "", homes);
    VariantHead head;
    collect(describe(head), "variants.<variant>", homes);
    Study study;
    collect(describe(study), "", homes);
    return homes;
}

}  // namespace

std::vector<std::string> homes_of(const std::string& key) {
    static const Homes homes = collect_all();  // a file may hold very many unknown keys
    const auto found = homes.find(key);
    return found == homes.end() ? std::vector<std::string>{} : found->second;
}

}  // namespace verbund::study
