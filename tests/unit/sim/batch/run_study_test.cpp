#include "sim/batch/run_study.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <stdexcept>

#include "tests/support/catch.hpp"
#include "tests/support/simulated_study.hpp"

namespace verbund::batch {
namespace {

/// Both variants of the starter study over a few years, one of them a milestone.
study::StudySet small_set() {
    study::StudySet set = test::starter_set();
    set.horizon = {2023, 2027};
    set.milestones = {2025};
    return set;
}

outcome::Run run(const study::StudySet& set, int jobs) {
    return run_study(set, {.jobs = jobs, .progress = {}});
}

/// Bit by bit, so that not-a-number equals itself and -0 differs from 0.
bool same_bits(double a, double b) {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

template <class Row>
bool same_rows(const std::vector<Row>& a, const std::vector<Row>& b,
               const std::vector<outcome::Column<Row>>& metrics) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (const outcome::Column<Row>& metric : metrics)
            if (!same_bits(number_in(metric, a[i]), number_in(metric, b[i]))) return false;
    }
    return true;
}

bool same_bits(const std::vector<float>& a, const std::vector<float>& b) {
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(),
        [](float one_of_a, float one_of_b) {
            return std::bit_cast<std::uint32_t>(one_of_a) == std::bit_cast<std::uint32_t>(one_of_b);
        });
}

TEST_CASE("a run gives the same bits on one thread, two and five", "[batch]") {
    const study::StudySet set = small_set();
    const outcome::Run one = run(set, 1);
    const int jobs = GENERATE(2, 5);
    const outcome::Run other = run(set, jobs);
    CHECK(same_rows(one.summary, other.summary, outcome::columns_of<outcome::VariantYear>()));
    CHECK(same_rows(one.yearly, other.yearly, outcome::columns_of<outcome::SiteYear>()));
    CHECK(same_rows(one.administration, other.administration,
                    outcome::columns_of<outcome::AdministrationYear>()));
    CHECK(same_rows(one.link_loads, other.link_loads, outcome::columns_of<outcome::LinkYear>()));
    REQUIRE(one.hourly.size() == other.hourly.size());
    for (std::size_t i = 0; i < one.hourly.size(); ++i) {
        CHECK(one.hourly[i].variant == other.hourly[i].variant);
        CHECK(same_bits(one.hourly[i].it_kw, other.hourly[i].it_kw));
        CHECK(same_bits(one.hourly[i].grid_kw, other.hourly[i].grid_kw));
    }
    CHECK(same_bits(one.duration_grid_kw, other.duration_grid_kw));
    REQUIRE(one.rows<outcome::BuildStep>().size() == other.rows<outcome::BuildStep>().size());
    for (std::size_t i = 0; i < one.rows<outcome::BuildStep>().size(); ++i) {
        CHECK(one.rows<outcome::BuildStep>()[i].site == other.rows<outcome::BuildStep>()[i].site);
        CHECK(one.rows<outcome::BuildStep>()[i].year == other.rows<outcome::BuildStep>()[i].year);
        CHECK(same_bits(one.rows<outcome::BuildStep>()[i].to, other.rows<outcome::BuildStep>()[i].to));
    }
    CHECK(one.rows<outcome::RuleFinding>().size() == other.rows<outcome::RuleFinding>().size());
    CHECK(one.rows<outcome::Bottleneck>().size() == other.rows<outcome::Bottleneck>().size());
}

TEST_CASE("another seed changes the weather and with it the cooling, but nothing of the IT", "[batch]") {
    study::StudySet set = small_set();
    const outcome::Run one = run(set, 2);
    set.seed += 1;
    const outcome::Run other = run(set, 2);
    const outcome::VariantYear& a = one.summary[one.summary_index(1, 4)];
    const outcome::VariantYear& b = other.summary[other.summary_index(1, 4)];
    CHECK(a.energy.cooling_mwh != b.energy.cooling_mwh);
    CHECK(same_bits(a.energy.it_mwh, b.energy.it_mwh));
    CHECK(same_bits(a.energy.ups_mwh, b.energy.ups_mwh));
}

TEST_CASE("what one variant does leaves the numbers of the other untouched", "[batch]") {
    study::StudySet set = small_set();
    const outcome::Run before = run(set, 2);
    set.variants[1].study.hosts.overcommit = 2.0;
    set.variants[1].study.centers.at("north").rooms.at("r1").cooling = "chilled-free";
    const outcome::Run after = run(set, 2);
    for (std::size_t y = 0; y < before.years.size(); ++y) {
        for (const auto& metric : outcome::columns_of<outcome::VariantYear>()) {
            CHECK(same_bits(number_in(metric, before.summary[before.summary_index(0, y)]),
                            number_in(metric, after.summary[after.summary_index(0, y)])));
        }
    }
    CHECK(before.summary[before.summary_index(1, 4)].energy.grid_mwh !=
          after.summary[after.summary_index(1, 4)].energy.grid_mwh);
}

TEST_CASE("changing the plant of one center leaves the others' numbers untouched", "[batch]") {
    study::StudySet set = small_set();
    const outcome::Run before = run(set, 2);
    set.variants[1].study.centers.at("south").rooms.at("r1").ups = "legacy";
    const outcome::Run after = run(set, 2);
    REQUIRE(before.centers[0].id == "north");
    for (std::size_t y = 0; y < before.years.size(); ++y) {
        for (const auto& metric : outcome::columns_of<outcome::SiteYear>()) {
            CHECK(same_bits(number_in(metric, before.yearly[before.yearly_index(1, y, 0)]),
                            number_in(metric, after.yearly[after.yearly_index(1, y, 0)])));
        }
    }
    CHECK(before.yearly[before.yearly_index(1, 4, 1)].energy.ups_mwh <
          after.yearly[after.yearly_index(1, 4, 1)].energy.ups_mwh);
}

TEST_CASE("the hours of a milestone year sum to its energy", "[batch]") {
    const study::StudySet set = small_set();
    const outcome::Run out = run(set, 2);
    REQUIRE(out.hourly.size() == 2);  // one milestone, two variants
    for (const outcome::HourlySeries& series : out.hourly) {
        CHECK(series.year == 2025);
        REQUIRE(series.it_kw.size() == 8760);
        double it_kwh = 0.0;
        double grid_kwh = 0.0;
        for (std::size_t h = 0; h < series.it_kw.size(); ++h) {
            it_kwh += series.it_kw[h];
            grid_kwh += series.grid_kw[h];
        }
        const outcome::VariantYear& year =
            out.summary[out.summary_index(static_cast<std::size_t>(series.variant), 2)];
        // Single precision: 2^-24 = 6e-8 per hour, less in the sum
        CHECK(it_kwh == test::Approx(year.energy.it_mwh * 1e3).epsilon(1e-7));
        CHECK(grid_kwh == test::Approx(year.energy.grid_mwh * 1e3).epsilon(1e-7));
    }
}

TEST_CASE("a center's duration curve falls from its peak to its least hour", "[batch]") {
    const study::StudySet set = small_set();
    const outcome::Run out = run(set, 2);
    const std::size_t north = (1 * out.milestones.size() * out.centers.size()) * outcome::duration_points;
    for (int p = 1; p < outcome::duration_points; ++p) {
        CHECK(out.duration_grid_kw[north + static_cast<std::size_t>(p)] <=
              out.duration_grid_kw[north + static_cast<std::size_t>(p) - 1]);
    }
    CHECK(out.duration_grid_kw[north] ==
          test::Approx(out.yearly[out.yearly_index(1, 2, 0)].resources[Resource::grid].need).epsilon(1e-6));
}

TEST_CASE("progress rises to one and a throw from it stops the run", "[batch]") {
    const study::StudySet set = small_set();
    double last = 0.0;
    bool rising = true;
    static_cast<void>(run_study(set, {.jobs = 2, .progress = [&](double share, std::string_view) {
                                          rising = rising && share >= last;
                                          last = share;
                                      }}));
    CHECK(rising);
    CHECK(last == test::Approx(1.0));
    const auto stop = [](double, std::string_view) { throw std::runtime_error("stopped"); };
    CHECK_THROWS_WITH(run_study(set, {.jobs = 2, .progress = stop}), "stopped");
}

}  // namespace
}  // namespace verbund::batch
