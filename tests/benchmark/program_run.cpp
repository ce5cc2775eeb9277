#include "tests/benchmark/program_run.hpp"

#include <cstdlib>
#include <sstream>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/benchmark/in_child.hpp"

namespace verbund::benchmark {
namespace {

[[noreturn]] void become(const std::filesystem::path& program, const std::string& arguments,
                         const std::filesystem::path& folder) {
    std::vector<std::string> words{program.string()};
    std::istringstream rest{arguments};
    for (std::string word; rest >> word;) words.push_back(word);
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    const int silence = open("/dev/null", O_WRONLY);
    if (chdir(folder.c_str()) == 0 && dup2(silence, STDOUT_FILENO) >= 0 && dup2(silence, STDERR_FILENO) >= 0)
        execv(program.c_str(), pointers.data());
    std::_Exit(EXIT_FAILURE);
}

}  // namespace

ProgramRun run_program(const std::filesystem::path& program, const std::string& arguments,
                       const std::filesystem::path& folder) {
    const Stopwatch watch;
    const pid_t child = fork();
    if (child < 0) std::abort();
    if (child == 0) become(program, arguments, folder);
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    if (status != 0) {
        fmt::print(stderr, "benchmark: {} {} failed\n", program.string(), arguments);
        std::exit(EXIT_FAILURE);
    }
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6;
    };
    return {watch.seconds(), seconds(usage.ru_utime) + seconds(usage.ru_stime),
            static_cast<double>(usage.ru_maxrss) / 1024.0};
}

}  // namespace verbund::benchmark
