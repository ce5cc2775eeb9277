#include "sim/deploy/line_sizing.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "sim/annual/network_year.hpp"
#include "sim/deploy/world.hpp"
#include "sim/events/world/background.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

namespace verbund::deploy {
namespace {

using test::Approx;

constexpr const char* fast_growth = "provider_share: 0 %, growth: {traffic: 60 %/a}";

/// `small_study` with another estate, and a few more lines before its variants.
study::StudySet study_with(const std::string& estate, const std::string& lines = "") {
    std::string text = test::spoilt("provider_share: 0 %", estate);
    return test::read_text(text.replace(text.find("variants:"), 0, lines));
}

constexpr std::size_t dormagen = 0;  // administrations by their ids
constexpr std::size_t neuss = 1;

TEST_CASE("a line that nobody limits carries its need in every year, and nothing of it is taken back",
          "[deploy]") {
    const study::StudySet set = study_with(fast_growth);
    const World world{set, 0};
    const Lines& lines = *world.network().lines;
    REQUIRE(lines.years.size() == 9);
    LineYear before;
    for (const auto& [year, now] : lines.years) {
        for (std::size_t a = 0; a < 2; ++a) {
            CHECK(now.access_gbit_s[a] >= 1.4 * now.peaks.access_gbit_s[a]);
            if (!before.access_gbit_s.empty()) CHECK(now.access_gbit_s[a] >= before.access_gbit_s[a]);
        }
        for (std::size_t l = 0; l < now.link_gbit_s.size(); ++l) {
            CHECK(now.link_gbit_s[l] >= 1.4 * now.peaks.link_gbit_s[l]);
            if (!before.link_gbit_s.empty()) CHECK(now.link_gbit_s[l] >= before.link_gbit_s[l]);
        }
        before = now;
    }
    CHECK_FALSE(lines.steps.empty());
}

TEST_CASE("a new line is the least one sold for the largest need of its stage and the reserve", "[deploy]") {
    const study::StudySet set = study_with(fast_growth, "network: {stage_years: 3, reserve: 50 %}\n");
    const World world{set, 0};
    const Lines& lines = *world.network().lines;
    int checked = 0;
    for (const LineStep& step : lines.steps) {
        CHECK(step.to > step.from);
        if (!step.access || step.year > 2028) continue;  // the stage ends within the years kept
        const double need = 1.4 * lines.years.at(step.year).peaks.access_gbit_s[step.line];
        CHECK(need > step.from);  // not before it is needed
        double largest = 0.0;
        for (int year = step.year; year < step.year + 3; ++year)
            largest = std::max(largest, lines.years.at(year).peaks.access_gbit_s[step.line]);
        const double wanted = 1.5 * 1.4 * largest;
        CHECK(step.to >= wanted);
        CHECK(step.to <= 2.5 * wanted);  // steps of the catalog are at most 2.5 apart
        CHECK(lines.years.at(step.year).access_gbit_s[step.line] == step.to);
        ++checked;
    }
    CHECK(checked > 0);
}

TEST_CASE("what stands at the start is at least the usual line of its kind", "[deploy]") {
    // Municipalities of 2022: 100 Mbit/s x 4.5^0.2 = 135, sold as 200; trunks: 10 Gbit/s between centers.
    const study::StudySet set = study_with("provider_share: 0 %");
    const World world{set, 0};
    const LineYear& first = world.network().lines->years.at(2022);
    CHECK(first.access_gbit_s[neuss] == Approx(0.2));
    for (std::size_t l = 0; l < first.link_gbit_s.size(); ++l)
        CHECK(first.link_gbit_s[l] == Approx(world.network().topology.links[l].access ? 0.2 : 10.0));
}

TEST_CASE("a stated line stays as it is stated, however much it is short", "[deploy]") {
    std::string text = test::spoilt("seats: 700", "seats: 700, access: 1 Mbit/s");
    text.replace(text.find("variants:"), 0, "network: {backbone: 10 Mbit/s}\n");
    const study::StudySet set = test::read_text(text);
    const World world{set, 0};
    const Lines& lines = *world.network().lines;
    for (const auto& [year, now] : lines.years) {
        CHECK(now.access_gbit_s[dormagen] == Approx(0.001));
        for (std::size_t l = 0; l < now.link_gbit_s.size(); ++l)
            if (!world.network().topology.links[l].access) CHECK(now.link_gbit_s[l] == Approx(0.01));
    }
    for (const LineStep& step : lines.steps) {
        CHECK(step.access);
        CHECK(step.line == neuss);
    }
    CHECK(lines.years.at(2030).peaks.access_gbit_s[dormagen] > 0.001);  // it is short
}

TEST_CASE("where the years asked for begin and end changes no line", "[deploy]") {
    const auto lines = [](const std::string& horizon) {
        std::string text = test::spoilt("{first: 2022, last: 2030}", horizon);
        text.replace(text.find("variants:"), 0, "network: {stage_years: 4}\n");
        const study::StudySet set = test::read_text(text);
        return *World{set, 0}.network().lines;
    };
    const Lines whole = lines("{first: 2022, last: 2030}");
    const Lines part = lines("{first: 2025, last: 2027}");
    REQUIRE(part.years.size() == 3);
    for (const auto& [year, now] : part.years) {
        CHECK(now.access_gbit_s == whole.years.at(year).access_gbit_s);
        CHECK(now.link_gbit_s == whole.years.at(year).link_gbit_s);
    }
    for (const LineStep& step : part.steps) {
        CHECK(step.year >= 2025);
        CHECK(step.year <= 2027);
    }
}

TEST_CASE("the annual and the event engine see the capacities of the plan, year by year", "[deploy]") {
    const study::StudySet set = study_with(fast_growth);
    const World world{set, 0};
    for (const int year : {2022, 2026, 2030}) {
        const WorldYear at = world.year(year);
        const LineYear& lines = world.network().lines->years.at(year);
        const annual::NetworkYear told = annual::network_year(at.network(), at.study(), at.variant(),
                                                              world.phases(year), at.profiles(), set.catalog);
        const events::Background background{at};
        for (std::size_t a = 0; a < 2; ++a) {
            CHECK(told.administrations[a].access_limit_gbit_s == lines.access_gbit_s[a]);
            CHECK(background.access_capacity_gbit_s(a) == lines.access_gbit_s[a]);
        }
        for (std::size_t l = 0; l < lines.link_gbit_s.size(); ++l) {
            CHECK(told.links[l].limit_gbit_s == lines.link_gbit_s[l]);
            CHECK(background.link_capacity_gbit_s(l) == lines.link_gbit_s[l]);
        }
    }
}

}  // namespace
}  // namespace verbund::deploy
