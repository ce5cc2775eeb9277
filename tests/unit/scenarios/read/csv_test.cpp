#include "scenarios/read/csv.hpp"

#include <string>

#include "tests/support/catch.hpp"

using namespace verbund;
using read::CsvReader;
using read::CsvTable;
using read::parse_csv;

namespace {

std::string first_message(const std::string& text) {
    try {
        static_cast<void>(parse_csv(text, "t.csv"));
    } catch (const InvalidInput& error) {
        return to_string(error.mistakes().front());
    }
    return "";
}

}  // namespace

TEST_CASE("quoted cells keep commas, doubled quotation marks and line breaks", "[csv]") {
    const CsvTable table = parse_csv("a,b\r\n\"x, \"\"y\"\"\",\"1\n2\"\r\nz,3\r\n", "t.csv");
    REQUIRE(table.records.size() == 2);
    CHECK(table.records[0].cells == std::vector<std::string>{"x, \"y\"", "1\n2"});
    CHECK(table.records[1].cells == std::vector<std::string>{"z", "3"});
}

TEST_CASE("a record's line is the one it starts on, past blank lines and line breaks in cells", "[csv]") {
    // Line 1 header, 2 blank, 3-4 one record, 5 the next.
    const CsvTable table = parse_csv("a,b\n\n\"1\n2\",3\n4,5", "t.csv");
    REQUIRE(table.records.size() == 2);
    CHECK(table.records[0].line == 3);
    CHECK(table.records[1].line == 5);
}

TEST_CASE("a table that cannot be read says where and why", "[csv]") {
    CHECK(first_message("") == "t.csv:1: the table is empty. Give a header line and one line per row.");
    CHECK(first_message("a;b\n1;2\n") ==
          "t.csv:1: columns are separated by semicolons (commas are needed). "
          "Save the table as CSV with commas and decimal points.");
    CHECK(first_message("a,,c\n") == "t.csv:1: a column has no name. Name every column in the first line.");
    CHECK(first_message("a,a\n") == "t.csv:1: column \"a\" appears twice. Remove one of them.");
    CHECK(first_message("a,b\n1,2,3\n") ==
          "t.csv:2: 3 cells (2 columns in the header). "
          "Put cells that contain a comma in quotation marks; numbers take a decimal point.");
    CHECK(first_message("a,b\n1,x\"y\n") ==
          "t.csv:2: misplaced quotation mark (a quoted cell ends before its comma). "
          "Write a quotation mark inside a quoted cell twice.");
    CHECK(first_message("a,b\n1,\"y\n") == "t.csv:2: quotation mark without an end. Close the quoted cell.");
    CHECK(first_message("a,\xFF\n") ==
          "t.csv:1:3: byte 0xff is no UTF-8 text (binary file, or saved in another encoding). "
          "Save the file as UTF-8 text.");
}

TEST_CASE("cells are read by column name and type, and all mistakes are kept", "[csv]") {
    const CsvTable table = parse_csv("id,n,x,flag,extra\n,1.5,2,yes,0\nb,\"1,5\",inf,true,0\n", "t.csv");
    Diagnostics mistakes;
    CsvReader row{table, mistakes};
    while (row.next()) {
        static_cast<void>(row.name("id"));
        static_cast<void>(row.number("n"));
        static_cast<void>(row.integer("x"));
        static_cast<void>(row.boolean("flag"));
        static_cast<void>(row.text("missing"));
    }
    row.finish();
    std::vector<std::string> messages;
    for (const Diagnostic& mistake : mistakes.sorted()) messages.push_back(to_string(mistake));
    CHECK(messages == std::vector<std::string>{
                          "t.csv:1: extra: unknown column (known: flag, id, missing, n, x). Remove it.",
                          "t.csv:1: missing: column is missing (columns: id, n, x, flag, extra). Add it to "
                          "the header line.",
                          "t.csv:2: flag: \"yes\" is not known. Write one of: false, true.",
                          "t.csv:2: id: the cell is empty. Fill it in.",
                          "t.csv:3: n: \"1,5\" is no number (decimal comma). Write digits with a decimal "
                          "point and no unit.",
                          "t.csv:3: x: \"inf\" is no whole number. Write digits only."});
}
