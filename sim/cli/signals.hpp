#pragma once

namespace verbund::cli {

/// From now on SIGINT and SIGTERM end the program at once with exit code 130 or 143 and a word on stderr,
/// unless files are being written (see `HoldSignals`).  A write beyond the file size limit fails as one on a
/// full disk does, instead of killing the program (SIGXFSZ).
void handle_signals();

/// While it lives, files are being written: a first SIGINT or SIGTERM is ignored, because the files will
/// stand in a moment, whole; a second one ends the program, which may leave a `.part`.
class HoldSignals {
public:
    HoldSignals();
    HoldSignals(const HoldSignals&) = delete;
    HoldSignals& operator=(const HoldSignals&) = delete;
    ~HoldSignals();
};

}  // namespace verbund::cli
