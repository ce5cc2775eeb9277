#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <span>

/// A checksum behind the end of the HDF5 content.
///
/// The HDF5 library was not made for damaged files: it may crash on one.  The seal lets the reader find
/// damage before the library sees the file.  HDF5 and everything built on it ignores bytes behind the
/// content.
namespace verbund::store {

inline constexpr std::size_t seal_size =
    16;  ///< "verbund:" and the CRC-32 of all bytes before, eight hex digits

[[nodiscard]] std::array<std::byte, seal_size> seal_of(std::span<const std::byte> content);
/// Of a file that has none yet.  Throws `RunFailed` when it cannot be read.
[[nodiscard]] std::array<std::byte, seal_size> seal_of_file(const std::filesystem::path& file);

/// Throws `RunFailed` when the file cannot be read, is not HDF5, was cut, or does not match its seal.
void check_seal(const std::filesystem::path& file);

}  // namespace verbund::store
