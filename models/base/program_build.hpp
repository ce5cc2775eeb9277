#pragma once

#include <string>

namespace verbund {

/// What tells this program from every other that was built: the build ID that the linker computes from the
/// program's content (ELF note NT_GNU_BUILD_ID), as hexadecimal digits.  The same sources, compiler and
/// options give the same; a change of one byte of code another, whether it was committed or not.  Of a
/// program that was linked without: version and commit.
[[nodiscard]] std::string program_build();

}  // namespace verbund
