#include "models/economics/wan_prices.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace verbund::economics {
namespace {

constexpr double mbit_per_gbit = 1000.0;
constexpr double mbit_per_wavelength = 100.0 * mbit_per_gbit;

}  // namespace

double RatePrice::eur_per_year(double rate_mbit_s) const {
    if (!(rate_mbit_s > 0.0) || !(one_gbit_eur > 0.0)) return 0.0;
    const double exponent = std::log10(ten_gbit_eur / one_gbit_eur);
    return one_gbit_eur * std::pow(rate_mbit_s / mbit_per_gbit, exponent);
}

double WanPrices::access_eur_per_year(double rate_mbit_s) const { return access.eur_per_year(rate_mbit_s); }

Join WanPrices::join_eur_per_year(double air_km, double rate_mbit_s) const {
    const double fibre_once = air_km * fibre_once_eur_per_km;
    const double fibre = air_km * fibre_eur_per_km;
    const bool in_reach = air_km <= fibre_reach_km;
    const double channels = std::ceil(rate_mbit_s / mbit_per_wavelength);
    const double waves = channels * (wavelength_eur + air_km * wavelength_eur_per_km);
    const double service = ethernet.eur_per_year(rate_mbit_s);
    const std::array offers{
        Join{JoinProduct::dark_fibre, fibre, fibre_once,
             in_reach ? fibre + fibre_once / fibre_term_years : std::numeric_limits<double>::infinity()},
        Join{JoinProduct::wavelength, waves, 0.0, waves}, Join{JoinProduct::ethernet, service, 0.0, service}};
    return *std::min_element(offers.begin(), offers.end(), [](const Join& a, const Join& b) {
        return a.in_all_eur_per_year < b.in_all_eur_per_year;
    });
}

}  // namespace verbund::economics
