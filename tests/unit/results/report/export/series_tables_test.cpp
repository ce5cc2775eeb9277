#include "results/report/export/series_tables.hpp"

#include <limits>

#include "models/base/diagnostics.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/results/sample_run.hpp"

namespace verbund::report {
namespace {

using test::contains;
using Cells = std::vector<ExportCell>;

Cells row_of(const ExportTable& table, std::size_t row) {
    Cells cells;
    table.fill(row, cells);
    return cells;
}

/// Two variants, milestones 2024 (a leap year) and 2025.
outcome::Run two_years_of_hours() {
    outcome::Run run;
    run.variants = {{"a", "A", ""}, {"b", "B", ""}};
    run.milestones = {2024, 2025};
    for (const std::int32_t variant : {0, 1}) {
        for (const std::int32_t year : {2024, 2025}) {
            const std::size_t hours = year == 2024 ? 8784 : 8760;
            const auto first = static_cast<float>(1000 * variant + year - 2024);
            run.hourly.push_back(
                {variant, year, std::vector<float>(hours, first), std::vector<float>(hours, 2 * first)});
        }
    }
    return run;
}

TEST_CASE("hours follow each other by variant and milestone year, leap years with their own length",
          "[report]") {
    const outcome::Run run = two_years_of_hours();
    const ExportTable table = hourly_table(run);
    CHECK(table.rows == std::size_t{2} * (8784 + 8760));
    const Cells last_of_leap_year = row_of(table, 8783);
    CHECK(std::get<std::string_view>(last_of_leap_year[0]) == "a");
    CHECK(std::get<std::int64_t>(last_of_leap_year[2]) == 8783);
    CHECK(std::get<std::string>(last_of_leap_year[3]) == "2024-12-31 23:00");
    const Cells first_of_next = row_of(table, 8784);
    CHECK(std::get<std::int64_t>(first_of_next[1]) == 2025);
    CHECK(std::get<std::string>(first_of_next[3]) == "2025-01-01 00:00");
    const Cells last = row_of(table, table.rows - 1);
    CHECK(std::get<std::string_view>(last[0]) == "b");
    CHECK(std::get<double>(last[4]) == 1001.0);
    CHECK(std::get<double>(last[5]) == 2002.0);
}

TEST_CASE("where a file's series of IT power ends early or has gaps, the cells are empty", "[report]") {
    outcome::Run run;
    run.variants = {{"a", "A", ""}};
    run.hourly.push_back(
        {0, 2025, {1.0F, std::numeric_limits<float>::quiet_NaN()}, std::vector<float>(4, 2.0F)});
    const ExportTable table = hourly_table(run);
    REQUIRE(table.rows == 4);
    CHECK(std::get<double>(row_of(table, 0)[4]) == 1.0);
    CHECK(std::holds_alternative<std::monostate>(row_of(table, 1)[4]));
    const Cells last = row_of(table, 3);
    CHECK(std::holds_alternative<std::monostate>(last[4]));
    CHECK(std::get<double>(last[5]) == 2.0);
}

TEST_CASE("a load duration curve stands at its variant, milestone year and center; idle centers have none",
          "[report]") {
    outcome::Run run;
    run.variants = {{"a", "A", ""}, {"b", "B", ""}};
    run.milestones = {2025, 2030};
    run.centers.resize(3);
    run.centers[2].id = "rz-3";
    run.duration_grid_kw.assign(std::size_t{2} * 2 * 3 * outcome::duration_points, 0.0F);
    // Variant b (1), 2030 (1), third center (2): curve (1 x 2 + 1) x 3 + 2 = 11.
    for (int p = 0; p < outcome::duration_points; ++p)
        run.duration_grid_kw[std::size_t{11} * outcome::duration_points + static_cast<std::size_t>(p)] =
            static_cast<float>(200 - p);
    const ExportTable table = duration_table(run);
    REQUIRE(table.rows == outcome::duration_points);
    const Cells peak = row_of(table, 0);
    CHECK(std::get<std::string_view>(peak[0]) == "b");
    CHECK(std::get<std::int64_t>(peak[1]) == 2030);
    CHECK(std::get<std::string_view>(peak[2]) == "rz-3");
    CHECK(std::get<double>(peak[5]) == 200.0);
    const Cells least = row_of(table, 100);
    CHECK(std::get<std::int64_t>(least[4]) == 100);
    CHECK(std::get<double>(least[5]) == 100.0);
}

TEST_CASE("only the tables asked for are exported, in their own order", "[report]") {
    const outcome::Run run = test::planners_run();
    const std::vector<ExportTable> tables = export_tables(run, {"hourly", "summary"});
    REQUIRE(tables.size() == 2);
    CHECK(tables[0].name == "summary");
    CHECK(tables[1].name == "hourly");
    CHECK_THAT(test::message_of<RunFailed>([&] {
                   (void)export_tables(run, {"summary", "hours"});
               }),
               contains("no table \"hours\"") && contains("hourly, duration"));
}

}  // namespace
}  // namespace verbund::report
