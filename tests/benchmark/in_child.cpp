#include "tests/benchmark/in_child.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace verbund::benchmark {
namespace {

double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

[[noreturn]] void run_child(const std::function<Effort()>& work, int pipe) {
    try {
        Effort effort = work();
        effort.peak_mb = peak_memory_mb();
        const bool sent = write(pipe, &effort, sizeof effort) == static_cast<ssize_t>(sizeof effort);
        std::_Exit(sent ? EXIT_SUCCESS : EXIT_FAILURE);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "benchmark: %s\n", error.what());
    }
    std::_Exit(EXIT_FAILURE);
}

}  // namespace

Effort in_child(const std::function<Effort()>& work) {
    int ends[2];
    if (pipe(ends) != 0) std::abort();
    std::fflush(stdout);
    const pid_t child = fork();
    if (child < 0) std::abort();
    if (child == 0) run_child(work, ends[1]);
    close(ends[1]);
    Effort effort;
    const bool received = read(ends[0], &effort, sizeof effort) == static_cast<ssize_t>(sizeof effort);
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    if (!received || status != 0) std::exit(EXIT_FAILURE);
    return effort;
}

double peak_memory_mb() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

Stopwatch::Stopwatch() : start_{now()} {}

double Stopwatch::seconds() const { return now() - start_; }

}  // namespace verbund::benchmark
