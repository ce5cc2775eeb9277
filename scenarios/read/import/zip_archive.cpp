#include "scenarios/read/import/zip_archive.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include <fmt/format.h>
#include <minizip/unzip.h>

#include "models/base/diagnostics.hpp"

namespace verbund::read {

/// Bytes that minizip reads as if they were a file.
struct MemoryFile {
    std::string_view bytes;
    std::size_t at = 0;
};

namespace {

constexpr std::size_t most_unpacked = std::size_t{256} * 1024U * 1024U;

// The signatures are minizip's.
voidpf open_memory(voidpf memory, const void* /*name*/, int /*mode*/) { return memory; }

uLong read_memory(voidpf /*memory*/, voidpf stream, void* to, uLong size) {
    auto& file = *static_cast<MemoryFile*>(stream);
    const std::size_t count = std::min<std::size_t>(size, file.bytes.size() - file.at);
    std::memcpy(to, file.bytes.data() + file.at, count);
    file.at += count;
    return static_cast<uLong>(count);
}

ZPOS64_T tell_memory(voidpf /*memory*/, voidpf stream) { return static_cast<MemoryFile*>(stream)->at; }

long seek_memory(voidpf /*memory*/, voidpf stream, ZPOS64_T offset, int origin) {
    auto& file = *static_cast<MemoryFile*>(stream);
    const std::size_t from = origin == ZLIB_FILEFUNC_SEEK_END   ? file.bytes.size()
                             : origin == ZLIB_FILEFUNC_SEEK_CUR ? file.at
                                                                : 0;
    if (offset > file.bytes.size() - from) return -1;
    file.at = from + static_cast<std::size_t>(offset);
    return 0;
}

int close_memory(voidpf /*memory*/, voidpf /*stream*/) { return 0; }
int error_of_memory(voidpf /*memory*/, voidpf /*stream*/) { return 0; }

[[noreturn]] void refuse(const std::string& file, std::string problem) {
    throw InvalidInput{
        {{{file, 0, 0}, "", std::move(problem), "Save the workbook once more, or save the sheet as CSV."}}};
}

}  // namespace

bool is_zip(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }

ZipArchive::ZipArchive(std::string_view bytes, std::string file)
    : file_{std::move(file)}, memory_{std::make_unique<MemoryFile>(MemoryFile{bytes})} {
    zlib_filefunc64_def functions{.zopen64_file = open_memory,
                                  .zread_file = read_memory,
                                  .zwrite_file = nullptr,
                                  .ztell64_file = tell_memory,
                                  .zseek64_file = seek_memory,
                                  .zclose_file = close_memory,
                                  .zerror_file = error_of_memory,
                                  .opaque = memory_.get()};
    archive_ = unzOpen2_64("memory", &functions);
    if (archive_ == nullptr) refuse(file_, "this begins as a workbook and is none (the archive is damaged)");
}

ZipArchive::~ZipArchive() { unzClose(archive_); }

std::optional<std::string> ZipArchive::part(const std::string& name) const {
    constexpr int case_matters = 1;
    if (unzLocateFile(archive_, name.c_str(), case_matters) != UNZ_OK) return std::nullopt;
    if (unzOpenCurrentFile(archive_) != UNZ_OK) refuse(file_, fmt::format("{} cannot be unpacked", name));
    std::string content;
    std::array<char, 65'536> piece{};
    int got = 0;
    while ((got = unzReadCurrentFile(archive_, piece.data(), static_cast<unsigned>(piece.size()))) > 0) {
        content.append(piece.data(), static_cast<std::size_t>(got));
        if (content.size() > most_unpacked) {
            unzCloseCurrentFile(archive_);
            refuse(file_, fmt::format("{} unpacks to more than 256 MiB", name));
        }
    }
    const bool sum_is_right = unzCloseCurrentFile(archive_) == UNZ_OK;
    if (got < 0 || !sum_is_right) refuse(file_, fmt::format("{} is damaged", name));
    return content;
}

}  // namespace verbund::read
