#include "scenarios/study/retired_keys.hpp"

namespace verbund::study {

std::optional<RetiredKey> what_replaces(std::string_view key) {
    if (key == "size_exponent") {
        return RetiredKey{"servers are base + per_seat x seats by kind of body now",
                          "Remove it, or state estate.servers_by_seats."};
    }
    return std::nullopt;
}

}  // namespace verbund::study
