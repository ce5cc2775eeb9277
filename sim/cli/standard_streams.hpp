#pragma once

namespace verbund::cli {

/// Occupies stdin, stdout and stderr where the caller closed them, so that no file the program opens gets
/// their number and catches what is printed.  Writing to an occupied stream fails as on a closed one.
void occupy_closed_streams();

}  // namespace verbund::cli
