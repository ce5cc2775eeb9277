#pragma once

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <new>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <poll.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sim/batch/child_process.hpp"
#include "sim/batch/process_pool.hpp"
#include "tests/support/catch.hpp"

/// Cases for the process pool that answer, hang or come to grief, and what tells how its children fared.
namespace verbund::test {

using batch::CaseFailure;
using batch::CaseResult;
using batch::IsolatedCase;
using Bytes = std::vector<std::uint8_t>;

inline IsolatedCase make_case(const std::string& name, std::function<Bytes()> run, std::uint64_t seed = 1) {
    return {.name = name, .repeat_command = "repeat " + name, .seed = seed, .run = std::move(run)};
}

/// Answers with `value` after a wait.
inline IsolatedCase answering(std::uint8_t value, std::chrono::milliseconds after = {}) {
    return make_case(
        "case " + std::to_string(value),
        [value, after] {
            std::this_thread::sleep_for(after);
            return Bytes{value};
        });
}

/// Never answers.
inline Bytes hang() {
    for (;;) pause();
}

/// The only failure of a run of the one case `run`.
inline CaseFailure failure_of(std::function<Bytes()> run, const batch::PoolOptions& options = {}) {
    const auto results = batch::run_isolated({make_case("the case", std::move(run))}, options);
    REQUIRE(results.size() == 1);
    REQUIRE_FALSE(results[0].bytes);
    REQUIRE(results[0].failure);
    return *results[0].failure;
}

inline bool has_children() { return waitpid(-1, nullptr, WNOHANG) >= 0; }

/// Tells when all processes forked in its lifetime are gone: each holds the writing end of a pipe.
class Offspring {
public:
    [[nodiscard]] bool ends_within(std::chrono::milliseconds wait) {
        pipe_.writing.close();
        pollfd end{.fd = pipe_.reading.number(), .events = 0, .revents = 0};
        return poll(&end, 1, static_cast<int>(wait.count())) == 1 && (end.revents & POLLHUP) != 0;
    }

private:
    batch::Pipe pipe_;
};

/// A number that a process and its children share.
class SharedCount {
public:
    SharedCount()
        : count_{new (mmap(nullptr, sizeof(std::atomic<int>), PROT_READ | PROT_WRITE,
                           MAP_SHARED | MAP_ANONYMOUS, -1, 0)) std::atomic<int>{0}} {}
    SharedCount(const SharedCount&) = delete;
    SharedCount& operator=(const SharedCount&) = delete;
    ~SharedCount() { munmap(count_, sizeof *count_); }

    std::atomic<int>& operator*() const { return *count_; }

private:
    std::atomic<int>* count_;
};

struct Mishap {
    std::function<Bytes()> run;
    std::string reason;  ///< what the pool tells of it under a time limit of 3 s
};

inline std::vector<Mishap> every_mishap() {
    const auto raised = [](int signal) {
        return [signal]() -> Bytes {
            std::raise(signal);
            return hang();
        };
    };
    return {
        {[]() -> Bytes { std::abort(); }, "crashed (signal 6, Aborted)"},
        {raised(SIGSEGV), "crashed (signal 11, Segmentation fault)"},
        {raised(SIGKILL), "killed (signal 9, Killed; the system may have run out of memory)"},
        {raised(SIGTERM), "killed (signal 15, Terminated)"},
        {raised(SIGINT), "killed (signal 2, Interrupt)"},
        {hang, "no answer within 3 s"},
        {[]() -> Bytes { throw std::runtime_error("link \"a\" has no capacity"); },
         "link \"a\" has no capacity"},
        {[]() -> Bytes { throw std::bad_alloc(); }, "out of memory"},
        {[]() -> Bytes { throw 3; }, "an exception of unknown type"},
        {[]() -> Bytes { std::exit(3); }, "exit code 3"},
        {[]() -> Bytes { std::exit(0); }, "ended without an answer"},
        {{}, "bad_function_call"},
    };
}

}  // namespace verbund::test
