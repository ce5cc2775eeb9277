#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace verbund::read {

struct MemoryFile;

/// A ZIP archive in memory (PKWARE APPNOTE), read with minizip.
class ZipArchive {
public:
    /// `bytes` must outlive the archive.  Throws `InvalidInput` for what is no archive.
    ZipArchive(std::string_view bytes, std::string file);
    ZipArchive(const ZipArchive&) = delete;
    ZipArchive& operator=(const ZipArchive&) = delete;
    ~ZipArchive();

    /// A part, unpacked; nothing if there is none of that name.
    /// Throws `InvalidInput` for a damaged part, and for one of more than 256 MiB.
    [[nodiscard]] std::optional<std::string> part(const std::string& name) const;

private:
    std::string file_;
    std::unique_ptr<MemoryFile> memory_;
    void* archive_ = nullptr;
};

/// Whether bytes begin as a ZIP archive does.
[[nodiscard]] bool is_zip(std::string_view bytes);

}  // namespace verbund::read
