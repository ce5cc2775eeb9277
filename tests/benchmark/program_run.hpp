#pragma once

#include <filesystem>
#include <string>

/// The program itself, run as people run it.
namespace verbund::benchmark {

struct ProgramRun {
    double wall_s = 0.0;  ///< from its start to its end
    double cpu_s = 0.0;
    double peak_mb = 0.0;
};

/// Runs a program in a folder, its output thrown away; words are parted by blanks.  Ends the benchmark when
/// it fails.
[[nodiscard]] ProgramRun run_program(const std::filesystem::path& program, const std::string& arguments,
                                     const std::filesystem::path& folder);

}  // namespace verbund::benchmark
