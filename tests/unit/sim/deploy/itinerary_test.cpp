#include "sim/deploy/itinerary.hpp"

#include "tests/support/catch.hpp"

namespace verbund::deploy {
namespace {

/// A west-east line of administrations, one per tenth of a degree, and centers at its ends.
class Plan {
public:
    explicit Plan(int administrations) {
        west_.at = {51.0, 6.0};
        west_.commissioned = {2020, 1, 1};
        east_ = west_;
        east_.at = {51.0, 9.0};
        for (int i = 0; i < administrations; ++i) {
            study::ResolvedAdministration a;
            a.id = "a" + std::to_string(i);
            a.name = a.id;
            a.selected.id = a.id;
            a.selected.kind = "district";
            a.at = {51.0, 6.0 + 0.1 * i};
            a.state = {5};
            a.population = 1000.0 * ((i * 7) % 11);
            administrations_.push_back(a);
        }
    }

    [[nodiscard]] std::vector<std::vector<Leg>> legs() {
        study_.centers = {{"east", east_}, {"west", west_}};
        SiteTable table;
        for (const auto& [id, center] : study_.centers) {
            Site site;
            site.id = id;
            site.at = center.at;
            site.center = &center;
            table.sites.push_back(site);
        }
        for (std::size_t i = 0; i < administrations_.size(); ++i) table.home_of.push_back(2 + i);
        return itineraries(study_, table, administrations_);
    }

    study::Move& move(const std::string& id, std::string to, study::MoveYears years) {
        study::Move& move = study_.moves[id];
        move.who = {"all"};
        move.to = std::move(to);
        move.years = years;
        return move;
    }

    study::Center west_;
    study::Center east_;
    std::vector<study::ResolvedAdministration> administrations_;

private:
    study::Study study_;
};

constexpr std::size_t east = 0;
constexpr std::size_t west = 1;

std::vector<int> years_of(const std::vector<std::vector<Leg>>& legs) {
    std::vector<int> years;
    for (const auto& list : legs) years.push_back(list.empty() ? 0 : list.front().day.year);
    return years;
}

TEST_CASE("waves are equal parts in the order of the keys", "[deploy]") {
    Plan plan(7);
    plan.move("m", "west", {2024, 2026});
    // Seven in three years: 3, 2, 2
    CHECK(years_of(plan.legs()) == std::vector<int>{2024, 2024, 2024, 2025, 2025, 2026, 2026});
}

TEST_CASE("more years than administrations leave years without a wave", "[deploy]") {
    Plan plan(2);
    plan.move("m", "west", {2024, 2027});
    CHECK(years_of(plan.legs()) == std::vector<int>{2024, 2026});
}

TEST_CASE("by population the largest go first", "[deploy]") {
    Plan plan(4);  // 0, 7, 3, 10 thousand people
    plan.move("m", "west", {2024, 2027}).order = study::WaveOrder::population;
    CHECK(years_of(plan.legs()) == std::vector<int>{2027, 2025, 2026, 2024});
}

TEST_CASE("of equally large or equally far administrations the order of the input decides nothing",
          "[deploy]") {
    const study::WaveOrder order = GENERATE(study::WaveOrder::population, study::WaveOrder::distance);
    const auto first_place = [&](bool turned) {
        Plan plan(2);
        for (study::ResolvedAdministration& a : plan.administrations_) {
            a.population = 5'000.0;
            a.seats = 40.0;
        }
        // Both at the mirror image of the other about the target's meridian
        plan.administrations_[0].at = {51.0, plan.west_.at.longitude + (turned ? 0.25 : -0.25)};
        plan.administrations_[1].at = {51.0, plan.west_.at.longitude + (turned ? -0.25 : 0.25)};
        plan.move("m", "west", {2024, 2025}).order = order;
        const auto legs = plan.legs();
        return plan.administrations_[legs[0].front().day.year == 2024 ? 0 : 1].at.longitude;
    };
    CHECK(first_place(false) == first_place(true));
}

TEST_CASE("by distance the nearest to the target go first", "[deploy]") {
    Plan plan(4);
    plan.move("m", "east", {2024, 2027}).order = study::WaveOrder::distance;
    CHECK(years_of(plan.legs()) == std::vector<int>{2027, 2026, 2025, 2024});
}

TEST_CASE("a group's members go to the nearest of its centers", "[deploy]") {
    Plan plan(31);  // from 6.0 to 9.0 degrees; the middle is at 7.5
    plan.west_.group = plan.east_.group = "land";
    plan.move("m", "group:land", {2024, 2024});
    const auto legs = plan.legs();
    CHECK(legs[14].front().target == west);
    CHECK(legs[16].front().target == east);
}

TEST_CASE("a center that does not serve a state is passed by for a farther one", "[deploy]") {
    Plan plan(3);
    plan.west_.group = plan.east_.group = "land";
    plan.west_.serves = {"09"};
    plan.move("m", "group:land", {2024, 2024});
    for (const auto& list : plan.legs()) CHECK(list.front().target == east);
}

TEST_CASE("a center commissioned in the course of a year takes its first wave the year after", "[deploy]") {
    Plan plan(2);
    plan.west_.group = plan.east_.group = "land";
    plan.west_.commissioned = {2024, 6, 1};
    plan.move("m", "group:land", {2024, 2025});
    const auto legs = plan.legs();
    CHECK(legs[0].front().target == east);  // 2024: only the far one stands on 1 January
    CHECK(legs[1].front().target == west);
}

TEST_CASE("a move to a center that does not stand yet is refused with its name and year", "[deploy]") {
    Plan plan(1);
    plan.west_.commissioned = {2024, 6, 1};
    plan.move("early", "west", {2024, 2024});
    CHECK_THROWS_WITH(plan.legs(), test::contains("moves.early.to") && test::contains("2024-01-01") &&
                                       test::contains("\"west\""));
}

TEST_CASE("a move that serves nobody's state is refused", "[deploy]") {
    Plan plan(1);
    plan.west_.serves = {"09"};
    plan.move("m", "west", {2024, 2024});
    CHECK_THROWS_AS(plan.legs(), InvalidInput);
}

TEST_CASE("legs of several moves come in the order of their years", "[deploy]") {
    Plan plan(1);
    plan.move("a-late", "east", {2028, 2028});
    plan.move("b-early", "west", {2024, 2024});
    const auto legs = plan.legs();
    REQUIRE(legs[0].size() == 2);
    CHECK(legs[0][0].target == west);
    CHECK(legs[0][1].target == east);
}

TEST_CASE("moves that meet in one year go in the order of their ids, whatever else moves", "[deploy]") {
    // "a" and "c" meet in 2026, "b" goes two years before them.
    Plan plan(1);
    plan.move("c", "west", {2026, 2026});
    plan.move("b", "west", {2024, 2024});
    plan.move("a", "east", {2026, 2026});
    const auto legs = plan.legs();
    REQUIRE(legs[0].size() == 3);
    CHECK(legs[0][0].day == Date{2024, 1, 1});
    CHECK(legs[0][1].target == east);
    CHECK(legs[0][2].target == west);
}

TEST_CASE("only those meant move", "[deploy]") {
    Plan plan(3);
    plan.move("m", "west", {2024, 2024}).who = {"a1"};
    CHECK(years_of(plan.legs()) == std::vector<int>{0, 2024, 0});
}

}  // namespace
}  // namespace verbund::deploy
