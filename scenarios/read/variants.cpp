#include "scenarios/read/variants.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "scenarios/read/decode.hpp"
#include "scenarios/study/fields.hpp"

namespace verbund::read {
namespace {

std::vector<std::string> keys_of(const study::FieldList& fields) {
    std::vector<std::string> keys;
    for (const study::Field& field : fields) keys.push_back(field.key);
    return keys;
}

bool contains(const std::vector<std::string>& keys, const std::string& key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

YamlNode empty_like(const YamlNode& node) {
    YamlNode empty = node;
    empty.kind = YamlNode::Kind::map;
    empty.entries.clear();
    empty.items.clear();
    empty.text.clear();
    return empty;
}

void mark(YamlNode& node, int variant) {
    node.variant = variant;
    for (YamlNode& item : node.items) mark(item, variant);
    for (YamlEntry& entry : node.entries) mark(entry.value, variant);
}

/// Puts each entry into the part that knows its key; gives back the keys that unknown ones are meant to be.
std::vector<std::string> sort_entries(const YamlNode& node, const std::vector<std::string>& head_keys,
                                      YamlNode& head, YamlNode& sections, const std::string& path,
                                      Diagnostics& mistakes) {
    std::vector<std::string> misspelt;
    study::Study sample;
    const std::vector<std::string> section_keys = keys_of(describe(sample));
    for (const YamlEntry& entry : node.entries) {
        if (contains(section_keys, entry.key.text)) {
            sections.entries.push_back(entry);
        } else if (contains(head_keys, entry.key.text)) {
            head.entries.push_back(entry);
        } else {
            std::vector<std::string> known = head_keys;
            known.insert(known.end(), section_keys.begin(), section_keys.end());
            ParseProblem unknown = unknown_key(known, entry.key.text);
            mistakes.add({entry.key.position(), join_path(path, entry.key.text), std::move(unknown.problem),
                          std::move(unknown.remedy)});
            misspelt.push_back(nearest_word(entry.key.text, known));
        }
    }
    std::erase(misspelt, "");
    return misspelt;
}

void take_variant(const YamlEntry& entry, StudyTree& tree, Diagnostics& mistakes) {
    const std::string path = join_path("variants", entry.key.text);
    if (auto problem = study::check_key(study::KeyRule::id, entry.key.text)) {
        mistakes.add({entry.key.position(), path, std::move(problem->problem), std::move(problem->remedy)});
        tree.refused_variants = true;
        return;
    }
    if (!entry.value.is_map()) {
        mistakes.add({entry.value.position(), path, "is no map (the variant's changes are needed)",
                      "Write {} for a variant without changes."});
        tree.refused_variants = true;
        return;
    }
    study::VariantHead sample;
    const YamlNode empty = empty_like(entry.value);
    StudyTree::Variant variant{entry.key.text, empty, empty, {}};
    variant.misspelt =
        sort_entries(entry.value, keys_of(describe(sample)), variant.head, variant.patch, path, mistakes);
    mark(variant.patch, static_cast<int>(tree.variants.size()));
    tree.variants.push_back(std::move(variant));
}

std::string circle_text(const StudyTree& tree, const std::vector<std::size_t>& chain, std::size_t back_to) {
    std::vector<std::string> ids;
    for (const std::size_t index : chain) ids.push_back(tree.variants[index].id);
    ids.push_back(tree.variants[back_to].id);
    return fmt::format("{}", fmt::join(ids, " -> "));
}

void note_base(const StudyTree::Variant& variant, std::string problem, std::string remedy,
               Diagnostics& mistakes) {
    const YamlNode* base = variant.head.find("base");
    mistakes.add({base == nullptr ? variant.head.position() : base->position(),
                  fmt::format("variants.{}.base", variant.id), std::move(problem), std::move(remedy)});
}

/// Index of the base; nothing (and noted) when there is no such variant.
std::optional<std::size_t> find_base(const StudyTree& tree, std::size_t variant, const std::string& base,
                                     Diagnostics& mistakes) {
    const std::vector<std::string> ids = variant_ids(tree);
    const auto found = std::find(ids.begin(), ids.end(), base);
    if (found != ids.end()) return static_cast<std::size_t>(found - ids.begin());
    if (tree.refused_variants) return std::nullopt;  // it may be one of those
    const std::string near = nearest_word(base, ids);
    note_base(tree.variants[variant],
              fmt::format("no variant \"{}\" (variants: {})", base, fmt::join(ids, ", ")),
              near.empty() ? "Name one of them." : fmt::format("Did you mean \"{}\"?", near), mistakes);
    return std::nullopt;
}

std::optional<std::vector<std::size_t>> chain_of(const StudyTree& tree, const std::vector<std::string>& bases,
                                                 std::size_t variant, Diagnostics& mistakes) {
    std::vector<std::size_t> chain{variant};
    while (!bases[chain.back()].empty()) {
        const auto base = find_base(tree, chain.back(), bases[chain.back()], mistakes);
        if (!base) return std::nullopt;
        if (std::find(chain.begin(), chain.end(), *base) != chain.end()) {
            if (*base == variant && *std::min_element(chain.begin(), chain.end()) == variant) {
                note_base(tree.variants[variant],
                          fmt::format("circular: {}", circle_text(tree, chain, *base)),
                          "Let one of them stand on its own.", mistakes);
            }
            return std::nullopt;
        }
        chain.push_back(*base);
    }
    std::reverse(chain.begin(), chain.end());
    return chain;
}

}  // namespace

StudyTree take_apart(const YamlNode& root, Diagnostics& mistakes) {
    StudyTree tree;
    tree.document = empty_like(root);
    tree.sweep = empty_like(root);
    tree.sections = empty_like(root);
    if (!root.is_map()) {
        mistakes.add(
            {root.position(), "", "is no study (a map of keys is needed)", "Compare with `verbund new`."});
        return tree;
    }
    study::Document sample;
    std::vector<std::string> head_keys = keys_of(describe(sample));
    head_keys.emplace_back("variants");
    head_keys.emplace_back("sweep");
    YamlNode head = empty_like(root);
    tree.misspelt = sort_entries(root, head_keys, head, tree.sections, "", mistakes);
    for (YamlEntry& entry : head.entries) {
        if (entry.key.text == "sweep")
            tree.sweep = std::move(entry.value);
        else if (entry.key.text != "variants")
            tree.document.entries.push_back(std::move(entry));
        else if (entry.value.is_map())
            for (const YamlEntry& variant : entry.value.entries) take_variant(variant, tree, mistakes);
    }
    const YamlNode* variants = root.find("variants");
    const bool misspelt = contains(tree.misspelt, "variants");
    if (misspelt) tree.refused_variants = true;
    if (!misspelt && (variants == nullptr || variants->entries.empty())) {
        mistakes.add({(variants == nullptr ? root : *variants).position(), "variants",
                      "the study has no variants (at least one is computed)",
                      "Add variants: {status-quo: {}}."});
    }
    return tree;
}

std::vector<std::string> variant_ids(const StudyTree& tree) {
    std::vector<std::string> ids;
    for (const StudyTree::Variant& variant : tree.variants) ids.push_back(variant.id);
    return ids;
}

std::vector<std::optional<std::vector<std::size_t>>> base_chains(const StudyTree& tree,
                                                                 const std::vector<std::string>& bases,
                                                                 Diagnostics& mistakes) {
    std::vector<std::optional<std::vector<std::size_t>>> chains;
    for (std::size_t i = 0; i < tree.variants.size(); ++i)
        chains.push_back(chain_of(tree, bases, i, mistakes));
    return chains;
}

YamlNode resolve_variant(const StudyTree& tree, const std::vector<std::size_t>& chain,
                         Diagnostics& mistakes) {
    YamlNode sections = tree.sections;
    for (const std::size_t index : chain) {
        const StudyTree::Variant& variant = tree.variants[index];
        merge(sections, variant.patch, join_path("variants", variant.id), mistakes);
    }
    return sections;
}

}  // namespace verbund::read
