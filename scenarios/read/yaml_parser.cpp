#include "scenarios/read/yaml_parser.hpp"

#include <algorithm>
#include <cctype>
#include <memory>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>
#include <libfyaml.h>

namespace verbund::read {
namespace {

struct ParserDeleter {
    void operator()(fy_parser* parser) const { fy_parser_destroy(parser); }
};
struct DiagDeleter {
    void operator()(fy_diag* diag) const { fy_diag_destroy(diag); }
};

/// Position of a run of opening brackets longer than `depth`; libfyaml would look through all of it before
/// the first event.
std::size_t deep_brackets(std::string_view text, std::size_t depth) {
    std::size_t run = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '[' || text[i] == '{') {
            if (++run > depth) return i;
        } else if (std::isspace(static_cast<unsigned char>(text[i])) == 0) {
            run = 0;
        }
    }
    return std::string_view::npos;
}

/// Turns libfyaml's events into nodes.
class TreeBuilder {
public:
    TreeBuilder(std::string_view text, const std::string& file, Diagnostics& mistakes, YamlLimits limits)
        : file_{std::make_shared<const std::string>(file)}, mistakes_{mistakes}, limits_{limits} {
        fy_diag_cfg diag_config{};
        diag_config.level = FYET_ERROR;
        diag_config.module_mask = ~0U;
        diag_.reset(fy_diag_create(&diag_config));
        fy_diag_set_collect_errors(diag_.get(), true);
        const fy_parse_cfg config{
            nullptr,
            static_cast<fy_parse_cfg_flags>(FYPCF_QUIET | FYPCF_COLLECT_DIAG | FYPCF_DEFAULT_VERSION_1_2),
            nullptr, diag_.get()};
        parser_.reset(fy_parser_create(&config));
        if (!parser_ || fy_parser_set_string(parser_.get(), text.data(), text.size()) != 0)
            throw std::bad_alloc{};
    }

    YamlNode build() {
        YamlNode root;
        root.file = file_;
        root.line = 1;
        root.column = 1;
        bool seen = false;
        while (fy_event* raw = next()) {
            const Event event{parser_.get(), raw};
            if (event.type() == FYET_STREAM_START || event.type() == FYET_DOCUMENT_END) continue;
            if (event.type() == FYET_STREAM_END) break;
            if (event.type() == FYET_DOCUMENT_START) {
                if (seen)
                    abort(position(raw), "a second document begins (one is read)",
                          "Keep one study per file.");
                seen = true;
                continue;
            }
            root = node(raw, 1);
        }
        return root;
    }

private:
    /// Frees the event when it goes out of scope.
    struct Event {
        fy_parser* parser;
        fy_event* event;
        Event(fy_parser* p, fy_event* e) : parser{p}, event{e} {}
        Event(const Event&) = delete;
        Event& operator=(const Event&) = delete;
        ~Event() {
            if (event != nullptr) fy_parser_event_free(parser, event);
        }
        [[nodiscard]] fy_event_type type() const { return event->type; }
    };

    /// Ends parsing after a mistake that makes the rest meaningless.
    [[noreturn]] void abort(SourcePosition at, std::string problem, std::string remedy) {
        mistakes_.add({std::move(at), "", std::move(problem), std::move(remedy)});
        throw InvalidInput{mistakes_.sorted()};
    }

    /// Notes a mistake and reads on, unless the document seems to hold nothing else.
    void note(SourcePosition at, std::string key, std::string problem, std::string remedy) {
        constexpr std::size_t most_noted = 100;
        if (++noted_ > most_noted)
            abort(std::move(at), "and more mistakes of this kind", "Correct these first.");
        mistakes_.add({std::move(at), std::move(key), std::move(problem), std::move(remedy)});
    }

    [[noreturn]] void abort_with_syntax_error() {
        void* cursor = nullptr;
        const fy_diag_error* error = fy_diag_errors_iterate(diag_.get(), &cursor);
        if (error == nullptr || error->msg == nullptr)
            abort({*file_, 0, 0}, "is no YAML", "Compare with the output of `verbund new`.");
        const auto line = static_cast<std::size_t>(std::max(error->line, 0));
        const auto column = static_cast<std::size_t>(std::max(error->column, 0));
        const std::string_view what = error->msg;
        const bool second_colon =
            what.find("nested block mapping on the same line") != std::string_view::npos;
        abort({*file_, line, column}, fmt::format("is no YAML here ({})", what),
              second_colon
                  ? "Put a text that holds a colon in quotation marks."
                  : "Check indentation (blanks, no tabs), colons followed by a blank, and quotation marks.");
    }

    fy_event* next() {
        fy_event* event = fy_parser_parse(parser_.get());
        if (event == nullptr && fy_parser_get_stream_error(parser_.get())) abort_with_syntax_error();
        return event;
    }

    SourcePosition position(fy_event* event) const { return position(fy_event_start_mark(event)); }
    SourcePosition position(fy_token* token) const { return position(fy_token_start_mark(token)); }
    SourcePosition position(const fy_mark* mark) const {
        if (mark == nullptr) return {*file_, 0, 0};
        return {*file_, static_cast<std::size_t>(mark->line) + 1, static_cast<std::size_t>(mark->column) + 1};
    }

    YamlNode node(fy_event* event, std::size_t depth) {
        refuse_indirections(event);
        YamlNode result = placed(event);
        if (++nodes_ > limits_.nodes) {
            abort(result.position(), fmt::format("more than {} values (limit)", limits_.nodes),
                  "Give long tables as CSV files.");
        }
        if (depth > limits_.depth) {
            abort(result.position(), fmt::format("nested deeper than {} levels (limit)", limits_.depth),
                  "Remove superfluous brackets or indentation.");
        }
        if (event->type == FYET_SCALAR)
            read_scalar(event, result);
        else if (event->type == FYET_MAPPING_START)
            read_map(result, depth);
        else if (event->type == FYET_SEQUENCE_START)
            read_sequence(result, depth);
        else
            abort(result.position(), "is no value", "Compare with the output of `verbund new`.");
        return result;
    }

    YamlNode placed(fy_event* event) const {
        const SourcePosition at = position(event);
        YamlNode result;
        result.line = static_cast<std::uint32_t>(at.line);
        result.column = static_cast<std::uint32_t>(at.column);
        result.file = file_;
        return result;
    }

    void refuse_indirections(fy_event* event) {
        if (event->type == FYET_ALIAS) {
            abort(position(event), "is an alias (aliases are not read)",
                  "Write the value out, or let a variant inherit it with base:.");
        }
        if (fy_token* anchor = fy_event_get_anchor_token(event)) {
            abort(position(anchor), "has an anchor (anchors are not read)",
                  "Remove \"&...\"; a variant inherits with base:.");
        }
        if (fy_token* tag = fy_event_get_tag_token(event)) {
            abort(position(tag), "has a tag (tags are not read)",
                  "Remove \"!...\"; units stand in the value.");
        }
    }

    void read_scalar(fy_event* event, YamlNode& result) {
        result.kind = YamlNode::Kind::scalar;
        fy_token* token = fy_event_get_token(event);
        result.quoted = token != nullptr && fy_token_scalar_style(token) != FYSS_PLAIN;
        std::size_t length = 0;
        if (const char* text = token == nullptr ? nullptr : fy_token_get_text(token, &length))
            result.text.assign(text, length);
    }

    void read_sequence(YamlNode& result, std::size_t depth) {
        result.kind = YamlNode::Kind::sequence;
        while (fy_event* raw = next()) {
            const Event event{parser_.get(), raw};
            if (event.type() == FYET_SEQUENCE_END) return;
            result.items.push_back(node(raw, depth + 1));
        }
    }

    void read_map(YamlNode& result, std::size_t depth) {
        std::unordered_set<std::string> seen;
        while (fy_event* raw = next()) {
            const Event event{parser_.get(), raw};
            if (event.type() == FYET_MAPPING_END) return;
            YamlEntry entry{map_key(raw, depth), {}};
            fy_event* value = next();
            if (value == nullptr) return;
            const Event value_event{parser_.get(), value};
            entry.value = node(value, depth + 1);
            if (entry.value.is_scalar() && !entry.value.quoted && entry.value.text.empty())
                place_at_key(entry);
            if (mend_decimal_comma(result, entry)) continue;
            if (seen.insert(entry.key.text).second)
                result.entries.push_back(std::move(entry));
            else
                note_repeated_key(result, entry);
        }
    }

    YamlNode map_key(fy_event* event, std::size_t depth) {
        YamlNode key = node(event, depth + 1);
        if (!key.is_scalar()) {
            abort(key.position(), "the key is a map or list (a word is needed)",
                  "Did you forget quotation marks?");
        }
        if (key.text == "<<") {
            abort(key.position(), "is a merge key (merge keys are not read)",
                  "Let the variant inherit with base:.");
        }
        return key;
    }

    /// An empty value has no place of its own.
    static void place_at_key(YamlEntry& entry) {
        entry.value.line = entry.key.line;
        entry.value.column = entry.key.column;
    }

    /// `{pue: 1,65}` arrives as the keys `pue: 1` and `65:` without a value: puts them together again, so
    /// that whoever reads the value can refuse it as a whole.
    static bool mend_decimal_comma(YamlNode& map, const YamlEntry& entry) {
        if (map.entries.empty() || entry.key.quoted || !entry.value.is_null() || entry.key.text.empty())
            return false;
        YamlNode& before = map.entries.back().value;
        const bool digit_first = std::isdigit(static_cast<unsigned char>(entry.key.text.front())) != 0;
        const bool number_before = before.is_scalar() && !before.quoted && !before.text.empty() &&
                                   before.text.find_first_not_of("-.,0123456789") == std::string::npos;
        if (!digit_first || !number_before) return false;
        before.text += "," + entry.key.text;
        return true;
    }

    void note_repeated_key(const YamlNode& map, const YamlEntry& entry) {
        note(entry.key.position(), entry.key.text,
             fmt::format("the key appears twice (first in line {})", first_line(map, entry.key.text)),
             "Remove one of them or join their contents.");
    }

    static std::uint32_t first_line(const YamlNode& map, const std::string& key) {
        for (const YamlEntry& entry : map.entries)
            if (entry.key.text == key) return entry.key.line;
        return 0;
    }

    std::shared_ptr<const std::string> file_;
    Diagnostics& mistakes_;
    YamlLimits limits_;
    std::size_t nodes_ = 0;
    std::size_t noted_ = 0;
    std::unique_ptr<fy_diag, DiagDeleter> diag_;
    std::unique_ptr<fy_parser, ParserDeleter> parser_;
};

}  // namespace

YamlNode parse_yaml(std::string_view text, const std::string& file, Diagnostics& mistakes,
                    YamlLimits limits) {
    if (const std::size_t at = deep_brackets(text, limits.depth); at != std::string_view::npos) {
        const auto line =
            static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<long>(at), '\n')) +
            1;
        mistakes.add({{file, line, 0},
                      "",
                      fmt::format("nested deeper than {} levels (limit)", limits.depth),
                      "Remove superfluous brackets."});
        throw InvalidInput{mistakes.sorted()};
    }
    return TreeBuilder{text, file, mistakes, limits}.build();
}

}  // namespace verbund::read
