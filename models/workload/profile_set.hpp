#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "models/base/calendar.hpp"
#include "models/base/phase.hpp"
#include "models/base/unit_factors.hpp"
#include "models/catalog/catalog.hpp"

/// Load profiles over the kinds of day, and the hours of a year folded into few distinct ones.
namespace verbund::workload {

inline constexpr int day_kinds_count = 4;
/// A day is of one of four kinds, in or out of the quiet season.
inline constexpr int day_types_count = 2 * day_kinds_count;

/// Index of a day type: kind and season.
[[nodiscard]] constexpr int day_type(DayKind kind, bool quiet) {
    return 2 * static_cast<int>(kind) + (quiet ? 1 : 0);
}

/// All profiles as shares of the peak; `share(p, day_type, hour)`, the quiet season's factor applied.
class ProfileSet {
public:
    /// Profiles keep the order in which their ids first appear.
    /// Throws `std::invalid_argument` if a profile lacks a day kind, has it twice or names an unknown one.
    explicit ProfileSet(const std::vector<catalog::Profile>& rows);

    [[nodiscard]] int size() const noexcept { return static_cast<int>(ids_.size()); }
    [[nodiscard]] const std::vector<std::string>& ids() const noexcept { return ids_; }
    /// Index of a profile id; throws `std::out_of_range` naming it.
    [[nodiscard]] int index(const std::string& id) const;
    [[nodiscard]] double share(int profile, int type, int hour) const {
        const int place = (profile * day_types_count + type) * hours_per_day + hour;
        return shares_[static_cast<std::size_t>(place)];
    }

private:
    std::vector<std::string> ids_;
    std::vector<double> shares_;
};

/// The days of a phase, usually a whole year, as seen by several states at once.
///
/// Two days are the same pattern when every state has the same day type on both, so whatever follows from the
/// load alone needs computing once per (pattern, hour) and not once per hour of the year: an exact folding,
/// no sampling.
struct YearPatterns {
    int year = 2022;
    int first_day = 0;                                   ///< of the year
    std::vector<FederalState> states;                    ///< as given, in order
    std::vector<std::vector<std::uint8_t>> day_type_of;  ///< [pattern][state index] -> day type
    std::vector<std::uint16_t> pattern_of_day;           ///< [day of the phase]
    std::vector<int> days_of_pattern;                    ///< [pattern] -> number of days

    [[nodiscard]] std::size_t first_hour() const noexcept {
        return static_cast<std::size_t>(first_day) * hours_per_day;
    }
    [[nodiscard]] int slots() const noexcept { return static_cast<int>(day_type_of.size()) * hours_per_day; }
};

[[nodiscard]] YearPatterns year_patterns(int year, std::vector<FederalState> states);
/// Of the kinds of day that the phase has.
[[nodiscard]] YearPatterns phase_patterns(const Phase& phase, std::vector<FederalState> states);

}  // namespace verbund::workload
