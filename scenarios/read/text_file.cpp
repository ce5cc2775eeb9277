#include "scenarios/read/text_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"

namespace verbund::read {
namespace {

[[noreturn]] void refuse(const std::string& file, std::string problem, std::string remedy) {
    throw InvalidInput{{{{file, 0, 0}, "", std::move(problem), std::move(remedy)}}};
}

/// Bytes of the UTF-8 sequence that `lead` opens; 0 when it opens none.
std::size_t sequence_length(unsigned char lead) {
    if (lead < 0x80) return lead == 0 ? 0 : 1;
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    if (lead >= 0xF0 && lead <= 0xF4) return 4;
    return 0;
}

/// Whether the second byte keeps the sequence out of overlong forms, surrogates and beyond U+10FFFF (RFC
/// 3629, 4).
bool second_byte_fits(unsigned char lead, unsigned char second) {
    if (lead == 0xE0) return second >= 0xA0;
    if (lead == 0xED) return second <= 0x9F;
    if (lead == 0xF0) return second >= 0x90;
    if (lead == 0xF4) return second <= 0x8F;
    return true;
}

std::size_t first_bad_byte(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = utf8_sequence(text, at);
        if (length == 0) return at;
        at += length;
    }
    return std::string_view::npos;
}

[[noreturn]] void refuse_byte(std::string_view text, std::size_t at, const std::string& file) {
    const std::string_view before = text.substr(0, at);
    const auto line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
    const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    throw InvalidInput{
        {{{file, line, at - line_start + 1},
          "",
          fmt::format("byte 0x{:02x} is no UTF-8 text (binary file, or saved in another encoding)",
                      static_cast<unsigned char>(text[at])),
          "Save the file as UTF-8 text."}}};
}

}  // namespace

std::size_t utf8_sequence(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const std::size_t length = sequence_length(byte(0));
    if (length == 0 || at + length > text.size()) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xC0U) != 0x80U) return 0;
    return length == 1 || second_byte_fits(byte(0), byte(1)) ? length : 0;
}

bool is_utf8(std::string_view text) { return first_bad_byte(text) == std::string_view::npos; }

void require_text(std::string_view text, const std::string& file) {
    const std::size_t bad = first_bad_byte(text);
    if (bad != std::string_view::npos) refuse_byte(text, bad, file);
}

std::string load_bytes(const std::filesystem::path& file, std::size_t most) {
    std::error_code error;
    const std::string name = file.string();
    const auto status = std::filesystem::status(file, error);
    if (!std::filesystem::exists(status)) {
        const bool missing = !error || error == std::errc::no_such_file_or_directory;
        refuse(name, fmt::format("cannot be read ({})", missing ? "no such file" : error.message()),
               "Check the path.");
    }
    if (!std::filesystem::is_regular_file(status))
        refuse(name, "is no file (a directory or device)", "Name a file.");
    const auto size = std::filesystem::file_size(file, error);
    if (!error && size > most) {
        refuse(name,
               fmt::format("has {:.1f} MiB (at most {} MiB are read)",
                           static_cast<double>(size) / (1024.0 * 1024.0), most / 1024U / 1024U),
               "Is this the right file? Split large tables into several files.");
    }
    std::ifstream stream{file, std::ios::binary};
    if (!stream)
        refuse(name, fmt::format("cannot be read ({})", std::strerror(errno)), "Check its permissions.");
    std::string text(static_cast<std::size_t>(error ? 0 : size), '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    if (stream.bad()) refuse(name, "cannot be read to its end", "Check the disk.");
    return text;
}

std::string load_text(const std::filesystem::path& file) {
    std::string text = load_bytes(file);
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    require_text(text, file.string());
    return text;
}

}  // namespace verbund::read
