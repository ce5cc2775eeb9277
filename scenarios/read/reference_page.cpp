#include <fmt/format.h>
#include <fmt/ranges.h>

#include "scenarios/read/schema.hpp"
#include "scenarios/study/fields.hpp"

namespace verbund::read {
namespace {

using study::Field;
using study::FieldList;
using study::ValueKind;

constexpr std::string_view introduction = R"(# The study file

<!-- Written from the field table (scenarios/study/fields_*.cpp); a test compares them. -->

A study is one YAML 1.2 file. Values carry their unit ("20 kW"); a bare number where a unit is due is an error, and so is
every key that is not listed here. Things with a name are maps by that name. `auto` leaves a value to the run or to the
catalog. A variant repeats any of the sections from `territory` on and is laid over them key by key; `base:` names a variant
whose changes hold first, and `null` removes an inherited entry. `verbund check FILE` lists every mistake with its place,
`verbund check FILE --explain` every value that holds and where it comes from.

Evidence of a default: S seen in the source named, M-h / M-m / M-l general knowledge of high / medium / low confidence,
A modelling assumption. Where there is none, the default is stated in the meaning. In brackets after a default: how far the
truth may lie from it, which is what ranges of results come from; a default without them says why it is fixed.
)";

std::string cell(std::string_view text) {
    std::string result;
    for (const char c : text) result += c == '|' ? std::string{"\\|"} : std::string{c};
    return result;
}

std::string range_text(const study::Scalar& scalar) {
    if (scalar.minimum && scalar.maximum) return fmt::format(", {} to {}", *scalar.minimum, *scalar.maximum);
    if (scalar.minimum) return fmt::format(", at least {}", *scalar.minimum);
    return scalar.maximum ? fmt::format(", at most {}", *scalar.maximum) : std::string{};
}

std::string form_text(const study::Scalar& scalar) {
    if (scalar.kind == ValueKind::choice) return fmt::format("{}", fmt::join(scalar.words, ", "));
    return scalar.what + range_text(scalar) + (scalar.automatic ? ", or auto" : "");
}

class PageWriter {
public:
    explicit PageWriter(std::string& page) : page_{page} {}

    /// A table of the scalars of a struct, then a section for each struct inside it.
    void section(const std::string& title, const std::string& text, const FieldList& fields,
                 const std::string& path) {
        page_ += fmt::format("\n## {}\n\n", title);
        if (!text.empty()) page_ += text + "\n\n";
        page_ += "| key | form | default | meaning | evidence |\n|---|---|---|---|---|\n";
        for (const Field& field : fields)
            std::visit([&](const auto& content) { row(field, content, path); }, field.content);
        for (const Field& field : fields)
            std::visit([&](const auto& content) { below(field, content, path); }, field.content);
    }

private:
    void row(const Field& field, const std::string& form, const std::string& value) {
        std::string source = field.evidence.mark.empty()
                                 ? ""
                                 : fmt::format("{}: {}", field.evidence.mark, field.evidence.source);
        if (!field.bounds.fixed.empty()) source += fmt::format(" (fixed: {})", field.bounds.fixed);
        const std::string bounds =
            field.bounds.stated() ? fmt::format(" ({} to {})", field.bounds.low, field.bounds.high) : "";
        page_ +=
            fmt::format("| `{}` | {} | {} | {} | {} |\n", field.key, cell(form),
                        field.required ? "required" : cell(value + bounds), cell(field.text), cell(source));
    }
    void row(const Field& field, const study::Scalar& scalar, const std::string&) {
        row(field, form_text(scalar), scalar.automatic && field.evidence.mark.empty() ? "" : scalar.text());
    }
    void row(const Field& field, const study::List& list, const std::string&) {
        const auto texts = list.texts();
        const std::string value = texts ? fmt::format("[{}]", fmt::join(*texts, ", ")) : "";
        row(field, "list of: " + form_text(list.item), value);
    }
    void row(const Field& field, const study::Group&, const std::string& path) {
        row(field, fmt::format("see `{}{}`", path, field.key), "");
    }
    void row(const Field& field, const study::Map& map, const std::string& path) {
        if (!map.known.empty()) {
            row(field, fmt::format("map of values by key, see `{}{}.<{}>`", path, field.key, map.thing), "");
            return;
        }
        if (std::holds_alternative<study::Scalar>(map.entry("sample").content)) {
            row(field, "map of texts by name", "");
            return;
        }
        row(field, fmt::format("map by name, see `{}{}.<{}>`", path, field.key, map.thing), "");
    }

    template <class Content>
    void below(const Field&, const Content&, const std::string&) {}
    void below(const Field& field, const study::Group& group, const std::string& path) {
        const std::string name = path + field.key;
        section(fmt::format("`{}`", name), field.text, group.fields(), name + ".");
    }
    void below(const Field& field, const study::Map& map, const std::string& path) {
        if (!map.known.empty()) {
            section(fmt::format("`{}{}.<{}>`", path, field.key, map.thing), "", entries_of(map), path);
            return;
        }
        const Field sample = map.entry("sample");
        const auto* group = std::get_if<study::Group>(&sample.content);
        if (group == nullptr) return;
        const std::string name = fmt::format("{}{}.<{}>", path, field.key, map.thing);
        section(fmt::format("`{}`", name), field.text, group->fields(), name + ".");
    }

    std::string& page_;
};

}  // namespace

std::string reference_page() {
    study::Document document;
    study::VariantHead head;
    study::Study study;
    std::string page{introduction};
    PageWriter writer{page};
    writer.section("Top of the file", "", describe(document), "");
    writer.section("`variants.<variant>`", "Besides these, every section below.", describe(head),
                   "variants.<variant>.");
    for (const Field& field : describe(study)) {
        const FieldList alone{field};
        if (const auto* group = std::get_if<study::Group>(&field.content))
            writer.section(fmt::format("`{}`", field.key), field.text, group->fields(), field.key + ".");
        else
            writer.section(fmt::format("`{}`", field.key), "", alone, "");
    }
    study::Sweep sweep;
    study::SweepAxis axis;
    writer.section(
        "`sweep`",
        "What `verbund sweep` varies. Besides these, every path of a value (`estate.growth.compute`, "
        "`variant:hosts.refresh`, `prices.licence`, `catalog.figures.embodied.ssd`, `seed`) with a "
        "list, all of whose values are played and crossed with other lists, or with a map:",
        describe(sweep), "sweep.");
    writer.section("`sweep.<path>`", "", describe(axis), "sweep.<path>.");
    return page;
}

}  // namespace verbund::read
