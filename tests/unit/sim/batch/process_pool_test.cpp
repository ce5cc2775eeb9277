#include "sim/batch/process_pool.hpp"

#include <algorithm>
#include <cstdio>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "tests/support/catch.hpp"
#include "tests/support/isolated_cases.hpp"

namespace verbund::batch {
namespace {

using namespace std::chrono_literals;
using namespace verbund::test;

TEST_CASE("results stand in the order of the cases, whatever order they end in", "[batch][isolation]") {
    std::vector<IsolatedCase> cases;
    // The first ones take longest, so that with more than one child at once they end last.
    for (std::uint8_t i = 0; i < 12; ++i)
        cases.push_back(answering(i, std::chrono::milliseconds{(12 - i) * 10}));
    for (const int jobs : {0, 1, 2, 8, 40}) {
        CAPTURE(jobs);
        const auto results = run_isolated(cases, {.jobs = jobs, .time_limit = 120s, .progress = {}});
        REQUIRE(results.size() == cases.size());
        for (std::uint8_t i = 0; i < 12; ++i) {
            CHECK_FALSE(results[i].failure);
            CHECK(results[i].bytes == Bytes{i});
        }
    }
    CHECK(run_isolated({}, {}).empty());
}

TEST_CASE("no more children than jobs run at once, and that many do", "[batch][isolation]") {
    const SharedCount running;
    const SharedCount most;
    std::vector<IsolatedCase> cases;
    for (int i = 0; i < 9; ++i) {
        cases.push_back(make_case(
            "c",
            [&] {
                const int now = ++*running;
                for (int seen = *most; now > seen && !(*most).compare_exchange_weak(seen, now);) {
                }
                std::this_thread::sleep_for(200ms);
                --*running;
                return Bytes{};
            }));
    }
    const auto results = run_isolated(cases, {.jobs = 3, .time_limit = 0s, .progress = {}});
    CHECK(std::all_of(results.begin(), results.end(), [](const auto& r) { return r.bytes.has_value(); }));
    CHECK(*most == 3);
}

TEST_CASE("whatever befalls a case is reported with its seed and command and costs no other case",
          "[batch][isolation]") {
    const std::vector<Mishap> mishaps = every_mishap();
    std::vector<IsolatedCase> cases;
    for (std::size_t i = 0; i < mishaps.size(); ++i) {
        cases.push_back(make_case("bad " + std::to_string(i), mishaps[i].run, 1000 + i));
        cases.push_back(answering(static_cast<std::uint8_t>(i)));
    }
    for (const int jobs : {1, 3}) {
        const auto results = run_isolated(cases, {.jobs = jobs, .time_limit = 3s, .progress = {}});
        REQUIRE(results.size() == cases.size());
        for (std::size_t i = 0; i < mishaps.size(); ++i) {
            CAPTURE(jobs, mishaps[i].reason);
            const CaseResult& bad = results[2 * i];
            CHECK_FALSE(bad.bytes);
            REQUIRE(bad.failure);
            CHECK(bad.failure->reason == mishaps[i].reason);
            CHECK(bad.failure->name == "bad " + std::to_string(i));
            CHECK(bad.failure->seed == 1000 + i);
            CHECK(bad.failure->repeat_command == "repeat bad " + std::to_string(i));
            CHECK_FALSE(results[2 * i + 1].failure);
            CHECK(results[2 * i + 1].bytes == Bytes{static_cast<std::uint8_t>(i)});
        }
    }
}

/// In a child: the pipe that its answer goes into, which is the one that is not stderr.
int message_descriptor() {
    struct stat words {};
    fstat(STDERR_FILENO, &words);
    for (int descriptor = 3;; ++descriptor) {
        struct stat it {};
        const bool is_pipe = fstat(descriptor, &it) == 0 && S_ISFIFO(it.st_mode) && it.st_ino != words.st_ino;
        if (is_pipe && (fcntl(descriptor, F_GETFL) & O_ACCMODE) == O_WRONLY) return descriptor;
    }
}

TEST_CASE("a case that ends in the middle of its answer has no outcome", "[batch][isolation]") {
    const Bytes whole{'O', 2, 0, 0, 0, 0, 0, 0, 0, 41, 42};
    for (std::size_t sent = 0; sent <= whole.size(); ++sent) {
        CAPTURE(sent);
        const auto send = [&]() -> Bytes {
            const auto written = write(message_descriptor(), whole.data(), sent);
            _exit(written == static_cast<ssize_t>(sent) ? 0 : 1);
        };
        const auto results = run_isolated({make_case("sends", send)}, {});
        if (sent == whole.size()) {
            CHECK(results[0].bytes == Bytes{41, 42});
        } else {
            REQUIRE(results[0].failure);
            CHECK(results[0].failure->reason ==
                  (sent == 0 ? "ended without an answer" : "ended in the middle of its answer"));
        }
    }
}

TEST_CASE("an outcome of 50 MB arrives whole while others run", "[batch][isolation]") {
    const auto large = [](std::uint8_t step) {
        Bytes bytes(50'000'000);
        for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(i * step >> 3U);
        return bytes;
    };
    const auto results = run_isolated({make_case("large", [&] { return large(3); }), answering(1),
                                       make_case("also", [&] { return large(7); }), answering(2)},
                                      {.jobs = 3, .time_limit = 120s, .progress = {}});
    CHECK((results[0].bytes == large(3)));
    CHECK(results[1].bytes == Bytes{1});
    CHECK((results[2].bytes == large(7)));
    CHECK(results[3].bytes == Bytes{2});
}

TEST_CASE("a failure carries the last kilobyte that the case wrote to stderr", "[batch][isolation]") {
    const CaseFailure failure = failure_of([]() -> Bytes {
        for (int i = 0; i < 100'000; ++i) std::fprintf(stderr, "linje ø %d\n", i);
        std::fprintf(stderr, "the last word");
        std::abort();
    });
    CHECK(failure.last_words.size() <= 1024);
    CHECK(failure.last_words.size() > 1000);
    CHECK_THAT(failure.last_words, Catch::Matchers::EndsWith("99999\nthe last word"));
}

TEST_CASE("a failure's last words do not begin inside a character", "[batch][isolation]") {
    // 1025 bytes in characters of two and a last one of one: the kept 1024 would begin with half of an ø.
    const CaseFailure failure = failure_of([]() -> Bytes {
        for (int i = 0; i < 512; ++i) std::fputs("ø", stderr);
        std::fputs(".", stderr);
        std::abort();
    });
    CHECK(failure.last_words.size() == 1023);
    CHECK(failure.last_words.substr(0, 2) == "ø");
}

TEST_CASE("a case that never stops writing to stderr meets its time limit", "[batch][isolation]") {
    const auto talk = []() -> Bytes {
        for (;;) std::fputs("again and again and again and again and again\n", stderr);
    };
    CHECK(failure_of(talk, {.jobs = 1, .time_limit = 1s, .progress = {}}).reason == "no answer within 1 s");
}

TEST_CASE("a case that closes its pipes and hangs meets its time limit", "[batch][isolation]") {
    const auto hide = []() -> Bytes {
        for (int descriptor = 0; descriptor < 1000; ++descriptor) close(descriptor);
        return hang();
    };
    CHECK(failure_of(hide, {.jobs = 1, .time_limit = 1s, .progress = {}}).reason == "no answer within 1 s");
}

TEST_CASE("progress counts every case once, however it ended", "[batch][isolation]") {
    std::vector<std::size_t> done;
    std::vector<std::string> names;
    const auto progress = [&](std::size_t d, std::size_t total, std::string_view name) {
        CHECK(total == 4);
        done.push_back(d);
        names.emplace_back(name);
    };
    const auto results = run_isolated({answering(1), make_case("bad", []() -> Bytes { std::abort(); }),
                                       answering(3), make_case("late", hang)},
                                      {.jobs = 2, .time_limit = 2s, .progress = progress});
    CHECK(done == std::vector<std::size_t>{1, 2, 3, 4});
    std::sort(names.begin(), names.end());
    CHECK(names == std::vector<std::string>{"bad", "case 1", "case 3", "late"});
}

TEST_CASE("progress that throws stops the run and kills the children", "[batch][isolation]") {
    struct Stop {};
    Offspring children;
    std::vector<IsolatedCase> cases(5, make_case("hangs", hang));
    cases.push_back(answering(1));
    const auto stop = [](std::size_t, std::size_t, std::string_view) { throw Stop{}; };
    CHECK_THROWS_AS(run_isolated(cases, {.jobs = 6, .time_limit = 0s, .progress = stop}), Stop);
    CHECK_FALSE(has_children());
    CHECK(children.ends_within(0ms));
}

TEST_CASE("time in which parent and children are stopped does not count", "[batch][isolation]") {
    const SharedCount started;
    const pid_t parent = fork();
    if (parent == 0) {
        setpgid(0, 0);
        const auto work = [&] {
            ++*started;
            // Many short naps: a long one would be over with the stop.
            for (int nap = 0; nap < 25; ++nap) std::this_thread::sleep_for(20ms);
            return Bytes{};
        };
        const auto results =
            run_isolated({make_case("c", work)}, {.jobs = 1, .time_limit = 3s, .progress = {}});
        _exit(results[0].bytes ? 0 : 1);
    }
    while (*started == 0) std::this_thread::sleep_for(1ms);
    kill(-parent, SIGSTOP);
    std::this_thread::sleep_for(4s);
    kill(-parent, SIGCONT);
    int status = 0;
    REQUIRE(waitpid(parent, &status, 0) == parent);
    CHECK(status == 0);
}

/// The lowest limit on descriptors under which `count` more can be opened.
rlimit room_for(int count) {
    const Pipe probe;  // its ends are the lowest free numbers
    const int highest = std::max(probe.reading.number(), probe.writing.number());
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = static_cast<rlim_t>(highest) + static_cast<rlim_t>(count) - 1;
    return limit;
}

TEST_CASE("where descriptors are short, fewer cases run at once; where there are none, each fails",
          "[batch][isolation]") {
    // A case takes four while it is forked and holds two of them; reading /proc takes one before.
    rlimit before{};
    getrlimit(RLIMIT_NOFILE, &before);
    std::vector<IsolatedCase> cases;
    for (std::uint8_t i = 0; i < 6; ++i) cases.push_back(answering(i, 50ms));

    const rlimit for_two = room_for(6);
    setrlimit(RLIMIT_NOFILE, &for_two);
    const auto few = run_isolated(cases, {.jobs = 6, .time_limit = 0s, .progress = {}});
    setrlimit(RLIMIT_NOFILE, &before);
    for (std::uint8_t i = 0; i < 6; ++i) CHECK(few[i].bytes == Bytes{i});

    const rlimit for_none = room_for(3);
    setrlimit(RLIMIT_NOFILE, &for_none);
    const auto none = run_isolated(cases, {.jobs = 6, .time_limit = 0s, .progress = {}});
    setrlimit(RLIMIT_NOFILE, &before);
    for (const CaseResult& result : none) {
        REQUIRE(result.failure);
        CHECK(result.failure->reason == "could not be started (no pipe: Too many open files)");
    }
}

}  // namespace
}  // namespace verbund::batch
