#pragma once

#include <hdf5.h>

#include "results/outcome/outcome.hpp"

namespace verbund::store {

/// The run that an open file of its kind holds.  Throws `h5::Failure`.
[[nodiscard]] outcome::Run read_run_groups(hid_t file);

}  // namespace verbund::store
