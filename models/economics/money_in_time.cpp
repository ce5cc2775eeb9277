#include "models/economics/money_in_time.hpp"

#include <cmath>

namespace verbund::economics {

double discount_factor(double rate, double years) { return std::pow(1.0 + rate, -years); }

double price_factor(double rise, double years) { return std::pow(1.0 + rise, years); }

}  // namespace verbund::economics
