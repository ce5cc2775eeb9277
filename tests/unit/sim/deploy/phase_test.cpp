#include <string>

#include <fmt/format.h>

#include "sim/deploy/deploy.hpp"
#include "sim/deploy/fleet.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

/// What is decided by the place of a town where its servers are too few to be divided.
namespace verbund::deploy {
namespace {

/// A latitude at 7 degrees east whose phase lies in a range.
double latitude_with_phase(double from, double to) {
    for (double latitude = 51.0; latitude < 52.0; latitude += 0.001) {
        const double phase = phase_of_place({latitude, 7.0});
        if (phase > from && phase < to) return latitude;
    }
    FAIL("no place has that phase");
    return 0.0;
}

/// Servers at the provider of a town with three of them, half of which are a provider's.
int at_provider(double latitude) {
    const std::string text = fmt::format(R"(verbund: 1
title: Three servers
horizon: {{first: 2022, last: 2022}}
territory:
  administrations:
    town: {{at: {{lat: {:.3f}, lon: 7.0}}, state: "05", population: 5000, seats: 20, servers: 3}}
estate: {{provider_share: 50 %, physical_share: 0 %}}
centers:
  provider: {{role: provider, at: {{lat: 50.9, lon: 7.1}}, commissioned: 2010-01-01, rooms: {{r1: {{}}}}}}
variants: {{a: {{}}}}
)",
                                         latitude);
    const study::StudySet set = test::read_text(text);
    const VariantDeployment variant = deploy(set, set.variants.front().study);
    int all = 0;
    int away = 0;
    for (const Part& part : variant.phases.front().administrations.front().parts) {
        all += part.servers;
        if (variant.sites[part.site].id == "provider") away += part.servers;
    }
    REQUIRE(all == 3);
    return away;
}

TEST_CASE("half a server is one in towns of a late phase, and none in those of an early one", "[deploy]") {
    // 1.5 of three servers, floor(1.5 + phase).
    CHECK(at_provider(latitude_with_phase(0.05, 0.4)) == 1);
    CHECK(at_provider(latitude_with_phase(0.6, 0.95)) == 2);
}

}  // namespace
}  // namespace verbund::deploy
