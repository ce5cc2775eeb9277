#include <map>
#include <set>

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

/// Keys that every variant has with the same value.
std::set<std::string> common_keys(const std::vector<std::vector<Assumption>>& lists) {
    struct Seen {
        const Assumption* first;
        std::size_t same = 0;
    };
    std::map<std::string, Seen> by_key;
    for (const auto& list : lists) {
        for (const Assumption& assumption : list) {
            Seen& seen = by_key.try_emplace(assumption.key, Seen{&assumption}).first->second;
            if (same(*seen.first, assumption)) ++seen.same;
        }
    }
    std::set<std::string> common;
    for (const auto& [key, seen] : by_key)
        if (seen.same == lists.size()) common.insert(key);
    return common;
}

/// What holds in all variants once; the rest with the variant's name in front.
std::vector<Assumption> joined(const std::vector<Variant>& variants,
                               const std::vector<std::vector<Assumption>>& lists) {
    const std::set<std::string> common = common_keys(lists);
    std::vector<Assumption> result;
    for (std::size_t i = 0; i < lists.size(); ++i) {
        for (Assumption assumption : lists[i]) {
            const bool shared = common.count(assumption.key) != 0;
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
