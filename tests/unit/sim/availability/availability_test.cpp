#include "sim/availability/availability.hpp"

#include <algorithm>
#include <string>

#include "sim/availability/figures.hpp"
#include "sim/availability/platform_nodes.hpp"
#include "sim/availability/site_nodes.hpp"
#include "sim/deploy/supply.hpp"
#include "sim/deploy/world.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

namespace verbund::availability {
namespace {

/// The small study with the availability settings and other changes; everyone is in center north by 2030.
std::string study_text(const std::string& settings, const std::string& from = "",
                       const std::string& to = "") {
    std::string text = from.empty() ? std::string{test::small_study} : test::spoilt(from, to);
    return text + "availability: {simulated_years: 4000" + (settings.empty() ? "" : ", " + settings) + "}\n";
}

/// For what happens rarely.
std::string many_years(std::string text) {
    return text.replace(text.find("simulated_years: 4000"), 21, "simulated_years: 128000");
}

AvailabilityOutcome outcome_of(const study::StudySet& set, int jobs = 0) {
    const deploy::World world{set, 0};
    return simulate(world.year(set.horizon.last), world.routes(), jobs);
}

AvailabilityOutcome outcome_of(const std::string& text, int jobs = 0) {
    return outcome_of(test::read_text(text), jobs);
}

double downtime(const AvailabilityOutcome& out, const std::string& group, const std::string& cause = "") {
    for (const outcome::AvailabilityCause& row : out.causes)
        if (row.group == group && row.cause == cause) return row.downtime_h;
    for (const outcome::AvailabilitySummary& row : out.summary)
        if (row.group == group && cause.empty()) return row.downtime_h;
    return 0.0;
}

TEST_CASE("every administration has a row per group of services that it has, and the groups are summed up",
          "[availability]") {
    const AvailabilityOutcome out = outcome_of(study_text(""));
    REQUIRE(out.administrations.size() == 6);  // two administrations x critical, other, local
    REQUIRE(out.summary.size() == 3);
    double weighted = 0.0;
    double seats = 0.0;
    for (const outcome::AvailabilitySummary& row : out.summary) {
        CHECK(row.year == 2030);
        CHECK(row.simulated_years == 4000);
        CHECK(row.low_h < row.downtime_h);
        CHECK(row.downtime_h < row.high_h);
        CHECK(row.availability == Approx(1.0 - row.downtime_h / 8766.0));
        CHECK(row.worst_h >= row.downtime_h * 0.999);
        seats = row.workplaces;
        weighted += row.over_1_h;
    }
    CHECK(seats > 700.0);
    CHECK(weighted > 0.0);
    double shares = 0.0;
    for (const outcome::AvailabilityCause& row : out.causes)
        if (row.group == "critical") shares += row.share;
    CHECK(shares == Approx(1.0));
}

TEST_CASE("the rows do not depend on the number of threads", "[availability]") {
    const AvailabilityOutcome one = outcome_of(study_text(""), 1);
    const AvailabilityOutcome three = outcome_of(study_text(""), 3);
    REQUIRE(one.administrations.size() == three.administrations.size());
    for (std::size_t i = 0; i < one.administrations.size(); ++i) {
        CHECK(one.administrations[i].downtime_h == three.administrations[i].downtime_h);
        CHECK(one.administrations[i].high_h == three.administrations[i].high_h);
    }
}

TEST_CASE("failover helps critical services, more so if it is tested, and others not at all",
          "[availability]") {
    const AvailabilityOutcome none = outcome_of(study_text("", "standby: warm", "standby: none"));
    const AvailabilityOutcome untested = outcome_of(study_text(""));
    const AvailabilityOutcome tested = outcome_of(study_text("failover_tested: true"));
    CHECK(downtime(tested, "critical", "site-loss") < downtime(untested, "critical", "site-loss"));
    CHECK(downtime(untested, "critical", "site-loss") < downtime(none, "critical", "site-loss"));
    CHECK(downtime(untested, "other", "site-loss") == downtime(none, "other", "site-loss"));
    // A failed failover is all that is left of a loss of 67 days: 20 % against 5 %, up to the sampling error.
    CHECK(downtime(untested, "critical", "site-loss") / downtime(none, "critical", "site-loss") < 0.5);
}

TEST_CASE("what found no standby at the backup site is not helped by failover", "[availability]") {
    const auto lost = [](const std::string& from, const std::string& to) {
        std::string text = study_text("", from, to);
        text.replace(text.find("simulated_years: 4000"), 21, "simulated_years: 32000");  // losses are rare
        return downtime(outcome_of(text), "critical", "site-loss");
    };
    const double none = lost("standby: warm", "standby: none");
    const double all = lost("standby: warm", "standby: warm");
    // 100 W: less than firewall and arrays draw, so that no standby host has power
    const double nothing = lost("rooms: {r1: {}}", "rooms: {r1: {it_power: 100 W}}");
    CHECK(all < 0.5 * nothing);
    CHECK(nothing == Approx(none).epsilon(0.02));  // the same losses, drawn with one component more
}

TEST_CASE("an offline copy shortens ransomware, and failover does not help against it", "[availability]") {
    const AvailabilityOutcome with = outcome_of(many_years(study_text("")));
    const AvailabilityOutcome without = outcome_of(many_years(study_text("offline_copy: false")));
    // Some 700 events in 128,000 years: a mean is known to 6 % (repairs have a spread of about 1.2).
    // Mean of 3-21 days against 3 weeks to 11 months: 12 / 110; rebuilds under way are longer by 0.5 % there.
    CHECK(downtime(with, "other", "ransomware") / downtime(without, "other", "ransomware") ==
          Approx(12.0 / 110.0).epsilon(0.15));
    // 0.0055/a x 12 d = 1.58 h, in critical services (with failover) as in others.
    CHECK(downtime(with, "critical", "ransomware") == Approx(1.58).epsilon(0.2));
    CHECK(downtime(with, "other", "ransomware") == Approx(1.58).epsilon(0.2));
}

TEST_CASE("a second access line leaves the unknown common duct", "[availability]") {
    const AvailabilityOutcome one = outcome_of(study_text(""));
    const AvailabilityOutcome two = outcome_of(study_text("second_access: true"));
    CHECK(downtime(one, "other", "access") > 0.0);
    CHECK(downtime(two, "other", "access") < 0.5 * downtime(one, "other", "access"));
}

TEST_CASE("a generator takes the long losses of utility", "[availability]") {
    const std::string commissioned = "commissioned: 2023-06-01\n    rooms:\n";
    const AvailabilityOutcome without = outcome_of(study_text(
        "", commissioned, "commissioned: 2023-06-01\n    emergency: {generator: none}\n    rooms:\n"));
    const AvailabilityOutcome with = outcome_of(
        study_text("", commissioned, "commissioned: 2023-06-01\n    availability_class: 3\n    rooms:\n"));
    const AvailabilityOutcome poorly =
        outcome_of(study_text("genset_care: poorly", commissioned,
                              "commissioned: 2023-06-01\n    availability_class: 3\n    rooms:\n"));
    CHECK(downtime(with, "other", "utility") < 0.1 * downtime(without, "other", "utility"));
    CHECK(downtime(with, "other", "wide-area") < 0.1 * downtime(without, "other", "wide-area"));
    CHECK(downtime(poorly, "other", "generator") > 3.0 * downtime(with, "other", "generator"));
}

TEST_CASE("two own rooms back each other up", "[availability]") {
    const AvailabilityOutcome one = outcome_of(study_text(""));
    const AvailabilityOutcome two = outcome_of(study_text("", "a: {}", "a: {home: {rooms: 2}}"));
    CHECK(downtime(two, "local", "cooling") < 0.5 * downtime(one, "local", "cooling"));
    CHECK(downtime(two, "local", "software") == Approx(downtime(one, "local", "software")).epsilon(0.1));
}

/// The figure with another value.
AvailabilityOutcome with_figure(const std::string& id, const std::string& value) {
    study::StudySet set = test::read_text(study_text(""));
    for (catalog::Figure& figure : set.catalog.figures)
        if (figure.id == id) figure.value = value;
    return outcome_of(set);
}

TEST_CASE("the mean of a repair is the figure's value, not the middle of its range", "[availability]") {
    // 0.45/a x 2.5 h (range 1 to 4 h) against 0.45/a x 1.2 h: 1,800 outages each, which vary by 3 %.
    const double stated = downtime(with_figure("repair.software", "2.5 h"), "other", "software");
    const double shorter = downtime(with_figure("repair.software", "1.2 h"), "other", "software");
    CHECK(stated == Approx(0.45 * 2.5).epsilon(0.1));
    CHECK(shorter / stated == Approx(1.2 / 2.5).epsilon(0.1));
}

/// Failures per year of parts whose name ends so, at a site with such a UPS.
double rate_of(facility::Redundancy redundancy, const std::string& ending) {
    const study::StudySet set = test::read_text(test::small_study);
    const study::Study& study = set.variants.front().study;
    const Figures figures = read_figures(set.catalog, study.availability);
    SiteDesign design;
    design.stream = "site";
    design.ups = redundancy;
    design.ups_modules = 4;
    System system;
    static_cast<void>(add_site(system, {&figures, &study.availability, &study.events.recovery}, design, {}));
    double rate = 0.0;
    for (const Component& c : system.components())
        rate += c.name.ends_with(ending) ? c.failures_per_year : 0.0;
    return rate;
}

TEST_CASE("a spare UPS module takes failures off the load and adds none", "[availability]") {
    using facility::Redundancy;
    // 7 % of 0.029 failures a year drop the load: of N each of 4 modules, of N+1 the group once.
    CHECK(rate_of(Redundancy::n, "/load-dropped") == Approx(4 * 0.07 * 0.029));
    CHECK(rate_of(Redundancy::n_plus_1, "/load-dropped") == Approx(0.07 * 0.029));
    const auto ups = [](const std::string& redundancy) {
        return downtime(outcome_of(study_text("", "{it_power: 20 kW, racks: 6}",
                                              "{it_power: 20 kW, racks: 6, redundancy: " + redundancy + "}")),
                        "other", "ups");
    };
    // 0.0081/a against 0.0020/a of 17 h each.
    CHECK(ups("N+1") < 0.7 * ups("N"));
    CHECK(ups("2N") < ups("N+1"));
}

TEST_CASE("a stated chance of a generator to fail holds in both engines, the catalog's without one",
          "[availability]") {
    const study::StudySet set = test::read_text(test::small_study);
    continuity::SupplySteps supply;
    CHECK(read_figures(set.catalog, {}, supply).genset_on_demand == Approx(0.0015));
    CHECK(deploy::generator_of(set.variants.front().study, set.catalog).fails_to_start == Approx(0.0015));
    supply.genset_failure = 30.0 * percent;
    CHECK(read_figures(set.catalog, {}, supply).genset_on_demand == Approx(0.3));
}

TEST_CASE("figures that cannot be are all named", "[availability]") {
    study::StudySet set = test::read_text(test::small_study);
    for (catalog::Figure& figure : set.catalog.figures) {
        if (figure.id == "failure.server") figure.value = "4.5 kW";
        if (figure.id == "repair.storage-array") std::swap(figure.low, figure.high);
        if (figure.id == "demand.ups") figure.value = "120 %";
        if (figure.id == "spread.fibre") figure.value = "much";
        if (figure.id == "repair.rack-switch") figure.value = "9 h";
    }
    std::erase_if(set.catalog.figures, [](const catalog::Figure& f) { return f.id == "failure.software"; });
    std::vector<std::string> messages;
    try {
        static_cast<void>(read_figures(set.catalog, {}));
    } catch (const InvalidInput& error) {
        for (const Diagnostic& mistake : error.mistakes()) messages.push_back(to_string(mistake));
    }
    const std::string table = "catalog.figures: ";
    std::vector<std::string> expected;
    for (
        const char* message :
        {R"(failure.server: "4.5 kW" is a power (a yearly rate is needed). Write a yearly rate in %/a, e.g. "6 %/a".)",
         "repair.storage-array: the range 8 h to 2 h is empty. Write the shorter time as low.",
         R"(repair.rack-switch: 9 h lies outside its range 2 h to 8 h (the value is the mean). Write a range around the value, or leave low and high empty.)",
         R"(failure.software: is missing (the availability engine needs it). Copy its row from the built-in table into the one that replaces it.)",
         R"(spread.fibre: "much" does not begin with a number (a share is needed). Write a share in %, e.g. "30 %".)",
         "demand.ups: is no share between 0 % and 100 %."})
        expected.push_back(table + message);
    CHECK(messages == expected);
}

TEST_CASE("years outside the horizon and a failover better untested are mistakes of the study",
          "[availability]") {
    CHECK(test::messages_of(study_text("years: [2030, 2031]")) ==
          std::vector<std::string>{
              "study.yaml:26:46: availability.years: 2031 lies outside the horizon 2022-2030 "
              "(there is no deployment of that year). Name years of the horizon."});
    CHECK(
        test::messages_of(study_text("success_untested: 99 %")) ==
        std::vector<std::string>{"study.yaml:26:57: availability.success_untested: 99 % is above 95 %, the "
                                 "success of a tested failover "
                                 "(tests do not make it worse). Write the larger share as success_tested."});
}

/// Sixty municipalities of Bavaria and two of the Rhineland: small and large, far and near.
std::string many_municipalities(int played, int simulated_years) {
    const catalog::Catalog catalog = test::read_text(test::small_study).catalog;
    std::string list;
    int taken = 0;
    for (const catalog::Municipality& place : catalog.municipalities)
        if (place.ags.starts_with("09") && ++taken <= 60)
            list += "    m" + place.ags + ": {ags: \"" + place.ags + "\"}\n";
    return test::spoilt("  administrations:\n", "  administrations:\n" + list) +
           "availability: {administrations: " + std::to_string(played) +
           ", simulated_years: " + std::to_string(simulated_years) + "}\n";
}

TEST_CASE("those drawn stand for all, within the interval that is told", "[availability]") {
    const AvailabilityOutcome all = outcome_of(many_municipalities(1000, 4000));
    const AvailabilityOutcome drawn = outcome_of(many_municipalities(12, 4000));
    CHECK(all.administrations.size() > 3 * drawn.administrations.size());
    REQUIRE(all.summary.size() == drawn.summary.size());
    for (std::size_t i = 0; i < all.summary.size(); ++i) {
        CAPTURE(all.summary[i].group, all.summary[i].downtime_h, drawn.summary[i].downtime_h);
        CHECK(drawn.summary[i].group == all.summary[i].group);
        CHECK(drawn.summary[i].workplaces == Approx(all.summary[i].workplaces));
        CHECK(drawn.summary[i].low_h < all.summary[i].high_h);
        CHECK(all.summary[i].low_h < drawn.summary[i].high_h);
        // What the draw leaves open is added to what the years leave open.
        CHECK(drawn.summary[i].high_h - drawn.summary[i].low_h >
              all.summary[i].high_h - all.summary[i].low_h);
    }
}

}  // namespace
}  // namespace verbund::availability
