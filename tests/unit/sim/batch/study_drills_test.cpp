#include "sim/batch/study_drills.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

using namespace verbund;

namespace {

/// What is found when the small study with other last lines is played; they begin in its 23rd line.
std::vector<std::string> found_in(const std::string& lines) {
    const std::string last = "variants:\n  a: {}\n  b: {base: a, home: {rooms: 2}}\n";
    const study::StudySet set = test::read_text(test::spoilt(last, lines));
    std::vector<std::string> texts;
    try {
        batch::find_contradictions(set);
    } catch (const InvalidInput& error) {
        for (const Diagnostic& mistake : error.mistakes()) texts.push_back(to_string(mistake));
    }
    return texts;
}

const std::string both = "\nvariants: {a: {}, b: {home: {rooms: 2}}}\n";

}  // namespace

TEST_CASE("the mistakes of all drills are told at once, each at its place", "[batch][drill]") {
    const std::vector<std::string> texts =
        found_in("drills:\n  x: {fail: [\"host:nort\"], at: 23 h}\n  y: {fail: [\"room:north/r9\"]}" + both);
    REQUIRE(texts.size() == 2);
    CHECK(texts[0] ==
          "study.yaml:24:13: drills.x.fail: no center or administration \"nort\" (there are: north, south, "
          "dormagen, neuss). Did you mean \"north\"?");
    CHECK_THAT(texts[1], test::contains("study.yaml:25:13: drills.y.fail: no room \"r9\" (there are: r1)"));
}

TEST_CASE("a drill that is wrong in one variant only says in which", "[batch][drill]") {
    // Home rooms: one of each administration in variant a, two in b.
    const std::vector<std::string> shared =
        found_in("drills: {x: {fail: [\"room:neuss/r2\"], year: 2022}}" + both);
    REQUIRE(shared.size() == 1);
    CHECK_THAT(shared.front(),
               test::contains("study.yaml:23:20: drills.x.fail: no room \"r2\" (there are: r1)") &&
                   test::contains("in variant \"a\""));
    const std::vector<std::string> own =
        found_in("variants:\n  a: {}\n  b: {drills: {x: {fail: [\"link:q\"]}}}\n");
    REQUIRE(own.size() == 1);
    CHECK_THAT(own.front(), test::contains("study.yaml:25:26: variants.b.drills.x.fail: no link \"q\""));
}

TEST_CASE("a drill is looked at in its own variants only", "[batch][drill]") {
    CHECK(found_in("drills: {x: {fail: [\"room:neuss/r2\"], year: 2022, variants: [b]}}" + both).empty());
}

TEST_CASE("contradictions between years are told where the study states their key", "[batch]") {
    // Center north closes while the servers of everyone stand there.
    const std::vector<std::string> texts =
        found_in("variants: {a: {centers: {north: {closed: 2028-01-01}}}}\n");
    REQUIRE(texts.size() == 1);
    CHECK_THAT(texts.front(), test::contains("study.yaml:11:5: centers.north: the servers of") &&
                                  test::contains("closed 2028-01-01"));
}
