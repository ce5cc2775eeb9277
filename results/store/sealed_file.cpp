#include "results/store/sealed_file.hpp"

#include <string>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "results/store/deferred_file.hpp"
#include "results/store/h5.hpp"
#include "results/store/new_file.hpp"
#include "results/store/seal.hpp"

namespace verbund::store {
namespace {

using h5::check;
using h5::Handle;
using h5::own;

Handle create(DeferredFile& file) {
    const std::string purpose = "begin the results file";
    const Handle creation = own(H5Pcreate(H5P_FILE_CREATE), purpose);
    check(H5Pset_obj_track_times(creation.get(), false), purpose);
    check(H5Pset_link_creation_order(creation.get(), H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED), purpose);
    // Few enough attributes to keep them in the order in which they are written.
    check(H5Pset_attr_phase_change(creation.get(), 32, 16), purpose);
    return create_deferred(file, creation.get());
}

void build(DeferredFile& file, const std::function<void(hid_t file)>& write) {
    const h5::QuietErrors quiet;
    const Handle handle = create(file);
    try {
        write(handle.get());
        check(H5Fflush(handle.get(), H5F_SCOPE_GLOBAL), "finish the results file");
    } catch (...) {
        file.done = true;
        throw;
    }
    file.done = true;  // closing would move what is sealed
}

}  // namespace

void write_sealed(const std::filesystem::path& target, bool overwrite,
                  const std::function<void(hid_t file)>& write) {
    NewFile output{target, overwrite};
    DeferredFile file{.descriptor = output.descriptor()};
    try {
        build(file, write);
    } catch (const h5::Failure& failure) {
        // What the library says of a disk that failed is a consequence.
        if (file.error == 0) throw RunFailed{fmt::format("{}: {}", target.string(), failure.what())};
    }
    if (file.error != 0) output.refuse_to_write(file.error);
    output.append(seal_of_file(output.part()));
    output.commit();
}

}  // namespace verbund::store
