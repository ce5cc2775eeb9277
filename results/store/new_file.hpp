#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>

/// Files that appear whole or not at all.
namespace verbund::store {

/// Throws `RunFailed` when `target` could not be written: it exists and `overwrite` is false, it is no
/// regular file, or its folder is missing or not writable.  Asked before long work, so that a run does not
/// fail at its end.
void check_new_file(const std::filesystem::path& target, bool overwrite);

/// A file under construction: `<target>.part` beside the target until `commit` flushes it to the disk and
/// renames it.
///
/// Without `commit` the part is removed.  Two programs that write the same target at once: the second one
/// fails. Every failure throws `RunFailed` with the path and the cause.
class NewFile {
public:
    NewFile(std::filesystem::path target, bool overwrite);
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    ~NewFile();

    /// Where the content goes; also for libraries that want to open the file themselves.
    [[nodiscard]] const std::filesystem::path& part() const noexcept { return part_; }
    void write(std::span<const std::byte> bytes);
    void write(std::string_view text);
    /// The part itself, open for reading and writing, for libraries that write where they like.
    [[nodiscard]] int descriptor() const noexcept { return descriptor_; }
    /// Throws what a failed `write` throws; `cause` is an errno.
    [[noreturn]] void refuse_to_write(int cause) const { fail("written", cause); }
    /// Behind whatever has been written by whomever.
    void append(std::span<const std::byte> bytes);
    /// Brings what has been written to the disk, where a full one shows at the latest; `commit` does so too.
    void flush();
    void commit();

private:
    [[noreturn]] void fail(const char* action, int cause) const;
    void open_part();
    void lock_part() const;
    void replace_target() const;

    std::filesystem::path target_;
    std::filesystem::path part_;
    bool overwrite_;
    int descriptor_ = -1;
};

}  // namespace verbund::store
