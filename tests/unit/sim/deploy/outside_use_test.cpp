#include <algorithm>

#include "sim/deploy/deploy.hpp"
#include "sim/deploy/line_loads.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

/// Classes that an outside service does, and data exchanged, in a whole study.
namespace verbund::deploy {
namespace {

/// The small study with this as its only variant, every year from 2022 to 2030.
struct Played {
    explicit Played(const std::string& variant)
        : set{test::read_text(test::spoilt("variants:\n  a: {}\n  b: {base: a, home: {rooms: 2}}\n",
                                           "variants: {a: {" + variant + "}}\n"))},
          connected{deploy_connected(set, set.variants.front().study)} {}

    [[nodiscard]] const Deployment& in(int year) const {
        const auto& phases = connected.variant.phases;
        return *std::find_if(phases.begin(), phases.end(),
                             [&](const Deployment& p) { return p.year == year; });
    }
    [[nodiscard]] int servers_of(const std::string& workload, int year) const {
        int servers = 0;
        for (const AdministrationDeployment& a : in(year).administrations)
            for (const Part& part : a.parts)
                if (connected.variant.workloads[part.workload].id == workload) servers += part.servers;
        return servers;
    }
    [[nodiscard]] double access_gbit_s(std::size_t a, int year) const {
        return connected.network.lines->years.at(year).peaks.access_gbit_s[a];
    }

    study::StudySet set;
    Connected connected;
};

TEST_CASE("from its year on an outside service does a class: no servers, the traffic over the access",
          "[deploy]") {
    const Played alone{""};
    const Played outside{"workloads: {groupware: {outside_from: 2026}}"};
    CHECK(outside.servers_of("groupware", 2025) == alone.servers_of("groupware", 2025));
    CHECK(outside.servers_of("groupware", 2025) > 0);
    CHECK(outside.servers_of("groupware", 2026) == 0);
    CHECK(outside.servers_of("file", 2026) == alone.servers_of("file", 2026));
    for (std::size_t a = 0; a < 2; ++a) {
        CHECK(outside.in(2025).administrations[a].outside.empty());
        REQUIRE(outside.in(2026).administrations[a].outside.size() == 1);
        CHECK(outside.in(2026).administrations[a].outside[0].traffic_gbit_s > 0.0);
        // In 2030 all servers are at the center: what its people ask of the service still crosses the access.
        CHECK(outside.access_gbit_s(a, 2030) == test::Approx(alone.access_gbit_s(a, 2030)).epsilon(0.05));
        CHECK(outside.access_gbit_s(a, 2025) == alone.access_gbit_s(a, 2025));
    }
    const std::size_t north = 0;
    CHECK(outside.in(2030).sites[north].needs.of[Resource::uplink] <
          alone.in(2030).sites[north].needs.of[Resource::uplink]);
}

TEST_CASE("exchanged data count in the lines of the year, and at the center as part of its traffic",
          "[deploy]") {
    const Played alone{""};
    const Played exchange{"exchanges: {state: {with: outside, traffic: 100 kbit/s}}"};
    for (std::size_t a = 0; a < 2; ++a) {
        const auto more = [&](int year) {
            return exchange.access_gbit_s(a, year) - alone.access_gbit_s(a, year);
        };
        CHECK(more(2022) > 0.0);               // servers at home
        CHECK(more(2030) < 0.5 * more(2022));  // but telephony all moved
    }
    const SiteDeployment& north = exchange.in(2030).sites[0];
    CHECK(north.exchange_gbit_s > 0.0);
    CHECK(north.needs.of[Resource::uplink] > alone.in(2030).sites[0].needs.of[Resource::uplink]);
    CHECK(alone.in(2030).sites[0].exchange_gbit_s == 0.0);
}

}  // namespace
}  // namespace verbund::deploy
