#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include <minizip/zip.h>

#include "tests/support/temporary_folder.hpp"

namespace verbund::test {

/// The bytes of a workbook with given XML, as spreadsheets write it: `sheet` is what stands inside
/// <sheetData>, `texts` are its shared strings.
[[nodiscard]] inline std::string small_workbook(
    const std::string& sheet, const std::vector<std::string>& texts = {},
    const std::string& sheets = R"(<sheet name="vInfo" r:id="rId1"/>)") {
    std::string shared = "<sst>";
    for (const std::string& text : texts) shared += "<si><t>" + text + "</t></si>";
    const std::vector<std::pair<std::string, std::string>> parts{
        {"xl/workbook.xml", "<workbook><sheets>" + sheets + "</sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         R"(<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>)"
         R"(<Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>)"},
        {"xl/sharedStrings.xml", shared + "</sst>"},
        {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + sheet + "</sheetData></worksheet>"}};
    const TemporaryFolder folder;
    const std::filesystem::path file = folder / "book.xlsx";
    const zipFile archive = zipOpen(file.c_str(), APPEND_STATUS_CREATE);
    for (const auto& [name, content] : parts) {
        zipOpenNewFileInZip(archive, name.c_str(), nullptr, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED,
                            Z_DEFAULT_COMPRESSION);
        zipWriteInFileInZip(archive, content.data(), static_cast<unsigned>(content.size()));
        zipCloseFileInZip(archive);
    }
    zipClose(archive, nullptr);
    return bytes_of(file);
}

}  // namespace verbund::test
