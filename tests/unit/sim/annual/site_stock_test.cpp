#include "sim/annual/site_stock.hpp"

#include <memory>

#include "tests/support/catch.hpp"

namespace verbund::annual {
namespace {

using economics::CostKind;
using test::Approx;

/// A center of 100 kW and 20 racks.
struct Rented {
    study::Study study;
    study::Center center;
    deploy::Site where;
    deploy::SiteDeployment site;
    economics::PriceBook prices;

    explicit Rented(bool colocation) {
        center.colocation = colocation;
        where.center = &center;
        site.in_operation = true;
        auto plant = std::make_shared<deploy::Plant>();
        plant->limits[Resource::it_power] = 100.0;
        plant->limits[Resource::racks] = 20.0;
        site.plant = plant;
        prices.rack_eur = 1000.0;
        prices.building_eur_per_kw = {6'000.0, 1.0, 6'000.0, 2.0};
        prices.colocation_eur_per_kw = 2100.0;
        prices.staff_eur_per_year = 50'000.0;
    }

    [[nodiscard]] double running(CostKind kind) const {
        PricedThings things;
        for (const RunningCost& cost : running_costs({study, {}, {}, prices, prices.wan, things}, where, site,
                                                     whole_year(2027), {}, 1.5))
            if (things[cost.thing].kind == kind)
                return cost.quantity * unit_price({study, {}, {}, prices}, things[cost.thing], 2027).eur;
        return 0.0;
    }
    [[nodiscard]] std::size_t bought() const {
        PricedThings things;
        return site_stock({study, {}, {}, prices, prices.wan, things}, where, site, whole_year(2027)).size();
    }
};

TEST_CASE("a room in another operator's center is rented by its power and not built", "[annual]") {
    CHECK(Rented{true}.running(CostKind::colocation) == Approx(210'000.0));
    CHECK(Rented{true}.bought() == 0);
    CHECK(Rented{false}.running(CostKind::colocation) == 0.0);
    CHECK(Rented{false}.bought() == 2);  // building and racks
    CHECK(Rented{true}.running(CostKind::staff) == Approx(75'000.0));
}

TEST_CASE("other clients' part of a rented room is not the study's", "[annual]") {
    Rented rented{true};
    rented.site.other_it_w = 60'000.0;
    rented.site.needs.of[Resource::it_power] = 80.0;
    CHECK(rented.running(CostKind::colocation) == Approx(0.25 * 210'000.0));
}

}  // namespace
}  // namespace verbund::annual
