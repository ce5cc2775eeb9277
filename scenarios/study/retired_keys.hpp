#pragma once

#include <optional>
#include <string_view>

namespace verbund::study {

/// Why a key that study files once had is gone, and what to write instead.
struct RetiredKey {
    std::string_view reason;
    std::string_view remedy;
};

/// Nothing for a key that there never was.
[[nodiscard]] std::optional<RetiredKey> what_replaces(std::string_view key);

}  // namespace verbund::study
