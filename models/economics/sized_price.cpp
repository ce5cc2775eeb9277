#include "models/economics/sized_price.hpp"

#include <algorithm>
#include <cmath>

namespace verbund::economics {

double SizedPrice::each(double size) const {
    if (size <= small_at) return small_eur;
    if (size >= large_at) return large_eur;
    if (!(small_eur > 0.0) || !(large_eur > 0.0))  // what is free has no logarithm: straight between
        return small_eur + (large_eur - small_eur) * (size - small_at) / (large_at - small_at);
    const double slope = std::log(large_eur / small_eur) / std::log(large_at / small_at);
    return small_eur * std::pow(size / small_at, slope);
}

double SizedPrice::total(double size) const { return size > 0.0 ? size * each(size) : 0.0; }

bool SizedPrice::falls_in_total() const { return large_eur * large_at < small_eur * small_at; }

}  // namespace verbund::economics
