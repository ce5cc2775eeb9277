#include "models/facility/monthly_normals.hpp"

#include <cmath>
#include <stdexcept>

#include <fmt/format.h>

namespace verbund::facility {
namespace {

using catalog::ClimateNormal;

/// The rows of one month around a year.
struct Bracket {
    const ClimateNormal* before = nullptr;  ///< latest row not after the year
    const ClimateNormal* after = nullptr;   ///< earliest row not before the year
};

void offer(Bracket& bracket, const ClimateNormal& row, int year) {
    if (row.try_year <= year && (!bracket.before || row.try_year > bracket.before->try_year))
        bracket.before = &row;
    if (row.try_year >= year && (!bracket.after || row.try_year < bracket.after->try_year))
        bracket.after = &row;
}

ClimateNormal interpolate(const Bracket& bracket, int year) {
    if (!bracket.before) return *bracket.after;
    if (!bracket.after || bracket.after == bracket.before) return *bracket.before;
    const ClimateNormal& a = *bracket.before;
    const ClimateNormal& b = *bracket.after;
    const double share = double(year - a.try_year) / double(b.try_year - a.try_year);
    ClimateNormal between = a;
    between.mean_c = std::lerp(a.mean_c, b.mean_c, share);
    between.mean_daily_min_c = std::lerp(a.mean_daily_min_c, b.mean_daily_min_c, share);
    between.mean_daily_max_c = std::lerp(a.mean_daily_max_c, b.mean_daily_max_c, share);
    between.sd_daily_mean_k = std::lerp(a.sd_daily_mean_k, b.sd_daily_mean_k, share);
    between.lag1_autocorrelation = std::lerp(a.lag1_autocorrelation, b.lag1_autocorrelation, share);
    between.mean_rh_pct = std::lerp(a.mean_rh_pct, b.mean_rh_pct, share);
    return between;
}

}  // namespace

std::array<ClimateNormal, 12> monthly_normals(const catalog::Catalog& catalog, int region, int year) {
    std::array<Bracket, 12> brackets{};
    for (const ClimateNormal& row : catalog.climate)
        if (row.region == region && row.month >= 1 && row.month <= 12)
            offer(brackets[row.month - 1], row, year);
    std::array<ClimateNormal, 12> normals{};
    for (int month = 1; month <= 12; ++month) {
        const Bracket& bracket = brackets[month - 1];
        if (!bracket.before && !bracket.after) {
            throw std::out_of_range{
                fmt::format("climate_normals: no row for region {}, month {}", region, month)};
        }
        normals[month - 1] = interpolate(bracket, year);
    }
    return normals;
}

}  // namespace verbund::facility
