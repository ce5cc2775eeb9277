#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

#include "models/base/calendar.hpp"
#include "models/base/enum_array.hpp"

/// Stretches of a calendar year in which nothing of a variant changes.
namespace verbund {

/// Days of one calendar year, from `first_day` on and before `end_day`; days count from 0.
struct Phase {
    int year = 0;
    int first_day = 0;
    int end_day = 0;

    friend auto operator<=>(const Phase&, const Phase&) = default;
};

[[nodiscard]] int days_in_year(int year);  ///< 365 or 366
[[nodiscard]] int day_of_year(Date date);  ///< 0 on 1 January
[[nodiscard]] Phase whole_year(int year);  ///< the phase from 1 January to 31 December
[[nodiscard]] Date first_date(const Phase& phase);
[[nodiscard]] Date last_date(const Phase& phase);
[[nodiscard]] int days_of(const Phase& phase);
[[nodiscard]] int hours_of(const Phase& phase);
/// Days of the phase / days of its year: exactly 1 for a whole year.
[[nodiscard]] double share_of_year(const Phase& phase);

/// What begins a phase.  Of several on one day the first of this list.
enum class PhaseStart : std::uint8_t {
    move,           ///< a wave of a move
    commissioning,  ///< a center stands
    closure,        ///< a center does no longer
    backup,         ///< a backup rule is in force
    given_up,       ///< a room that was emptied is given up
    year,           ///< nothing but 1 January
};

inline constexpr EnumArray<std::string_view, PhaseStart::move, PhaseStart::year> phase_start_ids{
    {"move", "commissioning", "closure", "backup", "given-up", "year"}};

}  // namespace verbund
