#pragma once

#include <compare>

#include "models/base/calendar.hpp"

namespace verbund::study {

/// A day from which something holds; written as a year, its 1 January.
struct StartDay {
    Date date{2024, 1, 1};

    friend auto operator<=>(const StartDay&, const StartDay&) = default;
};

}  // namespace verbund::study
