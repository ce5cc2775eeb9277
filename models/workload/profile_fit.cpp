#include "models/workload/profile_fit.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>
#include <utility>

namespace verbund::workload {
namespace {

constexpr double hour_s = 3600.0;
constexpr double longest_h = 10.0 * 8784.0;
constexpr double known_hour = 0.5;  // share of an hour from which its mean stands for it

/// What was used of what there was.
struct Ratio {
    double used = 0.0;
    double of = 0.0;

    void add(double more_used, double more_of) {
        used += more_used;
        of += more_of;
    }
    [[nodiscard]] double value() const { return of > 0.0 ? used / of : 0.0; }
};

/// Mean and spread of values.
struct Moments {
    double sum = 0.0;
    double squares = 0.0;
    double count = 0.0;

    void add(double value) {
        sum += value;
        squares += value * value;
        count += 1.0;
    }
    [[nodiscard]] double variance() const {
        const double mean = count > 0.0 ? sum / count : 0.0;
        return count > 0.0 ? std::max(0.0, squares / count - mean * mean) : 0.0;
    }
};

using HoursOfKind = std::array<Ratio, hours_per_day>;
using HoursOfKinds = std::array<HoursOfKind, day_kinds_count>;

/// Days of a season of the year.
struct Season {
    HoursOfKinds hours{};
    std::array<int, day_kinds_count> days{};

    [[nodiscard]] const HoursOfKind& of(DayKind kind) const { return hours[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] bool complete(DayKind kind) const {
        const HoursOfKind& all = of(kind);
        return std::all_of(all.begin(), all.end(), [](const Ratio& hour) { return hour.of > 0.0; });
    }
};

/// Kinds of day and seasons of the years met.
class DayBook {
public:
    explicit DayBook(FederalState state) : state_{state} {}

    [[nodiscard]] std::pair<DayKind, bool> day(long since_epoch) {
        const int year = date_from_days(since_epoch).year;
        auto [known, added] = years_.try_emplace(year);
        if (added) known->second = {day_kinds(state_, year), quiet_season(year)};
        const auto of_year = static_cast<std::size_t>(since_epoch - days_since_epoch({year, 1, 1}));
        return {known->second.first[of_year], known->second.second[of_year]};
    }

private:
    FederalState state_;
    std::map<int, std::pair<std::vector<DayKind>, std::vector<bool>>> years_;
};

void pool(Season& into, const Season& other) {
    for (std::size_t kind = 0; kind < into.hours.size(); ++kind) {
        into.days[kind] += other.days[kind];
        for (std::size_t hour = 0; hour < hours_per_day; ++hour)
            into.hours[kind][hour].add(other.hours[kind][hour].used, other.hours[kind][hour].of);
    }
}

bool usable(const Season& season) {
    return season.complete(DayKind::workday) && season.complete(DayKind::weekend_or_holiday);
}

double mean_above(const HoursOfKind& hours, double floor) {
    double sum = 0.0;
    for (const Ratio& hour : hours) sum += hour.value() - floor;
    return sum / double(hours.size());
}

/// Shapes of the kinds of day, between the least and the largest use of all hours.
void shape_days(const Season& season, ProfileFit& fit) {
    fit.days = season.days;
    fit.floor = season.of(DayKind::workday).front().value();
    fit.at_peak = fit.floor;
    for (std::size_t kind = 0; kind < season.hours.size(); ++kind) {
        if (!season.complete(static_cast<DayKind>(kind))) continue;
        for (const Ratio& hour : season.hours[kind]) {
            fit.floor = std::min(fit.floor, hour.value());
            fit.at_peak = std::max(fit.at_peak, hour.value());
        }
    }
    const double span = fit.at_peak - fit.floor;
    for (std::size_t kind = 0; kind < season.hours.size(); ++kind) {
        const bool measured = season.complete(static_cast<DayKind>(kind));
        const HoursOfKind& hours = measured ? season.hours[kind] : season.of(DayKind::workday);
        for (std::size_t hour = 0; hour < hours_per_day; ++hour)
            fit.shape[kind][hour] = span > 0.0 ? (hours[hour].value() - fit.floor) / span : 1.0;
    }
}

}  // namespace

double ProfileFit::coincidence() const { return single_peaks > 0.0 ? peak / single_peaks : 1.0; }

ProfileFitter::ProfileFitter(Date first_day, double ahead_h, FederalState state)
    : first_day_{first_day}, ahead_h_{ahead_h}, state_{state} {
    static_cast<void>(state_name(state));
}

void ProfileFitter::add(const MeasuredVm& vm, const StepSource& steps, std::size_t number) {
    std::map<std::size_t, Ratio> own;  // MHz and share of the hour, by hour
    for (const KnownUse& use : known_use(vm, steps, number).known) {
        double from_h = ahead_h_ + (vm.start_s + use.from_s) / hour_s;
        const double until_h = from_h + use.for_s / hour_s;
        if (until_h > longest_h) throw std::out_of_range{"use more than ten years after time 0"};
        while (from_h < until_h) {
            const double next_h = std::min(until_h, std::floor(from_h) + 1.0);
            own[static_cast<std::size_t>(from_h)].add(use.mhz * (next_h - from_h), next_h - from_h);
            from_h = next_h;
        }
    }
    const double clock_mhz = vm.vcpus * vm.core_mhz;
    if (own.empty() || clock_mhz <= 0.0) return;
    hours_.resize(std::max(hours_.size(), own.rbegin()->first + 1));
    double largest = 0.0;
    Moments moments;
    for (const auto& [hour, use] : own) {
        hours_[hour].used_mhz += use.used;
        hours_[hour].clock_mhz += clock_mhz * use.of;
        if (use.of < known_hour) continue;
        largest = std::max(largest, use.value());
        moments.add(use.value());
    }
    ++vms_;
    vcpus_ += vm.vcpus;
    clock_mhz_ += clock_mhz;
    single_peaks_mhz_ += largest;
    variances_ += moments.variance();
    deviations_ += std::sqrt(moments.variance());
}

struct ProfileFitter::Collected {
    Season normal;
    Season quiet;
    Ratio all;
    Moments together;  ///< of the hours in which at least half of the VMs are known
    double peak = 0.0;

    void add(const Hour& of, Season& season, std::size_t kind, std::size_t hour, double whole_clock_mhz) {
        season.hours[kind][hour].add(of.used_mhz, of.clock_mhz);
        all.add(of.used_mhz, of.clock_mhz);
        if (of.clock_mhz < known_hour * whole_clock_mhz) return;
        peak = std::max(peak, of.used_mhz / of.clock_mhz);
        together.add(of.used_mhz / of.clock_mhz);
    }
};

ProfileFitter::Collected ProfileFitter::collect() const {
    Collected collected;
    DayBook book{state_};
    const long first = days_since_epoch(first_day_);
    long last_counted = -1;  // day of which an hour was measured
    for (std::size_t hour = 0; hour < hours_.size(); ++hour) {
        if (hours_[hour].clock_mhz <= 0.0) continue;
        const auto day = static_cast<long>(hour / hours_per_day);
        const auto [kind, is_quiet] = book.day(first + day);
        Season& season = is_quiet ? collected.quiet : collected.normal;
        const auto number = static_cast<std::size_t>(kind);
        if (day != last_counted) ++season.days[number];
        last_counted = day;
        collected.add(hours_[hour], season, number, hour % hours_per_day, clock_mhz_);
    }
    return collected;
}

std::optional<double> ProfileFitter::correlation(double variance_of_sum) const {
    const double pairs = deviations_ * deviations_ - variances_;
    if (vms_ < 2 || pairs <= 0.0) return std::nullopt;
    return std::clamp((variance_of_sum - variances_) / pairs, -1.0, 1.0);
}

std::optional<ProfileFit> ProfileFitter::fit() const {
    const Collected collected = collect();
    Season taken = collected.normal;
    if (!usable(taken)) pool(taken, collected.quiet);
    if (!usable(taken)) return std::nullopt;
    ProfileFit fit;
    fit.vms = vms_;
    fit.vcpus = vcpus_;
    shape_days(taken, fit);
    fit.mean = collected.all.value();
    fit.peak = collected.peak;
    fit.single_peaks = single_peaks_mhz_ / clock_mhz_;
    fit.correlation = correlation(collected.together.variance() * clock_mhz_ * clock_mhz_);
    const double usual = mean_above(collected.normal.of(DayKind::workday), fit.floor);
    if (usable(collected.normal) && collected.quiet.complete(DayKind::workday) && usual > 0.0)
        fit.quiet_factor =
            std::clamp(mean_above(collected.quiet.of(DayKind::workday), fit.floor) / usual, 0.0, 1.0);
    return fit;
}

}  // namespace verbund::workload
