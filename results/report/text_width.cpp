#include "results/report/text_width.hpp"

#include <algorithm>
#include <clocale>
#include <cwchar>
#include <cwctype>

namespace verbund::report {
namespace {

/// The C library's Unicode tables for the calling thread, whatever locale the program runs in.
class UnicodeTables {
public:
    UnicodeTables() : tables_{newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)} {
        if (tables_ != nullptr) previous_ = uselocale(tables_);
    }
    UnicodeTables(const UnicodeTables&) = delete;
    UnicodeTables& operator=(const UnicodeTables&) = delete;
    ~UnicodeTables() {
        if (tables_ != nullptr) {
            uselocale(previous_);
            freelocale(tables_);
        }
    }

private:
    locale_t tables_;
    locale_t previous_ = nullptr;
};

struct Character {
    std::string_view bytes;
    wchar_t code = 0;
    bool is_valid = false;
};

Character first_character(std::string_view text) {
    std::mbstate_t state{};
    wchar_t code = 0;
    const std::size_t length = std::mbrtowc(&code, text.data(), text.size(), &state);
    const bool is_valid = length != static_cast<std::size_t>(-1) && length != static_cast<std::size_t>(-2);
    return {text.substr(0, is_valid && length > 0 ? length : 1), code, is_valid};
}

template <class Use>
void for_each_character(std::string_view text, const Use& use) {
    const UnicodeTables tables;
    while (!text.empty()) {
        const Character character = first_character(text);
        text.remove_prefix(character.bytes.size());
        use(character);
    }
}

std::size_t width_of(const Character& character) {
    const int width = character.is_valid ? wcwidth(character.code) : 1;
    return width < 0 ? 1 : static_cast<std::size_t>(width);
}

/// Marks that reverse the direction of writing can make a text show something else than it says.
bool is_direction_override(wchar_t code) {
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

/// Length of an escape sequence at the start of the text: ESC [ parameters final, ESC ] text BEL, else ESC
/// alone.
std::size_t escape_length(std::string_view text) {
    constexpr char bell = '\a';
    if (text.size() < 2 || (text[1] != '[' && text[1] != ']')) return 1;
    for (std::size_t i = 2; i < text.size(); ++i) {
        const bool is_end = text[1] == '[' ? text[i] >= '@' && text[i] <= '~' : text[i] == bell;
        if (is_end) return i + 1;
    }
    return text.size();
}

std::string without_escapes(std::string_view text) {
    constexpr char escape = '\x1b';
    std::string plain;
    while (!text.empty()) {
        const std::size_t start = text.find(escape);
        plain += text.substr(0, start);
        text.remove_prefix(start == std::string_view::npos ? text.size() : start);
        text.remove_prefix(text.empty() ? 0 : escape_length(text));
    }
    return plain;
}

/// Most texts are; asking the C library for each of their characters would take most of an export's time.
bool is_plain_ascii(std::string_view text) {
    return std::all_of(
        text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

}  // namespace

std::size_t display_width(std::string_view text) {
    if (is_plain_ascii(text)) return text.size();
    std::size_t width = 0;
    for_each_character(text, [&](const Character& character) { width += width_of(character); });
    return width;
}

std::string printable(std::string_view text) {
    if (is_plain_ascii(text)) return std::string{text};
    std::string result;
    for_each_character(without_escapes(text), [&](const Character& character) {
        if (!character.is_valid)
            result += '?';
        else if (character.code == L'\t' || character.code == L'\n' || character.code == L'\r')
            result += ' ';
        else if (std::iswcntrl(static_cast<wint_t>(character.code)) == 0 && character.code != 0 &&
                 !is_direction_override(character.code))
            result += character.bytes;
    });
    return result;
}

std::string cut_to_width(std::string_view text, std::size_t width, std::string_view mark) {
    if (display_width(text) <= width) return std::string{text};
    const std::size_t mark_width = display_width(mark);
    const std::size_t room = width > mark_width ? width - mark_width : 0;
    std::string result;
    std::size_t used = 0;
    for_each_character(text, [&](const Character& character) {
        used += width_of(character);
        if (used <= room) result += character.bytes;
    });
    result += mark;
    return result;
}

std::string wrap(std::string_view text, std::size_t width, std::size_t indent) {
    std::string result;
    std::size_t used = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t word_width = display_width(word);
        if (used > indent && used + 1 + word_width > width) {
            result += '\n' + std::string(indent, ' ');
            used = indent;
        } else if (used > 0) {
            result += ' ';
            ++used;
        }
        result += word;
        used += word_width;
    }
    return result;
}

}  // namespace verbund::report
