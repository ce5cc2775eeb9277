#pragma once

#include <string>

/// The field table for other programs and for people.
namespace verbund::read {

/// JSON Schema (draft-07) of a study file, for editors that complete and check while one types.
///
/// It knows keys, types, units, words and number ranges; what depends on several keys is for `verbund check`.
[[nodiscard]] std::string json_schema();

/// Reference of all keys as a Markdown page: form, default, meaning and evidence of each.
[[nodiscard]] std::string reference_page();

}  // namespace verbund::read
