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
        "variants: {a: {centers: {north: {other_load: {it_power: 30 kW}}, south: {metered: {energy: 1 GWh, "
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
