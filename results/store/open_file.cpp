#include "results/store/open_file.hpp"

#include <charconv>

#include <fmt/format.h>

#include "results/store/group_reader.hpp"
#include "results/store/layout.hpp"
#include "results/store/seal.hpp"

namespace verbund::store {
namespace {

using h5::check;
using h5::Failure;
using h5::Handle;
using h5::own;

int major_of(const std::string& version) {
    int major = 0;
    const auto [end, error] = std::from_chars(version.data(), version.data() + version.size(), major);
    if (error != std::errc{} || end == version.data() + version.size() || *end != '.')
        throw Failure{"attribute schema_version is not of the form 1.0"};
    return major;
}

void check_format(hid_t file) {
    if (H5Aexists(file, "format") > 0 && read_text_attribute(file, "format") == sweep_format_name) {
        throw Failure{
            "is the file of a sweep. `verbund sweep` shows it; scripts/verbund_results.py and xarray open "
            "it"};
    }
    if (H5Aexists(file, "format") <= 0 || read_text_attribute(file, "format") != format_name) {
        throw Failure{fmt::format("is HDF5, but not a results file (root attribute format is not \"{}\")",
                                  format_name)};
    }
    const std::string version = read_text_attribute(file, "schema_version");
    if (major_of(version) != schema_major) {
        throw Failure{
            fmt::format("has schema version {}, this program reads {}.x. Use the verbund that wrote it, or "
                        "make it again: verbund run STUDY -o FILE --force",
                        version, schema_major)};
    }
    if (read_integer_attribute(file, "complete") != 1)
        throw Failure{"is not complete: the run that wrote it did not end"};
}

/// Results files never change after they were written, so no lock is asked for: locks fail on some network
/// shares.
Handle open_unlocked(const std::filesystem::path& file) {
    const Handle access = own(H5Pcreate(H5P_FILE_ACCESS), "open the file");
    check(H5Pset_file_locking(access.get(), false, true), "open the file");
    check(H5Pset_fclose_degree(access.get(), H5F_CLOSE_STRONG), "open the file");
    return own(H5Fopen(file.c_str(), H5F_ACC_RDONLY, access.get()), "open the file");
}

}  // namespace

Handle open_results(const std::filesystem::path& file) {
    check_seal(file);
    Handle handle = open_unlocked(file);
    check_format(handle.get());
    return handle;
}

}  // namespace verbund::store
