#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "models/facility/cooling.hpp"
#include "models/facility/weather_year.hpp"

/// Cooling effort of every hour for the plants, regions and years of a run, computed once and shared.
namespace verbund::annual {

/// Electricity (and water) per heat over a year, hours counted from 1 January; plants whose effort does not
/// depend on the weather hold one value.
struct CoolingTable {
    bool constant = false;
    double constant_electricity_per_heat = 0.0;
    std::vector<double> electricity_per_heat;   ///< per hour; empty if constant
    std::vector<double> water_l_per_kwh_heat;   ///< per hour; empty if the plant uses no water
    double free_cooling_h = 0.0;                ///< of the year
    std::vector<double> free_cooling_h_of_day;  ///< empty if constant
};

/// What a table of a cooling plant's year depends on.
struct CoolingKey {
    std::string type;
    int region = 1;
    int year = 0;
    double imperfection = 1.0;
    std::string weather{};  ///< file of the study; empty: made for the region
    friend auto operator<=>(const CoolingKey&, const CoolingKey&) = default;
};

/// Weather that a study brings along, by file name as written.
using GivenWeather = std::map<std::string, facility::WeatherYear>;

/// Climate and cooling of every place and year that a study asks for, made once.
class Weather {
public:
    /// Computes every key, regions and years in parallel.  Duplicate keys are computed once.  `given` holds
    /// the weathers that keys name; throws `std::out_of_range` for one that is not there.
    Weather(const catalog::Catalog& catalog, std::uint64_t seed, const std::vector<CoolingKey>& keys,
            const GivenWeather& given = {});

    /// Throws `std::out_of_range` for a key that was not announced.
    [[nodiscard]] const CoolingTable& table(const CoolingKey& key) const { return tables_.at(key); }

private:
    std::map<CoolingKey, CoolingTable> tables_;
};

}  // namespace verbund::annual
