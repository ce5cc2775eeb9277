#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/unit_factors.hpp"
#include "sim/deploy/world_year.hpp"

/// Load over the hours of a typical day.
namespace verbund::events {

/// A kind of day: share of the peak by profile and hour, the same in all states.
struct DayShape {
    study::TypicalDay day = study::TypicalDay::winter_workday;
    double days_per_year = 0.0;  ///< that it stands for
    bool workday = true;
    std::vector<double> shares;  ///< [profile * 24 + hour]; above 1 on days busier than an ordinary peak

    [[nodiscard]] double share(std::size_t profile, int hour) const {
        return shares[profile * hours_per_day + static_cast<std::size_t>(hour)];
    }
};

/// "winter-workday", as in the study.
[[nodiscard]] std::string_view day_id(study::TypicalDay day);

/// Day type (`workload::day_type`) of a kind of day that follows the profiles as they are; empty for month
/// end and election night.
[[nodiscard]] std::optional<int> ordinary_day_type(study::TypicalDay day);

/// Winter and summer workday: profile of a workday out of and in the quiet season.  Saturday: of a weekend.
/// Month end: a workday with profile "office" times `month_end_factor`.  Election night: a Sunday with
/// profile "citizen-portal" times `election_portal_factor` from 18 to 24 h.
[[nodiscard]] DayShape day_shape(const deploy::WorldYear& input, study::TypicalDay day);

/// The study's days with the number of days of the year that each stands for: 12 month ends, one election,
/// weekends and holidays for the Saturday, workdays in and out of the quiet season (calendar of the first
/// administration's state).  Kinds of day that are not played fall to the first workday played, else to the
/// first day.
[[nodiscard]] std::vector<DayShape> typical_days(const deploy::WorldYear& input);

}  // namespace verbund::events
