#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <vector>

#include <tbb/parallel_for.h>

/// Work done side by side by the threads of oneTBB, and what goes wrong in it.
///
/// An exception that leaves a task cancels its parallel loop and with it every loop nested in the loop's
/// other tasks: these then return early, without a word, as if their work had been done.  So no exception
/// leaves a task here; it is kept until all tasks have ended.
namespace verbund {

/// What tasks with the numbers 0 to `tasks` - 1 have thrown.
class TaskFailures {
public:
    explicit TaskFailures(std::size_t tasks) : thrown_(tasks), first_{tasks} {}

    /// Does the work of a task; keeps what it throws.
    template <class Work>
    void guard(std::size_t task, const Work& work) noexcept {
        try {
            work();
        } catch (...) {
            keep(task);
        }
    }

    /// Whether a task of a lower number has failed: then what this one finds will not be asked for.
    [[nodiscard]] bool any_before(std::size_t task) const noexcept { return first_.load() < task; }

    /// By task; null where it has not thrown.
    [[nodiscard]] const std::vector<std::exception_ptr>& thrown() const noexcept { return thrown_; }

    /// Throws what the failed task of the lowest number threw, if any.  Only once all tasks have ended.
    void rethrow_first() const {
        if (first_.load() < thrown_.size()) std::rethrow_exception(thrown_[first_.load()]);
    }

private:
    void keep(std::size_t task) noexcept {
        thrown_[task] = std::current_exception();
        std::size_t first = first_.load();
        while (task < first && !first_.compare_exchange_weak(first, task)) {
        }
    }

    std::vector<std::exception_ptr> thrown_;
    std::atomic<std::size_t> first_;
};

/// Calls `task` with 0 to `count` - 1, side by side; may be nested.  Throws what the failing task of the
/// lowest number threw, whatever the number of threads: only tasks after a failed one may be left out.
template <class Task>
void run_tasks(std::size_t count, const Task& task) {
    TaskFailures failures(count);
    tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) {
        if (!failures.any_before(i)) failures.guard(i, [&] { task(i); });
    });
    failures.rethrow_first();
}

}  // namespace verbund
