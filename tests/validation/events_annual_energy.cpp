#include <cmath>

#include "scenarios/read/read_study.hpp"
#include "sim/batch/energy_check.hpp"
#include "sim/deploy/world.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/isolated.hpp"
#include "tests/support/source_folder.hpp"

// Two engines, one deployment, one day: SimGrid's host energy plugin integrates the hosts' power states over
// simulated time, the annual engine reads the power tables at the hour's utilisation.  They may differ by
// 0.5 %; the method is exact, so the test asks for rounding errors only.

using namespace verbund;

namespace {

constexpr double exact = 1e-9;

void check_deviation(const study::StudySet& set, std::size_t variant, int year) {
    const deploy::World world{set, variant};
    const deploy::WorldYear input = world.year(year);
    for (const auto day : {study::TypicalDay::winter_workday, study::TypicalDay::saturday}) {
        const std::vector<double> numbers = test::isolated_numbers([&] {
            const auto outcome = events::simulate_energy_day(input, events::day_shape(input, day));
            const auto check = batch::check_energy(input, outcome);
            return std::vector<double>{check.events_kwh, check.annual_kwh, check.deviation};
        });
        CHECK(numbers[1] > 0.0);
        CHECK(std::abs(numbers[2]) < exact);
    }
}

}  // namespace

TEST_CASE("both engines find the same energy of a day in all variants of the Dormagen study") {
    const study::StudySet set = read::read_study(test::source_folder() / "scenarios/dormagen/study.yaml", {});
    for (std::size_t v = 0; v < set.variants.size(); ++v) {
        INFO(set.variants[v].id);
        check_deviation(set, v, 2030);
    }
}

TEST_CASE("both engines find the same energy of a day of all districts") {
    constexpr const char* districts = R"(verbund: 1
title: All districts
question: Do the engines agree?
horizon: {first: 2029, last: 2030}
milestones: [2030]
territory: {districts: all}
centers:
  one:
    name: One
    at: {lat: 51.0, lon: 10.0}
    role: provider
    rooms: {r1: {}}
variants:
  now: {title: Now}
)";
    const study::StudySet set = read::read_study_text(districts, "districts.yaml", ".", {});
    check_deviation(set, 0, 2030);
}
