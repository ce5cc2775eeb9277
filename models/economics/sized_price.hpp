#pragma once

/// Prices that fall with the size of what is bought.
namespace verbund::economics {

/// Price per unit of size between a small and a large purchase of which it is known.
///
/// p(s) = p_small (s / s_small)^b, b = ln(p_large / p_small) / ln(s_large / s_small): straight where both
/// axes are logarithmic; below `small_at` and above `large_at` the nearer price holds.  Sizes are kW of IT
/// power, kW of heat or kVA.  Rising totals need b >= -1 (`falls_in_total`). Checked by
/// tests/unit/models/economics/sized_price_test.cpp.
struct SizedPrice {
    double small_eur = 0.0;  ///< per unit of size
    double small_at = 1.0;   ///< size
    double large_eur = 0.0;  ///< per unit of size
    double large_at = 2.0;   ///< size, above `small_at`

    /// EUR per unit of size for a purchase of `size` > 0.
    [[nodiscard]] double each(double size) const;
    /// EUR of the purchase, size x each(size); nothing for no size.
    [[nodiscard]] double total(double size) const;
    /// Whether a larger purchase may cost less than a smaller one: p_large s_large < p_small s_small.
    [[nodiscard]] bool falls_in_total() const;
};

}  // namespace verbund::economics
