#pragma once

#include <cstddef>
#include <optional>

#include "models/siting/shortlist.hpp"

/// Why there is no choice of sites.
namespace verbund::siting {

/// Facts that contradict each other; the first kind that applies, in this order.
struct SitingConflict {
    enum class Kind {
        none_allowed,  ///< no candidate is allowed for `primary`
        too_small,     ///< candidates are allowed for `primary`, but none can hold its standby alone
        incompatible,  ///< of the `candidates` that can back up a primary at most `found` go together
        together,      ///< each rule alone can be met, but not all at once
        not_found      ///< the search stopped at its limit without a choice or a proof
    };
    Kind kind = Kind::together;
    std::size_t primary = 0;  ///< none_allowed, too_small
    /// too_small: of this every allowed candidate has too little; empty: each lacks another one.
    std::optional<Resource> resource{};
    double needed = 0.0;            ///< too_small: of the resource
    double largest = 0.0;           ///< too_small: what the largest allowed candidate has of it
    std::size_t candidates = 0;     ///< allowed for the primary (too_small) or for any, and large enough
    std::size_t found = 0;          ///< incompatible: size of the largest set that keeps the spacing rule
    bool capacity_decides = false;  ///< together: a choice was found without limits of capacity
    bool spacing_decides = false;   ///< together: one was found without the spacing rule
};

/// Empty: there is a choice.
[[nodiscard]] std::optional<SitingConflict> explain_infeasible(const SitingProblem& problem,
                                                               const SitingOptions& options = {});

}  // namespace verbund::siting
