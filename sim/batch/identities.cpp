#include "sim/batch/identities.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"

namespace verbund::batch {
namespace {

constexpr double rounding = 1e-9;  // relative; sums of some 9,000 hours in double precision stay far below

void require_equal(double left, double right, std::string_view what, std::string_view where, int year) {
    const double scale = std::max({std::abs(left), std::abs(right), 1e-12});
    if (std::abs(left - right) <= rounding * scale) return;
    throw RunFailed(fmt::format("conservation violated: {} of {} in {}: {:.17g} against {:.17g}", what, where,
                                year, left, right));
}

double sum_of(const outcome::EnergyParts& e) {
    return e.it_mwh + e.distribution_mwh + e.ups_mwh + e.auxiliary_mwh + e.cooling_mwh + e.transformer_mwh;
}

/// Nothing that a year adds up to falls below zero.
void require_not_negative(double value, std::string_view what, std::string_view where, int year) {
    if (value >= 0.0) return;
    throw RunFailed(
        fmt::format("impossible: {} of {} in {} is {:.6g} (below zero)", what, where, year, value));
}

/// A center takes at least what its IT takes, and no part of its chain, emission or cost is negative.
void require_possible(const outcome::SiteYear& year_of, std::string_view where, int year) {
    const outcome::EnergyParts& e = year_of.energy;
    const outcome::Cost& c = year_of.cost;
    const std::pair<std::string_view, double> parts[] = {{"energy of IT (MWh)", e.it_mwh},
                                                         {"energy of distribution (MWh)", e.distribution_mwh},
                                                         {"energy of the UPS (MWh)", e.ups_mwh},
                                                         {"energy of auxiliaries (MWh)", e.auxiliary_mwh},
                                                         {"energy of cooling (MWh)", e.cooling_mwh},
                                                         {"energy of transformers (MWh)", e.transformer_mwh},
                                                         {"water (m3)", year_of.water_m3},
                                                         {"CO2, location-based (t)", year_of.co2_location_t},
                                                         {"CO2, market-based (t)", year_of.co2_market_t},
                                                         {"CO2, embodied (t)", year_of.co2_embodied_t},
                                                         {"cost of energy (EUR)", c.energy_eur},
                                                         {"cost of hardware (EUR)", c.hardware_eur},
                                                         {"cost of buildings (EUR)", c.building_eur},
                                                         {"cost of staff (EUR)", c.staff_eur},
                                                         {"cost of networks (EUR)", c.network_eur}};
    for (const auto& [what, value] : parts) require_not_negative(value, what, where, year);
    if (e.it_mwh > 0.0 && !(year_of.pue >= 1.0 - rounding)) {
        throw RunFailed(
            fmt::format("impossible: the PUE of {} in {} is {:.6g} (below 1)", where, year, year_of.pue));
    }
}

void check_site(const deploy::Site& where, const deploy::SiteDeployment& site,
                const outcome::SiteYear& year_of, int year) {
    require_equal(year_of.energy.grid_mwh, sum_of(year_of.energy), "energy (grid against its parts, MWh)",
                  where.id, year);
    require_equal(year_of.servers_placed + year_of.servers_refused, year_of.servers_asked,
                  "servers (placed + refused against asked)", where.id, year);
    require_possible(year_of, where.id, year);
    double shares = 0.0;
    for (const deploy::RoomPlant& room : site.plant->rooms) shares += room.load_share;
    require_equal(shares, 1.0, "load shares of the rooms", where.id, year);
}

}  // namespace

void check_identities(const deploy::VariantDeployment& variant, const deploy::Deployment& year,
                      const annual::YearOutcome& outcome) {
    double asked = 0.0;
    double owned = 0.0;
    for (std::size_t s = 0; s < outcome.sites.size(); ++s) {
        if (!year.sites[s].in_operation) continue;
        check_site(variant.sites[s], year.sites[s], outcome.sites[s], year.year);
        asked += outcome.sites[s].servers_asked;
    }
    for (const deploy::AdministrationDeployment& a : year.administrations) {
        owned += a.servers;
        int parts = 0;
        for (const deploy::Part& part : a.parts) parts += part.servers;
        require_equal(parts, a.servers, "servers (parts against whole)", "an administration", year.year);
    }
    require_equal(asked, owned, "servers (asked of sites against owned by administrations)", "all sites",
                  year.year);
    require_equal(outcome.summary.energy.grid_mwh, sum_of(outcome.summary.energy),
                  "energy (grid against its parts, MWh)", "all sites", year.year);
}

}  // namespace verbund::batch
