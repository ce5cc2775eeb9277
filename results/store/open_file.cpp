#include "results/store/open_file.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <utility>

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

/// A format that this program reads.
struct Format {
    std::string_view name;
    int major = 0;
    FileKind kind = FileKind::run;
    std::string_view remedy;  ///< for a file of another major version
};

constexpr std::array formats{
    Format{format_name, schema_major, FileKind::run, "make it again: verbund run STUDY -o FILE --force"},
    Format{sweep_format_name, sweep_schema_major, FileKind::sweep,
           "make it again: verbund sweep STUDY -o FOLDER"}};

const Format& format_of(hid_t file) {
    const std::string name =
        H5Aexists(file, "format") > 0 ? read_text_attribute(file, "format") : std::string{};
    const auto* const found = std::find_if(formats.begin(), formats.end(),
                                           [&name](const Format& format) { return format.name == name; });
    if (found == formats.end()) {
        throw Failure{fmt::format(
            "is HDF5, but not a results file (root attribute format is neither \"{}\" nor \"{}\")",
            format_name, sweep_format_name)};
    }
    return *found;
}

FileKind checked_kind(hid_t file) {
    const Format& format = format_of(file);
    const std::string version = read_text_attribute(file, "schema_version");
    if (major_of(version) != format.major) {
        throw Failure{fmt::format(
            "has schema version {}, this program reads {}.x. Use the verbund that wrote it, or {}", version,
            format.major, format.remedy)};
    }
    if (read_integer_attribute(file, "complete") != 1)
        throw Failure{"is not complete: the run that wrote it did not end"};
    return format.kind;
}

}  // namespace

Handle open_unlocked(const std::filesystem::path& file) {
    const Handle access = own(H5Pcreate(H5P_FILE_ACCESS), "open the file");
    check(H5Pset_file_locking(access.get(), false, true), "open the file");
    check(H5Pset_fclose_degree(access.get(), H5F_CLOSE_STRONG), "open the file");
    return own(H5Fopen(file.c_str(), H5F_ACC_RDONLY, access.get()), "open the file");
}

OpenFile open_any(const std::filesystem::path& file) {
    check_seal(file);
    Handle handle = open_unlocked(file);
    const FileKind kind = checked_kind(handle.get());
    return {std::move(handle), kind};
}

}  // namespace verbund::store
