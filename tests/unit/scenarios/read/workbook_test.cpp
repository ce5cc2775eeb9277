#include "scenarios/read/import/workbook.hpp"

#include <string>

#include "models/base/diagnostics.hpp"
#include "scenarios/read/import/csv.hpp"
#include "scenarios/read/import/csv_reader.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/small_workbook.hpp"

using namespace verbund;
using test::small_workbook;

namespace {

std::string refused(const std::string& bytes) {
    return test::message_of<InvalidInput>([&] { static_cast<void>(read::parse_csv(bytes, "book.xlsx")); });
}

}  // namespace

TEST_CASE("cells of every kind become texts at their places", "[import]") {
    const auto rows = read::sheet_rows(
        small_workbook(
            R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>in </t><r><t>line</t></r></is></c></row>)"
            R"(<row r="3"><c r="A3"><v>1.234</v></c><c r="B3" t="b"><v>1</v></c><c r="C3" t="str"><v>a,b</v></c></row>)"
            R"(<row><c><v>8192</v></c><c t="b"><v>0</v></c></row>)",
            {"M\xC3\xBCller &amp; Co"}),
        "book.xlsx");
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].cells == std::vector<std::string>{"M\xC3\xBCller & Co", "", "in line"});
    CHECK(rows[1].number == 3);
    CHECK(rows[1].cells == std::vector<std::string>{"1.2340", "true", "a,b"});
    CHECK(rows[2].number == 4);
    CHECK(rows[2].cells == std::vector<std::string>{"8192", "false", ""});
}

TEST_CASE("a table may be a workbook: lines are its rows, empty ones and columns are left out", "[import]") {
    const read::CsvTable table = read::parse_csv(
        small_workbook(
            R"(<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="D2"/></row>)"
            R"(<row r="3"/><row r="5"><c r="A5" t="s"><v>2</v></c><c r="B5"><v>1.5</v></c></row>)",
            {"name", "size", "a; b"}),
        "book.xlsx");
    CHECK(table.header == std::vector<std::string>{"name", "size"});
    REQUIRE(table.records.size() == 1);
    CHECK(table.records[0].line == 5);
    Diagnostics mistakes;
    read::CsvReader row{table, mistakes};
    REQUIRE(row.next());
    CHECK(row.name("name") == "a; b");
    CHECK(row.number("size") == 1.5);
    CHECK(mistakes.empty());
}

TEST_CASE("hidden sheets are no sheets", "[import]") {
    const std::string row = R"(<row><c><v>1</v></c></row>)";
    const std::string hidden_first =
        R"(<sheet name="h" state="hidden" r:id="rId2"/><sheet name="v" r:id="rId1"/>)";
    CHECK(read::sheet_rows(small_workbook(row, {}, hidden_first), "b").size() == 1);
    CHECK_THAT(refused(small_workbook(row, {}, R"(<sheet name="v" state="hidden" r:id="rId1"/>)")),
               Catch::Contains("no sheet"));
}

TEST_CASE("damaged workbooks are refused", "[import]") {
    const std::string good = small_workbook(R"(<row><c t="s"><v>0</v></c></row>)", {"a"});
    CHECK_THAT(refused(good.substr(0, good.size() / 2)), Catch::Contains("damaged"));
    CHECK_THAT(refused("PK\x03\x04"), Catch::Contains("damaged"));
    CHECK_THAT(refused(small_workbook(R"(<row><c t="s"><v>7</v></c></row>)", {"a"})),
               Catch::Contains("a text that is not there"));
    CHECK_THAT(refused(small_workbook("<row><c>")), Catch::Contains("damaged"));
    CHECK_THAT(refused(small_workbook("")), Catch::Contains("the table is empty"));
    CHECK_THAT(refused(small_workbook(R"(<row><c r="ZZZZ1"><v>7</v></c></row>)")),
               Catch::Contains("16,384 columns"));
}

TEST_CASE("a sheet cannot be wider and longer than memory", "[import]") {
    std::string wide;
    for (int row = 0; row < 300; ++row) wide += R"(<row><c r="XFD1"><v>1</v></c></row>)";
    CHECK_THAT(refused(small_workbook(wide)), Catch::Contains("four million cells"));
}
