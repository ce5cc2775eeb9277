#include "sim/batch/rows.hpp"
#include "tests/support/catch.hpp"

namespace verbund::batch {
namespace {

using catalog::Criticality;

TEST_CASE("only protected servers without a place have a row, with their share and what is short",
          "[batch]") {
    deploy::VariantDeployment variant;
    variant.sites.resize(2);
    variant.sites[0].id = "primary";
    variant.sites[1].id = "backup";
    deploy::Deployment year;
    year.year = 2030;
    year.sites.resize(2);
    year.sites[1].protected_servers = {{0, Criticality::very_critical, 50, 50, Resource::none},
                                       {0, Criticality::critical, 200, 176, Resource::it_power},
                                       {0, Criticality::low, 3, 0, Resource::storage}};
    const auto rows = missing_standby_rows(variant, year, 4);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].variant == 4);
    CHECK(rows[0].year == 2030);
    CHECK(rows[0].site == "backup");
    CHECK(rows[0].primary == "primary");
    CHECK(rows[0].criticality == "critical");
    CHECK(rows[0].asked == 200.0);
    CHECK(rows[0].missing == 24.0);
    CHECK(rows[0].share == 0.12);  // 24 / 200
    CHECK(rows[0].binding == Resource::it_power);
    CHECK(rows[1].criticality == "low");
    CHECK(rows[1].share == 1.0);
}

}  // namespace
}  // namespace verbund::batch
