#pragma once

#include "models/economics/tax.hpp"
#include "scenarios/study/study.hpp"

namespace verbund::annual {

/// Whether a center is run for others; nobody's room of their own is (`center` null or of role own).
[[nodiscard]] inline bool is_provider(const study::Center* center) {
    return center != nullptr && center->role != study::CenterRole::own;
}

/// Whether who runs a center charges value added tax in a year: providers whose services are taxed then.
[[nodiscard]] inline bool charges_tax(const study::Economics& economics, const study::Center* center,
                                      int year) {
    return is_provider(center) && economics::provider_taxed(economics.provider_vat, year);
}

}  // namespace verbund::annual
