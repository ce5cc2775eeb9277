#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "models/base/calendar.hpp"
#include "models/base/unit_factors.hpp"
#include "results/report/page/section.hpp"

/// Hourly series, reduced so that no peak is lost: the load duration curve at 0, 1 ... 100 % of the year (its
/// ends are the highest and the lowest hour), the median of each hour of four typical days, and the lowest
/// and highest hour of each day.
namespace verbund::report::page {
namespace {

using outcome::HourlySeries;
using outcome::Run;

using Hours = std::vector<float>;

Json duration_curve(Hours hours) {
    std::sort(hours.begin(), hours.end(), std::greater<>{});
    std::vector<double> points;
    for (int point = 0; point < outcome::duration_points; ++point) {
        const double share = static_cast<double>(point) / (outcome::duration_points - 1);
        points.push_back(hours[static_cast<std::size_t>(std::lround(share * (hours.size() - 1.0)))]);
    }
    return numbers(points);
}

enum class Season { winter, summer, between };
Season season_of(int month) {
    if (month == 12 || month <= 2) return Season::winter;
    return month >= 6 && month <= 8 ? Season::summer : Season::between;
}

/// December to February and June to August, Monday to Friday and the weekend.  Public holidays count as the
/// weekdays that they are; the median passes over them.
struct DayKind {
    std::string_view name;
    Season season;
    bool weekend;
};
constexpr std::array<DayKind, 4> day_kinds{{{"winter_workday", Season::winter, false},
                                            {"winter_weekend", Season::winter, true},
                                            {"summer_workday", Season::summer, false},
                                            {"summer_weekend", Season::summer, true}}};

std::vector<std::size_t> days_of(const DayKind& kind, int year, std::size_t days) {
    const long first = days_since_epoch({year, 1, 1});
    std::vector<std::size_t> found;
    for (std::size_t day = 0; day < days; ++day) {
        const Date date = date_from_days(first + static_cast<long>(day));
        const Weekday name = weekday(date);
        const bool is_weekend = name == Weekday::saturday || name == Weekday::sunday;
        if (season_of(date.month) == kind.season && is_weekend == kind.weekend) found.push_back(day);
    }
    return found;
}

double median(std::vector<double> values) {
    if (values.empty()) return outcome::not_applicable;
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2.0;
}

Json typical_day(const Hours& hours, const std::vector<std::size_t>& days) {
    std::vector<double> medians;
    for (std::size_t hour = 0; hour < hours_per_day; ++hour) {
        std::vector<double> values;
        for (const std::size_t day : days) values.push_back(hours[day * hours_per_day + hour]);
        medians.push_back(median(std::move(values)));
    }
    return numbers(medians);
}

Json extremes(const Hours& hours, bool highest) {
    std::vector<double> days;
    for (std::size_t first = 0; first + hours_per_day <= hours.size(); first += hours_per_day) {
        const auto begin = hours.begin() + static_cast<std::ptrdiff_t>(first);
        const auto end = begin + hours_per_day;
        days.push_back(highest ? *std::max_element(begin, end) : *std::min_element(begin, end));
    }
    return numbers(days);
}

Json reduced(const Hours& hours, int year) {
    Json days = Json::object();
    for (const DayKind& kind : day_kinds)
        days[std::string{kind.name}] = typical_day(hours, days_of(kind, year, hours.size() / hours_per_day));
    return {{"duration", duration_curve(hours)},
            {"days", std::move(days)},
            {"lowest", extremes(hours, false)},
            {"highest", extremes(hours, true)}};
}

/// Load duration curves of the centers that draw power, as the run has them.
Json center_curves(const Run& run) {
    constexpr auto points = static_cast<std::size_t>(outcome::duration_points);
    Json list = Json::array();
    for (std::size_t i = 0; i * points < run.duration_grid_kw.size(); ++i) {
        const auto begin = run.duration_grid_kw.begin() + static_cast<std::ptrdiff_t>(i * points);
        const std::vector<double> curve(begin, begin + outcome::duration_points);
        if (curve.front() > 0.0) {
            const std::size_t row = i / run.centers.size();
            list.push_back({{"variant", row / run.milestones.size()},
                            {"year", run.milestones[row % run.milestones.size()]},
                            {"center", i % run.centers.size()},
                            {"grid", numbers(curve)}});
        }
    }
    return list;
}

}  // namespace

Json load_section(const Source& source) {
    Json series = Json::array();
    for (const HourlySeries& hourly : source.run.hourly) {
        if (!hourly.it_kw.empty()) {
            series.push_back({{"variant", hourly.variant},
                              {"year", hourly.year},
                              {"it", reduced(hourly.it_kw, hourly.year)},
                              {"grid", reduced(hourly.grid_kw, hourly.year)}});
        }
    }
    if (series.empty()) return nullptr;
    return {{"series", std::move(series)}, {"centers", center_curves(source.run)}};
}

}  // namespace verbund::report::page
