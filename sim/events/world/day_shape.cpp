#include "sim/events/world/day_shape.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "models/base/unit_factors.hpp"
#include "scenarios/study/enum_words.hpp"

namespace verbund::events {
namespace {

using study::TypicalDay;

constexpr int evening_from = 18;  // polling stations close

struct DayType {
    DayKind kind;
    bool quiet;
};

DayType type_of(TypicalDay day) {
    switch (day) {
        case TypicalDay::summer_workday:
            return {DayKind::workday, true};
        case TypicalDay::saturday:
        case TypicalDay::election_night:
            return {DayKind::weekend_or_holiday, false};
        case TypicalDay::winter_workday:
        case TypicalDay::month_end:
            break;
    }
    return {DayKind::workday, false};
}

bool is_workday(TypicalDay day) { return type_of(day).kind != DayKind::weekend_or_holiday; }

double factor(const study::LatencySampling& settings, TypicalDay day, const std::string& profile, int hour) {
    if (day == TypicalDay::month_end && profile == settings.month_end_profile)
        return settings.month_end_factor;
    if (day == TypicalDay::election_night && profile == settings.election_profile && hour >= evening_from)
        return settings.election_portal_factor;
    return 1.0;
}

constexpr std::size_t day_kinds = study::EnumWords<TypicalDay>::words.size();

/// Workplaces by state; one of nobody's where there are none.
std::map<FederalState, double> workplaces_by_state(const deploy::WorldYear& input) {
    std::map<FederalState, double> seats;
    for (std::size_t a = 0; a < input.variant().administrations.size(); ++a)
        seats[input.variant().administrations[a].state] += input.year().administrations[a].seats;
    const bool nobody =
        std::all_of(seats.begin(), seats.end(), [](const auto& s) { return s.second <= 0.0; });
    if (nobody) seats = {{FederalState{1}, 1.0}};
    return seats;
}

/// Days of the year that each kind stands for: the mean over the calendars of the states, by workplaces.
std::array<double, day_kinds> days_per_kind(const deploy::WorldYear& input) {
    const std::map<FederalState, double> seats = workplaces_by_state(input);
    double all = 0.0;
    for (const auto& [state, count] : seats) all += count;
    double free_days = 0.0;
    double quiet = 0.0;
    double usual = 0.0;
    for (const auto& [state, count] : seats) {
        const workload::YearPatterns patterns = workload::year_patterns(input.year().year, {state});
        for (std::size_t p = 0; p < patterns.day_type_of.size(); ++p) {
            const int type = patterns.day_type_of[p][0];
            const bool is_free = type == workload::day_type(DayKind::weekend_or_holiday, false) ||
                                 type == workload::day_type(DayKind::weekend_or_holiday, true);
            double& sum = is_free ? free_days : type % 2 == 1 ? quiet : usual;
            sum += patterns.days_of_pattern[p] * count / all;
        }
    }
    const study::LatencySampling& settings = input.study().events.latency;
    std::array<double, day_kinds> days{};
    days[static_cast<std::size_t>(TypicalDay::month_end)] = settings.month_ends_per_year;
    days[static_cast<std::size_t>(TypicalDay::election_night)] = settings.elections_per_year;
    days[static_cast<std::size_t>(TypicalDay::saturday)] = free_days - settings.elections_per_year;
    days[static_cast<std::size_t>(TypicalDay::summer_workday)] = quiet;
    days[static_cast<std::size_t>(TypicalDay::winter_workday)] = usual - settings.month_ends_per_year;
    return days;
}

}  // namespace

std::string_view day_id(study::TypicalDay day) {
    return study::EnumWords<TypicalDay>::words[static_cast<std::size_t>(day)];
}

std::optional<int> ordinary_day_type(TypicalDay day) {
    if (day == TypicalDay::month_end || day == TypicalDay::election_night) return std::nullopt;
    const DayType type = type_of(day);
    return workload::day_type(type.kind, type.quiet);
}

DayShape day_shape(const deploy::WorldYear& input, study::TypicalDay day) {
    const workload::ProfileSet& profiles = input.profiles();
    const DayType type = type_of(day);
    DayShape shape;
    shape.day = day;
    shape.workday = is_workday(day);
    shape.shares.reserve(static_cast<std::size_t>(profiles.size()) * hours_per_day);
    for (int p = 0; p < profiles.size(); ++p) {
        for (int h = 0; h < hours_per_day; ++h) {
            const double usual = profiles.share(p, workload::day_type(type.kind, type.quiet), h);
            shape.shares.push_back(usual * factor(input.study().events.latency, day,
                                                  profiles.ids()[static_cast<std::size_t>(p)], h));
        }
    }
    return shape;
}

std::vector<DayShape> typical_days(const deploy::WorldYear& input) {
    std::array<double, day_kinds> days = days_per_kind(input);
    std::vector<DayShape> shapes;
    for (const TypicalDay day : input.study().events.latency.days) {
        const auto same = [day](const DayShape& s) { return s.day == day; };
        if (std::any_of(shapes.begin(), shapes.end(), same)) continue;
        DayShape& shape = shapes.emplace_back(day_shape(input, day));
        shape.days_per_year = std::exchange(days[static_cast<std::size_t>(day)], 0.0);
    }
    const auto workday =
        std::find_if(shapes.begin(), shapes.end(), [](const DayShape& s) { return s.workday; });
    DayShape& rest = workday == shapes.end() ? shapes.front() : *workday;
    for (const double left : days) rest.days_per_year += left;
    return shapes;
}

}  // namespace verbund::events
