#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "models/base/diagnostics.hpp"

/// Outcomes as bytes (CBOR, RFC 8949), to carry them out of a child process.
///
/// A type needs `to_json` and `from_json` beside it; `NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE` writes both.
/// Integers, strings, infinities, signed zero and every finite double come back bit by bit; a NaN comes back
/// as a quiet NaN without its sign and payload.
namespace verbund::batch {

template <typename T>
[[nodiscard]] std::vector<std::uint8_t> to_bytes(const T& value) {
    return nlohmann::json::to_cbor(nlohmann::json(value));
}

/// Throws `RunFailed` when the bytes are cut off, go on after the value, or hold another type.
template <typename T>
[[nodiscard]] T from_bytes(std::span<const std::uint8_t> bytes) {
    try {
        return nlohmann::json::from_cbor(bytes.begin(), bytes.end()).template get<T>();
    } catch (const nlohmann::json::exception& e) {
        throw RunFailed(
            fmt::format("the outcome of a case cannot be read from {} bytes ({})", bytes.size(), e.what()));
    }
}

}  // namespace verbund::batch
