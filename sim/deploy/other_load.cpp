#include "sim/deploy/other_load.hpp"

#include <algorithm>
#include <cmath>

#include "models/base/unit_factors.hpp"

namespace verbund::deploy {
namespace {

/// Power of a year, and the year it is of.
struct DatedPower {
    double it_w = 0.0;
    int year = 0;
};

DatedPower stated_power(const study::OtherLoad& load, int base_year, const catalog::Catalog& catalog) {
    if (load.provider) {
        const catalog::Provider& row = catalog::provider(catalog, *load.provider);
        return {row.it_kw * watts_per_kw * load.share.in(one), load.as_of.value_or(row.year)};
    }
    const Power power = load.it_power ? *load.it_power : load.servers.value_or(0.0) * load.server_power;
    return {power.in(watt), load.as_of.value_or(base_year)};
}

double grown(const DatedPower& power, Rate growth, int year) {
    return power.it_w * std::pow(1.0 + growth.in(per_year), year - power.year);
}

}  // namespace

double other_it_w(const study::Study& study, const catalog::Catalog& catalog, const study::Center& center,
                  int year) {
    const study::OtherLoad load = center.other_load.value_or(study::OtherLoad{});
    if (load.from && year < *load.from) return 0.0;
    const double stated = grown(stated_power(load, study.estate.base_year, catalog), load.growth, year);
    return stated + grown({center.fit.other_it_w, center.fit.year}, load.growth, year);
}

double other_gbit_s(const study::Study& study, const catalog::Catalog& catalog, const study::Center& center,
                    int year) {
    if (!center.other_load || !center.other_load->traffic) return 0.0;
    const study::OtherLoad& load = *center.other_load;
    if (load.from && year < *load.from) return 0.0;
    const int since = stated_power(load, study.estate.base_year, catalog).year;
    return load.traffic->in(gigabit_per_second)*std::pow(1.0 + load.growth.in(per_year), year - since);
}

double other_racks(const study::Center& center, double it_w, Power rack_power) {
    if (it_w <= 0.0) return 0.0;
    const Power theirs = center.other_load.value_or(study::OtherLoad{}).rack_power;
    return std::ceil(it_w / std::min(theirs, rack_power).in(watt) * (1.0 - 1e-9));
}

}  // namespace verbund::deploy
