#include "sim/batch/sweep/case_player.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "results/outcome/engine_numbers.hpp"
#include "results/outcome/sweep.hpp"
#include "scenarios/study/price_keys.hpp"
#include "sim/batch/availability_cases.hpp"
#include "sim/batch/run_study.hpp"
#include "sim/batch/sweep/plan.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

namespace verbund::batch {
namespace {

using Values = std::vector<std::pair<std::string, std::string>>;

std::vector<study::CaseKey> keys_of(const study::StudySet& set, const Values& values) {
    std::vector<std::pair<std::string, study::KeyReach>> names;
    for (const auto& [key, text] : values) names.emplace_back(key, study::KeyReach::stated);
    return study::resolve_keys(set, names);
}

std::vector<std::string> texts_of(const Values& values) {
    std::vector<std::string> texts;
    for (const auto& [key, text] : values) texts.push_back(text);
    return texts;
}

/// The same bits, not-a-number included.
bool same(const std::vector<double>& a, const std::vector<double>& b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

std::vector<double> played_alone(const study::StudySet& set, std::size_t variant, const Values& values) {
    CasePlayer player{set, variant, keys_of(set, values)};
    return player.play(texts_of(values));
}

TEST_CASE("a case finds what a run of the study with these values finds, to the last bit", "[sweep]") {
    const study::StudySet set = test::read_text(test::small_study);
    const Values values{{"estate.growth.compute", "9 %/a"},
                        {"hosts.refresh", "4 a"},
                        {"prices.host-core", "140 EUR"},
                        {"economics.price", "high"}};
    const study::StudySet stated = test::read_text(test::small_study, {.overrides = values, .seed = {}});
    const outcome::Run run = run_study(stated, {.jobs = 2, .progress = {}});
    const auto& columns = outcome::columns_of<outcome::VariantYear>();
    for (std::size_t v = 0; v < 2; ++v) {
        const std::vector<double> found = played_alone(set, v, values);
        const std::size_t outcomes = outcome::sweep_outcomes().size();
        REQUIRE(found.size() == run.years.size() * outcomes);
        for (std::size_t y = 0; y < run.years.size(); ++y) {
            for (std::size_t c = 0; c < columns.size(); ++c) {
                INFO(columns[c].name << " of variant " << v << " in year " << run.years[y]);
                const double of_case = found[y * outcomes + c];
                const double of_run = number_in(columns[c], run.summary[run.summary_index(v, y)]);
                CHECK((of_case == of_run || (std::isnan(of_case) && std::isnan(of_run))));
            }
        }
    }
}

TEST_CASE("a case that follows another is the case alone, whichever key of money differs", "[sweep]") {
    const study::StudySet set = test::read_text(test::small_study);
    Values stated{{"economics.price", "mid"},
                  {"economics.emission", "mid"},
                  {"economics.discount_rate", "2 %/a"},
                  {"economics.double_running", "60 d"},
                  {"economics.share_key", "servers"},
                  {"economics.provider_vat", "exempt"},
                  {"economics.hypervisor", "vendor"},
                  {"economics.renewable_upstream", "20 g/kWh"},
                  {"economics.price_rise.staff", "0 %/a"},
                  {"economics.value_added_tax", "19 %"},
                  {"economics.guest_licences", "none"},
                  {"economics.standby_licences", "running"},
                  {"catalog.figures.embodied.cpu", "30 kg"}};
    Values other{{"economics.price", "high"},
                 {"economics.emission", "low"},
                 {"economics.discount_rate", "4 %/a"},
                 {"economics.double_running", "0 d"},
                 {"economics.share_key", "equal"},
                 {"economics.provider_vat", "always"},
                 {"economics.hypervisor", "open-source"},
                 {"economics.renewable_upstream", "30 g/kWh"},
                 {"economics.price_rise.staff", "2 %/a"},
                 {"economics.value_added_tax", "7 %"},
                 {"economics.guest_licences", "windows-datacenter"},
                 {"economics.standby_licences", "all"},
                 {"catalog.figures.embodied.cpu", "60 kg"}};
    for (const std::string& key : study::price_keys()) {
        const catalog::FigureRule* rule = study::priced_figure(key);
        const auto figure = std::find_if(set.catalog.figures.begin(), set.catalog.figures.end(),
                                         [rule](const catalog::Figure& f) { return f.id == rule->id; });
        if (figure->high.empty() || figure->high == figure->value) continue;
        stated.emplace_back("prices." + key, figure->value);
        other.emplace_back("prices." + key, figure->high);
    }
    CHECK(stated.size() > 60);
    CasePlayer player{set, 0, keys_of(set, stated)};
    const std::vector<double> before = player.play(texts_of(stated));
    for (std::size_t k = 0; k < stated.size(); ++k) {
        Values one = stated;
        one[k].second = other[k].second;
        INFO(one[k].first << " = " << one[k].second);
        const std::vector<double> after = player.play(texts_of(one));
        CHECK(same(after, played_alone(set, 0, one)));
    }
    CHECK(same(player.play(texts_of(stated)), before));
}

TEST_CASE("what moves machines is played anew, and what comes back is as before", "[sweep]") {
    const study::StudySet set = test::read_text(test::small_study);
    const Values first{{"estate.growth.compute", "3 %/a"}, {"facility.imperfection", "1.3"}, {"seed", "1"}};
    Values second = first;
    for (const auto& [key, text] :
         Values{{"estate.growth.compute", "9 %/a"}, {"facility.imperfection", "1.7"}, {"seed", "2"}}) {
        CasePlayer player{set, 0, keys_of(set, first)};
        const std::vector<double> before = player.play(texts_of(first));
        const auto changed = std::find_if(second.begin(), second.end(),
                                          [&key = key](const auto& value) { return value.first == key; });
        changed->second = text;
        const std::vector<double> after = player.play(texts_of(second));
        INFO(key);
        CHECK_FALSE(same(before, after));
        CHECK(same(after, played_alone(set, 0, second)));
        CHECK(same(player.play(texts_of(first)), before));
    }
}

TEST_CASE("a replication is the case with that seed, whatever was played before it", "[sweep]") {
    const study::StudySet set = test::read_text(test::small_study);
    const Values values{{"facility.imperfection", "1.3"}};
    CasePlayer player{set, 0, keys_of(set, values)};
    const std::vector<double> first = player.play(texts_of(values), 0);
    const std::vector<double> second = player.play(texts_of(values), 1);
    CHECK(same(first, played_alone(set, 0, values)));
    CHECK_FALSE(same(first, second));  // the weather is another
    study::StudySet other = set;
    other.seed = replication_seed(set.seed, 1);
    CHECK(same(second, played_alone(other, 0, values)));
    CHECK(same(player.play(texts_of(values), 0), first));
}

TEST_CASE("a replication of a case with a seed of its own derives from that seed", "[sweep]") {
    const study::StudySet set = test::read_text(test::small_study);
    const Values values{{"seed", "7"}};
    CasePlayer player{set, 0, keys_of(set, values)};
    study::StudySet other = set;
    other.seed = replication_seed(7, 2);
    CHECK(same(player.play(texts_of(values), 2), played_alone(other, 0, {})));
}

TEST_CASE("with availability a case has the downtime of a run in the years that it plays", "[sweep]") {
    study::StudySet set = test::read_text(
        test::small_study, {.overrides = {{"availability.simulated_years", "200"}}, .seed = {}});
    set.sweep.engines = {study::SweepEngine::availability};
    AvailabilityCases availability{1};
    const outcome::Run run = run_study(set, {.jobs = 2, .progress = {}, .next = {availability}});
    const std::size_t critical = outcome::sweep_outcome("downtime_h");
    const std::size_t other = outcome::sweep_outcome("downtime_other_h");
    const std::size_t outcomes = outcome::sweep_outcomes().size();
    for (std::size_t v = 0; v < 2; ++v) {
        const std::vector<double> found = played_alone(set, v, {});
        std::size_t played = 0;
        for (std::size_t y = 0; y < run.years.size(); ++y) {
            const auto* row = outcome::availability_of(run, v, run.years[y], "critical");
            CHECK(std::isnan(found[y * outcomes + critical]) == (row == nullptr));
            CHECK(std::isnan(found[y * outcomes + outcome::sweep_outcome("response_p95_ms")]));
            if (row == nullptr) continue;
            ++played;
            CHECK(found[y * outcomes + critical] == row->downtime_h);
            CHECK(found[y * outcomes + other] ==
                  outcome::availability_of(run, v, run.years[y], "other")->downtime_h);
        }
        CHECK(played == set.milestones.size());
    }
}

TEST_CASE("prices change nothing that the other engines find", "[sweep]") {
    study::StudySet set = test::read_text(
        test::small_study, {.overrides = {{"availability.simulated_years", "200"}}, .seed = {}});
    set.sweep.engines = {study::SweepEngine::availability};
    const Values values{{"prices.licence", "90 EUR/a"}};
    const Values dear{{"prices.licence", "190 EUR/a"}};
    CasePlayer player{set, 0, keys_of(set, values)};
    [[maybe_unused]] const std::vector<double> before = player.play(texts_of(values));
    CHECK(same(player.play(texts_of(dear)), played_alone(set, 0, dear)));
    CHECK(same(player.play(texts_of(dear), 1), [&] {
        study::StudySet other = set;
        other.seed = replication_seed(set.seed, 1);
        return played_alone(other, 0, dear);
    }()));
}

TEST_CASE("values that contradict the study are refused, and the next case is played all the same",
          "[sweep]") {
    const study::StudySet set = test::read_text(test::small_study);
    const Values values{{"hosts.ram_per_core_least", "8 GB"}, {"hosts.ram_per_core_most", "16 GB"}};
    CasePlayer player{set, 0, keys_of(set, values)};
    CHECK_THROWS_AS(player.play(std::vector<std::string>{"20 GB", "16 GB"}), InvalidInput);
    CHECK(same(player.play(texts_of(values)), played_alone(set, 0, values)));
}

TEST_CASE("a key that the variant states by itself does not reach it", "[sweep]") {
    const study::StudySet set = test::read_text(
        test::spoilt("b: {base: a, home: {rooms: 2}}", "b: {base: a, hosts: {overcommit: 6}}"));
    const std::vector<study::CaseKey> keys =
        keys_of(set, {{"hosts.overcommit", ""}, {"b:hosts.overcommit", ""}});
    CHECK(keys[0].variants == std::vector<std::size_t>{0});
    CHECK(keys[1].variants == std::vector<std::size_t>{1});
}

}  // namespace
}  // namespace verbund::batch
