#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace verbund::read {

using Sha256 = std::array<std::uint8_t, 32>;

/// SHA-256 (FIPS 180-4).
[[nodiscard]] Sha256 sha256_bytes(std::string_view text);
/// The same as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view text);

}  // namespace verbund::read
