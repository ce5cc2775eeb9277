#pragma once

#include "results/store/h5.hpp"

/// HDF5 files on disk whose library sees no error of the disk.
namespace verbund::store {

/// A file that is being built.  A disk error inside the HDF5 library leaves it unable to close the file; so
/// the first one is kept here, nothing is written from then on, and whoever builds the file throws it away.
struct DeferredFile {
    int descriptor = -1;  ///< open for reading and writing; stays open
    int error = 0;        ///< errno of what failed first; 0: nothing has
    bool done = false;    ///< set: what lies on disk stays as it is, whatever the library still does
};

/// Makes an HDF5 file of an empty one by `creation`, a property list.  `file` outlives the handle.
[[nodiscard]] h5::Handle create_deferred(DeferredFile& file, hid_t creation);

}  // namespace verbund::store
