#include "models/economics/electricity.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

namespace verbund::economics {
namespace {

/// BNetzA's commercial customer takes 50 MWh a year; the rule to use his price up to 100 MWh is an
/// assumption.
constexpr Energy commercial_up_to = 100.0 * megawatt_hour;

/// Value of the table at `year`, linear between rows, the nearest row's outside.  `value` reads a row.
template <typename Row, typename Value>
double at_year(const std::vector<Row>& rows, int year, Value value, const char* table) {
    const Row* before = nullptr;
    const Row* after = nullptr;
    for (const Row& row : rows) {
        if (row.year <= year && (!before || row.year > before->year)) before = &row;
        if (row.year >= year && (!after || row.year < after->year)) after = &row;
    }
    if (!before && !after) throw std::out_of_range{std::string{table} + ": the table is empty"};
    if (!before) return value(*after);
    if (!after || after->year == before->year) return value(*before);
    const double share = double(year - before->year) / double(after->year - before->year);
    return std::lerp(value(*before), value(*after), share);
}

double choose(const catalog::Path& values, PathChoice path) {
    switch (path) {
        case PathChoice::low:
            return values.low;
        case PathChoice::mid:
            break;
        case PathChoice::high:
            return values.high;
    }
    return values.mid;
}

}  // namespace

CarbonIntensity grid_emission(const catalog::Catalog& catalog, int year, PathChoice path) {
    const auto value = [path](const catalog::GridEmission& row) {
        return choose(row.direct_g_per_kwh, path);
    };
    return at_year(catalog.grid_emission, year, value, "grid_emission") * gram_co2_per_kilowatt_hour;
}

CarbonIntensity market_emission(CarbonIntensity location, CarbonIntensity renewable_upstream,
                                double renewable_share) {
    return location * (1.0 - renewable_share) + renewable_upstream * renewable_share;
}

Money electricity_bill(const catalog::Catalog& catalog, int year, Energy yearly_consumption,
                       PathChoice path) {
    const auto price = [&](catalog::Path catalog::ElectricityPrice::*of) {
        const auto value = [path, of](const catalog::ElectricityPrice& row) { return choose(row.*of, path); };
        return at_year(catalog.electricity_price, year, value, "electricity_price") * cent_per_kilowatt_hour;
    };
    const Energy first = std::min(yearly_consumption, commercial_up_to);
    return first * price(&catalog::ElectricityPrice::commercial_ct_per_kwh) +
           (yearly_consumption - first) * price(&catalog::ElectricityPrice::industry_ct_per_kwh);
}

Money demand_charge(const DemandPrice& price, Energy yearly_consumption, Power peak) {
    if (yearly_consumption <= commercial_up_to) return {};
    const double metered = 1.0 - commercial_up_to / yearly_consumption;
    const double contained_kw =
        price.contained_hours > 0.0 ? yearly_consumption.in(kilowatt_hour) / price.contained_hours : 0.0;
    const double for_peak_eur = price.eur_per_kw * peak.in(kilowatt);
    return metered * (for_peak_eur - price.contained_eur * contained_kw) * euro;
}

}  // namespace verbund::economics
