#include "sim/events/migration/rows.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "models/base/calendar.hpp"
#include "models/base/unit_factors.hpp"

namespace verbund::events {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

double night_of(const WaveClock& clock, double time_s) {
    return std::floor((time_s - clock.opens_s) / seconds_per_day);
}

/// Night of the last copy; the tests after it may end on the next day.
double last_night(const WaveClock& clock, double finished_s) {
    return night_of(clock, finished_s - clock.cutover_fixed_s);
}

/// Times of all copies of an administration.
struct Span {
    double began_s = never;
    double finished_s = 0.0;
    double downtime_s = 0.0;
    double data_gb = 0.0;
};

void extend(Span& span, const CopyResult& result) {
    span.began_s = std::min(span.began_s, result.began_s.value_or(never));
    span.finished_s = std::max(span.finished_s, result.finished_s.value_or(never));
    span.downtime_s = std::max(span.downtime_s, result.downtime_s);
    span.data_gb += result.data->data_gb;
}

void add_downtimes(const std::vector<outcome::Cutover>& cutovers, outcome::MigrationWave& row) {
    double sum = 0.0;
    double count = 0.0;
    for (const outcome::Cutover& cutover : cutovers) {
        if (cutover.move != row.move) continue;
        row.administrations += 1.0;
        if (std::isnan(cutover.downtime_h)) continue;
        sum += cutover.downtime_h;
        count += 1.0;
        row.downtime_max_h = std::max(row.downtime_max_h, cutover.downtime_h);
    }
    row.downtime_mean_h = count > 0.0 ? sum / count : outcome::not_applicable;
    if (count == 0.0) row.downtime_max_h = outcome::not_applicable;
}

std::string date_of(Date first_day, double time_s) {
    return to_string(
        date_from_days(days_since_epoch(first_day) + static_cast<long>(time_s / seconds_per_day)));
}

}  // namespace

std::vector<outcome::Cutover> cutover_rows(const std::vector<CopyResult>& results, const WaveClock& clock) {
    std::map<std::pair<std::string, std::size_t>, Span> spans;
    for (const CopyResult& result : results)
        extend(spans[{result.data->move, result.data->administration}], result);
    std::vector<outcome::Cutover> rows;
    for (const auto& [key, span] : spans) {
        outcome::Cutover row;
        row.year = clock.first_day.year;
        row.first_day = to_string(clock.first_day);
        row.move = key.first;
        row.administration = static_cast<std::int32_t>(key.second);
        row.data_gb = span.data_gb;
        // Disks may leave on the first morning, before any night.
        row.starts_night =
            span.began_s < never ? std::max(0.0, night_of(clock, span.began_s)) : outcome::not_applicable;
        const bool complete = span.finished_s < never;
        row.finished_night = complete ? last_night(clock, span.finished_s) : outcome::not_applicable;
        row.downtime_h = complete ? span.downtime_s / seconds_per_hour : outcome::not_applicable;
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<outcome::MigrationWave> wave_rows(const std::vector<CopyResult>& results,
                                              const WaveClock& clock) {
    std::map<std::string, outcome::MigrationWave> rows;
    std::map<std::string, double> finished_s;
    for (const CopyResult& result : results) {
        const std::string& move = result.data->move;
        rows[move].data_tb += result.data->data_gb / gb_per_tb;
        if (result.seeded) rows[move].seeded_tb += result.data->data_gb / gb_per_tb;
        rows[move].resent_tb += result.resent_bytes / bytes_per_tb;
        finished_s[move] = std::max(finished_s[move], result.finished_s.value_or(never));
    }
    const std::vector<outcome::Cutover> cutovers = cutover_rows(results, clock);
    std::vector<outcome::MigrationWave> list;
    for (auto& [move, row] : rows) {
        row.year = clock.first_day.year;
        row.first_day = to_string(clock.first_day);
        row.move = move;
        const double end = finished_s[move];
        row.nights = end < never ? last_night(clock, end) + 1.0 : clock.most_nights;
        if (end < never) row.finished = date_of(clock.first_day, end);
        add_downtimes(cutovers, row);
        list.push_back(row);
    }
    return list;
}

}  // namespace verbund::events
