#include <algorithm>
#include <cmath>

#include "models/continuity/takeover.hpp"
#include "sim/availability/availability.hpp"
#include "sim/deploy/supply.hpp"
#include "sim/deploy/world.hpp"
#include "sim/events/drill/drill.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/drill_world.hpp"
#include "tests/unit/scenarios/small_study.hpp"

/// What the event engine and the availability engine know of recovery and generators is the same
/// (models/continuity): one study, played by both.
namespace verbund {
namespace {

/// The small study in which software decides, every takeover succeeds, all standby hosts are off, so that
/// nothing starts before them, and starting VMs takes no time.
std::string study_text(const std::string& center) {
    std::string text = test::spoilt("commissioned: 2023-06-01\n    rooms:\n",
                                    "commissioned: 2023-06-01\n    " + center + "\n    rooms:\n");
    const std::string warm = "standby: warm";
    text.replace(text.find(warm), warm.size(), "standby: cold");
    return text +
           "availability: {simulated_years: 20000, success_tested: 100 %, success_untested: 100 %}\n"
           "events: {recovery: {automatic: true, boot_read: 0 GB, boot_core_seconds: 0}}\n";
}

/// Nothing fails but whole sites, for 60 days each; utility hardly ever.
void leave_site_loss(study::StudySet& set) {
    for (catalog::Figure& figure : set.catalog.figures) {
        if (figure.id.starts_with("failure.") && figure.id != "failure.site-loss") {
            figure.value = "0.0000001 /a";
            figure.low = figure.high = "";
        }
    }
}

outcome::AvailabilitySummary critical_services(const deploy::World& world, int year) {
    const availability::AvailabilityOutcome out = availability::simulate(world.year(year), world.routes(), 1);
    const auto found = std::find_if(out.summary.begin(), out.summary.end(),
                                    [](const auto& row) { return row.group == "critical"; });
    REQUIRE(found != out.summary.end());
    return *found;
}

}  // namespace

TEST_CASE("a takeover takes as long in a drill as in the availability engine", "[validation][availability]") {
    study::StudySet set = test::read_text(study_text("availability_class: 3"));
    leave_site_loss(set);
    const deploy::World world{set, 0};
    const deploy::WorldYear input = world.year(2030);
    // 1 min detection, 1 min decision, 10 min until switched-off hosts run (longer than the promotion), 3 min
    // of application start, 50 ms of rerouting.
    const continuity::TakeoverSteps& steps = world.study().events.recovery;
    const double expected_h =
        continuity::takeover_time(steps, continuity::StandbyMode::cold, continuity::mean_decision_time(steps))
            .in(hours);
    CHECK(expected_h * 60.0 == Approx(15.0).epsilon(1e-3));

    const events::DrillOutcome drill = test::drill_in_child(
        input, {"loss", {events::parse_target("center:north", input)}, 9.5 * 3600.0, std::nullopt});
    CHECK(drill.summary.takeover == "succeeds");
    // The last of the logon services; everything else waits for them and starts once more.
    double logon_s = 0.0;
    for (const outcome::DrillResult& row : drill.results)
        if (row.workload == "directory") logon_s = std::max(logon_s, row.rto_s);
    CHECK(logon_s / 3600.0 == Approx(expected_h).epsilon(1e-3));

    // Lengths of outages are known to 4 %.
    CHECK(critical_services(world, 2030).p50_h == Approx(expected_h).epsilon(0.05));
}

TEST_CASE("both engines give a center without a stated class the generator of its supply paths",
          "[validation][availability]") {
    for (const bool redundant : {false, true}) {
        const std::string paths =
            redundant ? "power_path: multiple\n    cooling_path: multiple\n    network_path: multiple"
                      : "power_path: single";
        const study::StudySet set = test::read_text(study_text(paths));
        const deploy::World world{set, 0};
        const deploy::WorldYear input = world.year(2030);
        const std::size_t north = 0;
        CHECK(deploy::has_generator(world.study(), input.variant().sites[north]) == redundant);
        const events::DrillOutcome drill = test::drill_in_child(
            input, {"power", {events::parse_target("utility:north", input)}, 9.5 * 3600.0, 24.0 * 3600.0});
        const bool told = std::any_of(drill.timeline.begin(), drill.timeline.end(),
                                      [](const outcome::DrillEvent& e) { return e.step == "genset"; });
        CHECK(told == redundant);
        const availability::AvailabilityOutcome out = availability::simulate(input, world.routes(), 1);
        double generator_h = 0.0;
        for (const outcome::AvailabilityCause& row : out.causes)
            if (row.cause == "generator") generator_h += row.downtime_h;
        CHECK((generator_h > 0.0) == redundant);
    }
}

}  // namespace verbund
