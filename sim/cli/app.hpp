#pragma once

namespace verbund::cli {

/// Exit codes of the program.
enum ExitCode : int {
    exit_ok = 0,
    exit_failed = 1,  ///< the run failed
    exit_usage = 2,
    exit_study_invalid = 3,
    exit_cases_failed = 4,  ///< some simulations gave no outcome; the others are kept
    exit_limit_missed = 5,  ///< `check --limits`
    exit_interrupted = 130,
    exit_terminated = 143,
};

/// The whole program: parses the arguments, runs the command, reports errors on stderr, returns the exit
/// code.
[[nodiscard]] int run_program(int argc, char** argv);

}  // namespace verbund::cli
