#include "scenarios/read/import/workbook.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "models/base/diagnostics.hpp"
#include "models/base/number_text.hpp"
#include "scenarios/read/import/zip_archive.hpp"

namespace verbund::read {
namespace {

constexpr std::size_t most_cells = 4'000'000;
constexpr std::size_t most_columns = 16'384;  // of the format

class Workbook {
public:
    Workbook(std::string_view bytes, const std::string& file) : archive_{bytes, file}, file_{file} {}

    std::vector<SheetRow> rows(std::string_view wanted) {
        read_shared_texts();
        pugi::xml_document sheet;
        load(sheet, part_of_sheet(wanted));
        std::vector<SheetRow> rows;
        std::size_t width = 0;
        for (const pugi::xml_node row : sheet.child("worksheet").child("sheetData").children("row")) {
            rows.push_back(row_of(row, rows.empty() ? 1 : rows.back().number + 1));
            width = std::max(width, rows.back().cells.size());
            if (width * rows.size() > most_cells)
                refuse("the sheet has more than four million cells", "Save the part that is needed.");
        }
        for (SheetRow& row : rows) row.cells.resize(width);
        return rows;
    }

private:
    [[noreturn]] void refuse(std::string problem, std::string remedy) const {
        throw InvalidInput{{{{file_, 0, 0}, "", std::move(problem), std::move(remedy)}}};
    }

    void load(pugi::xml_document& document, const std::string& part) const {
        const std::optional<std::string> text = archive_.part(part);
        if (!text) refuse(fmt::format("the workbook has no {}", part), "Save it once more as .xlsx.");
        const pugi::xml_parse_result read =
            document.load_buffer(text->data(), text->size(), pugi::parse_default | pugi::parse_ws_pcdata);
        if (!read)
            refuse(fmt::format("{} is damaged ({})", part, read.description()),
                   "Save it once more as .xlsx.");
    }

    /// The texts of all runs of a string, without their looks.
    static std::string text_of(const pugi::xml_node& string) {
        std::string text = string.child("t").text().get();
        for (const pugi::xml_node run : string.children("r")) text += run.child("t").text().get();
        return text;
    }

    void read_shared_texts() {
        const std::string part = "xl/sharedStrings.xml";
        if (!archive_.part(part)) return;
        pugi::xml_document strings;
        load(strings, part);
        for (const pugi::xml_node string : strings.child("sst").children("si"))
            shared_.push_back(text_of(string));
    }

    /// The part that holds the sheet of that name, else the first that is not hidden.
    [[nodiscard]] std::string part_of_sheet(std::string_view wanted) const {
        pugi::xml_document book;
        load(book, "xl/workbook.xml");
        const pugi::xml_node sheets = book.child("workbook").child("sheets");
        std::string id;
        for (const pugi::xml_node sheet : sheets.children("sheet")) {
            if (!wanted.empty() && sheet.attribute("name").as_string() == wanted) {
                id = sheet.attribute("r:id").as_string();
                break;
            }
            const std::string_view state = sheet.attribute("state").as_string("visible");
            if (id.empty() && state == "visible") id = sheet.attribute("r:id").as_string();
        }
        pugi::xml_document relations;
        load(relations, "xl/_rels/workbook.xml.rels");
        for (const pugi::xml_node relation : relations.child("Relationships").children("Relationship")) {
            if (id.empty() || relation.attribute("Id").as_string() != id) continue;
            const std::string target = relation.attribute("Target").as_string();
            return target.starts_with("/") ? target.substr(1) : "xl/" + target;
        }
        refuse("the workbook has no sheet", "Save it once more as .xlsx.");
    }

    /// Place of a cell's column by its letters ("AB12" is 27); that after the last one where it has none.
    [[nodiscard]] std::size_t column_of(const pugi::xml_node& cell, std::size_t next) const {
        constexpr std::size_t letters = 26;
        const std::string_view reference = cell.attribute("r").as_string();
        std::size_t column = 0;
        for (const char c : reference) {
            if (c < 'A' || c > 'Z') break;
            column = column * letters + static_cast<std::size_t>(c - 'A') + 1;
            if (column > most_columns) break;
        }
        if (column > most_columns || next >= most_columns)
            refuse("a row has more than 16,384 columns", "Save it once more as .xlsx.");
        return column == 0 ? next : column - 1;
    }

    [[nodiscard]] std::string cell_text(const pugi::xml_node& cell) const {
        const std::string_view type = cell.attribute("t").as_string("n");
        if (type == "inlineStr") return text_of(cell.child("is"));
        std::string value = cell.child("v").text().get();
        if (type == "s") {
            const std::size_t place = cell.child("v").text().as_ullong(shared_.size());
            if (place >= shared_.size())
                refuse("a cell names a text that is not there", "Save it once more.");
            return shared_[place];
        }
        if (type == "b") return value == "1" ? "true" : "false";
        return type == "n" ? without_second_reading(std::move(value)) : value;
    }

    [[nodiscard]] SheetRow row_of(const pugi::xml_node& row, std::size_t next) const {
        SheetRow read{row.attribute("r").as_ullong(next), {}};
        for (const pugi::xml_node cell : row.children("c")) {
            const std::size_t column = column_of(cell, read.cells.size());
            if (column >= read.cells.size()) read.cells.resize(column + 1);
            read.cells[column] = cell_text(cell);
        }
        return read;
    }

    ZipArchive archive_;
    const std::string& file_;
    std::vector<std::string> shared_;
};

}  // namespace

std::vector<SheetRow> sheet_rows(std::string_view bytes, const std::string& file, std::string_view sheet) {
    return Workbook{bytes, file}.rows(sheet);
}

}  // namespace verbund::read
