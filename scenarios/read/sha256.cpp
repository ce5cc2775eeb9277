#include "scenarios/read/sha256.hpp"

#include <iterator>
#include <stdexcept>

#include <fmt/format.h>
#include <openssl/evp.h>

namespace verbund::read {

Sha256 sha256_bytes(std::string_view text) {
    Sha256 digest{};
    unsigned int length = 0;
    if (EVP_Digest(text.data(), text.size(), digest.data(), &length, EVP_sha256(), nullptr) != 1)
        throw std::runtime_error{"SHA-256 is not available in this OpenSSL"};
    return digest;
}

std::string sha256(std::string_view text) {
    std::string hex;
    for (const std::uint8_t byte : sha256_bytes(text))
        fmt::format_to(std::back_inserter(hex), "{:02x}", byte);
    return hex;
}

}  // namespace verbund::read
