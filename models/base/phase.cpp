#include "models/base/phase.hpp"

#include "models/base/unit_factors.hpp"

namespace verbund {
namespace {

Date date_of(int year, int day) { return date_from_days(days_since_epoch({year, 1, 1}) + day); }

}  // namespace

int days_in_year(int year) { return hours_in_year(year) / hours_per_day; }

int day_of_year(Date date) {
    return static_cast<int>(days_since_epoch(date) - days_since_epoch({date.year, 1, 1}));
}

Phase whole_year(int year) { return {year, 0, days_in_year(year)}; }

Date first_date(const Phase& phase) { return date_of(phase.year, phase.first_day); }

Date last_date(const Phase& phase) { return date_of(phase.year, phase.end_day - 1); }

int days_of(const Phase& phase) { return phase.end_day - phase.first_day; }

int hours_of(const Phase& phase) { return days_of(phase) * hours_per_day; }

double share_of_year(const Phase& phase) {
    return static_cast<double>(days_of(phase)) / days_in_year(phase.year);
}

}  // namespace verbund
