#include "scenarios/study/hints.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

using namespace verbund;

namespace {

/// Hints on the small study with other last lines; they begin in its 23rd line.
std::vector<std::string> all_hints_with(const std::string& lines) {
    const std::string last = "variants:\n  a: {}\n  b: {base: a, home: {rooms: 2}}\n";
    std::vector<std::string> texts;
    for (const Diagnostic& hint : test::read_text(test::spoilt(last, lines)).hints)
        texts.push_back(to_string(hint));
    return texts;
}

/// But the one that its two shared centers hold nobody else.
std::vector<std::string> hints_with(const std::string& lines) {
    std::vector<std::string> texts = all_hints_with(lines);
    std::erase_if(texts, [](const std::string& text) {
        return text.find("only the study's clients") != std::string::npos;
    });
    return texts;
}

const std::string links =
    "network: {links: {n--s: {from: north, to: south, ducts: [d1]}, x: {from: neuss, to: north}}}\n";

}  // namespace

TEST_CASE("shared centers that hold nobody else say so, once, until their other load is stated") {
    const std::vector<std::string> hints = all_hints_with("variants: {a: {}, b: {}}\n");
    REQUIRE(hints.size() == 1);
    CHECK(hints.front() ==
          "study.yaml:11:5: centers.north: \"north\" and 1 more hold only the study's clients (PUE and EnEfG "
          "scope are those of a center with nobody else). State other_load (IT power, servers, or a provider "
          "of "
          "`verbund catalog providers`) if others are there.");
    const std::vector<std::string> either = all_hints_with(
        "variants: {a: {centers: {north: {other_load: {it_power: 30 kW, traffic: 1 Gbit/s}}, south: "
        "{metered: {energy: 1 GWh, "
        "year: 2025}}}}}\n");
    CHECK(either.empty());
}

TEST_CASE("a given network that no variant uses is told with its place") {
    const std::vector<std::string> hints = hints_with(links + "variants: {a: {}, b: {}}\n");
    REQUIRE(hints.size() == 1);
    CHECK(hints.front() ==
          "study.yaml:23:18: network.links: without effect: 2 links with ducts (the topology is synthetic, "
          "which lays its own "
          "lines). Write network: {topology: given}, or leave them out.");
}

TEST_CASE("a given network that one variant uses is meant so") {
    CHECK(hints_with(links +
                     "variants: {a: {}, b: {network: {topology: given, links: {y: {from: dormagen, to: "
                     "north}}}}}\n")
              .empty());
    CHECK(hints_with("variants: {a: {}, b: {}}\n").empty());
}

TEST_CASE("unused nodes of one variant are told where it states them") {
    const std::vector<std::string> hints =
        hints_with("variants: {a: {}, b: {network: {nodes: {k: {at: {lat: 51, lon: 7}}}}}}\n");
    REQUIRE(hints.size() == 1);
    CHECK_THAT(hints.front(),
               test::contains("study.yaml:23:40: variants.b.network.nodes: without effect: 1 node ("));
}

TEST_CASE("a second access without effect in a drawn network is told") {
    const std::vector<std::string> hints = hints_with(
        "network: {topology: given, links: {n--s: {from: north, to: south}, x: {from: neuss, to: north}, "
        "y: {from: dormagen, to: north}}}\navailability: {second_access: true}\nvariants: {a: {}}\n");
    REQUIRE(hints.size() == 1);
    CHECK_THAT(hints.front(),
               test::contains("availability.second_access: without effect: the network is drawn"));
}

TEST_CASE("a drill that takes a center off for a month is asked whether it burns") {
    const std::vector<std::string> hints = hints_with(
        "drills:\n  a: {fail: [\"center:north\"], for: 30 d}\n  b: {fail: [\"center:north\"], for: 2 d}\n"
        "  c: {fail: [\"center:north\"], destroyed: true, replaced_after: 30 d}\nvariants: {a: {}}\n");
    REQUIRE(hints.size() == 1);
    CHECK_THAT(hints.front(),
               test::contains("drills.a.for: 30 d off, and whole afterwards: no data are lost"));
}

TEST_CASE("a reserve that neighbours share is told") {
    const auto shared_by = [](const std::string& latitude) {
        return hints_with("variants:\n  a:\n    centers: {east: {at: {lat: " + latitude +
                          ", lon: 6.69}, commissioned: 2023-06-01, rooms: {r1: {}}}}\n"
                          "    backups: {north: {center: south, sizing: shared}, east: {center: south, "
                          "sizing: shared}}\n");
    };
    CHECK(shared_by("51.9").empty());
    const std::vector<std::string> hints = shared_by("51.201");
    REQUIRE(hints.size() == 1);
    CHECK_THAT(hints.front(), test::contains("which lie 0.1 km apart and may fail together"));
}

TEST_CASE("who else uses a center's line is asked where the run sizes it") {
    const auto with = [](const std::string& more) {
        return hints_with("variants: {a: {centers: {north: {other_load: {it_power: 30 kW" + more + "}}}}}\n");
    };
    REQUIRE(with("").size() == 1);
    CHECK_THAT(with("").front(), test::contains("sized for the study's users alone"));
    CHECK(with(", traffic: 2 Gbit/s").empty());
}

TEST_CASE("an access line across the country is told") {
    const std::vector<std::string> hints = hints_with(
        "variants: {a: {territory: {administrations: {far: {name: Far, at: {lat: 47.6, lon: 11.1}, seats: "
        "40}}}}}\n");
    REQUIRE(hints.size() == 1);
    CHECK_THAT(hints.front(), test::contains("the access line of \"far\""));
}

TEST_CASE("a licence price by which no host is chosen is told") {
    const std::string price = "prices: {licence: 90 EUR/a}\n";
    const std::vector<std::string> hints = hints_with(price + "variants: {a: {}}\n");
    REQUIRE(hints.size() == 1);
    CHECK_THAT(hints.front(),
               test::contains("prices.licence: decides what hosts cost, not which are bought"));
    CHECK(hints_with(price + "hosts: {compared_licence: 90 EUR/a}\nvariants: {a: {}}\n").empty());
}

TEST_CASE("a duct in which no link lies is a mistake") {
    CHECK(
        test::messages_of(
            std::string{test::small_study} +
            "network: {topology: given, ducts: {d1: {length: 1 km}}, links: {n--s: {from: north, "
            "to: south, ducts: [d2]}}}\n") ==
        std::vector<std::string>{
            "study.yaml:26:40: network.ducts.d1: no link lies in duct \"d1\". Name it at a link (ducts), or "
            "leave it out."});
}
