#include "results/report/export/csv_export.hpp"

#include <array>
#include <iterator>
#include <memory>
#include <system_error>

#include <fmt/compile.h>
#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "results/store/new_file.hpp"

namespace verbund::report {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t flush_size = std::size_t{1} << 20U;

char separator_of(DecimalMark mark) { return mark == DecimalMark::comma ? ';' : ','; }

void append_quoted(std::string& line, std::string_view text, DecimalMark mark) {
    const bool is_formula =
        !text.empty() && std::string_view{"=+-@\t\r"}.find(text.front()) != std::string_view::npos;
    const std::string_view guard = is_formula ? "'" : "";
    const std::array<char, 4> special{'"', '\r', '\n', separator_of(mark)};
    if (text.find_first_of(std::string_view{special.data(), special.size()}) == std::string_view::npos) {
        line.append(guard).append(text);
        return;
    }
    line.append("\"").append(guard);
    for (const char character : text) line.append(character == '"' ? 2 : 1, character);
    line += '"';
}

/// Appends the shortest digits that read back as the same number.
void append_number(std::string& line, double value, DecimalMark mark) {
    const std::size_t begin = line.size();
    fmt::format_to(std::back_inserter(line), FMT_COMPILE("{}"), value);
    if (mark == DecimalMark::point) return;
    const std::size_t point = line.find('.', begin);
    if (point != std::string::npos) line[point] = ',';
}

/// Appends a cell to a line.
struct CellText {
    std::string& line;
    DecimalMark mark;
    void operator()(std::monostate) const {}
    void operator()(double value) const { append_number(line, value, mark); }
    void operator()(std::int64_t value) const {
        fmt::format_to(std::back_inserter(line), FMT_COMPILE("{}"), value);
    }
    void operator()(std::string_view text) const { append_quoted(line, text, mark); }
};

void append_line(std::string& text, const std::vector<ExportCell>& cells, DecimalMark mark) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) text += separator_of(mark);
        std::visit(CellText{text, mark}, cells[i]);
    }
    text += "\r\n";
}

void write_table(const ExportTable& table, store::NewFile& file, DecimalMark mark, RowCounter& counter) {
    std::string buffer = mark == DecimalMark::comma ? "\xEF\xBB\xBF" : "";
    std::vector<ExportCell> cells(table.header.begin(), table.header.end());
    append_line(buffer, cells, mark);
    for (std::size_t row = 0; row < table.rows; ++row) {
        cells.clear();
        table.fill(row, cells);
        append_line(buffer, cells, mark);
        counter.add_row(table.name);
        if (buffer.size() >= flush_size) {
            file.write(buffer);
            buffer.clear();
        }
    }
    file.write(buffer);
}

void make_folder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) throw RunFailed{fmt::format("{}: cannot be made ({})", folder.string(), error.message())};
}

fs::path file_of(const ExportTable& table, const fs::path& folder) {
    return folder / fmt::format("{}.csv", table.name);
}

}  // namespace

std::string csv_line(const std::vector<ExportCell>& cells, DecimalMark mark) {
    std::string line;
    append_line(line, cells, mark);
    return line;
}

std::vector<fs::path> export_csv(const outcome::Run& run, const fs::path& folder, DecimalMark mark,
                                 const ExportOptions& options) {
    return export_csv(export_tables(run, options.only), folder, mark, options);
}

std::vector<fs::path> export_csv(const std::vector<ExportTable>& tables, const fs::path& folder,
                                 DecimalMark mark, const ExportOptions& options) {
    RowCounter counter{tables, options.progress};
    make_folder(folder);
    for (const ExportTable& table : tables) store::check_new_file(file_of(table, folder), options.overwrite);
    // All of them are written before the first takes its place: tables of two runs do not go together.
    std::vector<std::unique_ptr<store::NewFile>> files;
    for (const ExportTable& table : tables) {
        files.push_back(std::make_unique<store::NewFile>(file_of(table, folder), options.overwrite));
        write_table(table, *files.back(), mark, counter);
        files.back()->flush();
    }
    std::vector<fs::path> written;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        files[i]->commit();
        written.push_back(file_of(tables[i], folder));
    }
    return written;
}

}  // namespace verbund::report
