#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "models/base/calendar.hpp"
#include "models/base/unit_factors.hpp"
#include "models/workload/known_use.hpp"
#include "models/workload/profile_set.hpp"

/// Load profiles from measured use.
namespace verbund::workload {

using DayShape = std::array<double, hours_per_day>;

/// The use of the VMs of a class over the kinds of day.
///
/// As the annual engine reads it: use = floor + (at_peak - floor) shape(kind of day, hour), all of the
/// vCPUs' clock.
struct ProfileFit {
    std::size_t vms = 0;
    double vcpus = 0.0;
    double mean = 0.0;                              ///< use over all that is known, of the vCPUs' clock
    double at_peak = 0.0;                           ///< mean use in the busiest hour of a kind of day
    double floor = 0.0;                             ///< mean use in its quietest
    std::array<DayShape, day_kinds_count> shape{};  ///< [DayKind], 0 to 1
    std::array<int, day_kinds_count> days{};        ///< measured ones of each kind
    std::optional<double> quiet_factor;  ///< empty: no workday in or out of the quiet season was measured
    double peak = 0.0;                   ///< use of all VMs together in their busiest hour
    double single_peaks = 0.0;           ///< sum of the VMs' own busiest hours, of the vCPUs' clock
    std::optional<double>
        correlation;  ///< mean over pairs of VMs of their hourly use; empty: one VM, or none moves

    /// What VMs together need of what they would need one by one: peak / single_peaks; 1 where nothing is
    /// used.
    [[nodiscard]] double coincidence() const;
};

/// Adds up the use of VMs hour by hour and fits a profile.
///
/// An hour of a VM counts by the time for which its use is known.  Use per hour h and kind of day k is the
/// use of all VMs in all such hours over their clock in these; days of the quiet season (`quiet_season`)
/// count apart, and their factor is the mean of (use - floor) on their workdays over that of the others. A
/// kind of day that was not measured has the shape of workdays.  Correlation: the variance of the sum of n
/// series is sum s_i^2 + r ((sum s_i)^2 - sum s_i^2), solved for r.
class ProfileFitter {
public:
    /// `first_day` began `ahead_h` hours before time 0 of the VMs.  Throws `std::out_of_range` for no state.
    ProfileFitter(Date first_day, double ahead_h, FederalState state);

    /// Throws `std::out_of_range` for use more than ten years after time 0.
    void add(const MeasuredVm& vm, const StepSource& steps, std::size_t number);

    /// Nothing where workdays or days off were not measured at every hour.
    [[nodiscard]] std::optional<ProfileFit> fit() const;

private:
    struct Hour {
        double used_mhz = 0.0;   ///< mean over the hour, known parts alone
        double clock_mhz = 0.0;  ///< of the VMs, by the share of the hour for which they are known
    };

    struct Collected;

    [[nodiscard]] Collected collect() const;
    /// Mean over the pairs of VMs, of the variance of all together in MHz^2.
    [[nodiscard]] std::optional<double> correlation(double variance_of_sum) const;

    Date first_day_;
    double ahead_h_;
    FederalState state_;
    std::vector<Hour> hours_;  ///< from midnight of the first day on
    std::size_t vms_ = 0;
    double vcpus_ = 0.0;
    double clock_mhz_ = 0.0;
    double single_peaks_mhz_ = 0.0;
    double deviations_ = 0.0;  ///< sum of the standard deviations of the VMs' hourly use
    double variances_ = 0.0;
};

}  // namespace verbund::workload
