#include "sim/cli/signals.hpp"

#include <csignal>
#include <string_view>

#include <unistd.h>

#include "sim/cli/app.hpp"

namespace verbund::cli {
namespace {

constexpr std::string_view farewell = "\nInterrupted: nothing was written; earlier results are untouched.\n";

// The only state a signal handler may touch.
volatile std::sig_atomic_t holding = 0;

/// Only calls that a signal handler may make: no destructors run, but nothing has been written either.
void stop(int signal) {
    if (holding != 0) {
        std::signal(signal, SIG_DFL);
        return;
    }
    [[maybe_unused]] const auto written = write(STDERR_FILENO, farewell.data(), farewell.size());
    _exit(signal == SIGTERM ? exit_terminated : exit_interrupted);
}

}  // namespace

void handle_signals() {
    std::signal(SIGINT, stop);
    std::signal(SIGTERM, stop);
    std::signal(SIGXFSZ, SIG_IGN);
}

HoldSignals::HoldSignals() { holding = 1; }

HoldSignals::~HoldSignals() { holding = 0; }

}  // namespace verbund::cli
