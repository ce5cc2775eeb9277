#pragma once

namespace verbund::cli {

/// Thrown in the middle of work after Ctrl-C or a termination request.
struct Interrupted {
    int signal = 0;
};

/// From now on SIGINT and SIGTERM are noted instead of ending the program at once; a second one ends it.
void note_signals();

/// Throws `Interrupted` if a signal has been noted.
void stop_if_interrupted();

}  // namespace verbund::cli
