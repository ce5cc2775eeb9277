#include "sim/batch/sweep/plan.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "models/base/unit_conversion.hpp"
#include "sim/batch/sweep/plays.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

namespace verbund::batch {
namespace {

using Texts = std::vector<std::string>;

study::StudySet set_with(const std::string& sweep) {
    return test::read_text(test::spoilt("moves:", "sweep: {" + sweep + "}\nmoves:"));
}

TEST_CASE("lists are crossed, the last one fastest, and those with one name go side by side", "[sweep]") {
    const SweepPlan plan = plan_sweep(
        set_with("estate.growth.compute: {values: [3 %/a, 6 %/a], zip: g}, "
                 "estate.growth.memory: {values: [4 %/a, 7 %/a], zip: g}, hosts.overcommit: [2, 3, 4]"));
    REQUIRE(plan.cases() == 6);
    CHECK(plan.texts(0) == Texts{"3 %/a", "4 %/a", "2"});
    CHECK(plan.texts(1) == Texts{"3 %/a", "4 %/a", "3"});
    CHECK(plan.texts(5) == Texts{"6 %/a", "7 %/a", "4"});
}

TEST_CASE("every combination has the same draws", "[sweep]") {
    const SweepPlan plan = plan_sweep(
        set_with("draws: 16, hosts.overcommit: [2, 3], estate.growth.vms: {uniform: [2 %/a, 8 %/a]}"));
    REQUIRE(plan.cases() == 32);
    for (std::size_t d = 0; d < 16; ++d) CHECK(plan.texts(d).back() == plan.texts(16 + d).back());
}

TEST_CASE("every draw is played as often as there are replications, one behind the other", "[sweep]") {
    const SweepPlan plan = plan_sweep(
        set_with("draws: 16, replications: 3, hosts.overcommit: [2, 3], estate.growth.vms: {uniform: [2 "
                 "%/a, 8 %/a]}"));
    REQUIRE(plan.cases() == 96);
    CHECK(plan.texts(0) == plan.texts(2));
    CHECK(plan.texts(2) != plan.texts(3));
    CHECK(plan.texts(47).front() == "2");
    CHECK(plan.texts(48).front() == "3");
    CHECK(plan.texts(5).back() == plan.texts(48 + 5).back());
    CHECK(plan.replication(47) == 2);
    CHECK(plan.replication(48) == 0);
}

TEST_CASE("replications alone are a sweep, and a play of each is one of its own", "[sweep]") {
    const study::StudySet set = set_with("replications: 4");
    const SweepPlan plan = plan_sweep(set);
    CHECK(plan.cases() == 4);
    std::set<read::Sha256> hashes;
    for (const Play& play : plays_of(set, plan).all) hashes.insert(play.hash);
    CHECK(hashes.size() == 8);  // of two variants
    // What was played without replications is the first of them.
    const study::StudySet one = set_with("estate.growth.compute: 6 %/a");
    const study::StudySet more = set_with("estate.growth.compute: 6 %/a, replications: 2");
    CHECK(plays_of(one, plan_sweep(one)).all[0].hash == plays_of(more, plan_sweep(more)).all[0].hash);
}

TEST_CASE("a replication has the same seed in all cases, the first the study's", "[sweep]") {
    CHECK(replication_seed(5, 0) == 5);
    CHECK(replication_seed(5, 1) == replication_seed(5, 1));
    std::set<std::uint64_t> seeds;
    for (std::size_t r = 1; r < 1000; ++r) {
        seeds.insert(replication_seed(5, r));
        seeds.insert(replication_seed(6, r));
        CHECK(replication_seed(5, r) < (std::uint64_t{1} << 53U));
    }
    CHECK(seeds.size() == 1998);
}

TEST_CASE("a play is known by its engines, in whatever order they are listed", "[sweep]") {
    const auto hash = [](const std::string& engines) {
        const study::StudySet set = set_with("estate.growth.compute: 6 %/a, engines: " + engines);
        return plays_of(set, plan_sweep(set)).all.front().hash;
    };
    CHECK(hash("[annual, events, availability]") == hash("[availability, events]"));
    CHECK(hash("annual") != hash("events"));
    CHECK(hash("availability") != hash("events"));
}

TEST_CASE("figures of one group take the same quantile, others their own", "[sweep]") {
    const SweepPlan plan = plan_sweep(
        set_with("draws: 64, sensitivity: false, estate.growth.vms: {uniform: [0 %/a, 10 %/a], group: g}, "
                 "estate.growth.compute: {uniform: [0 %/a, 20 %/a], group: g}, "
                 "hosts.overcommit: {uniform: [2, 4]}"));
    CHECK(plan.groups == Texts{"g", "hosts.overcommit"});
    double apart = 0.0;
    for (std::size_t d = 0; d < 64; ++d) {
        const Texts texts = plan.texts(d);  // compute, vms, overcommit
        const double compute = number_with_unit(texts[0])->value;
        const double vms = number_with_unit(texts[1])->value;
        CHECK(compute == test::Approx(2.0 * vms));
        apart += std::abs((number_with_unit(texts[2])->value - 2.0) / 2.0 - vms / 10.0);
    }
    CHECK(apart > 5.0);
}

TEST_CASE("uncertain defaults are drawn between their ends, in at most twelve groups", "[sweep]") {
    const SweepPlan plan = plan_sweep(set_with("uncertain: catalog, draws: 200"));
    CHECK(plan.drawn.size() > 150);
    CHECK(plan.groups.size() <= 12);
    CHECK(plan.groups.size() >= 10);
    CHECK(plan.sensitivity);
    CHECK(plan.cases() == 200 / (plan.groups.size() + 2) * (plan.groups.size() + 2));
    for (const study::DrawnKey& key : plan.drawn) {
        INFO(key.key << " of group " << key.group);
        CHECK(key.text_at(0.001) != key.text_at(0.999));
    }
    const auto growth = std::find_if(plan.drawn.begin(), plan.drawn.end(), [](const auto& key) {
        return key.key == "estate.growth.compute";  // 6 %/a, 3 to 9: symmetric
    });
    REQUIRE(growth != plan.drawn.end());
    CHECK(number_with_unit(growth->text_at(0.5))->value == test::Approx(6.0));
    CHECK(number_with_unit(growth->text_at(1e-9))->value == test::Approx(3.0).margin(1e-3));
}

TEST_CASE("what the study states is not uncertain", "[sweep]") {
    study::StudySet set = set_with("uncertain: catalog, draws: 100");
    const auto has = [](const SweepPlan& plan, const std::string& name) {
        return std::any_of(plan.drawn.begin(), plan.drawn.end(),
                           [&name](const study::DrawnKey& key) { return key.key == name; });
    };
    CHECK(has(plan_sweep(set), "hosts.overcommit"));
    CHECK(has(plan_sweep(set), "prices.licence"));
    const study::StudySet stated =
        test::read_text(test::spoilt("moves:",
                                     "sweep: {uncertain: catalog}\nhosts: {overcommit: 4}\n"
                                     "prices: {licence: 25 EUR/a}\nmoves:"));
    CHECK_FALSE(has(plan_sweep(stated), "hosts.overcommit"));
    CHECK_FALSE(has(plan_sweep(stated), "prices.licence"));
}

TEST_CASE("a life is a whole number of years", "[sweep]") {
    const SweepPlan plan = plan_sweep(set_with("uncertain: catalog, draws: 100"));
    const auto refresh = std::find_if(plan.drawn.begin(), plan.drawn.end(),
                                      [](const auto& key) { return key.key == "hosts.refresh"; });
    REQUIRE(refresh != plan.drawn.end());
    std::set<std::string> lives;
    for (double q = 0.005; q < 1.0; q += 0.01) lives.insert(refresh->text_at(q));
    CHECK(lives == std::set<std::string>{"4 a", "5 a", "6 a", "7 a"});
}

TEST_CASE("what is counted is drawn in whole numbers", "[sweep]") {
    const SweepPlan plan = plan_sweep(set_with("draws: 100, b:home.rooms: {uniform: [0.5, 2.5]}"));
    std::set<std::string> rooms;
    for (std::size_t d = 0; d < plan.cases(); ++d) rooms.insert(plan.texts(d).front());
    CHECK(rooms == std::set<std::string>{"1", "2"});
}

TEST_CASE("words come as often as their weights say", "[sweep]") {
    const SweepPlan plan = plan_sweep(set_with(
        "draws: 1000, sequence: sobol, economics.price: {discrete: [low, mid, high], weights: [1, 2, 1]}"));
    std::map<std::string, int> seen;
    for (std::size_t d = 0; d < plan.cases(); ++d) ++seen[plan.texts(d).front()];
    CHECK(seen["low"] == test::Approx(250.0).margin(3.0));
    CHECK(seen["mid"] == test::Approx(500.0).margin(3.0));
}

TEST_CASE("a tornado has each figure at its ends, and all others as the study has them", "[sweep]") {
    const SweepPlan plan = plan_sweep(
        set_with("sequence: tornado, estate.growth.vms: {triangular: [2 %/a, 5 %/a, 9 %/a]}, "
                 "hosts.overcommit: {uniform: [2, 4]}, economics.price: {discrete: [low, mid, high]}"));
    REQUIRE(plan.tornado);
    CHECK(plan.groups.size() == 3);
    REQUIRE(plan.cases() == 1 + 2 * 3);
    const auto number = [&plan](std::size_t draw, std::size_t key) {
        return number_with_unit(plan.texts(draw)[key])->value;
    };
    // Keys: economics.price, estate.growth.vms, hosts.overcommit.
    CHECK(plan.texts(0)[0] == "mid");
    CHECK(plan.texts(0)[1] == "5 %/a");  // to the last bit
    CHECK(number(0, 2) == test::Approx(3.0));
    CHECK(plan.texts(1)[0] == "low");
    CHECK(plan.texts(2)[0] == "high");
    CHECK(plan.texts(3)[1] == "2 %/a");
    CHECK(plan.texts(4)[1] == "9 %/a");
    CHECK(number(4, 2) == test::Approx(3.0));
    CHECK(plan.texts(6)[2] == "4");
}

TEST_CASE("a study that varies nothing has no cases", "[sweep]") {
    CHECK_THROWS_AS(plan_sweep(test::read_text(test::small_study)), InvalidInput);
}

TEST_CASE("a play is known by what it is played from: by nothing that does not reach its variant",
          "[sweep]") {
    const study::StudySet set = set_with("b:hosts.overcommit: [2, 3], economics.price: [low, high]");
    const Plays plays = plays_of(set, plan_sweep(set));
    // Variant a: two prices; b: two prices by two factors; money moves no machine.
    CHECK(plays.all.size() == 2 + 4);
    std::set<std::uint32_t> deployments;
    for (const Play& play : plays.all) deployments.insert(play.deployment);
    CHECK(deployments.size() == 1 + 2);
    CHECK(plays.deployments == 3);
    // Four cases of two variants; the first and the second with this price are one for variant a.
    REQUIRE(plays.of.size() == 8);
    CHECK(std::set(plays.of.begin(), plays.of.end()).size() == 6);
    for (std::size_t i = 0; i < plays.of.size(); ++i) {
        CHECK(plays.all[plays.of[i]].variant == i % 2);
        CHECK(plays.all[plays.of[i]].number <= i / 2);
    }
}

TEST_CASE("plays of some cases are those of all, in the order of these cases", "[sweep]") {
    const study::StudySet set = set_with("hosts.overcommit: [2, 3, 4]");
    const SweepPlan plan = plan_sweep(set);
    const Plays all = plays_of(set, plan);
    const Plays some = plays_of(set, plan, {0, 2});
    REQUIRE(some.of.size() == 4);
    CHECK(some.all[some.of[0]].hash == all.all[all.of[0]].hash);
    CHECK(some.all[some.of[3]].hash == all.all[all.of[5]].hash);  // case 2, second variant
    CHECK(some.all[some.of[3]].number == 2);
}

TEST_CASE("a title changes no play, a number in one variant only its own", "[sweep]") {
    const auto hashes = [](const std::string& text) {
        const study::StudySet set = test::read_text(text);
        std::vector<read::Sha256> all;
        for (const Play& play : plays_of(set, plan_sweep(set)).all) all.push_back(play.hash);
        return all;
    };
    const std::string text = test::spoilt("moves:", "sweep: {hosts.overcommit: [2, 3]}\nmoves:");
    const auto changed = [&text](const std::string& from, const std::string& to) {
        std::string other = text;
        return other.replace(other.find(from), from.size(), to);
    };
    const std::vector<read::Sha256> before = hashes(text);
    CHECK(hashes(changed("title: Test", "title: Other")) == before);
    const std::vector<read::Sha256> other_b =
        hashes(changed("home: {rooms: 2}", "home: {rooms: 2}, hosts: {reserve: 2}"));
    REQUIRE(before.size() == 4);
    CHECK(other_b[0] == before[0]);
    CHECK(other_b[2] == before[2]);
    CHECK(other_b[1] != before[1]);
    CHECK(other_b[3] != before[3]);
    CHECK(hashes(changed("last: 2030", "last: 2031"))[0] != before[0]);
}

}  // namespace
}  // namespace verbund::batch
