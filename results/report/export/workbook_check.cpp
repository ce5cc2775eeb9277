#include "results/report/export/workbook_check.hpp"

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

#include <expat.h>
#include <fmt/format.h>
#include <minizip/unzip.h>

namespace verbund::report {
namespace {

struct ArchiveCloser {
    void operator()(void* archive) const { unzClose(archive); }
};
using Archive = std::unique_ptr<void, ArchiveCloser>;

struct ParserFreer {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, ParserFreer>;

/// Counts cells (element c) and what their texts hold (element t).
struct Counter {
    SheetContent content;
    bool in_text = false;

    static void begin(void* data, const XML_Char* name, const XML_Char** /*attributes*/) {
        Counter& counter = *static_cast<Counter*>(data);
        if (std::string_view{name} == "c") ++counter.content.cells;
        if (std::string_view{name} == "t") counter.in_text = true;
    }
    static void end(void* data, const XML_Char* name) {
        if (std::string_view{name} == "t") static_cast<Counter*>(data)->in_text = false;
    }
    static void text(void* data, const XML_Char* /*bytes*/, int length) {
        Counter& counter = *static_cast<Counter*>(data);
        if (counter.in_text) counter.content.text_bytes += static_cast<std::size_t>(length);
    }
};

/// Content of the archive's current part; nothing when it does not unpack or is not whole XML.
std::optional<SheetContent> content_of_part(void* archive) {
    const Parser parser{XML_ParserCreate("UTF-8")};
    if (parser == nullptr || unzOpenCurrentFile(archive) != UNZ_OK) return std::nullopt;
    Counter counter;
    XML_SetUserData(parser.get(), &counter);
    XML_SetElementHandler(parser.get(), Counter::begin, Counter::end);
    XML_SetCharacterDataHandler(parser.get(), Counter::text);
    std::array<char, 65536> piece;
    int got = 0;
    bool whole = true;
    do {
        got = unzReadCurrentFile(archive, piece.data(), static_cast<unsigned>(piece.size()));
        whole = got >= 0 && XML_Parse(parser.get(), piece.data(), got, got == 0 ? 1 : 0) == XML_STATUS_OK;
    } while (whole && got > 0);
    const bool sum_is_right = unzCloseCurrentFile(archive) == UNZ_OK;
    if (!whole || !sum_is_right) return std::nullopt;
    return counter.content;
}

std::optional<std::string> name_of_part(void* archive) {
    std::array<char, 256> name{};
    if (unzGetCurrentFileInfo64(archive, nullptr, name.data(), name.size() - 1, nullptr, 0, nullptr, 0) !=
        UNZ_OK)
        return std::nullopt;
    return std::string{name.data()};
}

}  // namespace

std::string damage_of_workbook(const std::filesystem::path& file, const std::vector<SheetContent>& sheets) {
    const Archive archive{unzOpen64(file.c_str())};
    if (archive == nullptr) return "it is no archive";
    std::map<std::string, SheetContent> parts;
    int position = unzGoToFirstFile(archive.get());
    for (; position == UNZ_OK; position = unzGoToNextFile(archive.get())) {
        const std::optional<std::string> name = name_of_part(archive.get());
        const std::optional<SheetContent> content = content_of_part(archive.get());
        if (!name || !content) return fmt::format("part {} is not whole", name.value_or("without a name"));
        parts.emplace(*name, *content);
    }
    if (position != UNZ_END_OF_LIST_OF_FILE) return "its list of parts is not whole";
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const auto found = parts.find(fmt::format("xl/worksheets/sheet{}.xml", i + 1));
        if (found == parts.end() || found->second != sheets[i])
            return fmt::format("sheet {} does not hold what was written to it", i + 1);
    }
    return "";
}

}  // namespace verbund::report
