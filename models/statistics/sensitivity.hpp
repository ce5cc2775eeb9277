#pragma once

#include <cstddef>
#include <span>
#include <vector>

/// What the outcomes of a `sensitivity_design` say of each coordinate.
namespace verbund::statistics {

/// A share of the variance with its 95 % interval; NaN where the outcome does not vary.
struct Share {
    double value = 0.0;
    double low = 0.0;
    double high = 0.0;
};

/// Of one coordinate.
struct Sensitivity {
    Share first_order;  ///< variance that goes if this coordinate alone were known
    Share total;        ///< variance that is left if all others were known
};

/// Sobol indices from the outcomes of A, B and the k mixed sets, n each.
///
/// First order: the correlation of B with A mixed; total: one less that of A with A mixed.  Intervals by
/// Fisher's transform, which holds for outcomes that are about normal.  Shares of a first-order index may
/// come out slightly below 0 or above 1.  Throws `std::invalid_argument` unless there are n (k + 2) outcomes
/// and n is at least 4.  Source: Martinez, Analyse de sensibilite globale par decomposition de la variance,
/// GdR Ondes and GdR Mascot-Num, 2011; Baudin et al., Sobol' indices (OpenTURNS), 2016.
[[nodiscard]] std::vector<Sensitivity> sensitivities(std::span<const double> outcomes,
                                                     std::size_t coordinates);

/// The q-quantile of values by linear interpolation between order statistics (type 7 of Hyndman and Fan,
/// Sample quantiles in statistical packages, 1996); infinite values are the greatest of all, and infinite
/// is what lies beyond the last finite one.  NaN without values.  q in [0, 1].
[[nodiscard]] double quantile(std::vector<double> values, double q);

}  // namespace verbund::statistics
