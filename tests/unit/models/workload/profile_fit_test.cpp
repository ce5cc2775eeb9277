#include "models/workload/profile_fit.hpp"

#include <array>
#include <cstddef>
#include <functional>
#include <stdexcept>
#include <vector>

#include "models/workload/step_table.hpp"
#include "tests/support/catch.hpp"

using namespace verbund;
using test::Approx;
using workload::ProfileFit;

namespace {

constexpr double hour_s = 3600.0;
constexpr FederalState north_rhine_westphalia{5};
constexpr Date a_monday{2026, 3, 2};  // four weeks without a holiday follow

/// Use of a VM of 2 vCPUs at 1000 MHz in an hour from the first day's midnight on, as a share of its clock.
using UseOfHour = std::function<double(std::size_t hour)>;

std::optional<ProfileFit> fit_of(Date first_day, std::size_t hours, const std::vector<UseOfHour>& vms,
                                 double ahead_h = 0.0) {
    workload::StepTable table{vms.size()};
    for (std::size_t vm = 0; vm < vms.size(); ++vm)
        for (std::size_t hour = 0; hour < hours; ++hour)
            table.add(vm, hour_s * static_cast<double>(hour), 2000.0 * vms[vm](hour));
    table.finish();
    workload::ProfileFitter fitter{first_day, ahead_h, north_rhine_westphalia};
    for (std::size_t vm = 0; vm < vms.size(); ++vm)
        fitter.add({"a", 2.0, 1000.0, 1.0, 0.0, hour_s * static_cast<double>(hours)}, table, vm);
    return fitter.fit();
}

constexpr std::size_t hours_of(std::size_t days) { return 24 * days; }

std::size_t day_of_week(std::size_t hour) { return hour / 24 % 7; }

/// 0.1 at all times, 0.5 from 8 to 16 h from Monday to Friday.
double office(std::size_t hour) {
    const bool works = day_of_week(hour) < 5 && hour % 24 >= 8 && hour % 24 < 16;
    return works ? 0.5 : 0.1;
}

}  // namespace

TEST_CASE("the fit gives back floor, peak and shape of a use that has them", "[workload]") {
    const auto fit = fit_of(a_monday, hours_of(28), {office, office});
    REQUIRE(fit);
    CHECK(fit->floor == Approx(0.1));
    CHECK(fit->at_peak == Approx(0.5));
    const auto& workday = fit->shape[static_cast<std::size_t>(DayKind::workday)];
    const auto& friday = fit->shape[static_cast<std::size_t>(DayKind::friday)];
    const auto& day_off = fit->shape[static_cast<std::size_t>(DayKind::weekend_or_holiday)];
    CHECK(workday[7] == Approx(0.0).margin(1e-12));
    CHECK(workday[8] == Approx(1.0));
    CHECK(friday[15] == Approx(1.0));
    CHECK(day_off[12] == Approx(0.0).margin(1e-12));
    CHECK(fit->days == std::array<int, 4>{12, 4, 4, 8});  // Mon-Wed, Thu, Fri, Sat and Sun of four weeks
    // 40 of 168 hours at 0.5.
    CHECK(fit->mean == Approx(0.1 + 0.4 * 40.0 / 168.0));
    CHECK(fit->vms == 2);
    CHECK(fit->vcpus == 4.0);
    CHECK_FALSE(fit->quiet_factor);
    CHECK(fit->coincidence() == Approx(1.0));
    REQUIRE(fit->correlation);
    CHECK(*fit->correlation == Approx(1.0));
}

TEST_CASE("VMs that are busy at different times need less together than one by one", "[workload]") {
    const UseOfHour day = [](std::size_t hour) { return hour % 24 < 12 ? 0.6 : 0.2; };
    const UseOfHour night = [](std::size_t hour) { return hour % 24 < 12 ? 0.2 : 0.6; };
    const auto fit = fit_of(a_monday, hours_of(7), {day, night});
    REQUIRE(fit);
    CHECK(fit->peak == Approx(0.4));
    CHECK(fit->single_peaks == Approx(0.6));
    CHECK(fit->coincidence() == Approx(2.0 / 3.0));
    CHECK(*fit->correlation == Approx(-1.0));
    // Independent series of equal spread: 12 h and 24 h cycles have no correlation.
    const UseOfHour twice = [](std::size_t hour) { return hour % 12 < 6 ? 0.6 : 0.2; };
    CHECK(*fit_of(a_monday, hours_of(7), {day, twice})->correlation == Approx(0.0).margin(1e-9));
    CHECK_FALSE(fit_of(a_monday, hours_of(7), {day})->correlation);
}

TEST_CASE("a part of an hour counts as long as it is", "[workload]") {
    // Time 0 at half past midnight: the first hour of use lies half in hour 0, half in hour 1.
    const UseOfHour falling = [](std::size_t hour) { return hour % 24 == 0 ? 0.8 : 0.2; };
    const auto fit = fit_of(a_monday, hours_of(8), {falling}, 0.5);
    REQUIRE(fit);
    CHECK(fit->at_peak == Approx(0.5).epsilon(0.1));
    CHECK(fit->shape[static_cast<std::size_t>(DayKind::friday)][1] == Approx(1.0).epsilon(0.1));
}

TEST_CASE("the quiet season's factor is measured where both seasons are", "[workload]") {
    // From Monday 20 July 2026 on: twelve days of July, then August at half the use above the floor.
    constexpr Date july{2026, 7, 20};
    const UseOfHour summer = [](std::size_t hour) {
        const bool august = hour >= hours_of(12);
        return 0.1 + (office(hour) - 0.1) * (august ? 0.5 : 1.0);
    };
    const auto fit = fit_of(july, hours_of(28), {summer});
    REQUIRE(fit);
    REQUIRE(fit->quiet_factor);
    CHECK(*fit->quiet_factor == Approx(0.5));
    CHECK(fit->at_peak == Approx(0.5));  // August does not count in the shape
}

TEST_CASE("less than workdays and days off is no profile", "[workload]") {
    CHECK_FALSE(fit_of(a_monday, hours_of(5), {office}));
    CHECK(fit_of(a_monday, hours_of(6), {office}));
    constexpr Date a_saturday{2026, 3, 7};
    CHECK_FALSE(fit_of(a_saturday, hours_of(2), {office}));
    // A week without its Thursday: the long Thursday is like the other workdays.
    constexpr Date a_friday{2026, 3, 6};
    const auto fit =
        fit_of(a_friday, hours_of(6), {[](std::size_t hour) { return hour % 24 == 9 ? 0.5 : 0.1; }});
    REQUIRE(fit);
    CHECK(fit->days[static_cast<std::size_t>(DayKind::long_thursday)] == 0);
    CHECK(fit->shape[static_cast<std::size_t>(DayKind::long_thursday)][9] == Approx(1.0));
}

TEST_CASE("days of which nothing is known are not counted as measured", "[workload]") {
    // The VM starts on Friday, four days after time 0, and runs for six days: no Thursday.
    workload::StepTable table{1};
    for (std::size_t hour = 0; hour < hours_of(6); ++hour)
        table.add(0, hour_s * static_cast<double>(hour), 100.0);
    table.finish();
    workload::ProfileFitter fitter{a_monday, 0.0, north_rhine_westphalia};
    fitter.add({"a", 2.0, 1000.0, 1.0, 4.0 * 24.0 * hour_s, 6.0 * 24.0 * hour_s}, table, 0);
    const auto fit = fitter.fit();
    REQUIRE(fit);
    CHECK(fit->days == std::array<int, 4>{3, 0, 1, 2});  // Monday to Wednesday, Friday, the weekend
}

TEST_CASE("use in a far future is refused and an even use has no shape", "[workload]") {
    workload::StepTable table{1};
    table.add(0, 0.0, 1.0);
    table.add(0, 1e12, 1.0);
    table.finish();
    workload::ProfileFitter fitter{a_monday, 0.0, north_rhine_westphalia};
    CHECK_THROWS_AS(fitter.add({"a", 1.0, 1000.0, 1.0, 0.0, 2e12}, table, 0), std::out_of_range);
    const auto even = fit_of(a_monday, hours_of(7), {[](std::size_t) { return 0.3; }});
    REQUIRE(even);
    CHECK(even->at_peak == Approx(0.3));
    CHECK(even->floor == Approx(0.3));
}
