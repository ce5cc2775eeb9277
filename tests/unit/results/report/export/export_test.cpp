#include <algorithm>

#include <xlsxwriter.h>

#include "models/base/diagnostics.hpp"
#include "results/outcome/outcome.hpp"
#include "results/report/export/csv_export.hpp"
#include "results/report/export/workbook_check.hpp"
#include "results/report/export/xlsx_export.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/file_size_limit.hpp"
#include "tests/support/isolated.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/results/sample_run.hpp"
#include "tests/unit/results/sites_run.hpp"

namespace verbund::report {
namespace {

using test::bytes_of;
using test::contains;
using test::TemporaryFolder;

TEST_CASE("an export tells how far it is over all of its tables", "[report]") {
    const std::vector<ExportTable> tables{{"first", {}, 10'000, {}}, {"second", {}, 30'000, {}}};
    std::vector<std::pair<double, std::string>> told;
    const ExportProgress progress = [&](double share, std::string_view table) {
        told.emplace_back(share, std::string{table});
    };
    RowCounter counter{tables, progress};
    for (const ExportTable& table : tables)
        for (std::size_t row = 0; row < table.rows; ++row) counter.add_row(table.name);
    REQUIRE(told.size() == 9);
    CHECK(told.front() == std::pair{4096.0 / 40'000.0, std::string{"first"}});
    CHECK(told.back() == std::pair{9.0 * 4096.0 / 40'000.0, std::string{"second"}});
}

TEST_CASE("CSV cells follow RFC 4180 and the decimal mark", "[report]") {
    const std::vector<ExportCell> cells{1.5, std::int64_t{2030}, std::monostate{}, std::string_view{"a,b"},
                                        std::string_view{"say \"x\""}};
    CHECK(csv_line(cells, DecimalMark::point) == "1.5,2030,,\"a,b\",\"say \"\"x\"\"\"\r\n");
    CHECK(csv_line(cells, DecimalMark::comma) == "1,5;2030;;a,b;\"say \"\"x\"\"\"\r\n");
}

TEST_CASE("texts that a spreadsheet would run as formulas are guarded, numbers are not", "[report]") {
    const auto line = [](const ExportCell& cell) { return csv_line({cell}, DecimalMark::point); };
    CHECK(line(std::string_view{"=1+1"}) == "'=1+1\r\n");
    CHECK(line(std::string_view{"+49"}) == "'+49\r\n");
    CHECK(line(std::string_view{"-x"}) == "'-x\r\n");
    CHECK(line(std::string_view{"@SUM(A1)"}) == "'@SUM(A1)\r\n");
    CHECK(line(std::string_view{"\t=1"}) == "'\t=1\r\n");
    CHECK(line(-1.5) == "-1.5\r\n");
}

TEST_CASE("numbers in CSV read back as the same numbers", "[report]") {
    CHECK(csv_line({0.1}, DecimalMark::point) == "0.1\r\n");
    CHECK(std::stod(csv_line({1.0 / 3.0}, DecimalMark::point)) == 1.0 / 3.0);
}

TEST_CASE("the export has twelve tables and one for each of the other engines, rows as long as their headers",
          "[report]") {
    const outcome::Run run = test::numbered_run();
    const std::vector<ExportTable> tables = export_tables(run);
    std::size_t engine_tables = 0;
    outcome::for_each_table(run, [&](const auto& table, const auto& rows) {
        engine_tables += table.always || rows.empty() ? 0 : 1;
    });
    REQUIRE(tables.size() == 12 + engine_tables);
    CHECK(engine_tables > 12);
    for (const ExportTable& table : tables) {
        CAPTURE(table.name);
        for (std::size_t row = 0; row < table.rows; ++row) {
            std::vector<ExportCell> cells;
            table.fill(row, cells);
            REQUIRE(cells.size() == table.header.size());
        }
    }
    CHECK(tables[1].rows == std::size_t{2} * 3 * 2);  // variants x years x centers
}

TEST_CASE("a kind of transaction is exported by its id, all kinds together as all", "[report]") {
    outcome::Run run = test::numbered_run();
    run.rows<outcome::TransactionName>() = {
        {"a-transaction-with-a-long-id", "dms", "Vorgang", "record", 1000.0}};
    run.rows<outcome::LatencyDay>().resize(2);
    run.rows<outcome::LatencyDay>()[0].transaction = -1;
    run.rows<outcome::LatencyDay>()[1].transaction = 0;
    for (const ExportTable& table : export_tables(run)) {
        if (table.name != "latency_days") continue;
        const auto column = static_cast<std::size_t>(
            std::find(table.header.begin(), table.header.end(), "transaction") - table.header.begin());
        std::vector<ExportCell> first;
        std::vector<ExportCell> second;
        table.fill(0, first);
        table.fill(1, second);
        CHECK(std::get<std::string_view>(first.at(column)) == "all");
        CHECK(std::get<std::string_view>(second.at(column)) == "a-transaction-with-a-long-id");
    }
}

TEST_CASE("a value stands in the row of its variant, year and center", "[report]") {
    const outcome::Run run = test::numbered_run();
    const std::vector<ExportTable> tables = export_tables(run);
    const ExportTable& centers = tables[1];
    const auto pue = std::find(centers.header.begin(), centers.header.end(), "pue") - centers.header.begin();
    std::vector<ExportCell> cells;
    centers.fill(run.yearly_index(1, 2, 1), cells);
    CHECK(std::get<std::string_view>(cells[0]) == "v1");
    CHECK(std::get<std::int64_t>(cells[1]) == 2025);
    CHECK(std::get<std::string_view>(cells[2]) == "rz-1");
    CHECK(std::get<double>(cells[static_cast<std::size_t>(pue)]) ==
          run.yearly[run.yearly_index(1, 2, 1)].pue);
    CHECK(std::count(centers.header.begin(), centers.header.end(), "it_power_mean_kw [kW]") == 1);
}

TEST_CASE("bottlenecks name their site beside its id", "[report]") {
    outcome::Run run = test::planners_run();
    run.rows<outcome::Bottleneck>()[0].site = "home:05166";
    const std::vector<ExportTable> tables = export_tables(run);
    const ExportTable& bottlenecks = tables[8];
    REQUIRE(bottlenecks.name == "bottlenecks");
    CHECK(bottlenecks.header[2] == "site");
    CHECK(bottlenecks.header[3] == "site_name");
    std::vector<ExportCell> cells;
    bottlenecks.fill(0, cells);
    CHECK(std::get<std::string_view>(cells[2]) == "home:05166");
    CHECK(std::get<std::string>(cells[3]) == "Serverraum Kreis Viersen");
}

TEST_CASE("a comparison of sites is exported with its units and variants", "[report]") {
    const outcome::Run run = test::sites_run();
    const std::vector<ExportTable> tables = export_tables(run);
    const auto options = std::find_if(tables.begin(), tables.end(),
                                      [](const ExportTable& table) { return table.name == "site_options"; });
    REQUIRE(options != tables.end());
    CHECK(options->rows == 4);
    CHECK(options->header[0] == "variant");
    CHECK(std::count(options->header.begin(), options->header.end(), "distance_km [km]") == 1);
    std::vector<ExportCell> cells;
    options->fill(1, cells);
    CHECK(std::get<std::string_view>(cells[0]) == "zweit-2");
    CHECK(std::get<std::string_view>(cells[2]) == "rz-a + rz-b");
    for (const char* name : {"site_criteria", "site_reach", "sites_left_out"}) {
        CHECK(std::count_if(
                  tables.begin(), tables.end(),
                  [&](const ExportTable& table) { return table.name == name; }) == 1);
    }
}

TEST_CASE("CSV export writes a file per table and replaces none without force", "[report]") {
    const TemporaryFolder folder;
    const outcome::Run run = test::planners_run();
    const auto written = export_csv(run, folder / "csv", DecimalMark::comma);
    REQUIRE(written.size() == 12);
    const std::string summary = bytes_of(folder / "csv" / "summary.csv");
    CHECK(summary.starts_with("\xEF\xBB\xBFvariant;year;"));
    CHECK_THAT(summary, contains("1,7142857142857142"));  // PUE 600 / 350
    CHECK_THAT(bytes_of(folder / "csv" / "assumptions.csv"), contains("'=6 %/a"));
    CHECK_THAT(test::message_of<RunFailed>([&] { export_csv(run, folder / "csv", DecimalMark::point); }),
               contains("exists already"));
    CHECK(bytes_of(folder / "csv" / "summary.csv") == summary);
    export_csv(run, folder / "csv", DecimalMark::point, {.overwrite = true});
    CHECK_FALSE(bytes_of(folder / "csv" / "summary.csv") == summary);
}

TEST_CASE("a CSV folder that cannot be made is named", "[report]") {
    const TemporaryFolder folder;
    test::write_bytes(folder / "file", "x");
    const auto write = [&] { export_csv(test::planners_run(), folder / "file" / "csv", DecimalMark::point); };
    CHECK_THAT(test::message_of<RunFailed>(write), contains("cannot be made"));
}

TEST_CASE("CSV tables are replaced all or none", "[report]") {
    const TemporaryFolder folder;
    const outcome::Run run = test::planners_run();
    const std::vector<std::filesystem::path> tables = export_csv(run, folder / "csv", DecimalMark::point);
    std::vector<std::string> before;
    for (const auto& table : tables) before.push_back(bytes_of(table));
    std::size_t largest = 0;
    for (const std::string& bytes : before) largest = std::max(largest, bytes.size());
    REQUIRE(largest > before.front().size());  // so the first tables could be written
    {
        const test::FileSizeLimit limit{largest - 1};  // with commas the tables are no smaller
        CHECK_THAT(test::message_of<RunFailed>(
                       [&] { export_csv(run, folder / "csv", DecimalMark::comma, {.overwrite = true}); }),
                   contains("cannot be written"));
    }
    for (std::size_t i = 0; i < tables.size(); ++i) CHECK(bytes_of(tables[i]) == before[i]);
}

TEST_CASE("an Excel workbook that does not fit on the disk leaves the earlier one as it was", "[report]") {
    // A long table unpacks to some 6 bytes in temporary files for each that it takes in the workbook: limits
    // between a workbook of a few sheets and the largest temporary file stop every stage of its making.
    const TemporaryFolder folder;
    outcome::Run run = test::planners_run();
    run.rows<outcome::AssumptionRow>().resize(5'000, run.rows<outcome::AssumptionRow>().front());
    export_xlsx(run, folder / "a.xlsx");
    const std::string before = bytes_of(folder / "a.xlsx");
    const auto bytes = GENERATE(as<rlim_t>{}, 1'000, 20'000, 60'000, 200'000);
    // In a process of its own: libxlsxwriter leaves files open when it fails.
    const auto message = test::isolated<std::string>([&] {
        const test::FileSizeLimit limit{bytes};
        return test::message_of<RunFailed>([&] { export_xlsx(run, folder / "a.xlsx", {.overwrite = true}); });
    });
    CHECK_THAT(message, contains("a.xlsx: cannot be written"));
    CHECK(bytes_of(folder / "a.xlsx") == before);
    CHECK(folder.files() == 1);
}

TEST_CASE("a workbook that lacks anything is found damaged", "[report]") {
    const TemporaryFolder folder;
    const std::filesystem::path file = folder / "a.xlsx";
    lxw_workbook* book = workbook_new(file.c_str());
    lxw_worksheet* sheet = workbook_add_worksheet(book, "one");
    worksheet_write_number(sheet, 0, 0, 1.5, nullptr);
    worksheet_write_number(sheet, 1, 0, 2.5, nullptr);
    REQUIRE(workbook_close(book) == LXW_NO_ERROR);
    CHECK(damage_of_workbook(file, {{.cells = 2, .text_bytes = 0}}).empty());
    CHECK(damage_of_workbook(file, {{.cells = 3, .text_bytes = 0}}) ==
          "sheet 1 does not hold what was written to it");
    CHECK_FALSE(damage_of_workbook(file, {{.cells = 2, .text_bytes = 1}}).empty());
    CHECK_FALSE(damage_of_workbook(file, {{.cells = 2, .text_bytes = 0}, {}}).empty());  // no second sheet
    const std::string whole = bytes_of(file);
    test::write_bytes(file, whole.substr(0, whole.size() - 30));
    CHECK(damage_of_workbook(file, {}) == "it is no archive");
    std::string flipped = whole;
    flipped[flipped.size() / 3] ^= 0x10;  // inside a packed part
    test::write_bytes(file, flipped);
    CHECK_THAT(damage_of_workbook(file, {}), contains("is not whole"));
    CHECK(damage_of_workbook(folder / "none.xlsx", {}) == "it is no archive");
}

TEST_CASE("characters that XML lacks do not spoil a workbook", "[report]") {
    const TemporaryFolder folder;
    outcome::Run run = test::planners_run();
    run.title = "noncharacters \xEF\xBF\xBE and \xEF\xBF\xBF";
    run.question = "";
    export_xlsx(run, folder / "a.xlsx");
    CHECK(folder.files() == 1);
}

TEST_CASE("an Excel workbook is written whole, and replaces nothing without force", "[report]") {
    const TemporaryFolder folder;
    outcome::Run run = test::planners_run();
    run.title = "control \x01 and bad \xff bytes";
    export_xlsx(run, folder / "a.xlsx");
    CHECK(bytes_of(folder / "a.xlsx").starts_with("PK"));
    CHECK(folder.files() == 1);
    CHECK_THAT(test::message_of<RunFailed>([&] { export_xlsx(run, folder / "a.xlsx"); }),
               contains("exists already"));
    CHECK_THAT(test::message_of<RunFailed>([&] { export_xlsx(run, folder / "none" / "a.xlsx"); }),
               contains("does not exist"));
}

}  // namespace
}  // namespace verbund::report
