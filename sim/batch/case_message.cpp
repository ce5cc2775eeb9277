#include "sim/batch/case_message.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <unistd.h>

namespace verbund::batch {
namespace {

constexpr std::size_t header_size = 1 + sizeof(std::uint64_t);

bool write_all(int descriptor, std::span<const std::uint8_t> bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace

bool CaseMessage::write(int descriptor, Kind kind, std::span<const std::uint8_t> body) {
    std::array<std::uint8_t, header_size> header{static_cast<std::uint8_t>(kind)};
    const std::uint64_t length = body.size();
    std::memcpy(&header[1], &length, sizeof length);  // the reader is on the same machine
    return write_all(descriptor, header) && write_all(descriptor, body);
}

void CaseMessage::take(std::span<const std::uint8_t> piece) {
    const std::size_t missing = header_size - header_.size();
    const std::size_t of_header = std::min(missing, piece.size());
    header_.insert(header_.end(), piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(of_header));
    if (of_header > 0 && of_header == missing) body_.reserve(length());
    piece = piece.subspan(of_header);
    body_.insert(body_.end(), piece.begin(), piece.end());
}

bool CaseMessage::is_whole() const { return header_.size() == header_size && body_.size() == length(); }

std::uint64_t CaseMessage::length() const {
    std::uint64_t length = 0;
    std::memcpy(&length, &header_[1], sizeof length);
    return length;
}

}  // namespace verbund::batch
