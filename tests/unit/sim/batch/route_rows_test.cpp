#include "sim/batch/route_rows.hpp"

#include <string>
#include <vector>

#include "scenarios/read/read_study.hpp"
#include "scenarios/read/starter.hpp"
#include "sim/batch/index.hpp"
#include "sim/deploy/deploy.hpp"
#include "tests/support/catch.hpp"

namespace verbund::batch {
namespace {

/// The starter study on a ring neuss - north - south - neuss with two spurs.
std::string ring(bool with_ducts) {
    const std::string duct = with_ducts ? ", ducts: [d7]" : "";
    return "\nnetwork:\n  topology: given\n  links:\n    a: {from: neuss, to: north, length: 10 km" + duct +
           "}\n    b: {from: neuss, to: south, length: 20 km" + duct +
           "}\n    c: {from: north, to: south, length: 30 km}\n"
           "    d: {from: dormagen, to: neuss, length: 5 km}\n"
           "    e: {from: grevenbroich, to: neuss, length: 5 km}\n";
}

/// Rows of the starter's variant that moves everyone to north by 2026, with a warm backup site in south.
std::vector<outcome::RoutePair> rows_on(const std::string& network) {
    const study::StudySet set = read::read_study_text(read::starter_study() + network, "ring.yaml", ".", {});
    const study::Study& study = set.variants.back().study;
    const deploy::VariantDeployment variant = deploy::deploy(set, study);
    const deploy::NetworkPlan plan = deploy::plan_network(study, set.catalog, variant, set.horizon.first);
    outcome::Run run;
    static_cast<void>(RunIndex{run}.add(places_of(variant)));
    deploy::RoutePairs routes{plan};
    return route_rows({variant, plan, run},
                      deploy::routes_in_use(study, variant, {&variant.years.front(), &variant.years.back()}),
                      routes);
}

std::vector<std::string> kinds_of(const std::vector<outcome::RoutePair>& rows) {
    std::vector<std::string> kinds;
    kinds.reserve(rows.size());
    for (const outcome::RoutePair& row : rows)
        kinds.push_back(row.from + ">" + row.to + ": " + row.role + ", " + row.kind);
    return kinds;
}

TEST_CASE("every way in use has a row with what its two routes share", "[batch]") {
    // Links a and b leave neuss in one duct, so no pair from there or beyond is disjoint; between the centers
    // lie c, and a with b.
    const std::vector<outcome::RoutePair> rows = rows_on(ring(true));
    CHECK(kinds_of(rows) ==
          std::vector<std::string>{"dormagen>north: serves, sharing", "dormagen>south: backup, sharing",
                                   "grevenbroich>north: serves, sharing",
                                   "grevenbroich>south: backup, sharing", "neuss>north: serves, sharing",
                                   "neuss>south: backup, sharing", "north>south: replication, disjoint"});
    CHECK(rows[4].from_kind == "administration");
    CHECK(
        rows[4].shared_en ==
        "both routes of Neuss to Shared center north use duct d7 (between Neuss and Shared center north and "
        "between Neuss and Backup site south)");
    CHECK(rows[4].shared_de.find("Leerrohrverbund d7") != std::string::npos);
    CHECK(rows[6].from_kind == "center");
    CHECK(rows[6].shared_de.empty());
    CHECK(rows[6].shared_en.empty());
}

TEST_CASE("a network without ducts would look better than it is", "[batch]") {
    CHECK(kinds_of(rows_on(ring(false))) ==
          std::vector<std::string>{"dormagen>north: serves, one-access", "dormagen>south: backup, one-access",
                                   "grevenbroich>north: serves, one-access",
                                   "grevenbroich>south: backup, one-access", "neuss>north: serves, disjoint",
                                   "neuss>south: backup, disjoint", "north>south: replication, disjoint"});
}

TEST_CASE("round trips of both routes hold propagation, hops and gateways", "[batch]") {
    const std::vector<outcome::RoutePair> rows = rows_on(ring(true));
    // neuss to north by a: 2 (10 km x 4.9 us + 60 us + 2 x 400 us) = 1.818 ms
    CHECK(rows[4].first_ms == Approx(1.818));
    CHECK(rows[4].first_km == Approx(10.0));
    // by b and c: 2 (50 km x 4.9 us + 2 x 60 us + 2 x 400 us) = 2.33 ms
    CHECK(rows[4].second_ms == Approx(2.33));
    CHECK(rows[4].second_km == Approx(50.0));
    // dormagen: d on both, 5 km x 4.9 us + 60 us = 84.5 us one way
    CHECK(rows[0].first_ms == Approx(1.818 + 2.0 * 0.0845));
    CHECK(rows[0].second_km == Approx(55.0));
}

TEST_CASE("where there is only one route the second has no round trip", "[batch]") {
    const std::vector<outcome::RoutePair> rows = rows_on(
        "\nnetwork:\n  topology: given\n  links:\n    a: {from: neuss, to: north, length: 10 km}\n"
        "    c: {from: north, to: south, length: 30 km}\n"
        "    d: {from: dormagen, to: neuss, length: 5 km}\n"
        "    e: {from: grevenbroich, to: neuss, length: 5 km}\n");
    CHECK(rows[0].kind == "one-route");
    CHECK(rows[0].shared_en == "only one route leads from Dormagen to Shared center north");
    CHECK(rows[0].first_km == Approx(15.0));
    CHECK_FALSE(rows[0].second_ms == rows[0].second_ms);
    CHECK_FALSE(rows[0].second_km == rows[0].second_km);
    CHECK(rows[4].kind == "one-access");  // neuss hangs on a
}

}  // namespace
}  // namespace verbund::batch
