// Engines that follow the annual one on the worlds of a run.
#include "sim/batch/next_engine.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "results/outcome/outcome.hpp"
#include "sim/batch/availability_cases.hpp"
#include "sim/batch/event_cases.hpp"
#include "sim/batch/row_bytes.hpp"
#include "sim/batch/run_study.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

namespace verbund::batch {
namespace {

using Engines = std::vector<std::reference_wrapper<NextEngine>>;
using Tables = std::map<std::string, std::string>;

/// Two variants over three years with days, nights, a wave, a drill and few simulated years of failures.
std::string small_text(const std::string& drill = "center:north") {
    std::string text = test::spoilt("first: 2022, last: 2030", "first: 2024, last: 2026");
    text.replace(text.find("years: [2024, 2026]"), 19, "years: [2025, 2025]");
    return text + "events: {years: [2026], latency: {fewest_samples: 20, most_samples: 20}}\n" +
           "availability: {years: [2026], simulated_years: 300}\n" + "drills: {x: {fail: [\"" + drill +
           "\"]}}\n";
}

Tables tables_of(const study::StudySet& set, const Engines& next, RunStatistics* statistics = nullptr) {
    const outcome::Run run = run_study(set, {.jobs = 2, .progress = {}, .next = next}, statistics);
    Tables tables;
    outcome::for_each_table(run, [&](const auto& table, const auto& rows) {
        tables[std::string{table.name}] = rows_to_json(rows).dump();
    });
    return tables;
}

/// Asks for one year and notes which worlds it is handed.
class Witness : public NextEngine {
public:
    explicit Witness(int year) : year_{year} {}
    [[nodiscard]] double part_of_time() const override { return 0.1; }
    [[nodiscard]] std::set<int> prepare(std::size_t v, const deploy::World& world) override {
        const std::lock_guard lock{noting_};
        prepared[v].push_back(&world);
        return {year_};
    }
    void play(std::size_t v, const deploy::World& world, const Progress&, outcome::Run&) override {
        played[v].push_back(&world);
        still_there.push_back(!world.year(year_).year().sites.empty());
        gone.push_back(world.variant().phases.front().sites.empty());
    }

    std::map<std::size_t, std::vector<const deploy::World*>> prepared;
    std::map<std::size_t, std::vector<const deploy::World*>> played;
    std::vector<bool> still_there;
    std::vector<bool> gone;

private:
    int year_;
    std::mutex noting_;
};

TEST_CASE("all engines at once deploy each variant once and find what they find one by one", "[batch]") {
    const study::StudySet set = test::read_text(small_text());
    REQUIRE(set.variants.size() == 2);
    RunStatistics statistics;
    EventCases events{set, {.jobs = 2}};
    AvailabilityCases availability{2};
    const Tables all = tables_of(set, {events, availability}, &statistics);
    CHECK(statistics.deployments == 2);

    const Tables annual = tables_of(set, {});
    EventCases events_alone{set, {.jobs = 2}};
    const Tables with_events = tables_of(set, {events_alone});
    AvailabilityCases availability_alone{2};
    const Tables with_availability = tables_of(set, {availability_alone});
    std::size_t of_events = 0;
    std::size_t of_availability = 0;
    for (const auto& [name, rows] : all) {
        INFO(name);
        const bool events_table = with_events.at(name) != annual.at(name);
        of_events += events_table ? 1 : 0;
        of_availability += with_availability.at(name) != annual.at(name) ? 1 : 0;
        CHECK(rows == (events_table ? with_events : with_availability).at(name));
    }
    CHECK(of_events >= 8);        // days, busy links, nights, lags, checks, waves, cut-overs, drills ...
    CHECK(of_availability >= 4);  // groups, administrations, causes, routes
}

TEST_CASE("worlds too large to be kept are made anew, and nothing else changes", "[batch]") {
    const study::StudySet set = test::read_text(small_text());
    // Two variants with two towns in one year each: 4 administration years are waited for.
    const auto found = [&set](std::size_t kept, std::size_t& deployments) {
        AvailabilityCases availability{1};
        RunStatistics statistics;
        const outcome::Run run = run_study(
            set, {.jobs = 1, .progress = {}, .next = {availability}, .kept_administration_years = kept},
            &statistics);
        deployments = statistics.deployments;
        return rows_to_json(run.rows<outcome::AvailabilitySummary>()).dump() +
               rows_to_json(run.rows<outcome::RoutePair>()).dump();
    };
    std::size_t of_kept = 0;
    std::size_t of_large = 0;
    CHECK(found(4, of_kept) == found(3, of_large));
    CHECK(of_kept == 2);
    CHECK(of_large == 4);
}

TEST_CASE("the world that is prepared is played, with the years asked for and no others", "[batch]") {
    const study::StudySet set = test::read_text(small_text());
    Witness first{2025};
    Witness second{2026};
    static_cast<void>(tables_of(set, {first, second}));
    for (const std::size_t v : {std::size_t{0}, std::size_t{1}}) {
        REQUIRE(first.prepared[v].size() == 1);
        CHECK(first.played[v] == first.prepared[v]);
        CHECK(second.prepared[v] == first.prepared[v]);
        CHECK(second.played[v] == first.prepared[v]);
    }
    CHECK(first.still_there == std::vector<bool>{true, true});
    CHECK(second.still_there == std::vector<bool>{true, true});
    CHECK(first.gone == std::vector<bool>{true, true});  // 2024
}

TEST_CASE("mistakes of the drills of all variants are told before any of them is simulated",
          "[batch][drill]") {
    const study::StudySet set = test::read_text(small_text("center:nort"));
    EventCases events{set, {.jobs = 1}};
    double furthest = 0.0;
    const auto progress = [&](double share, std::string_view) { furthest = std::max(furthest, share); };
    try {
        static_cast<void>(run_study(set, {.jobs = 1, .progress = progress, .next = {events}}));
        FAIL("nothing was found");
    } catch (const InvalidInput& invalid) {
        REQUIRE(invalid.mistakes().size() == 1);
        CHECK(invalid.mistakes().front().key == "drills.x.fail");
    }
    // A deployment counts as 3 of its 3 years, and the events take half of the time: one of two variants
    // deployed is at most 3 / 12 of the other half.
    CHECK(furthest <= 0.5 * 2.0 * 3.0 / 12.0);
}

/// Rows of a variant as text, in their order; they count as of the first variant.
template <class Row>
std::string rows_of_variant(const outcome::Run& run, std::int32_t variant) {
    std::vector<Row> rows;
    for (Row row : run.rows<Row>()) {
        if (row.variant != variant) continue;
        row.variant = 0;
        rows.push_back(std::move(row));
    }
    return rows_to_json(rows).dump();
}

TEST_CASE("a simulation by itself finds what it finds in the whole run, and nothing else is computed",
          "[batch]") {
    const study::StudySet set = test::read_text("precision: full\n" + small_text());
    EventCases events{set, {.jobs = 1}};
    const outcome::Run whole = run_study(set, {.jobs = 1, .progress = {}, .next = {events}});

    const outcome::Run night = play_case(set, "b/2026/night", {.jobs = 1});
    CHECK(rows_of_variant<outcome::NightBackup>(night, 0) == rows_of_variant<outcome::NightBackup>(whole, 1));
    CHECK(!night.rows<outcome::NightBackup>().empty());
    CHECK(night.rows<outcome::LatencyDay>().empty());
    CHECK(night.summary.empty());
    CHECK(night.years == std::vector<int>{2026});

    REQUIRE(!whole.rows<outcome::DrillSummary>().empty());
    const int drilled = whole.rows<outcome::DrillSummary>().back().year;
    const outcome::Run drill = play_case(set, fmt::format("b/{}/drill:x", drilled), {.jobs = 1});
    CHECK(rows_of_variant<outcome::DrillSummary>(drill, 0) ==
          rows_of_variant<outcome::DrillSummary>(whole, 1));

    CHECK(night.rows<outcome::TransactionName>().size() == whole.rows<outcome::TransactionName>().size());

    const outcome::Run year = play_case(set, "b/2026/year", {.jobs = 1});
    CHECK(rows_of_variant<outcome::LatencyDay>(year, 0) == rows_of_variant<outcome::LatencyDay>(whole, 1));
    CHECK(year.rows<outcome::NightBackup>().empty());

    const outcome::Run day = play_case(set, "b/2026/winter-workday", {.jobs = 1});
    REQUIRE(!day.rows<outcome::LatencyDay>().empty());
    for (const outcome::LatencyDay& row : day.rows<outcome::LatencyDay>()) CHECK(row.day == "winter-workday");
}

TEST_CASE("a simulation that there is not is refused with a name that there is", "[batch]") {
    const study::StudySet set = test::read_text(small_text());
    for (const std::string name : {"c/2026/night", "a/2026/siesta", "a", ""}) {
        CHECK_THROWS_WITH(play_case(set, name, {.jobs = 1}),
                          test::contains("no simulation is called \"" + name + "\"") &&
                              test::contains("a/2025/winter-workday"));
    }
}

}  // namespace
}  // namespace verbund::batch
