#pragma once

#include <utility>

#include "models/base/diagnostics.hpp"
#include "scenarios/study/study.hpp"

namespace verbund::study {

/// Result of `work` on a variant; the mistakes it throws are told at the place where the study states their
/// keys.
template <class Work>
auto with_places(const Variant& variant, Work&& work) {
    try {
        return std::forward<Work>(work)();
    } catch (const InvalidInput& invalid) {
        throw InvalidInput{placed(invalid.mistakes(), variant.places)};
    }
}

}  // namespace verbund::study
