#include "results/report/export/csv_export.hpp"

#include <algorithm>
#include <memory>
#include <system_error>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "results/store/new_file.hpp"

namespace verbund::report {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t flush_size = std::size_t{1} << 20U;

char separator_of(DecimalMark mark) { return mark == DecimalMark::comma ? ';' : ','; }

std::string quoted(std::string_view text, DecimalMark mark) {
    std::string guarded;
    if (!text.empty() && std::string_view{"=+-@\t\r"}.find(text.front()) != std::string_view::npos)
        guarded = '\'';
    guarded += text;
    if (guarded.find_first_of(std::string{"\"\r\n"} + separator_of(mark)) == std::string::npos)
        return guarded;
    std::string result = "\"";
    for (const char character : guarded) result += character == '"' ? "\"\"" : std::string(1, character);
    return result + '"';
}

/// Shortest digits that read back as the same number.
std::string number_text(double value, DecimalMark mark) {
    std::string text = fmt::format("{}", value);
    if (mark == DecimalMark::comma) std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

struct CellText {
    DecimalMark mark;
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(double value) const { return number_text(value, mark); }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(std::string_view text) const { return quoted(text, mark); }
};

void write_table(const ExportTable& table, store::NewFile& file, DecimalMark mark) {
    std::string buffer = mark == DecimalMark::comma ? "\xEF\xBB\xBF" : "";
    std::vector<ExportCell> cells(table.header.begin(), table.header.end());
    buffer += csv_line(cells, mark);
    for (std::size_t row = 0; row < table.rows; ++row) {
        cells.clear();
        table.fill(row, cells);
        buffer += csv_line(cells, mark);
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
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) line += separator_of(mark);
        line += std::visit(CellText{mark}, cells[i]);
    }
    return line + "\r\n";
}

std::vector<fs::path> export_csv(const outcome::Run& run, const fs::path& folder, DecimalMark mark,
                                 bool overwrite, const std::vector<std::string>& only) {
    const std::vector<ExportTable> tables = export_tables(run, only);
    make_folder(folder);
    for (const ExportTable& table : tables) store::check_new_file(file_of(table, folder), overwrite);
    // All of them are written before the first takes its place: tables of two runs do not go together.
    std::vector<std::unique_ptr<store::NewFile>> files;
    for (const ExportTable& table : tables) {
        files.push_back(std::make_unique<store::NewFile>(file_of(table, folder), overwrite));
        write_table(table, *files.back(), mark);
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
