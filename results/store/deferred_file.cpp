#include "results/store/deferred_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <limits>
#include <new>
#include <string>

#include <unistd.h>

namespace verbund::store {
namespace {

/// The library's view of a file; it knows `base` alone.
struct OpenFile {
    H5FD_t base{};
    DeferredFile* file = nullptr;
    haddr_t allocated = 0;  ///< where what the library has given out ends
    haddr_t end = 0;        ///< of the file
};

OpenFile& opened(H5FD_t* base) { return *reinterpret_cast<OpenFile*>(base); }
const OpenFile& opened(const H5FD_t* base) { return *reinterpret_cast<const OpenFile*>(base); }

H5FD_t* open(const char*, unsigned, hid_t access, haddr_t) {
    auto* opened = new (std::nothrow) OpenFile;
    if (opened == nullptr) return nullptr;
    opened->file = *static_cast<DeferredFile* const*>(H5Pget_driver_info(access));
    return &opened->base;
}

herr_t close(H5FD_t* base) {
    delete &opened(base);
    return 0;
}

int compare(const H5FD_t* a, const H5FD_t* b) {
    return opened(a).file->descriptor - opened(b).file->descriptor;
}

/// As the library's driver for files in memory says, so that both lay a file out alike.
herr_t query(const H5FD_t*, unsigned long* flags) {
    *flags = H5FD_FEAT_AGGREGATE_METADATA | H5FD_FEAT_ACCUMULATE_METADATA | H5FD_FEAT_DATA_SIEVE |
             H5FD_FEAT_AGGREGATE_SMALLDATA;
    return 0;
}

haddr_t allocated(const H5FD_t* base, H5FD_mem_t) { return opened(base).allocated; }

herr_t allocate(H5FD_t* base, H5FD_mem_t, haddr_t end) {
    opened(base).allocated = end;
    return 0;
}

haddr_t end_of(const H5FD_t* base, H5FD_mem_t) { return opened(base).end; }

herr_t read(H5FD_t* base, H5FD_mem_t, hid_t, haddr_t at, size_t size, void* buffer) {
    auto* bytes = static_cast<std::uint8_t*>(buffer);
    while (size > 0) {
        const ssize_t got = pread(opened(base).file->descriptor, bytes, size, static_cast<off_t>(at));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0 && opened(base).file->error == 0) opened(base).file->error = errno;
        if (got <= 0) break;
        bytes += got;
        at += static_cast<haddr_t>(got);
        size -= static_cast<size_t>(got);
    }
    std::memset(bytes, 0, size);  // behind the end, or lost with an error
    return 0;
}

herr_t write(H5FD_t* base, H5FD_mem_t, hid_t, haddr_t at, size_t size, const void* buffer) {
    DeferredFile& file = *opened(base).file;
    opened(base).end = std::max(opened(base).end, at + size);
    const auto* bytes = static_cast<const std::uint8_t*>(buffer);
    while (size > 0 && file.error == 0 && !file.done) {
        const ssize_t put = pwrite(file.descriptor, bytes, size, static_cast<off_t>(at));
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) {
            file.error = errno;
            break;
        }
        bytes += put;
        at += static_cast<haddr_t>(put);
        size -= static_cast<size_t>(put);
    }
    return 0;
}

herr_t truncate(H5FD_t* base, hid_t, hbool_t) {
    OpenFile& of = opened(base);
    if (of.end == of.allocated) return 0;
    of.end = of.allocated;
    if (of.file->error != 0 || of.file->done) return 0;
    if (ftruncate(of.file->descriptor, static_cast<off_t>(of.end)) != 0) of.file->error = errno;
    return 0;
}

H5FD_class_t driver() {
    H5FD_class_t driver{};
    driver.name = "verbund-deferred";
    driver.maxaddr = static_cast<haddr_t>(std::numeric_limits<std::int64_t>::max());
    driver.fc_degree = H5F_CLOSE_WEAK;
    driver.fapl_size = sizeof(void*);  // of a DeferredFile
    driver.open = open;
    driver.close = close;
    driver.cmp = compare;
    driver.query = query;
    driver.get_eoa = allocated;
    driver.set_eoa = allocate;
    driver.get_eof = end_of;
    driver.read = read;
    driver.write = write;
    driver.truncate = truncate;
    const H5FD_mem_t kinds[] = H5FD_FLMAP_DICHOTOMY;
    std::copy(std::begin(kinds), std::end(kinds), std::begin(driver.fl_map));
    return driver;
}

}  // namespace

h5::Handle create_deferred(DeferredFile& file, hid_t creation) {
    const std::string purpose = "begin the results file";
    const H5FD_class_t described = driver();
    const h5::Handle registered = h5::own(H5FDregister(&described), purpose);
    const h5::Handle access = h5::own(H5Pcreate(H5P_FILE_ACCESS), purpose);
    DeferredFile* const info = &file;
    h5::check(H5Pset_driver(access.get(), registered.get(), static_cast<const void*>(&info)), purpose);
    h5::check(H5Pset_libver_bounds(access.get(), H5F_LIBVER_V18, H5F_LIBVER_V18), purpose);
    return h5::own(H5Fcreate("verbund-results", H5F_ACC_TRUNC, creation, access.get()), purpose);
}

}  // namespace verbund::store
