#include "results/report/words/words.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "results/report/field_key.hpp"
#include "results/report/text_width.hpp"

extern "C" {
extern const char verbund_words_de_begin[];
extern const char verbund_words_de_end[];
extern const char verbund_words_en_begin[];
extern const char verbund_words_en_end[];
}

namespace verbund::report {
namespace {

using Json = nlohmann::json;

const Json& words_of(Language language) {
    static const Json german = Json::parse(verbund_words_de_begin, verbund_words_de_end);
    static const Json english = Json::parse(verbund_words_en_begin, verbund_words_en_end);
    return language == Language::german ? german : english;
}

/// The member of an object; nullptr where there is none.
const Json* member(const Json* object, std::string_view key) {
    if (object == nullptr) return nullptr;
    const auto found = object->find(key);
    return found == object->end() ? nullptr : &*found;
}

std::optional<std::string_view> text_of(const Json* json) {
    if (json == nullptr) return std::nullopt;
    return json->get_ref<const std::string&>();
}

/// The text up to the next dot, which is taken off `rest`.
std::string_view take_step(std::string_view& rest) {
    const std::size_t dot = std::min(rest.find('.'), rest.size());
    const std::string_view step = rest.substr(0, dot);
    rest.remove_prefix(std::min(dot + 1, rest.size()));
    return step;
}

/// True if a path follows a pattern, in which "*" is any name.
bool follows(std::string_view path, std::string_view pattern) {
    while (!path.empty() && !pattern.empty()) {
        const std::string_view asked = take_step(pattern);
        const std::string_view step = take_step(path);
        if (asked != "*" && asked != step) return false;
    }
    return path.empty() && pattern.empty();
}

}  // namespace

std::optional<std::string_view> find_word(std::string_view group, std::string_view id, Language language) {
    return text_of(member(member(&words_of(language), group), id));
}

std::string word(std::string_view group, std::string_view id, Language language) {
    const std::optional<std::string_view> found = find_word(group, id, language);
    return found ? std::string{*found} : printable(id);
}

std::string_view column_title(std::string_view table, std::string_view column, std::string_view text,
                              Language language) {
    if (language == Language::english) return text;
    return text_of(member(member(member(&words_of(language), "column"), table), column)).value_or(text);
}

std::optional<std::string_view> german_field_text(std::string_view key) {
    const Json& fields = words_of(Language::german).at("field");
    const std::string_view path = field_path(key);
    for (auto field = fields.begin(); field != fields.end(); ++field)
        if (follows(path, field.key())) return text_of(&field.value());
    return std::nullopt;
}

std::optional<std::string_view> german_source(std::string_view source) {
    return find_word("source", source, Language::german);
}

}  // namespace verbund::report
