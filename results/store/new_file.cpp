#include "results/store/new_file.hpp"

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "models/base/diagnostics.hpp"

namespace verbund::store {
namespace {

namespace fs = std::filesystem;

fs::path folder_of(const fs::path& file) {
    return file.has_parent_path() ? file.parent_path() : fs::path{"."};
}

std::string cause_text(int cause) {
    switch (cause) {
        case ENOSPC:
            return "no space left on the disk";
        case EDQUOT:
            return "the disk quota is used up";
        case EFBIG:
            return "the file would exceed the size that files may have here";
        case EACCES:
        case EPERM:
            return "permission denied";
        case EROFS:
            return "the file system is read-only";
        case ENOENT:
            return "its folder does not exist";
        case ENOTDIR:
            return "a part of the path is a file, not a folder";
        case ENAMETOOLONG:
            return "the name is too long";
        case EWOULDBLOCK:
            return "another program is writing it at this moment";
        default:
            return std::generic_category().message(cause);
    }
}

[[noreturn]] void refuse(const fs::path& target, std::string_view why) {
    throw RunFailed{fmt::format("{}: cannot be written ({})", target.string(), why)};
}

[[noreturn]] void refuse_existing(const fs::path& target) {
    throw RunFailed{
        fmt::format("{}: exists already. Name another file, or use --force to replace it.", target.string())};
}

/// Makes the rename itself last through a power failure.
void flush_folder(const fs::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;  // not every file system lets folders be opened; the content is on the disk already
    ::fsync(descriptor);
    ::close(descriptor);
}

/// Renames unless the target exists; 0 or the error number.  False safety is avoided where the kernel lacks
/// the call.
int rename_without_replacing(const fs::path& from, const fs::path& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
    if (errno != EINVAL && errno != ENOSYS) return errno;
    if (::link(from.c_str(), to.c_str()) != 0) return errno;
    return ::unlink(from.c_str()) == 0 ? 0 : errno;
}

}  // namespace

void check_new_file(const fs::path& target, bool overwrite) {
    if (target.filename().empty()) refuse(target, "the name of a file is needed, not of a folder");
    struct stat status {};
    if (::stat(target.c_str(), &status) == 0) {
        if (S_ISDIR(status.st_mode)) refuse(target, "it is a folder");
        if (!S_ISREG(status.st_mode)) refuse(target, "it is a device or pipe, not a regular file");
        if (!overwrite) refuse_existing(target);
    } else if (errno != ENOENT) {
        refuse(target, cause_text(errno));
    }
    const fs::path folder = folder_of(target);
    if (::stat(folder.c_str(), &status) != 0) {
        refuse(target, errno == ENOENT ? fmt::format("folder {} does not exist", folder.string())
                                       : cause_text(errno));
    }
    if (!S_ISDIR(status.st_mode)) refuse(target, fmt::format("{} is a file, not a folder", folder.string()));
    if (::access(folder.c_str(), W_OK | X_OK) != 0)
        refuse(target, fmt::format("folder {}: {}", folder.string(), cause_text(errno)));
}

NewFile::NewFile(fs::path target, bool overwrite)
    : target_{std::move(target)}, part_{target_.string() + ".part"}, overwrite_{overwrite} {
    check_new_file(target_, overwrite_);
    open_part();
}

NewFile::~NewFile() {
    if (descriptor_ >= 0) {
        ::unlink(part_.c_str());
        ::close(descriptor_);
    }
}

void NewFile::fail(const char* action, int cause) const {
    throw RunFailed{fmt::format("{}: cannot be {} ({})", target_.string(), action, cause_text(cause))};
}

void NewFile::open_part() {
    descriptor_ = ::open(part_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (descriptor_ < 0) fail("created", errno);
    try {
        lock_part();
    } catch (...) {
        ::close(std::exchange(descriptor_, -1));  // the part belongs to somebody else: it stays
        throw;
    }
    if (::ftruncate(descriptor_, 0) != 0) {  // a part left by a killed run
        const int cause = errno;
        ::close(std::exchange(descriptor_, -1));
        fail("created", cause);
    }
}

/// The lock is on the open file, which the other program may have renamed meanwhile: then it is not ours
/// either.
void NewFile::lock_part() const {
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) fail("created", errno);
    struct stat opened {};
    struct stat named {};
    const bool is_ours = ::fstat(descriptor_, &opened) == 0 && ::stat(part_.c_str(), &named) == 0 &&
                         opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
    if (!is_ours) fail("created", EWOULDBLOCK);
}

void NewFile::write(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail("written", errno);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

void NewFile::write(std::string_view text) { write(std::as_bytes(std::span{text})); }

void NewFile::append(std::span<const std::byte> bytes) {
    if (::lseek(descriptor_, 0, SEEK_END) < 0) fail("written", errno);
    write(bytes);
}

void NewFile::replace_target() const {
    if (overwrite_) {
        if (::rename(part_.c_str(), target_.c_str()) != 0) fail("written", errno);
        return;
    }
    const int cause = rename_without_replacing(part_, target_);
    if (cause == EEXIST) refuse_existing(target_);
    if (cause != 0) fail("written", cause);
}

void NewFile::flush() {
    if (::fsync(descriptor_) != 0) fail("written", errno);
}

void NewFile::commit() {
    flush();
    replace_target();
    ::close(std::exchange(descriptor_, -1));
    flush_folder(folder_of(target_));
}

}  // namespace verbund::store
