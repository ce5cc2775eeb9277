#include "results/report/export/sweep_tables.hpp"

#include <algorithm>

#include "models/base/diagnostics.hpp"
#include "results/report/export/csv_export.hpp"
#include "results/store/store.hpp"
#include "sim/batch/sweep/analysis.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/hand_made_sweep.hpp"
#include "tests/support/temporary_folder.hpp"

namespace verbund::report {
namespace {

using store::SweepFile;

SweepFile stored(const test::TemporaryFolder& folder) {
    outcome::SweepRun run = test::hand_made_sweep(false);
    run.listed_keys = {"hosts.overcommit"};
    run.list_of_key = {0};
    run.combinations = {{"=4"}};
    batch::analyse(run);
    store::write_sweep(run, folder / "s.h5", false);
    return SweepFile{folder / "s.h5"};
}

std::string row_of(const ExportTable& table, std::size_t row) {
    std::vector<ExportCell> cells;
    table.fill(row, cells);
    REQUIRE(cells.size() == table.header.size());
    return csv_line(cells, DecimalMark::point);
}

TEST_CASE("a sweep is exported as its tables and a row for each case, variant and year", "[export][sweep]") {
    const test::TemporaryFolder folder;
    const SweepFile sweep = stored(folder);
    const std::vector<ExportTable> tables = export_tables(sweep);
    std::vector<std::string_view> names;
    for (const ExportTable& table : tables) names.push_back(table.name);
    CHECK(names == std::vector<std::string_view>{"combinations", "draws", "drawn_keys", "bands",
                                                 "sensitivities", "chances", "pairs", "failed_cases",
                                                 "cases"});
    const ExportTable& cases = tables.back();
    CHECK(cases.rows == 1024);  // of 256 cases, two variants and two years
    CHECK(std::vector<std::string>(cases.header.begin(), cases.header.begin() + 7) ==
          std::vector<std::string>{"case", "combination", "draw", "replication", "hosts.overcommit",
                                   "variant", "year"});
    CHECK(std::find(cases.header.begin(), cases.header.end(), "cost_total_eur [EUR]") != cases.header.end());
    // A spreadsheet takes no text for a formula; the case without an outcome has empty cells.
    CHECK(row_of(cases, 2).starts_with("0,0,0,0,'=4,b,2030,,,"));
    CHECK(row_of(cases, 1023).starts_with("255,0,255,0,'=4,b,2031,0,50,"));
}

TEST_CASE("rows of cases are the same in whatever order they are asked for", "[export][sweep]") {
    const test::TemporaryFolder folder;
    const SweepFile sweep = stored(folder);
    const ExportTable forwards = export_tables(sweep, {"cases"}).front();
    const ExportTable backwards = export_tables(sweep, {"cases"}).front();
    std::vector<std::string> rows(forwards.rows);
    for (std::size_t row = backwards.rows; row-- > 0;) rows[row] = row_of(backwards, row);
    for (std::size_t row = 0; row < forwards.rows; ++row) REQUIRE(row_of(forwards, row) == rows[row]);
}

TEST_CASE("a table that a sweep does not have is refused with those that it has", "[export][sweep]") {
    const test::TemporaryFolder folder;
    const SweepFile sweep = stored(folder);
    CHECK_THAT(test::message_of<RunFailed>([&] { (void)export_tables(sweep, {"summary"}); }),
               test::contains("no table \"summary\" in these results (there are: combinations, draws"));
}

}  // namespace
}  // namespace verbund::report
