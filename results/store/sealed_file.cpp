#include "results/store/sealed_file.hpp"

#include <cstddef>
#include <span>
#include <string>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "results/store/h5.hpp"
#include "results/store/new_file.hpp"
#include "results/store/seal.hpp"

namespace verbund::store {
namespace {

using h5::check;
using h5::Handle;
using h5::own;

/// The file is built in memory: a disk error inside the HDF5 library leaves it unable to close the file.
Handle create_in_memory() {
    const std::string purpose = "build the results file in memory";
    const Handle access = own(H5Pcreate(H5P_FILE_ACCESS), purpose);
    constexpr std::size_t growth = std::size_t{4} << 20U;
    check(H5Pset_fapl_core(access.get(), growth, false), purpose);
    check(H5Pset_libver_bounds(access.get(), H5F_LIBVER_V18, H5F_LIBVER_V18), purpose);
    const Handle creation = own(H5Pcreate(H5P_FILE_CREATE), purpose);
    check(H5Pset_obj_track_times(creation.get(), false), purpose);
    check(H5Pset_link_creation_order(creation.get(), H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED), purpose);
    // Few enough attributes to keep them in the order in which they are written.
    check(H5Pset_attr_phase_change(creation.get(), 32, 16), purpose);
    return own(H5Fcreate("verbund-results", H5F_ACC_TRUNC, creation.get(), access.get()), purpose);
}

/// The bytes of a file in memory, without a copy (H5Fget_file_image copies, and in 1.10 spoils the
/// superblock's checksum).
std::span<const std::byte> bytes_of(hid_t file) {
    const std::string purpose = "finish the results file";
    check(H5Fflush(file, H5F_SCOPE_GLOBAL), purpose);
    const ssize_t size = H5Fget_file_image(file, nullptr, 0);
    void* handle = nullptr;
    check(size < 0 ? -1 : H5Fget_vfd_handle(file, H5P_DEFAULT, &handle), purpose);
    return {*static_cast<const std::byte* const*>(handle), static_cast<std::size_t>(size)};
}

}  // namespace

void write_sealed(const std::filesystem::path& target, bool overwrite,
                  const std::function<void(hid_t file)>& write) {
    NewFile output{target, overwrite};
    try {
        const h5::QuietErrors quiet;
        const Handle file = create_in_memory();
        write(file.get());
        const std::span<const std::byte> bytes = bytes_of(file.get());
        output.write(bytes);
        output.write(seal_of(bytes));
    } catch (const h5::Failure& failure) {
        throw RunFailed{fmt::format("{}: {}", target.string(), failure.what())};
    }
    output.commit();
}

}  // namespace verbund::store
