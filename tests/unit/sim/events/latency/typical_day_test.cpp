#include "sim/events/latency/typical_day.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "sim/batch/day_bytes.hpp"
#include "sim/deploy/deploy.hpp"
#include "sim/events/latency/rows.hpp"
#include "sim/events/latency/sample_run.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/isolated.hpp"
#include "tests/support/simulated_study.hpp"

using namespace verbund;
using namespace verbund::events;

namespace {

/// A variant of a study in a year.
struct Case {
    explicit Case(study::StudySet study_set, std::size_t variant = 0, std::size_t year = 0)
        : set{std::move(study_set)},
          study{&set.variants[variant].study},
          deployment{deploy::deploy(set, *study)},
          network{deploy::plan_network(*study, deployment)},
          profiles{set.catalog.profiles},
          input{set, *study, deployment, deployment.phases[year], network, profiles} {}
    Case(const Case&) = delete;

    study::StudySet set;
    const study::Study* study;
    deploy::VariantDeployment deployment;
    deploy::NetworkPlan network;
    workload::ProfileSet profiles;
    deploy::WorldYear input;
};

TypicalDayOutcome play(const deploy::WorldYear& input, study::TypicalDay day) {
    for (const DayShape& shape : typical_days(input)) {
        if (shape.day != day) continue;
        return batch::day_from_json(test::isolated<nlohmann::json>(
            [&] { return batch::day_to_json(simulate_typical_day(input, shape)); }));
    }
    throw std::invalid_argument{"no such day"};
}

const outcome::LatencyDay& row_of(const std::vector<outcome::LatencyDay>& rows, const std::string& day,
                                  int transaction) {
    return *std::find_if(
        rows.begin(), rows.end(),
        [&](const outcome::LatencyDay& r) { return r.day == day && r.transaction == transaction; });
}

/// Number of a kind in the catalog.
int kind(const study::StudySet& set, const std::string& id) {
    const auto& all = set.catalog.transactions;
    return static_cast<int>(std::find_if(all.begin(), all.end(), [&](const auto& t) { return t.id == id; }) -
                            all.begin());
}

}  // namespace

TEST_CASE("on a quiet day the simulated mean is the closed form without load") {
    const Case play_case(test::thorough_starter_set());
    const TypicalDayOutcome day = play(play_case.input, study::TypicalDay::saturday);
    REQUIRE_FALSE(day.latency.empty());
    for (const outcome::LatencyDay& row : day.latency) {
        CAPTURE(row.transaction, row.mean_ms, row.unloaded_ms);
        // Everything is stretched by the background at most, which on a Saturday is a few percent.
        CHECK(row.mean_ms >= 0.999 * row.unloaded_ms);
        CHECK(row.mean_ms <= 1.05 * row.unloaded_ms);
    }
}

TEST_CASE("the closed form without load is round trips, sizes, CPU and reads added up by hand") {
    const Case play_case(test::thorough_starter_set(), 1, 8);  // with a common center
    const auto sum = test::isolated_numbers([&] {
        Engine engine({});
        const Background background(play_case.input);
        Platform platform(engine, play_case.input, background);
        const LatencyStrata world = latency_strata(
            play_case.input, platform, deploy::played_administrations(play_case.input, 300), 4194304.0);
        const auto of_mail = static_cast<std::size_t>(kind(play_case.set, "mail"));
        for (const Stratum& s : world.strata) {
            const Connection& way = world.connections[s.connection];
            if (s.transaction != of_mail || way.home) continue;
            const catalog::Transaction& mail = play_case.set.catalog.transactions[of_mail];
            const double rate = std::min(platform.narrowest_bytes_per_s(way.administration, way.site),
                                         4194304.0 / platform.round_trip_s(way.administration, way.site));
            const double by_hand = mail.round_trips * platform.round_trip_s(way.administration, way.site) +
                                   (mail.request_kb + mail.response_kb) * 1e3 / rate +
                                   mail.cpu_ms * 1e-3 / platform.core_speed(way.site, s.group) +
                                   mail.storage_kb * 1e3 / platform.storage_bytes_per_s(way.site);
            return std::vector<double>{mean_s(s.unloaded), by_hand};
        }
        return std::vector<double>{};
    });
    REQUIRE(sum.size() == 2);
    CHECK(sum[0] == Approx(sum[1]).epsilon(1e-5));
}

TEST_CASE("the same seed gives the same bits, and another seed does not") {
    const Case play_case(test::thorough_starter_set());
    const TypicalDayOutcome once = play(play_case.input, study::TypicalDay::winter_workday);
    const TypicalDayOutcome again = play(play_case.input, study::TypicalDay::winter_workday);
    CHECK(once.stretches == again.stretches);
    CHECK(once.activities == again.activities);
    study::StudySet other = test::thorough_starter_set();
    ++other.seed;
    const Case other_case(std::move(other));
    CHECK(play(other_case.input, study::TypicalDay::winter_workday).stretches != once.stretches);
}

TEST_CASE("draws of an administration do not depend on the centers of others") {
    const Case with_all(test::thorough_starter_set());
    Case changed(test::thorough_starter_set());
    const auto draws = [](const Case& of) {
        std::vector<Sample> out;
        LatencyStrata world;
        world.connections.emplace_back().administration = 1;
        world.strata.emplace_back().transaction = 2;
        draw_samples(of.input, day_shape(of.input, study::TypicalDay::winter_workday), world, 0, 0, 50, out);
        return out;
    };
    // Another center for administration 0 only.
    for (deploy::Part& part : changed.deployment.phases[0].administrations[0].parts) part.site = 1;
    const std::vector<Sample> before = draws(with_all);
    const std::vector<Sample> after = draws(changed);
    REQUIRE(before.size() == 50);
    for (std::size_t i = 0; i < before.size(); ++i) {
        CHECK(before[i].at_s == after[i].at_s);
        CHECK(before[i].draws == after[i].draws);
    }
}

TEST_CASE("samples fall on the hours as the transactions do") {
    const Case play_case(test::thorough_starter_set());
    const DayShape day = day_shape(play_case.input, study::TypicalDay::winter_workday);
    LatencyStrata world;
    world.connections.emplace_back();
    const auto office = static_cast<std::size_t>(play_case.profiles.index("office"));
    world.strata.emplace_back().profile = office;
    std::vector<Sample> samples;
    draw_samples(play_case.input, day, world, 0, 0, 10'000, samples);
    double all = 0.0;
    for (int h = 0; h < 24; ++h) all += day.share(office, h);
    for (int h = 0; h < 24; ++h) {
        const auto in_hour = std::count_if(samples.begin(), samples.end(), [&](const Sample& s) {
            return s.at_s >= 3600.0F * static_cast<float>(h) && s.at_s < 3600.0F * static_cast<float>(h + 1);
        });
        // One sample in each 10000th of the transactions: at most two at the borders are on the other side.
        CHECK(std::abs(static_cast<double>(in_hour) - 10'000.0 * day.share(office, h) / all) <= 2.0);
    }
}

TEST_CASE("a class without interactions has no rows") {
    study::StudySet set = test::thorough_starter_set();
    const int mail = kind(set, "mail");
    Case play_case(std::move(set));
    for (deploy::AdministrationDeployment& a : play_case.deployment.phases[0].administrations) {
        for (deploy::Part& part : a.parts)
            if (play_case.deployment.workloads[part.workload].id == "groupware")
                part.interactions_per_h = 0.0F;
    }
    const TypicalDayOutcome day = play(play_case.input, study::TypicalDay::saturday);
    for (const outcome::LatencyDay& row : day.latency) CHECK(row.transaction != mail);
}

TEST_CASE("a narrow access lengthens the answers of its own administration only") {
    const auto p95_of_files = [](bool narrow) {
        study::StudySet set = test::thorough_starter_set();
        const int file = kind(set, "file-open");
        // The variant with a common center: only there do people cross their access.
        Case play_case(std::move(set), 1, 8);
        if (narrow) play_case.deployment.administrations[0].stated.access = 20.0 * megabit_per_second;
        const TypicalDayOutcome day = play(play_case.input, study::TypicalDay::winter_workday);
        std::map<int, double> p95;
        for (const auto& row : merge_days(play_case.input, {day}).administrations)
            if (row.transaction == file) p95[row.administration] = row.p95_ms;
        return p95;
    };
    const std::map<int, double> wide = p95_of_files(false);
    const std::map<int, double> narrow = p95_of_files(true);
    // 2 MB at 20 Mbit/s are 800 ms, at hundreds of Mbit/s tens.
    CHECK(narrow.at(0) > 3.0 * wide.at(0));
    CHECK(narrow.at(1) == Approx(wide.at(1)).epsilon(0.05));
}

TEST_CASE("the year mixes its days by their number") {
    const Case play_case(test::thorough_starter_set());
    std::vector<TypicalDayOutcome> both_days;
    for (const study::TypicalDay day : {study::TypicalDay::winter_workday, study::TypicalDay::saturday})
        both_days.push_back(play(play_case.input, day));
    const YearLatency year = merge_days(play_case.input, both_days);
    const int mail = kind(play_case.set, "mail");
    const outcome::LatencyDay& workday = row_of(year.days, "winter-workday", mail);
    const outcome::LatencyDay& saturday = row_of(year.days, "saturday", mail);
    const outcome::LatencyDay& all = row_of(year.days, "year", mail);
    CHECK(all.samples == workday.samples + saturday.samples);
    CHECK(all.mean_ms >= std::min(workday.mean_ms, saturday.mean_ms));
    CHECK(all.mean_ms <= std::max(workday.mean_ms, saturday.mean_ms));
    CHECK(all.p95_low_ms <= all.p95_ms);
    CHECK(all.p95_ms <= all.p95_high_ms);
    std::set<std::pair<int, int>> rows;
    for (const auto& row : year.administrations)
        CHECK(rows.insert({row.administration, row.transaction}).second);
    CHECK(year.busiest.size() == both_days[0].busiest.size() + both_days[1].busiest.size());
}

TEST_CASE("busiest links come by load / capacity and only with a load") {
    const Case play_case(test::thorough_starter_set(), 1, 8);
    const TypicalDayOutcome day = play(play_case.input, study::TypicalDay::winter_workday);
    REQUIRE_FALSE(day.busiest.empty());
    CHECK(day.busiest.size() <= 10);
    for (std::size_t i = 0; i < day.busiest.size(); ++i) {
        const outcome::BusyLink& row = day.busiest[i];
        CHECK(row.day == "winter-workday");
        CHECK(row.load_gbit_s > 0.0);
        CHECK(row.utilisation == Approx(row.load_gbit_s / row.capacity_gbit_s));
        if (i > 0) CHECK(row.utilisation <= day.busiest[i - 1].utilisation);
    }
}

TEST_CASE("on a quiet day single hosts respond like their pool") {
    // Hardly anything runs at the same time, so it does not matter on which core; hosts of one type are
    // equally fast.
    study::StudySet set = test::thorough_starter_set();
    for (study::Variant& variant : set.variants) variant.study.events.hosts = study::HostDetail::single;
    const Case single(std::move(set));
    const Case pool(test::thorough_starter_set());
    const TypicalDayOutcome alone = play(single.input, study::TypicalDay::saturday);
    const TypicalDayOutcome other = play(pool.input, study::TypicalDay::saturday);
    REQUIRE(alone.latency.size() == other.latency.size());
    for (std::size_t i = 0; i < alone.latency.size(); ++i) {
        CHECK(alone.latency[i].unloaded_ms == other.latency[i].unloaded_ms);
        CHECK(alone.latency[i].mean_ms == test::Approx(other.latency[i].mean_ms).epsilon(0.05));
    }
}

TEST_CASE("only the classes asked for are sampled") {
    study::StudySet set = test::thorough_starter_set();
    for (study::Variant& variant : set.variants)
        variant.study.events.latency.workloads = {"file", "telephony"};
    const Case play_case(std::move(set));
    const TypicalDayOutcome day = play(play_case.input, study::TypicalDay::saturday);
    std::set<std::string> kinds;
    for (const outcome::LatencyDay& row : day.latency) {
        if (row.transaction < 0) continue;  // all kinds together
        kinds.insert(play_case.set.catalog.transactions[static_cast<std::size_t>(row.transaction)].workload);
    }
    CHECK(kinds == std::set<std::string>{"file", "telephony"});
}
