#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "scenarios/study/fields.hpp"
#include "scenarios/study/resolved.hpp"

namespace verbund::study {
namespace {

/// Lists the scalars and lists of a struct, depth first in table order.
class Lister {
public:
    Lister(const KeyPlaces& places, std::vector<Assumption>& list) : places_{places}, list_{list} {}

    void walk(const FieldList& fields, const std::string& path) {
        for (const Field& field : fields) {
            const std::string key = path.empty() ? field.key : path + "." + field.key;
            std::visit([&](const auto& content) { visit(content, field, key); }, field.content);
        }
    }

private:
    void visit(const Scalar& scalar, const Field& field, const std::string& key) {
        add(scalar.text(), field, key);
    }
    void visit(const List& list, const Field& field, const std::string& key) {
        const auto texts = list.texts();
        add(texts ? fmt::format("[{}]", fmt::join(*texts, ", ")) : "auto", field, key);
    }
    void visit(const Group& group, const Field&, const std::string& key) {
        if (group.present()) walk(group.fields(), key);
    }
    void visit(const Map& map, const Field&, const std::string& key) {
        for (const std::string& id : map.present()) {
            const Field entry = map.entry(id);
            std::visit([&](const auto& content) { visit(content, entry, fmt::format("{}.{}", key, id)); },
                       entry.content);
        }
    }

    /// A field without a default of its own counts only when it is given.
    void add(std::string value, const Field& field, const std::string& key) {
        const bool given = places_.given(key);
        if (!given && field.evidence.mark.empty()) return;
        const Evidence stated{"G", "stated in the study"};
        list_.push_back({key, std::move(value), given, field.text, given ? stated : field.evidence,
                         given ? Bounds{} : field.bounds});
    }

    const KeyPlaces& places_;
    std::vector<Assumption>& list_;
};

bool same(const Assumption& a, const Assumption& b) {
    return a.key == b.key && a.value == b.value && a.given == b.given;
}

/// What holds in all variants once; the rest with the variant's name in front.
std::vector<Assumption> joined(const std::vector<Variant>& variants,
                               const std::vector<std::vector<Assumption>>& lists) {
    std::map<std::string, std::vector<const Assumption*>> by_key;
    for (const auto& list : lists)
        for (const Assumption& assumption : list) by_key[assumption.key].push_back(&assumption);
    const auto common = [&](const std::string& key) {
        const auto& found = by_key.at(key);
        return found.size() == lists.size() &&
               std::all_of(found.begin(), found.end(),
                           [&](const Assumption* a) { return same(*a, *found.front()); });
    };
    std::vector<Assumption> result;
    for (std::size_t i = 0; i < lists.size(); ++i) {
        for (Assumption assumption : lists[i]) {
            const bool shared = common(assumption.key);
            if (shared && i > 0) continue;
            if (!shared) assumption.key = variants[i].id + ":" + assumption.key;
            result.push_back(std::move(assumption));
        }
    }
    return result;
}

}  // namespace

std::vector<Assumption> list_assumptions(const Document& document, const KeyPlaces& document_places,
                                         const std::vector<Variant>& variants) {
    Document document_copy = document;
    std::vector<Assumption> result;
    Lister{document_places, result}.walk(describe(document_copy), "");
    std::vector<std::vector<Assumption>> lists(variants.size());
    for (std::size_t i = 0; i < variants.size(); ++i) {
        Study study = variants[i].study;
        Lister{variants[i].places, lists[i]}.walk(describe(study), "");
    }
    for (Assumption& assumption : joined(variants, lists)) result.push_back(std::move(assumption));
    return result;
}

}  // namespace verbund::study
