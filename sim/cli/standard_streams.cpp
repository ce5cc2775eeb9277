#include "sim/cli/standard_streams.hpp"

#include <fcntl.h>
#include <unistd.h>

namespace verbund::cli {

void occupy_closed_streams() {
    // The lowest free number is taken first; read-only, so that writing fails.
    int descriptor = 0;
    do {
        descriptor = open("/dev/null", O_RDONLY);
    } while (descriptor >= 0 && descriptor <= STDERR_FILENO);
    if (descriptor >= 0) close(descriptor);
}

}  // namespace verbund::cli
