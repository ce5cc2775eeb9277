#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace verbund::batch {

/// What a child process sends its parent: a byte that says what it is, the length, and that many bytes.
class CaseMessage {
public:
    enum class Kind : std::uint8_t { outcome = 'O', exception = 'E' };

    /// Writes a whole message; false when its reader is gone.
    static bool write(int descriptor, Kind kind, std::span<const std::uint8_t> body);

    /// Takes in the next piece.  Throws `std::bad_alloc` when the body does not fit into memory.
    void take(std::span<const std::uint8_t> piece);
    [[nodiscard]] bool is_empty() const { return header_.empty(); }
    [[nodiscard]] bool is_whole() const;
    [[nodiscard]] Kind kind() const { return Kind{header_.front()}; }  ///< of a whole message
    [[nodiscard]] std::vector<std::uint8_t>& body() { return body_; }

private:
    [[nodiscard]] std::uint64_t length() const;

    std::vector<std::uint8_t> header_;
    std::vector<std::uint8_t> body_;
};

}  // namespace verbund::batch
