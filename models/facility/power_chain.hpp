#pragma once

#include <vector>

#include "models/base/units.hpp"
#include "models/catalog/catalog.hpp"

/// From the IT load to the grid: distribution, UPS, auxiliary load, transformer.
namespace verbund::facility {

/// Equal units that share a load.
struct Modules {
    double each_kw = 0.0;
    int count = 0;  ///< that the load needs, without a spare
    [[nodiscard]] double together_kw() const { return each_kw * count; }
};

/// Units of a size on offer that carry `load_kw`: of the smallest size of which no more than `most`
/// do, else as many of the largest as it takes; at least one.  Never less for a larger load.  `sizes_kw` is
/// ascending and not empty.
[[nodiscard]] Modules modules_for(double load_kw, int most, const std::vector<double>& sizes_kw);

/// How much plant stands beside what the load needs (EN 50600-2-2).
enum class Redundancy { n, n_plus_1, two_n };

/// Power a UPS installation loses while carrying `load`.
///
/// P_loss = P_installed (a0 + a1 x + a2 x^2), x = load / installed, over all modules that share the load:
/// with N+1 and 2N `installed` is larger than the need, so each module sees less (2N: half).  No UPS
/// (`installed` zero) loses nothing. Valid for 0 <= x <= 1; beyond that the room is overloaded and the caller
/// reports it.  Neglects battery charging. Checked by tests/validation/ups_tables.cpp.
[[nodiscard]] Power ups_loss(const catalog::UpsType& type, Power installed, Power load);

/// UPS power to install for a design load: N the load itself, N+1 (modules + 1) / modules of it, 2N twice.
/// `modules` > 0 is the number that carries the load.
[[nodiscard]] Power ups_installed(Redundancy redundancy, Power design_load, int modules);

/// Losses that do not depend on the plant chosen.
struct DistributionRules {
    double distribution_share = 0.015;       ///< cabling, busbar, PDU: share of load (1-2 %, M-h)
    double auxiliary_share = 0.01;           ///< light, security, building automation: share of IT (M-m)
    double transformer_no_load_share = 0.0;  ///< of transformer rating (dry, EU tier 2: 0.16 %, M-h)
    double transformer_load_share =
        0.0;                      ///< of transformer rating, at full rating (dry, EU tier 2: 1.1 %, M-h)
    double cooling_factor = 1.0;  ///< on the electricity of cooling, from a metered PUE
};

/// Powers along the chain at one moment; the sum of the parts is the grid power (checked by the engine).
struct ChainPower {
    double it_w = 0.0;
    double distribution_w = 0.0;
    double ups_w = 0.0;
    double auxiliary_w = 0.0;
    double cooling_w = 0.0;
    double transformer_w = 0.0;
    double heat_w = 0.0;  ///< to be removed: IT + distribution + UPS (what stands in the room)
    [[nodiscard]] double grid_w() const {
        return it_w + distribution_w + ups_w + auxiliary_w + cooling_w + transformer_w;
    }
};

/// UPS, distribution and transformer of a room with their ratings.
struct ChainPlant {
    catalog::UpsType ups;
    Power ups_installed;
    Power transformer_rating;  ///< zero = low-voltage supply
    DistributionRules rules;
};

/// The chain up to the heat to be removed, from IT alone (no cooling, no transformer).
[[nodiscard]] ChainPower before_cooling(const ChainPlant& plant, double it_w);
/// Transformer loss while it carries `load_w`: rating (no-load share + load share x^2), x = load / rating;
/// zero without a transformer.
[[nodiscard]] double transformer_loss_w(const ChainPlant& plant, double load_w);
/// Adds cooling = heat * cooling_per_heat * cooling factor and the transformer, P0 + Pk x^2 with x = all
/// power behind it / rating.
[[nodiscard]] ChainPower with_cooling(const ChainPlant& plant, ChainPower chain, double cooling_per_heat);

}  // namespace verbund::facility
