#include "results/store/group_sizes.hpp"

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "results/store/open_file.hpp"

namespace verbund::store {
namespace {

using h5::Handle;
using h5::own;

GroupSize measure(hid_t file, const std::string& name) {
    GroupSize size{"/" + name, 0, 0};
    const Handle group = own(H5Gopen2(file, name.c_str(), H5P_DEFAULT), "open group " + name);
    for (const std::string& link : h5::links_of(group.get())) {
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
        const Handle handle = open_any(file).file;
        std::vector<GroupSize> sizes;
        for (const std::string& name : h5::links_of(handle.get()))
            sizes.push_back(measure(handle.get(), name));
        return sizes;
    } catch (const h5::Failure& failure) {
        throw RunFailed{fmt::format("{}: {}", file.string(), failure.what())};
    }
}

}  // namespace verbund::store
