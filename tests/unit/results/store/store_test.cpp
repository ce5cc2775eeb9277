#include "results/store/store.hpp"

#include <cstring>

#include "models/base/diagnostics.hpp"
#include "results/outcome/outcome.hpp"
#include "results/store/group_sizes.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/results/sample_run.hpp"
#include "tests/unit/results/store/same_rows.hpp"

namespace verbund::store {
namespace {

using outcome::Run;
using test::bytes_of;
using test::require_same_rows;
using test::TemporaryFolder;

void require_same(const Run& a, const Run& b) {
    CHECK(a.title == b.title);
    CHECK(a.question == b.question);
    CHECK(a.base_variant == b.base_variant);
    CHECK(a.seed == b.seed);
    CHECK(a.program_version == b.program_version);
    CHECK(a.program_commit == b.program_commit);
    CHECK(a.study_sha256 == b.study_sha256);
    CHECK(a.resolved_study == b.resolved_study);
    CHECK(a.years == b.years);
    CHECK(a.milestones == b.milestones);
    require_same_rows(a.variants, b.variants);
    require_same_rows(a.centers, b.centers);
    require_same_rows(a.administrations, b.administrations);
    require_same_rows(a.links, b.links);
    require_same_rows(a.summary, b.summary);
    require_same_rows(a.yearly, b.yearly);
    require_same_rows(a.administration, b.administration);
    require_same_rows(a.link_loads, b.link_loads);
    CHECK(a.duration_grid_kw == b.duration_grid_kw);
    REQUIRE(a.hourly.size() == b.hourly.size());
    for (std::size_t i = 0; i < a.hourly.size(); ++i) {
        CHECK(a.hourly[i].variant == b.hourly[i].variant);
        CHECK(a.hourly[i].year == b.hourly[i].year);
        CHECK(a.hourly[i].it_kw == b.hourly[i].it_kw);
        CHECK(a.hourly[i].grid_kw == b.hourly[i].grid_kw);
    }
    std::apply(
        [&](const auto&... rows) {
            (require_same_rows(rows, std::get<std::decay_t<decltype(rows)>>(b.tables)), ...);
        },
        a.tables);
}

std::string read_error(const std::filesystem::path& file) {
    return test::message_of<RunFailed>([&] { (void)read_run(file); });
}

TEST_CASE("a run reads back as it was written, to the last bit", "[store]") {
    const TemporaryFolder folder;
    const Run run = test::numbered_run();
    write_run(run, folder / "a.h5", false);
    require_same(run, read_run(folder / "a.h5"));
}

TEST_CASE("a run without centers, links, milestones and rows reads back", "[store]") {
    const TemporaryFolder folder;
    const Run run = test::numbered_run({1, 0, 0, 0, {2022}, {}});
    write_run(run, folder / "a.h5", false);
    require_same(run, read_run(folder / "a.h5"));
}

TEST_CASE("a run larger than one chunk reads back", "[store]") {
    const TemporaryFolder folder;
    // 3 x 3 x 30000 = 270000 entries per dataset, four chunks of 65536 and a part; all below 2^24 / 64, exact
    // in float32
    const Run run = test::numbered_run({3, 1, 30000, 1, {2022, 2023, 2024}, {2024}});
    write_run(run, folder / "a.h5", false);
    const Run again = read_run(folder / "a.h5");
    REQUIRE(again.administration.size() == run.administration.size());
    for (std::size_t i = 0; i < run.administration.size(); i += 997)
        CHECK(again.administration[i].workplaces == run.administration[i].workplaces);
}

TEST_CASE("the same run gives the same bytes", "[store]") {
    const TemporaryFolder folder;
    write_run(test::numbered_run(), folder / "a.h5", false);
    write_run(test::numbered_run(), folder / "b.h5", false);
    CHECK(bytes_of(folder / "a.h5") == bytes_of(folder / "b.h5"));
}

TEST_CASE("an output that exists stays as it is unless it may be replaced", "[store]") {
    const TemporaryFolder folder;
    test::write_bytes(folder / "a.h5", "precious");
    const auto write = [&](bool overwrite) { write_run(test::numbered_run(), folder / "a.h5", overwrite); };
    CHECK_THAT(test::message_of<RunFailed>([&] { write(false); }), test::contains("a.h5: exists already"));
    CHECK(bytes_of(folder / "a.h5") == "precious");
    write(true);
    CHECK(read_run(folder / "a.h5").title == "Zwei Räume?");
    CHECK(folder.files() == 1);
}

TEST_CASE("a run whose arrays do not fit its axes is refused before anything is written", "[store]") {
    const TemporaryFolder folder;
    Run run = test::numbered_run();
    SECTION("a missing summary row") { run.summary.pop_back(); }
    SECTION("a refusal of a variant that is not there") { run.rows<outcome::Refusal>().front().variant = 9; }
    SECTION("an hourly series of a year that is no milestone") { run.hourly.front().year = 1999; }
    CHECK_THROWS_AS(write_run(run, folder / "a.h5", false), RunFailed);
    CHECK(folder.files() == 0);
}

TEST_CASE("the reader names what is wrong with a file that is none of ours", "[store]") {
    const TemporaryFolder folder;
    CHECK_THAT(read_error(folder / "none.h5"), test::contains("no such file"));
    CHECK_THAT(read_error(folder.path()), test::contains("is not a regular file"));
    CHECK_THAT(read_error("/dev/null"), test::contains("is not a regular file"));
    test::write_bytes(folder / "empty.h5", "");
    CHECK_THAT(read_error(folder / "empty.h5"), test::contains("is not a results file"));
    test::write_bytes(folder / "text.h5", "verbund: 1\ntitle: a study, not a result\n");
    CHECK_THAT(read_error(folder / "text.h5"), test::contains("is not a results file"));
}

TEST_CASE("a cut file is refused, wherever it was cut", "[store]") {
    const TemporaryFolder folder;
    write_run(test::numbered_run({1, 1, 1, 1, {2024}, {}}), folder / "a.h5", false);
    const std::string bytes = bytes_of(folder / "a.h5");
    for (std::size_t length = 0; length < bytes.size(); length += 1 + bytes.size() / 200) {
        test::write_bytes(folder / "cut.h5", bytes.substr(0, length));
        CAPTURE(length);
        CHECK_FALSE(read_error(folder / "cut.h5").empty());
    }
    test::write_bytes(folder / "cut.h5", bytes.substr(0, bytes.size() - 1));
    CHECK_THAT(read_error(folder / "cut.h5"), test::contains("it was cut"));
}

TEST_CASE("a flipped bit is found, wherever it is", "[store]") {
    const TemporaryFolder folder;
    write_run(test::numbered_run({1, 1, 1, 1, {2024}, {}}), folder / "a.h5", false);
    const std::string bytes = bytes_of(folder / "a.h5");
    for (std::size_t i = 0; i < 400; ++i) {
        std::string damaged = bytes;
        const std::size_t position = i * (bytes.size() - 1) / 399;
        damaged[position] = static_cast<char>(damaged[position] ^ (1 << (i % 8)));
        test::write_bytes(folder / "damaged.h5", damaged);
        CAPTURE(position);
        CHECK_FALSE(read_error(folder / "damaged.h5").empty());
    }
}

TEST_CASE("the groups are listed in the order in which they were written", "[store]") {
    const TemporaryFolder folder;
    write_run(test::numbered_run(), folder / "a.h5", false);
    const std::vector<GroupSize> groups = group_sizes(folder / "a.h5");
    // the study, four tables on axes, hourly series and duration curves, and the tables of rows
    REQUIRE(groups.size() == 7 + std::tuple_size_v<outcome::RowTables>);
    CHECK(groups[0].name == "/study");
    CHECK(groups[1].name == "/summary");
    // variant, its title and text, year, and the metrics
    CHECK(groups[1].datasets == 4 + outcome::columns_of<outcome::VariantYear>().size());
    CHECK(groups[1].bytes > 0);
}

}  // namespace
}  // namespace verbund::store
