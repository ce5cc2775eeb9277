#include "tests/properties/study_text.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "scenarios/study/fields.hpp"

namespace verbund::properties {
namespace {

using study::Field;
using study::FieldList;
using Entries = std::vector<std::pair<std::string, std::string>>;  // key, value as text

/// YAML in its flow form: {key: value, ...}.
class Writer {
public:
    explicit Writer(KeyOrder order) : order_{order} {}

    [[nodiscard]] std::string map(Entries entries) const {
        if (order_ == KeyOrder::reversed) std::reverse(entries.begin(), entries.end());
        std::vector<std::string> texts;
        for (const auto& [key, value] : entries) texts.push_back(fmt::format("{}: {}", quoted(key), value));
        return fmt::format("{{{}}}", fmt::join(texts, ", "));
    }

    [[nodiscard]] Entries entries(const FieldList& fields) const {
        Entries all;
        for (const Field& field : fields) {
            std::string value = text(field);
            if (!value.empty()) all.emplace_back(field.key, std::move(value));
        }
        return all;
    }

private:
    /// Empty for what need not be said.
    [[nodiscard]] std::string text(const Field& field) const {
        if (const auto* scalar = std::get_if<study::Scalar>(&field.content)) return scalar_text(*scalar);
        if (const auto* list = std::get_if<study::List>(&field.content)) return list_text(*list);
        if (const auto* group = std::get_if<study::Group>(&field.content))
            return group->present() ? map(entries(group->fields())) : "";
        const auto& things = std::get<study::Map>(field.content);
        Entries all;
        for (const std::string& key : things.present()) all.emplace_back(key, text(things.entry(key)));
        return map(all);
    }

    [[nodiscard]] static std::string scalar_text(const study::Scalar& scalar) {
        const std::string value = scalar.text();
        if (value.empty() || (scalar.automatic && value == "auto")) return "";
        const bool as_it_is = scalar.kind == study::ValueKind::number ||
                              scalar.kind == study::ValueKind::whole || scalar.kind == study::ValueKind::flag;
        return as_it_is ? value : quoted(value);
    }

    [[nodiscard]] static std::string list_text(const study::List& list) {
        const auto items = list.texts();
        if (!items) return "";
        const bool as_it_is = list.item.kind == study::ValueKind::whole;
        std::vector<std::string> texts;
        for (const std::string& item : *items) texts.push_back(as_it_is ? item : quoted(item));
        return fmt::format("[{}]", fmt::join(texts, ", "));
    }

    [[nodiscard]] static std::string quoted(const std::string& text) { return fmt::format("\"{}\"", text); }

    KeyOrder order_;
};

}  // namespace

std::string study_text(const study::StudySet& set, KeyOrder order) {
    const Writer writer(order);
    Entries variants;
    for (const study::Variant& variant : set.variants) {
        study::Study study = variant.study;
        variants.emplace_back(variant.id, writer.map(writer.entries(describe(study))));
    }
    // Their order is the results'; that of the keys in them is not.
    if (order == KeyOrder::reversed) std::reverse(variants.begin(), variants.end());
    return writer.map(
               {{"verbund", "1"},
                {"title", "drawn"},
                {"horizon", fmt::format("{{first: {}, last: {}}}", set.horizon.first, set.horizon.last)},
                {"milestones", fmt::format("[{}]", fmt::join(set.milestones, ", "))},
                {"seed", fmt::format("{}", set.seed)},
                {"base_variant", set.base_variant},
                {"variants", writer.map(variants)}}) +
           "\n";
}

}  // namespace verbund::properties
