#include "sim/batch/sweep/value_file.hpp"

#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): mkostemp is no part of C++
#include <unistd.h>

#include "models/base/diagnostics.hpp"

namespace verbund::batch {
namespace {

/// Moves all bytes by a call that moves some; false, with errno, where that fails or moves none.
template <class Byte, class Move>
bool move_all(std::span<Byte> bytes, std::size_t at, const Move& move) {
    while (!bytes.empty()) {
        const ssize_t moved = move(bytes.data(), bytes.size(), static_cast<off_t>(at));
        if (moved < 0 && errno == EINTR) continue;
        if (moved == 0) errno = EIO;
        if (moved <= 0) return false;
        bytes = bytes.subspan(static_cast<std::size_t>(moved));
        at += static_cast<std::size_t>(moved);
    }
    return true;
}

}  // namespace

ValueFile::ValueFile(std::filesystem::path folder) : folder_{std::move(folder)} {
    std::string name = (folder_ / "values-XXXXXX").string();
    descriptor_ = mkostemp(name.data(), O_CLOEXEC);
    if (descriptor_ < 0) fail("made", errno);
    unlink(name.c_str());
}

ValueFile::~ValueFile() {
    if (descriptor_ >= 0) close(descriptor_);
}

void ValueFile::fail(const char* action, int cause) const {
    throw RunFailed(fmt::format("{}: the file in which outcomes are put in order cannot be {} ({})",
                                folder_.string(), action, std::generic_category().message(cause)));
}

void ValueFile::write(std::size_t first, std::span<const double> values) {
    const auto put = [this](const std::byte* from, std::size_t size, off_t at) {
        return pwrite(descriptor_, from, size, at);
    };
    if (!move_all(std::as_bytes(values), first * sizeof(double), put)) fail("written", errno);
}

void ValueFile::read(std::size_t first, std::span<double> into) const {
    const auto get = [this](std::byte* to, std::size_t size, off_t at) {
        return pread(descriptor_, to, size, at);
    };
    if (!move_all(std::as_writable_bytes(into), first * sizeof(double), get)) fail("read", errno);
}

}  // namespace verbund::batch
