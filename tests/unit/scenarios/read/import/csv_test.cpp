#include "scenarios/read/import/csv.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"

using namespace verbund;
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
    CHECK(first_message("a,,c\n") == "t.csv:1: a column has no name. Name every column in the first line.");
    CHECK(first_message("a,a\n") == "t.csv:1: column \"a\" appears twice. Remove one of them.");
    CHECK(first_message("a,b\n1,2,3\n") ==
          "t.csv:2: 3 cells (2 columns in the header). "
          "Put cells that contain a comma in quotation marks, or part all cells by semicolons.");
    CHECK(first_message("a,b\n1,x\"y\n") ==
          "t.csv:2: misplaced quotation mark (a quoted cell ends before its comma). "
          "Write a quotation mark inside a quoted cell twice.");
    CHECK(first_message("a,b\n1,\"y\n") == "t.csv:2: quotation mark without an end. Close the quoted cell.");
    CHECK(first_message("a,\x01\xFF\n") ==
          "t.csv:1:4: byte 0xff is no UTF-8 text (binary file, or saved in another encoding). "
          "Save the file as UTF-8 text.");
}

TEST_CASE("a byte-order mark and a line sep=; do not belong to the header", "[csv]") {
    const CsvTable table = parse_csv("\xEF\xBB\xBFsep=;\r\na;b\r\n1;2\r\n", "t.csv");
    CHECK(table.header == std::vector<std::string>{"a", "b"});
    CHECK(table.records.at(0).line == 3);
    CHECK(table.notes.empty());  // it was stated
}

TEST_CASE("damaged UTF-8 and binary files are not taken for Windows-1252", "[csv]") {
    CHECK(first_message("ä,\xFF\n").find("byte 0xff is no UTF-8 text") != std::string::npos);
    CHECK(first_message("a,\x81\n").find("byte 0x81 is no UTF-8 text") != std::string::npos);  // no character
    CHECK(first_message(std::string("a\0b,\xFC\n", 6)).find("byte 0x00") != std::string::npos);
}
