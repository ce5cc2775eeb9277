// What a child inherits from its parent, and what it leaves behind.
#include <cstdio>
#include <filesystem>
#include <future>
#include <iostream>

#include <fcntl.h>
#include <tbb/parallel_for.h>

#include "sim/batch/process_pool.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/isolated_cases.hpp"

namespace verbund::batch {
namespace {

using namespace std::chrono_literals;
using namespace verbund::test;
using Clock = std::chrono::steady_clock;

std::ptrdiff_t open_descriptors() {
    return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {});
}

TEST_CASE("a case sees the parent's memory and changes only its own", "[batch][isolation]") {
    int number = 7;
    const auto results =
        run_isolated({make_case("writes",
                                [&] {
                                    number += 1;
                                    return Bytes{static_cast<std::uint8_t>(number)};
                                }),
                      make_case("reads", [&] { return Bytes{static_cast<std::uint8_t>(number)}; })},
                     {});
    CHECK(results[0].bytes == Bytes{8});
    CHECK(results[1].bytes == Bytes{7});
    CHECK(number == 7);
}

/// While it lives, a standard stream of this process is another descriptor.
class Redirected {
public:
    Redirected(int stream, int to) : stream_{stream}, before_{dup(stream)} { dup2(to, stream); }
    Redirected(const Redirected&) = delete;
    Redirected& operator=(const Redirected&) = delete;
    ~Redirected() {
        dup2(before_, stream_);
        close(before_);
    }

private:
    int stream_;
    int before_;
};

TEST_CASE("a case reads nothing from the parent's stdin and writes nothing to its stdout",
          "[batch][isolation]") {
    const auto read_and_print = [] {
        std::cout << "to stdout" << std::endl;
        std::puts("to stdout");
        std::fflush(stdout);
        char byte = 0;
        return Bytes{static_cast<std::uint8_t>(read(STDIN_FILENO, &byte, 1))};
    };
    const Pipe in;
    const Pipe out;
    REQUIRE(write(in.writing.number(), "typed", 5) == 5);
    std::cout.flush();
    std::fflush(stdout);
    std::vector<CaseResult> results;
    {
        const Redirected input(STDIN_FILENO, in.reading.number());
        const Redirected output(STDOUT_FILENO, out.writing.number());
        results = run_isolated({make_case("reads and prints", read_and_print)}, {});
    }
    CHECK(results[0].bytes == Bytes{0});  // read(2): end of file
    char byte = 0;
    CHECK(read(out.reading.number(), &byte, 1) < 0);
    CHECK(errno == EAGAIN);
}

TEST_CASE("a case that calls exit does not run what the parent registered for its own end",
          "[batch][isolation]") {
    static const SharedCount runs;
    // Registered in a process of its own, which ends without it, so that the tests' own end stays as it is.
    const pid_t parent = fork();
    if (parent == 0) {
        std::atexit([] { ++*runs; });
        const auto results = run_isolated({make_case("exits", []() -> Bytes { std::exit(3); })}, {});
        _exit(results[0].failure && results[0].failure->reason == "exit code 3" ? 0 : 1);
    }
    int status = 0;
    REQUIRE(waitpid(parent, &status, 0) == parent);
    CHECK(status == 0);
    CHECK(*runs == 0);
}

TEST_CASE("children die with a parent that is killed", "[batch][isolation]") {
    const int signal = GENERATE(SIGKILL, SIGINT);
    CAPTURE(signal);
    Offspring all;
    const SharedCount started;
    const pid_t parent = fork();
    if (parent == 0) {
        std::signal(SIGINT, [](int) { _exit(130); });  // as the program does
        const auto wait = [&]() -> Bytes {
            ++*started;
            return hang();
        };
        (void)run_isolated(std::vector<IsolatedCase>(3, make_case("hangs", wait)),
                           {.jobs = 3, .time_limit = 0s, .progress = {}});
        _exit(0);
    }
    for (const auto start = Clock::now(); *started < 3 && Clock::now() - start < 60s;)
        std::this_thread::sleep_for(5ms);
    REQUIRE(*started == 3);
    kill(parent, signal);
    CHECK(all.ends_within(60s));
    CHECK(waitpid(parent, nullptr, 0) == parent);
}

TEST_CASE("the parent's signal handlers do not run in a child, and what it ignores stays ignored",
          "[batch][isolation]") {
    const auto interrupt = std::signal(SIGINT, [](int) { _exit(77); });
    const auto hangup = std::signal(SIGHUP, SIG_IGN);
    const auto results =
        run_isolated({make_case("int", []() -> Bytes { return std::raise(SIGINT), Bytes{}; }),
                      make_case("hup", []() -> Bytes { return std::raise(SIGHUP), Bytes{9}; })},
                     {});
    std::signal(SIGINT, interrupt);
    std::signal(SIGHUP, hangup);
    REQUIRE(results[0].failure);
    CHECK(results[0].failure->reason == "killed (signal 2, Interrupt)");
    CHECK(results[1].bytes == Bytes{9});
}

TEST_CASE("a parent that ignores SIGCHLD learns how its children ended, and goes on ignoring it",
          "[batch][isolation]") {
    const auto before = std::signal(SIGCHLD, SIG_IGN);
    CHECK(failure_of([]() -> Bytes { std::exit(3); }).reason == "exit code 3");
    CHECK(std::signal(SIGCHLD, before) == SIG_IGN);
}

TEST_CASE("nothing is left of a run: no process and no descriptor", "[batch][isolation]") {
    std::vector<IsolatedCase> cases;
    for (int round = 0; round < 3; ++round) {
        for (const Mishap& mishap : every_mishap()) cases.push_back(make_case("bad", mishap.run));
        cases.push_back(answering(1));
    }
    const std::ptrdiff_t before = open_descriptors();
    (void)run_isolated(cases, {.jobs = 8, .time_limit = 1s, .progress = {}});
    CHECK(open_descriptors() == before);
    CHECK_FALSE(has_children());
}

TEST_CASE("cases run after oneTBB was used, may use it, and leave it usable", "[batch][isolation]") {
    const auto sum = [] {
        std::atomic<int> total = 0;
        tbb::parallel_for(1, 1001, [&](int i) { total += i; });
        return total.load();
    };
    for (int round = 0; round < 5; ++round) {
        REQUIRE(sum() == 500500);  // 1000 x 1001 / 2
        const auto results = run_isolated(
            std::vector<IsolatedCase>(4, make_case("tbb", [&] { return Bytes{sum() == 500500}; })),
            {.jobs = 4, .time_limit = 60s, .progress = {}});
        for (const CaseResult& r : results) CHECK(r.bytes == Bytes{1});
    }
    CHECK(sum() == 500500);
}

TEST_CASE("isolating cases beside another thread is refused", "[batch][isolation]") {
    std::promise<void> stop;
    std::thread other([&] { stop.get_future().wait(); });
    CHECK_THROWS_WITH(run_isolated({answering(1)}, {}), test::contains("1 other threads"));
    stop.set_value();
    other.join();
    CHECK(run_isolated({answering(1)}, {})[0].bytes == Bytes{1});
}

}  // namespace
}  // namespace verbund::batch
