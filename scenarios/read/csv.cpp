#include "scenarios/read/csv.hpp"

#include <charconv>
#include <cmath>

#include <csv.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

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
    Parser() { csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI); }
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

std::vector<CsvRecord> split(std::string_view text, const std::string& file) {
    Parser parser;
    Collector collector;
    bool inside_record = false;
    std::size_t line_number = 0;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end == std::string_view::npos ? text.size() : end + 1);
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
    if (!parser.finish(collector)) {
        refuse(file, collector.first_line, "quotation mark without an end", "Close the quoted cell.");
    }
    return std::move(collector.records);
}

void check_header(const CsvRecord& header, const std::string& file) {
    std::set<std::string> seen;
    for (const std::string& name : header.cells) {
        if (header.cells.size() == 1 && name.find(';') != std::string::npos) {
            refuse(file, header.line, "columns are separated by semicolons (commas are needed)",
                   "Save the table as CSV with commas and decimal points.");
        }
        if (name.empty())
            refuse(file, header.line, "a column has no name", "Name every column in the first line.");
        if (!seen.insert(name).second) {
            refuse(file, header.line, fmt::format("column \"{}\" appears twice", name),
                   "Remove one of them.");
        }
    }
}

void check_widths(const CsvTable& table) {
    Diagnostics mistakes;
    for (const CsvRecord& record : table.records) {
        if (record.cells.size() == table.header.size()) continue;
        mistakes.add(
            {{table.file, record.line, 0},
             "",
             fmt::format("{} cells ({} columns in the header)", record.cells.size(), table.header.size()),
             "Put cells that contain a comma in quotation marks; numbers take a decimal point."});
    }
    throw_if_any(mistakes);
}

template <class Number>
std::optional<Number> parse(const std::string& text) {
    Number value{};
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (result.ec != std::errc{} || result.ptr != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace

void throw_if_any(const Diagnostics& mistakes) {
    if (!mistakes.empty()) throw InvalidInput{mistakes.sorted()};
}

CsvTable parse_csv(std::string_view text, const std::string& file) {
    require_text(text, file);
    CsvTable table{file, {}, split(text, file)};
    if (table.records.empty())
        refuse(table.file, 1, "the table is empty", "Give a header line and one line per row.");
    check_header(table.records.front(), table.file);
    table.header = std::move(table.records.front().cells);
    table.records.erase(table.records.begin());
    check_widths(table);
    return table;
}

CsvTable load_csv(const std::filesystem::path& file) { return parse_csv(load_text(file), file.string()); }

CsvReader::CsvReader(const CsvTable& table, Diagnostics& mistakes) : table_{table}, mistakes_{mistakes} {
    for (std::size_t i = 0; i < table.header.size(); ++i) columns_.emplace(table.header[i], i);
}

bool CsvReader::next() {
    if (next_ == table_.records.size()) return false;
    record_ = &table_.records[next_++];
    return true;
}

bool CsvReader::has(std::string_view column) const { return columns_.find(column) != columns_.end(); }

const std::string* CsvReader::cell(std::string_view column) {
    const bool first_time = asked_.emplace(column).second;
    const auto found = columns_.find(column);
    if (found != columns_.end()) return &record_->cells[found->second];
    if (first_time) {
        mistakes_.add({{table_.file, 1, 0},
                       std::string{column},
                       fmt::format("column is missing (columns: {})", fmt::join(table_.header, ", ")),
                       "Add it to the header line."});
    }
    return nullptr;
}

void CsvReader::mistake(std::string_view column, std::string problem, std::string remedy) {
    mistakes_.add(
        {{table_.file, record_->line, 0}, std::string{column}, std::move(problem), std::move(remedy)});
}

std::string CsvReader::text(std::string_view column) {
    const std::string* found = cell(column);
    return found == nullptr ? std::string{} : *found;
}

std::string CsvReader::name(std::string_view column) {
    const std::string* found = cell(column);
    if (found == nullptr) return {};
    if (found->empty()) mistake(column, "the cell is empty", "Fill it in.");
    return *found;
}

double CsvReader::number(std::string_view column) {
    const std::string* found = cell(column);
    if (found == nullptr) return 0.0;
    const auto value = parse<double>(*found);
    if (value && std::isfinite(*value)) return *value;
    const bool comma = found->find(',') != std::string::npos;
    mistake(column, fmt::format("\"{}\" is no number{}", *found, comma ? " (decimal comma)" : ""),
            "Write digits with a decimal point and no unit.");
    return 0.0;
}

int CsvReader::integer(std::string_view column) {
    const std::string* found = cell(column);
    if (found == nullptr) return 0;
    if (const auto value = parse<int>(*found)) return *value;
    mistake(column, fmt::format("\"{}\" is no whole number", *found), "Write digits only.");
    return 0;
}

bool CsvReader::boolean(std::string_view column) { return choice(column, {"false", "true"}) == 1; }

std::size_t CsvReader::choice(std::string_view column, const std::vector<std::string>& words) {
    const std::string* found = cell(column);
    if (found == nullptr) return 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == *found) return i;
    }
    mistake(column, fmt::format("\"{}\" is not known", *found),
            fmt::format("Write one of: {}.", fmt::join(words, ", ")));
    return 0;
}

void CsvReader::finish() {
    if (table_.records.empty()) return;
    const std::vector<std::string> known{asked_.begin(), asked_.end()};
    for (const std::string& column : table_.header) {
        if (asked_.count(column) != 0) continue;
        const std::string near = nearest_word(column, known);
        mistakes_.add({{table_.file, 1, 0},
                       column,
                       fmt::format("unknown column (known: {})", fmt::join(known, ", ")),
                       near.empty() ? "Remove it." : fmt::format("Did you mean \"{}\"?", near)});
    }
}

}  // namespace verbund::read
