#pragma once

#include <array>
#include <string>
#include <vector>

#include "models/catalog/catalog.hpp"
#include "sim/annual/site_year.hpp"

/// Sites built by hand, without study or catalog, so that every number in a test can be followed.
namespace verbund::test {

using DayShape = std::array<double, 24>;

/// Shape that is zero but for the hours named.
inline DayShape only_at(const std::vector<std::pair<int, double>>& hours) {
    DayShape shape{};
    for (const auto& [hour, share] : hours) shape[static_cast<std::size_t>(hour)] = share;
    return shape;
}

/// Rows of a profile with one shape for all workdays and one for weekends and holidays.
inline std::vector<catalog::Profile> profile_rows(const std::string& id, const DayShape& workday,
                                                  const DayShape& free_day, double quiet_factor = 1.0) {
    std::vector<catalog::Profile> rows;
    for (const char* kind : {"workday", "long-thursday", "friday", "weekend-or-holiday"}) {
        const bool free = std::string{kind} == "weekend-or-holiday";
        rows.push_back({.id = id,
                        .day_kind = kind,
                        .share = free ? free_day : workday,
                        .quiet_factor = quiet_factor,
                        .evidence = {}});
    }
    return rows;
}

inline compute::HostType host_type(double performance_ops, const std::array<double, 11>& power_w) {
    compute::HostType type;
    type.id = "hand-made";
    type.performance_ops = performance_ops;
    type.power_w = power_w;
    return type;
}

inline catalog::CoolingType constant_cooling(const std::string& id, double cop) {
    return {id, id, catalog::EffectiveCop{cop}, {}};
}

/// What `simulate_site_year` found, and the sums it added to.
struct SimulatedSite {
    outcome::SiteYear year;
    annual::HourlySum sum;
    annual::SiteHours hours;
    annual::SiteYearOutcome whole;
};

/// A site's year in the calendars of the states that its load follows.
inline SimulatedSite simulate_site(const catalog::Catalog& catalog, const deploy::SiteDeployment& site,
                                   const std::vector<compute::HostType>& types, FederalState state,
                                   int region, int year) {
    deploy::Site where;
    where.id = "hand-made";
    where.state = state;
    where.climate_region = region;
    constexpr double imperfection = 1.3;
    std::vector<annual::CoolingKey> keys;
    for (const deploy::RoomPlant& room : site.plant->rooms)
        keys.push_back({room.cooling->id, region, year, imperfection});
    const annual::Weather weather(catalog, 1, keys);
    const workload::ProfileSet profiles(catalog.profiles);
    const workload::YearPatterns patterns = workload::year_patterns(year, deploy::states_of(site, state));
    SimulatedSite out{{}, annual::HourlySum(hours_in_year(year)), {}, {}};
    out.whole = annual::simulate_site_year({.where = &where,
                                            .site = &site,
                                            .types = &types,
                                            .grid = {&profiles, &patterns},
                                            .weather = &weather,
                                            .imperfection = imperfection,
                                            .heat_reuse = 0.0,
                                            .keep_hours = true},
                                           out.sum, out.hours);
    out.year = out.whole.year;
    out.sum.finish();
    return out;
}

}  // namespace verbund::test
