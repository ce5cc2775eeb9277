#pragma once

#include <filesystem>

/// Two builds of the program against each other.
namespace verbund::benchmark {

/// Runs a list of commands with both programs in turn, old and new by pairs, so that what else the machine
/// does meets both alike, and prints for each command the median seconds and peak memory of both and the
/// median, least and greatest ratio of the pairs.  Each command runs in an empty folder.  Ends the program
/// when a command fails.
void compare_programs(const std::filesystem::path& old_program, const std::filesystem::path& new_program);

}  // namespace verbund::benchmark
