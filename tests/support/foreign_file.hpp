#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include <hdf5.h>

#include "results/store/seal.hpp"
#include "tests/support/temporary_folder.hpp"

/// Results files as another program might write them: whole for the HDF5 library, with content that ours
/// never writes.
namespace verbund::test {

inline void replace_text(hid_t file, const char* attribute, const char* text) {
    H5Adelete(file, attribute);
    const hid_t type = H5Tcopy(H5T_C_S1);
    H5Tset_size(type, H5T_VARIABLE);
    H5Tset_cset(type, H5T_CSET_UTF8);
    const hid_t space = H5Screate(H5S_SCALAR);
    const hid_t id = H5Acreate2(file, attribute, type, space, H5P_DEFAULT, H5P_DEFAULT);
    H5Awrite(id, type, &text);
    H5Aclose(id);
    H5Sclose(space);
    H5Tclose(type);
}

inline void replace_dataset(hid_t file, const char* path, hid_t type, std::vector<hsize_t> sizes) {
    H5Ldelete(file, path, H5P_DEFAULT);
    const hid_t space = H5Screate_simple(static_cast<int>(sizes.size()), sizes.data(), nullptr);
    H5Dclose(H5Dcreate2(file, path, type, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
    H5Sclose(space);
}

/// Lets `change` loose on a results file, open for writing, and seals the result anew, so that the checks
/// behind the checksum are reached.
inline void change_file(const std::filesystem::path& path, const std::function<void(hid_t)>& change) {
    const hid_t file = H5Fopen(path.c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
    if (file < 0) throw std::runtime_error{"the file cannot be changed"};
    change(file);
    H5Fclose(file);
    std::string bytes = bytes_of(path);
    const auto seal = store::seal_of(std::as_bytes(std::span{bytes}));
    bytes.append(reinterpret_cast<const char*>(seal.data()), seal.size());
    write_bytes(path, bytes);
}

}  // namespace verbund::test
