#include "sim/batch/identities.hpp"

#include <algorithm>
#include <cmath>

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

void check_site(const deploy::Site& where, const deploy::SiteDeployment& site,
                const outcome::SiteYear& year_of, int year) {
    require_equal(year_of.energy.grid_mwh, sum_of(year_of.energy), "energy (grid against its parts, MWh)",
                  where.id, year);
    require_equal(year_of.servers_placed + year_of.servers_refused, year_of.servers_asked,
                  "servers (placed + refused against asked)", where.id, year);
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
