#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "models/base/evidence.hpp"
#include "models/base/quantity_text.hpp"

/// Keys of a study file as data: what each is called, means and may be, and how its member is reached.
///
/// `describe(struct)` (fields.hpp) lists the fields of a struct once; the reader, the range checks, `check
/// --explain`, the JSON Schema, the reference page and the resolved study all walk this list.
namespace verbund::study {

struct Field;
using FieldList = std::vector<Field>;

/// What a scalar is written as.
enum class ValueKind { number, whole, flag, text, date, day_or_year, quantity, choice };

/// A member written as one text.
struct Scalar {
    ValueKind kind = ValueKind::text;
    bool automatic = false;          ///< may be `auto`: left empty
    std::string what;                ///< "a power", "a whole number"
    std::vector<std::string> words;  ///< of a choice, or the units of a quantity
    std::optional<std::string> minimum;
    std::optional<std::string> maximum;
    std::string pattern;  ///< regular expression (ECMAScript) of a text; empty = any
    std::function<std::optional<ParseProblem>(std::string_view)> assign;
    std::function<std::string()> text;  ///< the member's value as it would be written; "auto" when empty
};

/// A member written as a list of scalars; a single scalar counts as a list of one.
struct List {
    std::size_t fewest = 0;
    std::size_t most = 10'000;
    bool automatic = false;  ///< may be `auto`: left empty
    Scalar item;             ///< describes one item; `assign` checks it alone
    std::function<std::optional<ParseProblem>(const std::vector<std::string>&)> assign;
    std::function<std::optional<std::vector<std::string>>()> texts;  ///< nothing when empty
};

/// A struct inside the struct.
struct Group {
    bool automatic = false;             ///< may be left out and is then empty
    std::function<FieldList()> fields;  ///< of the member, which is created if it was empty
    std::function<bool()> present;
    std::function<void()> clear;
};

/// What the keys of a map are.
enum class KeyRule { id, site, table };

/// A map of named things.
struct Map {
    KeyRule keys = KeyRule::id;
    std::string thing;                 ///< "center", "room"
    std::vector<std::string> known{};  ///< keys there are; empty: whatever the study names
    std::function<Field(const std::string&)>
        entry;  ///< of the thing with that key, which is created if missing
    std::function<std::vector<std::string>()> present;
};

struct Field {
    std::string key;
    std::string text;   ///< meaning, one sentence
    Evidence evidence;  ///< of the default; no mark = there is no default of its own
    bool required = false;
    std::variant<Scalar, List, Group, Map> content;
    Bounds bounds{};  ///< of the default

    /// Where the default is not known exactly: the least and the greatest that it may be, with units.
    Field& between(std::string_view low, std::string_view high) {
        bounds = {std::string{low}, std::string{high}, {}};
        return *this;
    }
    /// Why the default has no bounds.
    Field& fixed(std::string_view reason) {
        bounds = {{}, {}, std::string{reason}};
        return *this;
    }
};

/// Fields of a map whose keys are known.
[[nodiscard]] FieldList entries_of(const Map& map);

/// Why `key` cannot name a thing (letters, digits, hyphen and underscore are allowed; `auto`, `all`, ... are
/// words).
[[nodiscard]] std::optional<ParseProblem> check_key(KeyRule rule, std::string_view key);
/// Regular expression of such keys.
[[nodiscard]] std::string key_pattern(KeyRule rule);

}  // namespace verbund::study
