#include "results/store/read_sweep.hpp"

#include <functional>
#include <numeric>

#include "models/base/diagnostics.hpp"
#include "results/store/store.hpp"
#include "sim/batch/sweep/analysis.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/foreign_file.hpp"
#include "tests/support/hand_made_sweep.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/results/sample_run.hpp"
#include "tests/unit/results/store/same_rows.hpp"

namespace verbund::store {
namespace {

using outcome::SweepRun;
using test::require_same_rows;
using test::TemporaryFolder;

SweepRun analysed(SweepRun run) {
    batch::analyse(run);
    return run;
}

/// Two keys in lists, nothing drawn: four cases of two variants, one year.  Every value is its own number.
SweepRun listed_sweep() {
    SweepRun run;
    run.title = "Listed";
    run.question = "Which?";
    run.seed = 18'446'744'073'709'551'615ULL;
    run.seeds = {run.seed};
    run.engines = {"annual", "events"};
    run.variants = {"a", "b"};
    run.years = {2030};
    run.milestones = {2030};
    run.listed_keys = {"estate.growth.vms", "hosts.overcommit"};
    run.list_of_key = {0, 1};
    run.combinations = {{"1 %/a", "2"}, {"1 %/a", "4"}, {"9 %/a", "2"}, {"9 %/a", "4"}};
    std::vector<double> values(outcome::sweep_outcomes().size() * 4 * 2);
    std::iota(values.begin(), values.end(), 0.0);
    run.values = std::move(values);
    run.without_effect = {"hosts.overcommit"};
    return run;
}

void require_same(const SweepRun& a, const SweepRun& b) {
    CHECK(a.title == b.title);
    CHECK(a.question == b.question);
    CHECK(a.seed == b.seed);
    CHECK(a.study_sha256 == b.study_sha256);
    CHECK(a.resolved_study == b.resolved_study);
    CHECK(a.variants == b.variants);
    CHECK(a.years == b.years);
    CHECK(a.milestones == b.milestones);
    CHECK(a.listed_keys == b.listed_keys);
    CHECK(a.combinations == b.combinations);
    CHECK(a.groups == b.groups);
    CHECK(a.draws == b.draws);
    CHECK(a.replications == b.replications);
    CHECK(a.seeds == b.seeds);
    CHECK(a.engines == b.engines);
    CHECK(a.one_at_a_time == b.one_at_a_time);
    CHECK(a.sensitivity == b.sensitivity);
    CHECK(a.quantiles == b.quantiles);
    CHECK(a.without_effect == b.without_effect);
    require_same_rows(a.drawn_keys, b.drawn_keys);
    require_same_rows(a.bands, b.bands);
    require_same_rows(a.sensitivities, b.sensitivities);
    require_same_rows(a.chances, b.chances);
    require_same_rows(a.pairs, b.pairs);
    require_same_rows(a.tornado, b.tornado);
    require_same_rows(a.failed, b.failed);
}

void require_same_values(const SweepRun& run, const SweepFile& file) {
    REQUIRE(file.outcomes().size() == outcome::sweep_outcomes().size());
    const std::size_t size = run.cases() * run.variants.size() * run.years.size();
    for (std::size_t o = 0; o < file.outcomes().size(); ++o) {
        CHECK(file.outcomes()[o].name == outcome::sweep_outcomes()[o].name);
        CHECK(file.outcomes()[o].unit == outcome::sweep_outcomes()[o].unit);
        const std::vector<double> values = file.values(o, 0, run.cases());
        REQUIRE(values.size() == size);
        for (std::size_t i = 0; i < size; ++i) REQUIRE(test::same(values[i], run.values[o * size + i]));
    }
}

/// What the reader says after `change` in a file of listed values and of draws.
std::string message_after(const std::function<void(hid_t)>& change) {
    const TemporaryFolder folder;
    SweepRun run = test::hand_made_sweep(false);
    run.listed_keys = {"hosts.overcommit"};
    run.list_of_key = {0};
    run.combinations = {{"2"}};
    write_sweep(analysed(std::move(run)), folder / "s.h5", false);
    test::change_file(folder / "s.h5", change);
    return test::message_of<RunFailed>([&] { SweepFile{folder / "s.h5"}; });
}

TEST_CASE("a sweep of draws reads back as it was written, to the last bit", "[store][sweep]") {
    const TemporaryFolder folder;
    const SweepRun run = analysed(test::hand_made_sweep(false));
    REQUIRE_FALSE(run.bands.empty());
    REQUIRE_FALSE(run.failed.empty());
    write_sweep(run, folder / "s.h5", false);
    const SweepFile file{folder / "s.h5"};
    require_same(run, file.run());
    require_same_values(run, file);
    CHECK(file.run().values.size() == 0);
}

TEST_CASE("a sweep of lists reads back, with the values of the keys in every case", "[store][sweep]") {
    const TemporaryFolder folder;
    const SweepRun run = listed_sweep();
    write_sweep(run, folder / "s.h5", false);
    const SweepFile file{folder / "s.h5"};
    require_same(run, file.run());
    require_same_values(run, file);
    REQUIRE(file.case_columns().size() == 5);
    CHECK(file.case_columns()[0].name == "combination");
    CHECK(std::get<0>(file.case_columns()[0].values) == std::vector<std::int32_t>{0, 1, 2, 3});
    CHECK(file.case_columns()[4].name == "hosts.overcommit");
    CHECK(std::get<1>(file.case_columns()[4].values) == std::vector<std::string>{"2", "4", "2", "4"});
}

TEST_CASE("figures that are varied one at a time read back", "[store][sweep]") {
    const TemporaryFolder folder;
    SweepRun run = test::hand_made_sweep();
    run.one_at_a_time = true;
    run.sensitivity = false;
    batch::analyse(run);
    REQUIRE_FALSE(run.tornado.empty());
    write_sweep(run, folder / "s.h5", false);
    require_same(run, SweepFile{folder / "s.h5"}.run());
}

TEST_CASE("values are read a few cases at a time", "[store][sweep]") {
    const TemporaryFolder folder;
    write_sweep(listed_sweep(), folder / "s.h5", false);
    const SweepFile file{folder / "s.h5"};
    // Eight values of an outcome: four cases x two variants x one year; cases 1 and 2 of the fourth outcome.
    CHECK(file.values(3, 1, 2) == std::vector<double>{26.0, 27.0, 28.0, 29.0});
    CHECK(file.values(3, 4, 0).empty());
    CHECK(file.values(outcome::sweep_outcomes()[3].name) ==
          std::vector<double>{24.0, 25.0, 26.0, 27.0, 28.0, 29.0, 30.0, 31.0});
    CHECK(file.values("nothing-of-that-name").empty());
    CHECK_THAT(test::message_of<RunFailed>([&] { (void)file.values(3, 3, 2); }),
               test::contains("it is not so long"));
}

TEST_CASE("a file tells whether a run or a sweep wrote it", "[store][sweep]") {
    const TemporaryFolder folder;
    write_sweep(listed_sweep(), folder / "s.h5", false);
    write_run(test::numbered_run(), folder / "r.h5", false);
    CHECK(std::holds_alternative<SweepFile>(read_results(folder / "s.h5")));
    CHECK(std::holds_alternative<outcome::Run>(read_results(folder / "r.h5")));
    CHECK_THAT(test::message_of<RunFailed>([&] { (void)read_run(folder / "s.h5"); }),
               test::contains("s.h5: is the file of a sweep"));
    CHECK_THAT(test::message_of<RunFailed>([&] { SweepFile{folder / "r.h5"}; }),
               test::contains("r.h5: is the results file of a run"));
}

TEST_CASE("a sweep of another major schema version is refused with both numbers", "[store][sweep]") {
    const std::string message =
        message_after([](hid_t file) { test::replace_text(file, "schema_version", "2.0"); });
    CHECK_THAT(message, test::contains("schema version 2.0"));
    CHECK_THAT(message, test::contains("reads 1.x"));
    CHECK_THAT(message, test::contains("verbund sweep STUDY"));
}

TEST_CASE("a newer minor version may have more, and an older one less", "[store][sweep]") {
    CHECK(message_after([](hid_t file) {
              test::replace_text(file, "schema_version", "1.7");
              H5Gclose(H5Gcreate2(file, "/later", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
              test::replace_dataset(file, "/cases/pue", H5T_IEEE_F64LE, {256, 2});
          }).empty());
    CHECK(message_after([](hid_t file) {
              test::replace_text(file, "schema_version", "1.0");
              H5Ldelete(file, "/sweep", H5P_DEFAULT);
          }).empty());
}

TEST_CASE("what is missing or of another kind in a sweep's file is named", "[store][sweep]") {
    const auto deleted = [](const char* path) {
        return message_after([path](hid_t file) { H5Ldelete(file, path, H5P_DEFAULT); });
    };
    CHECK_THAT(deleted("/cases"), test::contains("/cases"));
    CHECK_THAT(deleted("/bands/p90"), test::contains("/bands/p90"));
    CHECK_THAT(deleted("/draws"), test::contains("256 entries (1 expected from the combinations and draws)"));
    CHECK_THAT(deleted("/cases/variant"), test::contains("/cases/variant"));
    const auto replaced = [](const char* path, hid_t type, const std::vector<hsize_t>& sizes) {
        return message_after([&](hid_t file) { test::replace_dataset(file, path, type, sizes); });
    };
    CHECK_THAT(replaced("/cases/pue", H5T_IEEE_F64LE, {256, 2, 3}),
               test::contains("/cases/pue is no outcome"));
    CHECK_THAT(replaced("/cases/pue", H5T_STD_I32LE, {256, 2, 2}),
               test::contains("/cases/pue is no outcome"));
    CHECK_THAT(replaced("/cases/year", H5T_STD_I32LE, {0}), test::contains("empty"));
    CHECK_THAT(replaced("/combinations/key", H5T_C_S1, {1}), test::contains("texts of fixed length"));
    CHECK_THAT(replaced("/draws/quantile", H5T_IEEE_F64LE, {2, 2}), test::contains("256 x 2 expected"));
}

}  // namespace
}  // namespace verbund::store
