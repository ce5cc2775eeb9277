#include "results/store/seal.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <string_view>
#include <system_error>
#include <vector>

#include <boost/crc.hpp>
#include <fmt/format.h>

#include "models/base/diagnostics.hpp"

namespace verbund::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view mark = "verbund:";
constexpr std::string_view hdf5_signature{"\x89HDF\r\n\x1a\n", 8};

using Seal = std::array<std::byte, seal_size>;

Seal seal_with(std::uint32_t checksum) {
    const std::string text = fmt::format("{}{:08x}", mark, checksum);
    Seal seal;
    std::memcpy(seal.data(), text.data(), seal.size());
    return seal;
}

[[noreturn]] void refuse(const fs::path& file, std::string_view why) {
    throw RunFailed{fmt::format("{}: {}", file.string(), why)};
}

std::ifstream open_regular(const fs::path& file) {
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (status.type() == fs::file_type::not_found) refuse(file, "no such file");
    if (status.type() != fs::file_type::regular)
        refuse(file, error ? error.message() : "is not a regular file");
    std::ifstream stream{file, std::ios::binary};
    if (!stream) refuse(file, fmt::format("cannot be read ({})", std::generic_category().message(errno)));
    return stream;
}

void check_signature(std::ifstream& stream, const fs::path& file) {
    std::array<char, hdf5_signature.size()> start{};
    stream.read(start.data(), start.size());
    if (!stream || std::string_view{start.data(), start.size()} != hdf5_signature)
        refuse(file, "is not a results file (it does not begin as HDF5 does)");
    stream.seekg(0);
}

std::uint32_t checksum_of(std::ifstream& stream, std::uintmax_t size, const fs::path& file) {
    boost::crc_32_type crc;
    std::vector<char> block(std::size_t{1} << 18U);
    while (size > 0) {
        const auto step = static_cast<std::streamsize>(std::min<std::uintmax_t>(size, block.size()));
        if (!stream.read(block.data(), step)) refuse(file, "cannot be read to its end");
        crc.process_bytes(block.data(), static_cast<std::size_t>(step));
        size -= static_cast<std::uintmax_t>(step);
    }
    return crc.checksum();
}

}  // namespace

Seal seal_of(std::span<const std::byte> content) {
    boost::crc_32_type crc;
    crc.process_bytes(content.data(), content.size());
    return seal_with(crc.checksum());
}

Seal seal_of_file(const fs::path& file) {
    std::ifstream stream = open_regular(file);
    return seal_with(checksum_of(stream, fs::file_size(file), file));
}

void check_seal(const fs::path& file) {
    std::ifstream stream = open_regular(file);
    check_signature(stream, file);
    const std::uintmax_t size = fs::file_size(file);
    const std::uintmax_t content = size < seal_size ? 0 : size - seal_size;
    const Seal expected = seal_with(checksum_of(stream, content, file));
    Seal found{};
    stream.read(reinterpret_cast<char*>(found.data()), found.size());
    if (std::memcmp(found.data(), mark.data(), mark.size()) != 0)
        refuse(file, "has no checksum at its end: it was cut, or another program wrote or changed it");
    if (found != expected) refuse(file, "is damaged: its content does not match the checksum at its end");
}

}  // namespace verbund::store
