#include "sim/availability/core/closed_form.hpp"

#include <cmath>

#include "models/base/unit_factors.hpp"
#include "sim/availability/core/system.hpp"

namespace verbund::availability {

double component_availability(double failures_per_year, double mean_repair_h) {
    return 1.0 / (1.0 + failures_per_year / hours_per_year * mean_repair_h);
}

double series_availability(std::span<const double> parts) {
    double all = 1.0;
    for (const double a : parts) all *= a;
    return all;
}

double parallel_availability(std::span<const double> parts) {
    double none = 1.0;
    for (const double a : parts) none *= 1.0 - a;
    return 1.0 - none;
}

double at_least_availability(int k, int n, double availability) {
    double sum = 0.0;
    double ways = 1.0;  // n choose i, for i = n, n - 1, ...
    for (int i = n; i >= k; --i) {
        sum += ways * std::pow(availability, i) * std::pow(1.0 - availability, n - i);
        ways *= static_cast<double>(i) / (n - i + 1);
    }
    return sum;
}

double parallel_with_common_cause(int n, double failures_per_year, double mean_repair_h, double beta) {
    const double own = component_availability((1.0 - beta) * failures_per_year, mean_repair_h);
    const double common = component_availability(beta * failures_per_year, mean_repair_h);
    return (1.0 - std::pow(1.0 - own, n)) * common;
}

double pair_with_shared_repair(double failures_per_year, double mean_repair_h) {
    const double rho = failures_per_year / hours_per_year * mean_repair_h;
    return 1.0 - 2.0 * rho * rho / (1.0 + 2.0 * rho + 2.0 * rho * rho);
}

double bridge_availability(double p) { return p * p * (2.0 + p * (2.0 + p * (-5.0 + 2.0 * p))); }

}  // namespace verbund::availability
