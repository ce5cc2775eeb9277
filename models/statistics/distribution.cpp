#include "models/statistics/distribution.hpp"

#include <cmath>

#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/triangular.hpp>
#include <boost/math/distributions/uniform.hpp>

namespace verbund::statistics {
namespace {

double at(const Normal& d, double u) { return quantile(boost::math::normal{d.mean, d.deviation}, u); }

double at(const Lognormal& d, double u) {
    return quantile(boost::math::lognormal{std::log(d.median), std::log(d.factor)}, u);
}

double at(const Triangular& d, double u) {
    return quantile(boost::math::triangular{d.low, d.mode, d.high}, u);
}

double at(const Uniform& d, double u) { return quantile(boost::math::uniform{d.low, d.high}, u); }

}  // namespace

double quantile_of(const Distribution& distribution, double u) {
    return std::visit([u](const auto& d) { return at(d, u); }, distribution);
}

}  // namespace verbund::statistics
