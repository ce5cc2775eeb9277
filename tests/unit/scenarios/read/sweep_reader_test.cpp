#include "scenarios/read/sweep_reader.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

namespace verbund::read {
namespace {

study::Sweep sweep_of(const std::string& section) {
    return test::read_text(test::spoilt("moves:", "sweep:\n" + section + "moves:")).sweep;
}

std::vector<std::string> messages(const std::string& section) {
    return test::messages_of(test::spoilt("moves:", "sweep:\n" + section + "moves:"));
}

void check_one(const std::string& section, const std::string& part) {
    const std::vector<std::string> all = messages(section);
    INFO(section);
    REQUIRE(all.size() == 1);
    CHECK_THAT(all.front(), Catch::Matchers::Contains(part));
}

TEST_CASE("a list is all of its values, a map says how a key is drawn", "[sweep]") {
    const study::Sweep sweep = sweep_of(
        "  draws: 64\n  sequence: latin-hypercube\n"
        "  estate.growth.vms: {normal: [5 %/a, 1 %/a]}\n"
        "  estate.growth.compute: [3 %/a, 6 %/a, 9 %/a]\n"
        "  hosts.overcommit: 5\n"
        "  seed: [1, 2]\n");
    CHECK(sweep.draws == 64);
    CHECK(sweep.sequence == statistics::Sequence::latin_hypercube);
    REQUIRE(sweep.axes.size() == 4);  // by key, whatever their order in the file
    CHECK(sweep.axes[0].key == "estate.growth.compute");
    CHECK(sweep.axes[0].values == std::vector<std::string>{"3 %/a", "6 %/a", "9 %/a"});
    CHECK(sweep.axes[1].normal == std::vector<std::string>{"5 %/a", "1 %/a"});
    CHECK(sweep.axes[2].values == std::vector<std::string>{"5"});
    CHECK(sweep.axes[3].key == "seed");
}

TEST_CASE("a study that varies nothing has an empty sweep", "[sweep]") {
    const study::Sweep sweep = test::read_text(test::small_study).sweep;
    CHECK(sweep.axes.empty());
    CHECK(sweep.uncertain == study::Uncertain::none);
}

TEST_CASE("what is varied does not change what a run of the study is", "[sweep]") {
    const study::StudySet plain = test::read_text(test::small_study);
    const study::StudySet with =
        test::read_text(test::spoilt("moves:", "sweep: {estate.growth.compute: [3 %/a, 6 %/a]}\nmoves:"));
    CHECK(plain.resolved_sha256 == with.resolved_sha256);
}

TEST_CASE("every mistake of a sweep is told once, with place and remedy", "[sweep]") {
    check_one("  estate.growth.comput: [3 %/a]\n", "Did you mean \"compute\"?");
    check_one("  drws: 100\n", "Did you mean \"draws\"?");
    check_one("  estate.growth.compute: [3 %/a, 6 kW]\n", "sweep.estate.growth.compute");
    check_one("  estate.growth.compute: []\n", "is an empty list");
    check_one("  estate.growth: [3 %/a]\n", "is a section");
    check_one("  estate.growth.compute: {uniform: [9 %/a, 3 %/a]}\n", "does not rise");
    check_one("  estate.growth.compute: {triangular: [3 %/a, 9 %/a]}\n", "takes 3 values (2 given)");
    check_one("  estate.growth.compute: {normal: [3 %/a, 0 %/a]}\n", "standard deviation of 0 %/a");
    check_one("  estate.growth.compute: {uniform: [3 %/a, 1 h]}\n", "measure different things");
    check_one("  estate.growth.compute: {lognormal: [3 %/a, 0.5]}\n", "factor above 1");
    check_one("  estate.growth.compute: {group: g}\n", "says neither");
    check_one("  estate.growth.compute: {uniform: [3 %/a, 4 %/a], values: [1 %/a]}\n", "more than one thing");
    check_one("  estate.growth.compute: {discrete: [3 %/a, 4 %/a], weights: [1]}\n",
              "2 values but 1 weights");
    check_one("  catalog.figures.nothing: [1]\n", "is no figure that a model reads");
    check_one("  c:estate.growth.compute: [3 %/a]\n", "names no variant \"c\"");
    check_one(
        "  estate.growth.compute: {values: [3 %/a, 6 %/a], zip: z}\n"
        "  estate.growth.vms: {values: [3 %/a], zip: z}\n",
        "goes side by side");
    // 0 to 1,000 % are what a share of 100 % and less cannot be.
    check_one("  hosts.cpu_target: {uniform: [50 %, 150 %]}\n", "out of range");
    check_one("  hosts.cpu_target: {normal: [80 %, 30 %]}\n", "out of range");
}

TEST_CASE("a million cases are a slip", "[sweep]") {
    std::string hundred = "0";
    for (int i = 1; i < 100; ++i) hundred += ", " + std::to_string(i);
    check_one("  seed: [" + hundred + "]\n  hosts.overcommit: {uniform: [2, 4]}\n  draws: 10000\n",
              "has more than 100000 cases");
}

TEST_CASE("what every variant states by itself cannot be varied for all", "[sweep]") {
    const std::string text = test::spoilt("moves:", "sweep: {hosts.overcommit: [2, 3]}\nmoves:");
    const std::size_t variants = text.find("variants:\n");
    REQUIRE(variants != std::string::npos);
    const std::string stated = text.substr(0, variants) +
                               "variants:\n  a: {hosts: {overcommit: 4}}\n  b: {hosts: {overcommit: 5}}\n";
    const std::vector<std::string> all = test::messages_of(stated);
    REQUIRE(all.size() == 1);
    CHECK_THAT(all.front(), Catch::Matchers::Contains("each variant that has it states its own value"));
    CHECK_THAT(all.front(), Catch::Matchers::Contains("Vary \"b:hosts.overcommit\"."));
}

}  // namespace
}  // namespace verbund::read
