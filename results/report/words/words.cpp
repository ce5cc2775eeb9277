#include "results/report/words/words.hpp"

#include <nlohmann/json.hpp>

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

}  // namespace verbund::report
