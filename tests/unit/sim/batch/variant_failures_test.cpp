// Throws in every stage of a run: each must come out as one exception, on any number of threads.
#include <stdexcept>
#include <string>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "sim/batch/availability_cases.hpp"
#include "sim/batch/run_study.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/simulated_study.hpp"

namespace verbund::batch {
namespace {

/// Eight variants over a few years; some of them compute while another comes to grief.
study::StudySet eight_variants() {
    study::StudySet set = test::starter_set();
    set.horizon = {2024, 2028};
    set.milestones = {2025};
    const study::Variant model = set.variants.back();
    set.variants.clear();
    for (int v = 0; v < 8; ++v) {
        set.variants.push_back(model);
        set.variants.back().id = fmt::format("v{}", v);
    }
    set.base_variant = "v0";
    return set;
}

/// What the run of `set` ends with; a run that crashes instead ends the test.
std::string end_of(const study::StudySet& set, int jobs, const Progress& progress = {}) {
    try {
        static_cast<void>(run_study(set, {.jobs = jobs, .progress = progress}));
    } catch (const InvalidInput& invalid) {
        std::string all = "invalid:";
        for (const Diagnostic& mistake : invalid.mistakes())
            all += " " + mistake.key + ": " + mistake.problem;
        return all;
    } catch (const std::exception& error) {
        return error.what();
    }
    return "";
}

void close_before_its_servers_leave(study::Variant& variant) {
    for (auto& [id, center] : variant.study.centers) center.closed = Date{2027, 1, 1};
}

/// Reading refuses such a study; here it stands for whatever a deployment may meet.
void break_its_plant(study::Variant& variant) {
    variant.study.centers.begin()->second.rooms.begin()->second.ups = "no-such-ups";
}

TEST_CASE("an exception in the deployment of one variant is told while the others compute",
          "[batch][failures]") {
    study::StudySet set = eight_variants();
    const std::size_t broken = GENERATE(std::size_t{0}, std::size_t{3}, std::size_t{7});
    break_its_plant(set.variants[broken]);
    const int jobs = GENERATE(1, 2, 4, 8);
    for (int repetition = 0; repetition < 5; ++repetition)
        CHECK_THAT(end_of(set, jobs), test::contains("no-such-ups"));
}

TEST_CASE("mistakes that deployments find are told of all variants at once", "[batch][failures]") {
    study::StudySet set = eight_variants();
    close_before_its_servers_leave(set.variants[2]);
    close_before_its_servers_leave(set.variants[6]);
    const int jobs = GENERATE(1, 2, 4, 8);
    for (int repetition = 0; repetition < 5; ++repetition) {
        const std::string told = end_of(set, jobs);
        CHECK_THAT(told, test::contains("invalid: centers."));
        CHECK_THAT(told, test::contains("in variant \"v2\" and 1 more"));
    }
}

TEST_CASE("a mistake of the study is told rather than an exception of another variant", "[batch][failures]") {
    study::StudySet set = eight_variants();
    break_its_plant(set.variants[0]);
    close_before_its_servers_leave(set.variants[7]);
    const int jobs = GENERATE(1, 2, 4, 8);
    for (int repetition = 0; repetition < 5; ++repetition)
        CHECK_THAT(end_of(set, jobs), test::contains("in variant \"v7\""));
}

TEST_CASE("an exception in any year or deployment ends the run with its text", "[batch][failures]") {
    // 8 deployments and 8 x 5 years are told of: 48 calls.
    const study::StudySet set = eight_variants();
    const int jobs = GENERATE(1, 2, 4, 8);
    for (const int call : {1, 2, 3, 7, 12, 20, 33, 48}) {
        int calls = 0;
        const auto throw_once = [&](double, std::string_view) {
            if (++calls == call) throw std::runtime_error("thrown here");
        };
        CHECK(end_of(set, jobs, throw_once) == "thrown here");
    }
}

TEST_CASE("an exception while the weather is made is told", "[batch][failures]") {
    study::StudySet set = eight_variants();
    set.variants[4].study.centers.begin()->second.rooms.begin()->second.cooling = "no-such-cooling";
    const int jobs = GENERATE(2, 4, 8);
    CHECK_THAT(end_of(set, jobs), test::contains("no-such-cooling"));
}

TEST_CASE("an exception in the years of all variants is told once", "[batch][failures]") {
    study::StudySet set = eight_variants();
    set.catalog.electricity_price.clear();
    const int jobs = GENERATE(2, 4, 8);
    for (int repetition = 0; repetition < 5; ++repetition)
        CHECK_THAT(end_of(set, jobs), test::contains("the table is empty"));
}

TEST_CASE("an exception of the availability engine's progress ends it with its text", "[batch][failures]") {
    study::StudySet set = eight_variants();
    set.variants.resize(2);
    for (study::Variant& v : set.variants) v.study.availability.simulated_years = 256;
    const int jobs = GENERATE(2, 4, 8);
    AvailabilityCases availability{jobs};
    // The annual engine comes first, and ends where the part of the time of the others begins.
    const double annual = 1.0 - availability.part_of_time();
    const auto stop = [annual](double share, std::string_view) {
        if (share > annual + 0.01) throw std::runtime_error("thrown here");
    };
    CHECK_THROWS_WITH(run_study(set, {.jobs = jobs, .progress = stop, .next = {availability}}),
                      "thrown here");
}

}  // namespace
}  // namespace verbund::batch
