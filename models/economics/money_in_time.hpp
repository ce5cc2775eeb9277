#pragma once

/// Prices and payments at different times.
namespace verbund::economics {

/// Value today of a payment of 1 in `years`: (1 + i)^-years, i > -1 a year.
[[nodiscard]] double discount_factor(double rate, double years);

/// Price after `years` of one of 1 today, rising by `rise` a year (falling where negative): (1 + rise)^years.
[[nodiscard]] double price_factor(double rise, double years);

}  // namespace verbund::economics
