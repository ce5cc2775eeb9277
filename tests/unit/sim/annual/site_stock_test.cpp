#include "sim/annual/site_stock.hpp"

#include "tests/support/catch.hpp"

namespace verbund::annual {
namespace {

using test::Approx;

/// Positions at a shared center with so many servers and standby hosts.
double positions(int servers, int standby_hosts) {
    study::Study study;
    study::Center center;
    center.role = study::CenterRole::shared;
    deploy::Site where;
    where.center = &center;
    deploy::SiteDeployment site;
    site.in_operation = true;
    site.servers_placed = servers;
    site.standby_hosts = standby_hosts;
    economics::PriceBook prices;
    prices.staff_eur_per_year = 1.0;
    prices.staff.per_server = 0.01;
    prices.staff.floor_on_call = 2.0;
    prices.staff.floor_office = 0.05;
    for (const RunningCost& cost : running_costs({study, {}, {}, prices}, where, site, {}))
        if (cost.kind == economics::CostKind::staff) return cost.quantity;
    return 0.0;
}

TEST_CASE("who runs servers for others is on call, a site that only waits is not staffed for it",
          "[annual]") {
    CHECK(positions(100, 0) == 2.0);
    CHECK(positions(300, 4) == Approx(3.0));
    CHECK(positions(0, 10) == Approx(0.1));  // by its hosts
    CHECK(positions(0, 2) == 0.05);          // the least that anyone has
    CHECK(positions(0, 0) == 0.0);
}

}  // namespace
}  // namespace verbund::annual
