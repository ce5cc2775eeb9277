#include "scenarios/read/import/csv_reader.hpp"

#include <string>
#include <vector>

#include "results/report/export/csv_export.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/results/sample_run.hpp"

using namespace verbund;
using read::CsvReader;
using read::CsvTable;
using read::parse_csv;

namespace {

std::vector<std::string> texts(const std::vector<Diagnostic>& diagnostics) {
    std::vector<std::string> lines;
    for (const Diagnostic& diagnostic : diagnostics) lines.push_back(to_string(diagnostic));
    return lines;
}

struct Numbers {
    std::vector<double> values;  ///< of columns n and m, row by row
    std::vector<std::string> messages;
    std::vector<std::string> notes;
};

Numbers read_numbers(const std::string& text, DecimalSign stated = DecimalSign::unstated) {
    const CsvTable table = parse_csv(text, "t.csv");
    Diagnostics mistakes;
    Numbers read;
    CsvReader row{table, mistakes, {{stated, "--decimal comma", {"n", "m"}, {}}, false}};
    while (row.next())
        for (const char* column : {"n", "m"})
            read.values.push_back(row.number_within(column, 0.0, 1e7).value_or(-1.0));
    read.messages = texts(mistakes.sorted());
    read.notes = texts(mistakes.notes());
    return read;
}

}  // namespace

TEST_CASE("cells are read by column name and type, and all mistakes are kept", "[csv]") {
    const CsvTable table = parse_csv("id,n,x,flag,extra\n,1.5,2,yes,0\nb,x,inf,true,0\n", "t.csv");
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
    const std::string missing =
        "t.csv:1: missing: column is missing (columns: id, n, x, flag, extra). Add it to the header line.";
    CHECK(texts(mistakes.sorted()) ==
          std::vector<std::string>{
              "t.csv:1: extra: unknown column (known: flag, id, missing, n, x). Remove it.", missing,
              "t.csv:2: flag: \"yes\" is not known. Write one of: false, true.",
              "t.csv:2: id: the cell is empty. Fill it in.",
              "t.csv:3: n: \"x\" is no number. Write digits with a decimal point and no unit.",
              "t.csv:3: x: \"inf\" is no whole number. Write digits only."});
}

TEST_CASE("a table that a German spreadsheet saved is read, and each assumption told once", "[csv]") {
    // Windows-1252 (0xFC = ü), CRLF, semicolons, decimal commas, a trailing row and column of empty cells.
    const CsvTable table = parse_csv(
        "name;n;count;flag;\r\nM\xFCnster;51,96;5,0;WAHR;\r\nAachen;0,5;1.024.000;falsch;\r\n;;;;\r\n",
        "t.csv");
    Diagnostics mistakes;
    CsvReader row{table, mistakes};
    REQUIRE(row.next());
    CHECK(row.text("name") == "Münster");
    CHECK(row.number_within("n", 0.0, 1e6) == 51.96);
    CHECK(row.integer("count") == 5);
    CHECK(row.boolean("flag"));
    REQUIRE(row.next());
    CHECK(row.number_within("n", 0.0, 1e6) == 0.5);
    CHECK(row.integer("count") == 1'024'000);
    CHECK_FALSE(row.boolean("flag"));
    CHECK_FALSE(row.next());
    row.finish();
    CHECK(mistakes.empty());
    CHECK(texts(mistakes.notes()) ==
          std::vector<std::string>{"t.csv:1: cells are parted by semicolons, as in the header.",
                                   "t.csv:1: read as Windows-1252 text (it is no UTF-8).",
                                   "t.csv:2: count: \"5,0\" is read as 5.",
                                   "t.csv:2: flag: \"WAHR\" is read as true.",
                                   "t.csv:2: n: \"51,96\" is read as 51.96: the table has decimal commas.",
                                   "t.csv:4: a row of empty cells is left out."});
}

TEST_CASE("a number with two readings is refused unless an option or another cell tells the sign", "[csv]") {
    const std::vector<std::string> refused{
        "t.csv:2: n: \"1.500\" can be read as 1.5 or as 1500 (a point before three digits). "
        "Write \"1.5\" or \"1500\", or state the decimal sign (--decimal comma)."};
    CHECK(read_numbers("n,m\n1.500,7\n").messages == refused);
    // A decimal comma elsewhere makes the point part thousands; a decimal point makes it the decimal sign.
    CHECK(read_numbers("n,m\n1.500,\"51,96\"\n").values == std::vector<double>{1500.0, 51.96});
    CHECK(read_numbers("n,m\n1.500,1.024.000\n").values == std::vector<double>{1500.0, 1'024'000.0});
    CHECK(read_numbers("n,m\n1.500,16.5\n").values == std::vector<double>{1.5, 16.5});
    // Both signs in one table tell nothing about a third number, but each has its one reading.
    CHECK(read_numbers("n,m\n16.5,\"51,96\"\n").values == std::vector<double>{16.5, 51.96});
    CHECK(read_numbers("n,m\n1.500,\"51,96\"\n16.5,0\n").messages == refused);
    // The option decides where no cell does, and over those that do.
    CHECK(read_numbers("n,m\n1.500,\"1,500\"\n", DecimalSign::comma).values ==
          std::vector<double>{1500.0, 1.5});
    CHECK(read_numbers("n,m\n1.500,\"1,500\"\n", DecimalSign::point).values ==
          std::vector<double>{1.5, 1500.0});
}

TEST_CASE("a reading that another cell decided is told once, with that cell", "[csv]") {
    CHECK(read_numbers("n,m\n1.500,\"51,96\"\n2.500,\"3,5\"\n").notes ==
          std::vector<std::string>{
              "t.csv:2: m: \"51,96\" is read as 51.96: the table has decimal commas.",
              "t.csv:2: n: \"1.500\" is read as 1500: the table has decimal commas (known by \"51,96\" in "
              "line 2, m)."});
    CHECK(
        read_numbers("n,m\n1.500,16.5\n2.500,3.5\n").notes ==
        std::vector<std::string>{"t.csv:2: n: \"1.500\" is read as 1.5: the table has decimal points (known "
                                 "by \"16.5\" in line 2, m)."});
}

TEST_CASE("a number too small to be meant in thousands is read with its decimals", "[csv]") {
    const CsvTable table = parse_csv("lat\n51.960\n\"51,960\"\n", "t.csv");
    Diagnostics mistakes;
    CsvReader row{table, mistakes};
    while (row.next()) CHECK(row.number_within("lat", -90.0, 90.0) == 51.96);
    CHECK(mistakes.empty());
}

TEST_CASE("quantities in a table follow its decimal sign", "[csv]") {
    const CsvTable table = parse_csv("power;rent\n1.500 kW;90,5 EUR/a\n", "t.csv");
    Diagnostics mistakes;
    CsvReader row{table, mistakes, {{DecimalSign::unstated, "", {"power", "rent"}, {}}, false}};
    REQUIRE(row.next());
    CHECK(row.quantity<Power>("power") == 1500.0 * kilowatt);
    CHECK(row.quantity<MoneyRate>("rent") == 90.5 * euro_per_year);
    CHECK(mistakes.empty());
}

TEST_CASE("columns that nothing asks for are listed once, one that resembles a known one is refused",
          "[csv]") {
    const CsvTable table = parse_csv("vm,owner,cout\nweb1,Kreis,3\nweb2,Kreis,4\n", "t.csv");
    Diagnostics mistakes;
    CsvReader row{table, mistakes, {{}, true}};
    while (row.next()) static_cast<void>(row.integer("count"));
    row.finish();
    CHECK(texts(mistakes.notes()) ==
          std::vector<std::string>{"t.csv:1: columns left out: vm, owner (known: count)."});
    // The missing column and the misspelt one are one mistake.
    CHECK(texts(mistakes.sorted()) ==
          std::vector<std::string>{"t.csv:1: cout: unknown column (known: count). Did you mean \"count\"?"});
}

TEST_CASE("a state key that lost its zero gets it back", "[csv]") {
    const CsvTable table = parse_csv("state,x\n5,0\n16,0\n17,0\n", "t.csv");
    Diagnostics mistakes;
    CsvReader row{table, mistakes};
    std::vector<std::string> keys;
    while (row.next()) keys.push_back(row.state("state").value_or("none"));
    CHECK(keys == std::vector<std::string>{"05", "16", "none"});
    CHECK(texts(mistakes.notes()) == std::vector<std::string>{"t.csv:2: state: \"5\" is read as \"05\"."});
    CHECK(texts(mistakes.sorted()).size() == 1);
}

TEST_CASE("what an export with decimal comma writes reads back as the same numbers", "[csv]") {
    const test::TemporaryFolder folder;
    const outcome::Run run = test::planners_run();
    const auto commas = report::export_csv(run, folder.path() / "comma", report::DecimalMark::comma);
    const auto points = report::export_csv(run, folder.path() / "point", report::DecimalMark::point);
    REQUIRE(commas.size() == points.size());
    std::size_t numbers = 0;
    for (std::size_t t = 0; t < commas.size(); ++t) {
        const CsvTable comma = read::load_csv(commas[t]);
        const CsvTable point = read::load_csv(points[t]);
        REQUIRE(comma.header == point.header);
        REQUIRE(comma.records.size() == point.records.size());
        for (std::size_t r = 0; r < comma.records.size(); ++r) {
            for (std::size_t c = 0; c < comma.header.size(); ++c) {
                const auto expected = number_value(point.records[r].cells[c], DecimalSign::point);
                if (!expected) continue;  // a text
                CHECK(number_value(comma.records[r].cells[c], DecimalSign::comma) == expected);
                ++numbers;
            }
        }
    }
    CHECK(numbers > 100);
}
