#include "scenarios/read/import/encoding.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <iconv.h>

#include "scenarios/read/text_file.hpp"

namespace verbund::read {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Owner of a conversion of the C library.
class Conversion {
public:
    Conversion() : handle_{iconv_open("UTF-8", "WINDOWS-1252")} {}
    ~Conversion() {
        if (usable()) iconv_close(handle_);
    }
    Conversion(const Conversion&) = delete;
    Conversion& operator=(const Conversion&) = delete;

    /// Nothing when a byte stands for no character, or the C library has no such conversion.
    std::optional<std::string> convert(std::string_view bytes) {
        if (!usable()) return std::nullopt;
        constexpr std::size_t most_bytes = 3;  // of a character of Windows-1252 in UTF-8
        std::string text(bytes.size() * most_bytes, '\0');
        std::string source{bytes};
        char* in = source.data();
        char* out = text.data();
        std::size_t in_left = source.size();
        std::size_t out_left = text.size();
        if (iconv(handle_, &in, &in_left, &out, &out_left) == static_cast<std::size_t>(-1))
            return std::nullopt;
        text.resize(text.size() - out_left);
        return text;
    }

private:
    /// The C library marks failure by a pointer of this value.
    [[nodiscard]] bool usable() const {
        return handle_ != reinterpret_cast<iconv_t>(-1);  // NOLINT(performance-no-int-to-ptr)
    }

    iconv_t handle_;
};

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\r' && c != '\n') || byte == 0x7f;
}

/// Whether some byte is no UTF-8, none is part of a longer UTF-8 sequence, and none is a control character.
bool can_be_windows_1252(std::string_view bytes) {
    if (std::any_of(bytes.begin(), bytes.end(), is_control)) return false;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = utf8_sequence(bytes, at);
        if (length > 1) return false;
        at += std::max<std::size_t>(length, 1);
    }
    return true;
}

}  // namespace

DecodedText to_utf8(std::string_view bytes, const std::string& file) {
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    if (!is_utf8(bytes) && can_be_windows_1252(bytes)) {
        if (auto text = Conversion{}.convert(bytes)) return {std::move(*text), true};
    }
    require_text(bytes, file);
    return {std::string{bytes}, false};
}

}  // namespace verbund::read
