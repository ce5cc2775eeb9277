#pragma once

/// What lines cost.
namespace verbund::economics {

/// Yearly price of a line by its rate.
///
/// P(r) = P_1 (r / 1 Gbit/s)^b, b = log10(P_10 / P_1), at every rate; rising with the rate where P_10 >= P_1.
struct RatePrice {
    double one_gbit_eur = 0.0;  ///< per year at 1 Gbit/s
    double ten_gbit_eur = 0.0;  ///< per year at 10 Gbit/s

    /// EUR per year of one line; nothing for no rate.
    [[nodiscard]] double eur_per_year(double rate_mbit_s) const;
};

/// How two sites are joined.
enum class JoinProduct { dark_fibre, wavelength, ethernet };

/// A line between two sites.
struct Join {
    JoinProduct product = JoinProduct::ethernet;
    double yearly_eur = 0.0;
    double once_eur = 0.0;             ///< at its start
    double in_all_eur_per_year = 0.0;  ///< with the once spread over the term of a dark fibre
};

/// Prices of lines.  Two routes are two lines.
struct WanPrices {
    RatePrice access;               ///< of the product that the study chose
    RatePrice ethernet;             ///< between two sites, at any distance
    double fibre_eur_per_km = 0.0;  ///< per year and km of air line
    double fibre_once_eur_per_km = 0.0;
    double fibre_reach_km = 0.0;  ///< air line beyond which no dark fibre is rented
    double fibre_term_years = 15.0;
    double wavelength_eur = 0.0;         ///< per year and channel of 100 Gbit/s
    double wavelength_eur_per_km = 0.0;  ///< per year, channel and km of air line

    /// Yearly price of one access line.  Source: DFN association tariff (administration network).
    [[nodiscard]] double access_eur_per_year(double rate_mbit_s) const;

    /// The cheapest line of `rate_mbit_s` over `air_km`, by its yearly price and its price once / term.
    ///
    /// dark fibre: km x price, up to its reach, at any rate; wavelength: channels of 100 Gbit/s x (base + km
    /// x price); Ethernet: by rate alone.  Of equal ones the first of these.  Neglects optics, amplifiers and
    /// detours beyond those that the prices per km of air line hold.  `in_all_eur_per_year` never falls with
    /// rate or distance.
    [[nodiscard]] Join join_eur_per_year(double air_km, double rate_mbit_s) const;
};

}  // namespace verbund::economics
