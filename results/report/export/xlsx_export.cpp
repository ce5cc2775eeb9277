#include "results/report/export/xlsx_export.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <xlsxwriter.h>

#include "models/base/diagnostics.hpp"
#include "results/report/export/export_tables.hpp"
#include "results/report/export/workbook_check.hpp"
#include "results/report/text_width.hpp"
#include "results/store/new_file.hpp"

namespace verbund::report {
namespace {

constexpr std::size_t max_data_rows = 1'048'575;  // of a sheet, below its header
constexpr std::size_t max_text = 32'767;          // characters of a cell; bytes are never fewer

/// A workbook under construction.  Rows go to temporary files beside it at once, so memory does not grow with
/// the tables.
class Workbook {
public:
    /// `target` is what the part will be renamed to; messages name it.
    Workbook(const std::filesystem::path& part, const std::filesystem::path& target)
        : part_{part}, target_{target.string()}, folder_{target.parent_path()} {
        if (folder_.empty()) folder_ = ".";
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        options.tmpdir = folder_.data();
        book_ = workbook_new_opt(part_.c_str(), &options);
        if (book_ == nullptr) refuse("out of memory");
        header_ = workbook_add_format(book_);
        format_set_bold(header_);
        format_set_bottom(header_, LXW_BORDER_THIN);
        format_set_text_wrap(header_);
        format_set_align(header_, LXW_ALIGN_VERTICAL_TOP);
        wrapped_ = workbook_add_format(book_);
        format_set_text_wrap(wrapped_);
        format_set_align(wrapped_, LXW_ALIGN_VERTICAL_TOP);
    }
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;
    ~Workbook() {
        if (book_ != nullptr)
            workbook_close(book_);  // there is no other way to free it; the part is removed afterwards
    }

    [[nodiscard]] lxw_worksheet* add_sheet(const std::string& name) {
        lxw_worksheet* sheet = workbook_add_worksheet(book_, name.c_str());
        if (sheet == nullptr) refuse("no room for temporary files");
        given_.emplace_back();
        return sheet;
    }
    /// To be called for every cell of the sheet added last.
    void count(lxw_error error, std::size_t text_bytes) {
        check(error);
        given_.back().cells += 1;
        given_.back().text_bytes += text_bytes;
    }
    [[nodiscard]] lxw_workbook* book() const { return book_; }
    [[nodiscard]] lxw_format* header() const { return header_; }
    [[nodiscard]] lxw_format* wrapped() const { return wrapped_; }

    /// Ends the workbook and reads it back.
    void close() {
        check(workbook_close(std::exchange(book_, nullptr)));
        const std::string damage = damage_of_workbook(part_, given_);
        if (!damage.empty()) {
            refuse(
                fmt::format("the workbook came out damaged: {}; is there room left in {}?", damage, folder_));
        }
    }

private:
    [[noreturn]] void refuse(std::string_view why) const {
        throw RunFailed{fmt::format("{}: cannot be written ({})", target_, why)};
    }
    void check(lxw_error error) const {
        if (error != LXW_NO_ERROR) refuse(lxw_strerror(error));
    }

    std::filesystem::path part_;
    std::string target_;
    std::string folder_;
    std::vector<SheetContent> given_;
    lxw_workbook* book_ = nullptr;
    lxw_format* header_ = nullptr;
    lxw_format* wrapped_ = nullptr;
};

/// Two code points that UTF-8 can write and XML has not: U+FFFE and U+FFFF.
void replace_what_xml_lacks(std::string& text) {
    for (const std::string_view lacking : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"})
        for (std::size_t at = text.find(lacking); at != std::string::npos; at = text.find(lacking, at))
            text.replace(at, lacking.size(), "?");
}

/// What a cell can hold: no control characters (XML has none), not too long.
std::string cell_text(std::string_view text) {
    std::string clean = printable(text);
    replace_what_xml_lacks(clean);
    if (clean.size() > max_text) clean = cut_to_width(clean.substr(0, max_text), max_text / 4, "...");
    return clean;
}

struct CellWriter {
    Workbook& book;
    lxw_worksheet* sheet;
    lxw_row_t row;
    lxw_col_t column;
    lxw_format* format = nullptr;
    void operator()(std::monostate) const {}
    void operator()(double value) const {
        book.count(worksheet_write_number(sheet, row, column, value, format), 0);
    }
    void operator()(std::int64_t value) const { (*this)(static_cast<double>(value)); }
    void operator()(std::string_view text) const {
        const std::string written = cell_text(text);
        if (written.empty()) return;
        book.count(worksheet_write_string(sheet, row, column, written.c_str(), format), written.size());
    }
};

void write_header(Workbook& book, lxw_worksheet* sheet, const ExportTable& table, std::size_t rows) {
    constexpr double narrowest = 10.0;
    constexpr double widest = 28.0;
    for (std::size_t i = 0; i < table.header.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        const double width = static_cast<double>(table.header[i].size()) + 2.0;
        worksheet_set_column(sheet, column, column, std::clamp(width, narrowest, widest), nullptr);
        CellWriter{book, sheet, 0, column, book.header()}(table.header[i]);
    }
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(rows),
                         static_cast<lxw_col_t>(table.header.size() - 1));
}

/// Rows of a table that go to one sheet.
struct SheetRows {
    std::size_t first = 0;
    std::size_t count = 0;
};

void write_rows(Workbook& book, const ExportTable& table, const std::string& name, SheetRows rows,
                RowCounter& counter) {
    lxw_worksheet* sheet = book.add_sheet(name);
    write_header(book, sheet, table, rows.count);
    std::vector<ExportCell> cells;
    for (std::size_t row = 0; row < rows.count; ++row) {
        cells.clear();
        table.fill(rows.first + row, cells);
        counter.add_row(table.name);
        for (std::size_t column = 0; column < cells.size(); ++column) {
            std::visit(
                CellWriter{book, sheet, static_cast<lxw_row_t>(row + 1), static_cast<lxw_col_t>(column)},
                cells[column]);
        }
    }
}

void write_table(Workbook& book, const ExportTable& table, RowCounter& counter) {
    std::size_t first = 0;
    int part = 1;
    do {
        const std::size_t rows = std::min(table.rows - first, max_data_rows);
        const std::string name = part == 1 ? std::string{table.name} : fmt::format("{} {}", table.name, part);
        write_rows(book, table, name, {first, rows}, counter);
        first += rows;
        ++part;
    } while (first < table.rows);
}

void write_cover(Workbook& book, const CoverLines& lines) {
    lxw_worksheet* sheet = book.add_sheet("Deckblatt");
    worksheet_set_column(sheet, 0, 0, 22.0, nullptr);
    worksheet_set_column(sheet, 1, 1, 90.0, nullptr);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto row = static_cast<lxw_row_t>(i);
        CellWriter{book, sheet, row, 0, book.header()}(lines[i].first);
        CellWriter{book, sheet, row, 1, book.wrapped()}(lines[i].second);
    }
}

}  // namespace

CoverLines cover_of(const outcome::Run& run) {
    std::vector<std::string> ids;
    for (const auto& variant : run.variants) ids.push_back(variant.id);
    const std::string years =
        run.years.empty() ? std::string{} : fmt::format("{}-{}", run.years.front(), run.years.back());
    return {
        {"Titel", run.title},
        {"Frage", run.question},
        {"Varianten", fmt::format("{}", fmt::join(ids, ", "))},
        {"Basis", run.base_variant},
        {"Jahre", years},
        {"Programm", fmt::format("verbund {} ({})", run.program_version, run.program_commit)},
        {"Startwert", std::to_string(run.seed)},
        {"SHA-256 der Studie", run.study_sha256},
        {"Wiederholen",
         fmt::format(
             "verbund run STUDIE.yaml --seed {} --out ERGEBNIS.h5, dann: verbund export ERGEBNIS.h5 --xlsx "
             "DATEI.xlsx. Gleiche Studie, gleicher Startwert und gleiches Programm ergeben dieselben Zahlen.",
             run.seed)},
        {"Lesen",
         "Jede Größe steht mit ihrer Einheit in der Kopfzeile; leere Zellen bedeuten: nicht anwendbar. "
         "Annahmen und ihre Quellen stehen im Blatt assumptions."}};
}

void export_xlsx(const outcome::Run& run, const std::filesystem::path& file, const ExportOptions& options) {
    export_xlsx(export_tables(run, options.only), cover_of(run), file, options);
}

void export_xlsx(const std::vector<ExportTable>& tables, const CoverLines& cover,
                 const std::filesystem::path& file, const ExportOptions& options) {
    RowCounter counter{tables, options.progress};
    store::NewFile output{file, options.overwrite};
    Workbook book{output.part(), file};
    write_cover(book, cover);
    for (const ExportTable& table : tables) write_table(book, table, counter);
    book.close();
    output.commit();
}

}  // namespace verbund::report
