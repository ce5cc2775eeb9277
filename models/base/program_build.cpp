#include "models/base/program_build.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <link.h>

#include "models/base/version.hpp"

namespace verbund {
namespace {

constexpr std::array<char, 4> gnu{'G', 'N', 'U', '\0'};  ///< name of the note

constexpr std::size_t padded(std::size_t size) { return (size + 3) / 4 * 4; }

/// The build ID among notes, as hexadecimal digits; empty where it is not among them.
std::string build_id_in(const std::uint8_t* notes, std::size_t size) {
    std::size_t at = 0;
    while (at + sizeof(ElfW(Nhdr)) <= size) {
        ElfW(Nhdr) note{};
        std::memcpy(&note, notes + at, sizeof(note));
        const std::size_t name = at + sizeof(note);
        const std::size_t content = name + padded(note.n_namesz);
        const std::size_t end = content + padded(note.n_descsz);
        if (end > size) return {};
        const bool named =
            note.n_namesz == gnu.size() && std::memcmp(notes + name, gnu.data(), gnu.size()) == 0;
        if (named && note.n_type == NT_GNU_BUILD_ID) {
            std::string digits;
            for (std::size_t i = 0; i < note.n_descsz; ++i)
                fmt::format_to(std::back_inserter(digits), "{:02x}", notes[content + i]);
            return digits;
        }
        at = end;
    }
    return {};
}

/// Looks at the first object alone, which is the program itself.
int look_into(dl_phdr_info* object, std::size_t, void* result) {
    for (int i = 0; i < object->dlpi_phnum; ++i) {
        const ElfW(Phdr)& segment = object->dlpi_phdr[i];
        if (segment.p_type != PT_NOTE) continue;
        // NOLINTNEXTLINE(performance-no-int-to-ptr): the loader tells addresses as numbers
        const auto* notes = reinterpret_cast<const std::uint8_t*>(object->dlpi_addr + segment.p_vaddr);
        std::string digits = build_id_in(notes, segment.p_memsz);
        if (digits.empty()) continue;
        *static_cast<std::string*>(result) = std::move(digits);
        break;
    }
    return 1;  // no further object
}

}  // namespace

std::string program_build() {
    std::string digits;
    dl_iterate_phdr(look_into, &digits);
    return digits.empty() ? fmt::format("{} {}", program_version(), program_commit()) : digits;
}

}  // namespace verbund
