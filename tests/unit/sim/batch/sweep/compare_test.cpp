#include "sim/batch/sweep/compare.hpp"

#include "models/base/diagnostics.hpp"
#include "results/store/store.hpp"
#include "sim/batch/sweep/analysis.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/hand_made_sweep.hpp"
#include "tests/support/temporary_folder.hpp"

namespace verbund::batch {
namespace {

using outcome::PairRow;
using outcome::SweepRun;

store::SweepFile stored(SweepRun run, const std::filesystem::path& file) {
    analyse(run);
    store::write_sweep(run, file, false);
    return store::SweepFile{file};
}

const PairRow& pair_of(const outcome::SweepComparison& found, const std::string& variant,
                       std::string_view outcome) {
    for (const PairRow& pair : found.pairs)
        if (pair.variant == variant && pair.outcome == outcome) return pair;
    throw std::logic_error{"no such pair"};
}

TEST_CASE("a variant that costs a tenth more in every draw is told apart", "[batch][sweep]") {
    const test::TemporaryFolder folder;
    const store::SweepFile file = stored(test::hand_made_sweep(), folder / "s.h5");
    const outcome::SweepComparison found = compare_sweeps({{"s", &file}}, "");
    CHECK(found.base == "a");
    CHECK(found.labels == std::vector<std::string>{"a", "b"});
    const PairRow& cost = pair_of(found, "b", "cost_total_eur");
    CHECK(cost.less_share == 0.0);
    CHECK(cost.difference_p10 == Approx(0.1));
    CHECK(cost.difference_p90 == Approx(0.1));
    CHECK(cost.apart);
}

TEST_CASE("variants whose order is a matter of the draw cannot be told apart", "[batch][sweep]") {
    const test::TemporaryFolder folder;
    const store::SweepFile file = stored(test::hand_made_sweep(), folder / "s.h5");
    // Energy of "b" is 100 + 20 (u - 0.5) against 100 with u uniform in (0, 1): less in half of the draws,
    // and differences of -8 % to +8 % at the first and last tenth.
    const outcome::SweepComparison found = compare_sweeps({{"s", &file}}, "a");
    const PairRow& energy = pair_of(found, "b", "energy_grid_mwh");
    CHECK(energy.less_share == Approx(0.5).margin(0.02));
    CHECK(energy.difference_p10 == Approx(-0.08).margin(0.01));
    CHECK(energy.difference_p90 == Approx(0.08).margin(0.01));
    CHECK_FALSE(energy.apart);
    CHECK(energy.low < 0.5);
    CHECK(energy.high > 0.5);
}

TEST_CASE("two files with the same draws are compared draw by draw", "[batch][sweep]") {
    const test::TemporaryFolder folder;
    const store::SweepFile one = stored(test::hand_made_sweep(), folder / "1.h5");
    const store::SweepFile two = stored(test::hand_made_sweep(), folder / "2.h5");
    const outcome::SweepComparison found = compare_sweeps({{"one", &one}, {"two", &two}}, "one:a");
    CHECK(found.same_draws);
    CHECK(found.labels == std::vector<std::string>{"one:a", "one:b", "two:a", "two:b"});
    const PairRow& same = pair_of(found, "two:a", "cost_total_eur");
    CHECK(same.less_share == 0.0);
    CHECK(same.difference_p10 == 0.0);
    CHECK(same.difference_p90 == 0.0);
}

TEST_CASE("draws that are not the same meet each other all", "[batch][sweep]") {
    const test::TemporaryFolder folder;
    SweepRun other = test::hand_made_sweep();
    other.drawn_keys[0].key = "prices.power";
    const store::SweepFile one = stored(test::hand_made_sweep(), folder / "1.h5");
    const store::SweepFile two = stored(std::move(other), folder / "2.h5");
    const outcome::SweepComparison found = compare_sweeps({{"one", &one}, {"two", &two}}, "one:a");
    CHECK_FALSE(found.same_draws);
    // The same distribution on both sides, independent: the one is less in half of the meetings.
    const PairRow& cost = pair_of(found, "two:a", "cost_total_eur");
    CHECK(cost.less_share == Approx(0.5).margin(0.01));
    CHECK_FALSE(cost.apart);
    // Within a file the draws are the same.
    CHECK(pair_of(found, "one:b", "cost_total_eur").difference_p50 == Approx(0.1));
}

TEST_CASE("who serves other people is named and not compared", "[batch][sweep]") {
    const test::TemporaryFolder folder;
    SweepRun run = test::hand_made_sweep();
    for (std::size_t d = 0; d < run.draws; ++d)
        for (std::size_t y = 0; y < 2; ++y)
            run.values[run.value_index(outcome::sweep_outcome("workplaces"), d, 1, y)] = 80.0;
    const store::SweepFile file = stored(std::move(run), folder / "s.h5");
    const outcome::SweepComparison found = compare_sweeps({{"s", &file}}, "");
    CHECK(found.other_people == std::vector<std::string>{"b"});
    CHECK(found.pairs.empty());
}

TEST_CASE("what has no draws to compare in is refused", "[batch][sweep]") {
    const test::TemporaryFolder folder;
    SweepRun ends = test::hand_made_sweep();
    ends.one_at_a_time = true;
    ends.sensitivity = false;
    const store::SweepFile file = stored(std::move(ends), folder / "s.h5");
    CHECK_THAT(test::message_of<RunFailed>([&] {
                   (void)compare_sweeps({{"s", &file}}, "");
               }),
               test::contains("draws nothing"));
    const store::SweepFile drawn = stored(test::hand_made_sweep(), folder / "d.h5");
    CHECK_THAT(test::message_of<RunFailed>([&] {
                   (void)compare_sweeps({{"d", &drawn}}, "c");
               }),
               test::contains("no variant \"c\""));
}

}  // namespace
}  // namespace verbund::batch
