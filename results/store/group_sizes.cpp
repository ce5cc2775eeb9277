#include "results/store/group_sizes.hpp"

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "results/store/open_file.hpp"

namespace verbund::store {
namespace {

using h5::check;
using h5::Handle;
using h5::own;

herr_t add_name(hid_t, const char* name, const H5L_info_t*, void* names) {
    static_cast<std::vector<std::string>*>(names)->emplace_back(name);
    return 0;
}

std::vector<std::string> links_of(hid_t group) {
    std::vector<std::string> names;
    check(H5Literate(group, H5_INDEX_CRT_ORDER, H5_ITER_INC, nullptr, add_name, &names), "list a group");
    return names;
}

GroupSize measure(hid_t file, const std::string& name) {
    GroupSize size{"/" + name, 0, 0};
    const Handle group = own(H5Gopen2(file, name.c_str(), H5P_DEFAULT), "open group " + name);
    for (const std::string& link : links_of(group.get())) {
        const Handle dataset = own(H5Dopen2(group.get(), link.c_str(), H5P_DEFAULT), "open dataset " + link);
        ++size.datasets;
        size.bytes += H5Dget_storage_size(dataset.get());
    }
    return size;
}

}  // namespace

std::vector<GroupSize> group_sizes(const std::filesystem::path& file) {
    const h5::QuietErrors quiet;
    try {
        const Handle handle = open_results(file);
        std::vector<GroupSize> sizes;
        for (const std::string& name : links_of(handle.get())) sizes.push_back(measure(handle.get(), name));
        return sizes;
    } catch (const h5::Failure& failure) {
        throw RunFailed{fmt::format("{}: {}", file.string(), failure.what())};
    }
}

}  // namespace verbund::store
