#include "scenarios/read/network/gml.hpp"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "models/base/diagnostics.hpp"

namespace verbund::read {
namespace {

constexpr int deepest = 32;

enum class TokenKind { end, word, text, open, close };

struct Token {
    TokenKind kind = TokenKind::end;
    std::string text;
    std::size_t line = 0;
};

/// A key and what stands behind it: a text, or keys in brackets.
struct Entry {
    std::string key;
    std::string text;
    std::vector<Entry> inside;
    std::size_t line = 0;
};

/// Entities of a text put into characters by the XML library.
std::string without_entities(const std::string& text) {
    if (text.find('&') == std::string::npos || text.find('<') != std::string::npos) return text;
    pugi::xml_document document;
    return document.load_string(("<t>" + text + "</t>").c_str()) ? document.child("t").text().get() : text;
}

class Tokens {
public:
    Tokens(std::string_view text, const std::string& file) : text_{text}, file_{file} {}

    Token next() {
        skip_blanks();
        if (at_ == text_.size()) return {TokenKind::end, "", line_};
        const char first = text_[at_];
        if (first == '[' || first == ']') {
            ++at_;
            return {first == '[' ? TokenKind::open : TokenKind::close, "", line_};
        }
        return first == '"' ? quoted() : word();
    }

    [[noreturn]] void refuse(std::size_t line, std::string problem) const {
        throw InvalidInput{{{{file_, line, 0},
                             "",
                             fmt::format("is no GML ({})", problem),
                             "Export the network as GraphML or GML."}}};
    }

private:
    static bool blank(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }

    void skip_blanks() {
        while (at_ < text_.size() && (blank(text_[at_]) || text_[at_] == '#'))
            if (text_[at_] == '#')
                at_ = std::min(text_.find('\n', at_), text_.size());
            else if (text_[at_++] == '\n')
                ++line_;
    }

    Token quoted() {
        const std::size_t begin = at_ + 1;
        const std::size_t end = text_.find('"', begin);
        if (end == std::string_view::npos) refuse(line_, "a text that does not end");
        Token token{TokenKind::text, std::string{text_.substr(begin, end - begin)}, line_};
        line_ += static_cast<std::size_t>(std::count(token.text.begin(), token.text.end(), '\n'));
        at_ = end + 1;
        return token;
    }

    Token word() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && !blank(text_[at_]) && text_[at_] != '[' && text_[at_] != ']') ++at_;
        return {TokenKind::word, std::string{text_.substr(begin, at_ - begin)}, line_};
    }

    std::string_view text_;
    const std::string& file_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
};

/// Keys up to the bracket that ends them, or to the end of the text at depth 0.
std::vector<Entry> entries(Tokens& tokens, int depth, std::size_t opened) {
    std::vector<Entry> all;
    while (true) {
        Token key = tokens.next();
        if (key.kind == TokenKind::close && depth > 0) return all;
        if (key.kind == TokenKind::end && depth == 0) return all;
        if (key.kind == TokenKind::end) tokens.refuse(opened, "a bracket that is not closed");
        if (key.kind != TokenKind::word) tokens.refuse(key.line, "a value without a key");
        Entry entry{std::move(key.text), "", {}, key.line};
        Token value = tokens.next();
        if (value.kind == TokenKind::end || value.kind == TokenKind::close)
            tokens.refuse(key.line, fmt::format("key \"{}\" without a value", entry.key));
        if (value.kind == TokenKind::open && depth == deepest)
            tokens.refuse(value.line, fmt::format("brackets more than {} deep", deepest));
        if (value.kind == TokenKind::open)
            entry.inside = entries(tokens, depth + 1, value.line);
        else
            entry.text = value.kind == TokenKind::text ? without_entities(value.text) : std::move(value.text);
        all.push_back(std::move(entry));
    }
}

GraphPart part_of(const Entry& entry) {
    GraphPart part;
    part.line = entry.line;
    for (const Entry& beside : entry.inside) {
        if (!beside.inside.empty()) continue;  // drawing instructions
        if (beside.key == "id")
            part.id = beside.text;
        else if (beside.key == "source")
            part.source = beside.text;
        else if (beside.key == "target")
            part.target = beside.text;
        else
            part.notes.emplace_back(beside.key, beside.text);
    }
    return part;
}

}  // namespace

RawGraph read_gml(std::string_view text, const std::string& file) {
    Tokens tokens{text, file};
    const std::vector<Entry> all = entries(tokens, 0, 1);
    const auto graph =
        std::find_if(all.begin(), all.end(), [](const Entry& entry) { return entry.key == "graph"; });
    if (graph == all.end()) tokens.refuse(1, "no graph [ ... ]");
    RawGraph read;
    read.format = "GML";
    for (const Entry& entry : graph->inside) {
        if (entry.key == "directed") read.directed = entry.text == "1";
        if (entry.key == "node") read.nodes.push_back(part_of(entry));
        if (entry.key == "edge") read.edges.push_back(part_of(entry));
    }
    return read;
}

}  // namespace verbund::read
