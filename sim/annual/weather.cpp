#include "sim/annual/weather.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "models/base/tasks.hpp"

namespace verbund::annual {
namespace {

CoolingTable make_table(const catalog::CoolingType& type, const facility::HourlyClimate& climate,
                        double imperfection) {
    CoolingTable table;
    if (!facility::follows_weather(type)) {
        table.constant = true;
        table.constant_electricity_per_heat =
            facility::cooling_hour(type, 10.0, 80.0, imperfection).electricity_per_heat;
        return table;
    }
    facility::CoolingYear year = facility::cooling_year(type, climate, imperfection);
    table.electricity_per_heat = std::move(year.electricity_per_heat);
    table.free_cooling_h = year.free_cooling_hours;
    table.free_cooling_h_of_day = std::move(year.free_cooling_hours_of_day);
    const bool wet = std::any_of(year.water_l_per_kwh_heat.begin(), year.water_l_per_kwh_heat.end(),
                                 [](double litres) { return litres > 0.0; });
    if (wet) table.water_l_per_kwh_heat = std::move(year.water_l_per_kwh_heat);
    return table;
}

}  // namespace

Weather::Weather(const catalog::Catalog& catalog, std::uint64_t seed, const std::vector<CoolingKey>& keys,
                 const GivenWeather& given) {
    // Keys of one place and year share their climate, so they form one task.
    std::map<std::tuple<std::string, int, int>, std::vector<CoolingKey>> by_climate;
    for (const CoolingKey& key : keys)
        if (tables_.try_emplace(key).second) by_climate[{key.weather, key.region, key.year}].push_back(key);
    std::vector<std::vector<CoolingKey>> tasks;
    for (auto& [place, wanted] : by_climate) tasks.push_back(std::move(wanted));
    run_tasks(tasks.size(), [&](std::size_t i) {
        const std::vector<CoolingKey>& wanted = tasks[i];
        const CoolingKey& place = wanted.front();
        const bool weather_matters = std::any_of(wanted.begin(), wanted.end(), [&](const CoolingKey& key) {
            return facility::follows_weather(catalog::cooling_type(catalog, key.type));
        });
        facility::HourlyClimate climate;
        if (weather_matters && place.weather.empty())
            climate = facility::hourly_climate(catalog, place.region, place.year, seed);
        else if (weather_matters)
            climate = facility::hours_in(given.at(place.weather), place.year);
        for (const CoolingKey& key : wanted)
            tables_.find(key)->second =
                make_table(catalog::cooling_type(catalog, key.type), climate, key.imperfection);
    });
}

}  // namespace verbund::annual
