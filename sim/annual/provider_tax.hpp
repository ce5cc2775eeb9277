#pragma once

#include "models/economics/tax.hpp"
#include "scenarios/study/study.hpp"

namespace verbund::annual {

/// Whether who runs a center charges value added tax in a year: providers whose services are taxed then;
/// nobody for rooms of their own (`center` null or of role own).
[[nodiscard]] inline bool charges_tax(const study::Economics& economics, const study::Center* center,
                                      int year) {
    return center != nullptr && center->role != study::CenterRole::own &&
           economics::provider_taxed(economics.provider_vat, year);
}

}  // namespace verbund::annual
