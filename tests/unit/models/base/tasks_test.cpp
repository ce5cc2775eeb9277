#include "models/base/tasks.hpp"

#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>

#include <tbb/global_control.h>
#include <tbb/task_arena.h>

#include "tests/support/catch.hpp"

namespace verbund {
namespace {

/// Runs `work` with that many threads, whatever the number of cores.
template <class Work>
void with_threads(int threads, const Work& work) {
    const tbb::global_control allowed(tbb::global_control::max_allowed_parallelism,
                                      static_cast<std::size_t>(threads));
    tbb::task_arena{threads}.execute(work);
}

TEST_CASE("a task that throws cuts no loop short that is nested in another", "[tasks]") {
    // Task 0 throws as soon as another task has begun its inner loop, which goes on only when that has
    // happened.
    constexpr std::size_t tasks = 8;
    constexpr std::size_t steps = 50;
    const int threads = GENERATE(2, 4, 8);
    std::atomic<bool> one_is_inside{false};
    std::atomic<bool> thrown{false};
    std::atomic<int> begun{0};
    std::atomic<int> cut_short{0};
    const auto body = [&](std::size_t task) {
        if (task == 0) {
            while (!one_is_inside) std::this_thread::yield();
            thrown = true;
            throw std::runtime_error("task 0");
        }
        ++begun;
        std::atomic<std::size_t> done{0};
        tbb::this_task_arena::isolate([&] {
            run_tasks(
                steps,
                [&](std::size_t) {
                    one_is_inside = true;
                    while (!thrown) std::this_thread::yield();
                    ++done;
                });
        });
        if (done != steps) ++cut_short;
    };
    with_threads(threads, [&] { CHECK_THROWS_WITH(run_tasks(tasks, body), "task 0"); });
    CHECK(begun >= 1);
    CHECK(cut_short == 0);
}

TEST_CASE("of several tasks that throw, the first by number is told, on any number of threads", "[tasks]") {
    const int threads = GENERATE(1, 2, 4, 8);
    with_threads(threads, [&] {
        for (int repetition = 0; repetition < 50; ++repetition) {
            const auto body = [](std::size_t task) {
                if (task >= 3) throw std::runtime_error("task " + std::to_string(task));
            };
            CHECK_THROWS_WITH(run_tasks(64, body), "task 3");
        }
    });
}

TEST_CASE("tasks before the failed one have all ended, and without a failure all have", "[tasks]") {
    std::vector<std::atomic<int>> done(100);
    const auto body = [&](std::size_t task) {
        if (task == 60) throw 3;  // of no known type
        ++done[task];
    };
    CHECK_THROWS_AS(run_tasks(done.size(), body), int);
    for (std::size_t i = 0; i < 60; ++i) CHECK(done[i] == 1);
    std::atomic<int> all{0};
    run_tasks(100, [&](std::size_t) { ++all; });
    CHECK(all == 100);
    run_tasks(0, [](std::size_t) { throw std::logic_error("there is none"); });
}

}  // namespace
}  // namespace verbund
