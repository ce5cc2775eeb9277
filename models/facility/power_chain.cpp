#include "models/facility/power_chain.hpp"

#include <algorithm>
#include <cmath>

namespace verbund::facility {

Power ups_loss(const catalog::UpsType& type, Power installed, Power load) {
    if (installed <= Power{}) return Power{};
    const double x = load / installed;
    return installed * (type.a0 + x * (type.a1 + x * type.a2));
}

Power ups_installed(Redundancy redundancy, Power design_load, int modules) {
    switch (redundancy) {
        case Redundancy::n:
            break;
        case Redundancy::n_plus_1:
            return design_load * ((modules + 1.0) / modules);
        case Redundancy::two_n:
            return 2.0 * design_load;
    }
    return design_load;
}

Modules modules_for(double load_kw, int most, const std::vector<double>& sizes_kw) {
    constexpr double rounding = 1e-9;
    const auto fits = std::find_if(sizes_kw.begin(), sizes_kw.end(),
                                   [&](double size) { return size * most >= load_kw * (1.0 - rounding); });
    const double each = fits == sizes_kw.end() ? sizes_kw.back() : *fits;
    return {each, std::max(1, static_cast<int>(std::ceil(load_kw / each * (1.0 - rounding))))};
}

ChainPower before_cooling(const ChainPlant& plant, double it_w) {
    ChainPower chain;
    chain.it_w = it_w;
    chain.distribution_w = it_w * plant.rules.distribution_share;
    const Power ups_load = (it_w + chain.distribution_w) * watt;
    chain.ups_w = ups_loss(plant.ups, plant.ups_installed, ups_load).in(watt);
    chain.auxiliary_w = it_w * plant.rules.auxiliary_share;
    chain.heat_w = chain.it_w + chain.distribution_w + chain.ups_w;
    return chain;
}

double transformer_loss_w(const ChainPlant& plant, double load_w) {
    const double rating_w = plant.transformer_rating.in(watt);
    if (rating_w <= 0.0) return 0.0;
    const double x = load_w / rating_w;
    return rating_w * (plant.rules.transformer_no_load_share + plant.rules.transformer_load_share * x * x);
}

ChainPower with_cooling(const ChainPlant& plant, ChainPower chain, double cooling_per_heat) {
    chain.cooling_w = chain.heat_w * cooling_per_heat * plant.rules.cooling_factor;
    chain.transformer_w = 0.0;  // grid_w() below is the transformer's load
    chain.transformer_w = transformer_loss_w(plant, chain.grid_w());
    return chain;
}

}  // namespace verbund::facility
