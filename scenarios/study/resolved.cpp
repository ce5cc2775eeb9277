#include "scenarios/study/resolved.hpp"

#include <fmt/format.h>

#include "scenarios/study/fields.hpp"

namespace verbund::study {
namespace {

constexpr std::size_t step = 2;  ///< blanks per level

/// A text in double quotes as YAML 1.2 (and JSON) escapes it.
std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char c : text)
        if (c == '"' || c == '\\')
            result += {'\\', c};
        else if (c == '\n')
            result += "\\n";
        else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            result += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
        else
            result += c;
    return result + '"';
}

std::string written(ValueKind kind, const std::string& text) {
    return kind == ValueKind::text ? quoted(text) : text;
}

class Writer {
public:
    void line(std::size_t depth, std::string_view text) {
        text_ += fmt::format("{:{}}{}\n", "", depth * step, text);
    }

    void fields(const FieldList& list, std::size_t depth) {
        for (const Field& field : list)
            std::visit([&](const auto& content) { write(field, content, depth); }, field.content);
    }

    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    void write(const Field& field, const Scalar& scalar, std::size_t depth) {
        const std::string text = scalar.text();
        if (scalar.automatic && text == "auto") {
            if (!field.evidence.mark.empty()) line(depth, field.key + ": auto");
            return;
        }
        line(depth, fmt::format("{}: {}", field.key, written(scalar.kind, text)));
    }

    void write(const Field& field, const List& list, std::size_t depth) {
        const auto texts = list.texts();
        if (!texts) return;
        std::string items;
        for (const std::string& text : *texts)
            items += (items.empty() ? "" : ", ") + written(list.item.kind, text);
        line(depth, fmt::format("{}: [{}]", field.key, items));
    }

    void write(const Field& field, const Group& group, std::size_t depth) {
        if (!group.present()) return;
        write_section(field.key, group.fields(), depth);
    }

    void write(const Field& field, const Map& map, std::size_t depth) {
        const std::vector<std::string> ids = map.present();
        line(depth, field.key + (ids.empty() ? ": {}" : ":"));
        for (const std::string& id : ids) {
            const Field entry = map.entry(id);
            if (const auto* group = std::get_if<Group>(&entry.content)) {
                write_section(quoted(id), group->fields(), depth + 1);
            } else {
                const Scalar& scalar = std::get<Scalar>(entry.content);
                line(depth + 1, fmt::format("{}: {}", quoted(id), written(scalar.kind, scalar.text())));
            }
        }
    }

    /// A thing or section of which nothing is known but its name still needs a value.
    void write_section(const std::string& key, const FieldList& list, std::size_t depth) {
        line(depth, key + ":");
        const std::size_t before = text_.size();
        fields(list, depth + 1);
        if (text_.size() == before) text_.insert(before - 1, " {}");
    }

    std::string text_;
};

}  // namespace

std::string resolved_text(const Document& document, const std::vector<Variant>& variants,
                          const std::vector<std::pair<std::string, std::string>>& files) {
    Writer writer;
    for (const auto& [name, hash] : files)
        writer.line(0, fmt::format("# file {}: SHA-256 {}", quoted(name), hash));
    Document document_copy = document;
    writer.fields(describe(document_copy), 0);
    writer.line(0, "variants:");
    for (const Variant& variant : variants) {
        Study study = variant.study;
        writer.line(1, quoted(variant.id) + ":");
        writer.line(2, "title: " + quoted(variant.title));
        writer.line(2, "text: " + quoted(variant.text));
        writer.fields(describe(study), 2);
    }
    return writer.take();
}

std::string resolved_sections(const Study& study) {
    Study copy = study;
    Writer writer;
    writer.fields(describe(copy), 0);
    return writer.take();
}

}  // namespace verbund::study
