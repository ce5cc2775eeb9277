#include "scenarios/read/import/csv.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <csv.h>
#include <fmt/format.h>

#include "scenarios/read/import/encoding.hpp"
#include "scenarios/read/import/workbook.hpp"
#include "scenarios/read/import/zip_archive.hpp"
#include "scenarios/read/text_file.hpp"

namespace verbund::read {
namespace {

/// What libcsv's callbacks fill while a text is fed to it line by line.
struct Collector {
    std::vector<CsvRecord> records;
    CsvRecord current;
    std::size_t first_line = 1;  ///< of the record being read
};

void on_cell(void* text, std::size_t length, void* data) {
    static_cast<Collector*>(data)->current.cells.emplace_back(static_cast<const char*>(text), length);
}

void on_record(int, void* data) {
    auto& collector = *static_cast<Collector*>(data);
    collector.current.line = collector.first_line;
    collector.records.push_back(std::move(collector.current));
    collector.current = {};
}

/// Owner of libcsv's parser.
class Parser {
public:
    explicit Parser(char separator) {
        csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI);
        csv_set_delim(&parser_, static_cast<unsigned char>(separator));
    }
    ~Parser() { csv_free(&parser_); }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

    bool feed(std::string_view line, Collector& collector) {
        return csv_parse(&parser_, line.data(), line.size(), on_cell, on_record, &collector) == line.size();
    }
    bool finish(Collector& collector) { return csv_fini(&parser_, on_cell, on_record, &collector) == 0; }

private:
    csv_parser parser_{};
};

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r\n") == std::string_view::npos; }

[[noreturn]] void refuse(const std::string& file, std::size_t line, std::string problem, std::string remedy) {
    throw InvalidInput{{{{file, line, 0}, "", std::move(problem), std::move(remedy)}}};
}

void note(CsvTable& table, std::size_t line, std::string what) {
    table.notes.push_back({{table.file, line, 0}, "", std::move(what), ""});
}

/// The first line of `text`, its end of line included.
std::string_view first_line(std::string_view text) {
    const std::size_t end = text.find('\n');
    return text.substr(0, end == std::string_view::npos ? text.size() : end + 1);
}

/// How a table's cells are parted, and where its header begins.
struct Layout {
    char separator = ',';
    bool stated = false;        ///< by a first line such as "sep=;"
    std::size_t skipped = 0;    ///< lines above the rest of the text
    std::string_view contents;  ///< the header and all below
};

Layout layout_of(std::string_view text) {
    Layout layout;
    layout.contents = text;
    const std::string_view first = first_line(text);
    const std::string_view word = first.substr(0, first.find_last_not_of("\r\n") + 1);
    if (word == "sep=;" || word == "sep=,") {
        layout.stated = true;
        layout.separator = word.back();
        layout.skipped = 1;
        layout.contents.remove_prefix(first.size());
        return layout;
    }
    std::string_view rest = text;
    std::string_view header;
    while (!rest.empty() && is_blank(header)) {
        header = first_line(rest);
        rest.remove_prefix(header.size());
    }
    const auto semicolons = std::count(header.begin(), header.end(), ';');
    if (semicolons > std::count(header.begin(), header.end(), ',')) layout.separator = ';';
    return layout;
}

std::vector<CsvRecord> split(const Layout& layout, const std::string& file) {
    Parser parser{layout.separator};
    Collector collector;
    bool inside_record = false;
    std::size_t line_number = layout.skipped;
    std::string_view text = layout.contents;
    while (!text.empty()) {
        const std::string_view line = first_line(text);
        text.remove_prefix(line.size());
        ++line_number;
        if (!inside_record) collector.first_line = line_number;
        const std::size_t before = collector.records.size();
        if (!parser.feed(line, collector)) {
            refuse(file, line_number, "misplaced quotation mark (a quoted cell ends before its comma)",
                   "Write a quotation mark inside a quoted cell twice.");
        }
        inside_record = collector.records.size() == before && (inside_record || !is_blank(line));
    }
    if (!parser.finish(collector))
        refuse(file, collector.first_line, "quotation mark without an end", "Close the quoted cell.");
    return std::move(collector.records);
}

/// Takes out trailing columns that have neither a name nor content.
void leave_out_empty_columns(std::vector<CsvRecord>& records) {
    while (records.front().cells.size() > 1 && records.front().cells.back().empty()) {
        const std::size_t width = records.front().cells.size();
        const bool empty = std::all_of(records.begin(), records.end(), [width](const CsvRecord& record) {
            return record.cells.size() == width && record.cells.back().empty();
        });
        if (!empty) return;
        for (CsvRecord& record : records) record.cells.pop_back();
    }
}

/// Takes out rows in which nothing is written; spreadsheets leave them where something once was.
void leave_out_empty_rows(CsvTable& table) {
    std::vector<std::size_t> lines;
    std::erase_if(table.records, [&lines](const CsvRecord& record) {
        const bool empty =
            record.cells.size() > 1 && std::all_of(record.cells.begin(), record.cells.end(),
                                                   [](const std::string& cell) { return cell.empty(); });
        if (empty) lines.push_back(record.line);
        return empty;
    });
    if (lines.empty()) return;
    const std::string more = lines.size() > 1 ? fmt::format(" and {} more", lines.size() - 1) : "";
    note(table, lines.front(), fmt::format("a row of empty cells{} is left out", more));
}

void check_header(const CsvRecord& header, const std::string& file) {
    std::set<std::string> seen;
    for (const std::string& name : header.cells) {
        if (name.empty())
            refuse(file, header.line, "a column has no name", "Name every column in the first line.");
        if (!seen.insert(name).second) {
            refuse(file, header.line, fmt::format("column \"{}\" appears twice", name),
                   "Remove one of them.");
        }
    }
}

void check_widths(const CsvTable& table, char separator) {
    Diagnostics mistakes;
    for (const CsvRecord& record : table.records) {
        if (record.cells.size() == table.header.size()) continue;
        mistakes.add(
            {{table.file, record.line, 0},
             "",
             fmt::format("{} cells ({} columns in the header)", record.cells.size(), table.header.size()),
             separator == ';'
                 ? "Put cells that contain a semicolon in quotation marks."
                 : "Put cells that contain a comma in quotation marks, or part all cells by semicolons."});
    }
    throw_if_any(mistakes);
}

/// The table below the header, which is the first record.
CsvTable table_of(std::vector<CsvRecord> records, const std::string& file) {
    CsvTable table{file, 0, {}, std::move(records), {}};
    if (table.records.empty())
        refuse(table.file, 1, "the table is empty", "Give a header line and one line per row.");
    leave_out_empty_columns(table.records);
    check_header(table.records.front(), table.file);
    table.header_line = table.records.front().line;
    table.header = std::move(table.records.front().cells);
    table.records.erase(table.records.begin());
    leave_out_empty_rows(table);
    return table;
}

CsvTable table_of_sheet(std::string_view bytes, const std::string& file, std::string_view sheet) {
    std::vector<CsvRecord> records;
    for (SheetRow& row : sheet_rows(bytes, file, sheet)) {
        const bool empty = std::all_of(row.cells.begin(), row.cells.end(),
                                       [](const std::string& cell) { return is_blank(cell); });
        if (!empty) records.push_back({row.number, std::move(row.cells)});
    }
    return table_of(std::move(records), file);
}

}  // namespace

void throw_if_any(const Diagnostics& mistakes) {
    if (!mistakes.empty()) throw InvalidInput{mistakes.sorted()};
}

CsvTable parse_csv(std::string_view bytes, const std::string& file, std::string_view sheet) {
    if (is_zip(bytes)) return table_of_sheet(bytes, file, sheet);
    const DecodedText decoded = to_utf8(bytes, file);
    const Layout layout = layout_of(decoded.text);
    CsvTable table = table_of(split(layout, file), file);
    const std::size_t header_line = table.header_line;
    if (decoded.windows_1252) note(table, header_line, "read as Windows-1252 text (it is no UTF-8)");
    if (layout.separator == ';' && !layout.stated)
        note(table, header_line, "cells are parted by semicolons, as in the header");
    check_widths(table, layout.separator);
    return table;
}

CsvTable load_csv(const std::filesystem::path& file, std::string_view sheet) {
    return parse_csv(load_bytes(file), file.string(), sheet);
}

}  // namespace verbund::read
