#pragma once

#include <string_view>

namespace verbund {

/// Version of this program, e.g. "0.1.0".
[[nodiscard]] std::string_view program_version() noexcept;

/// Short hash of the commit that was built, "unknown" outside a git checkout.
[[nodiscard]] std::string_view program_commit() noexcept;

}  // namespace verbund
