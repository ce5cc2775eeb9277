#pragma once

#include <chrono>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include "sim/batch/case_bytes.hpp"
#include "sim/batch/process_pool.hpp"

/// Simulations in child processes, since SimGrid starts only once in a process.
namespace verbund::test {

/// What `work` returns in a child process; its exceptions and crashes become a `std::runtime_error` here.
template <typename Result>
[[nodiscard]] Result isolated(const std::function<Result()>& work) {
    batch::IsolatedCase one;
    one.name = "test";
    one.run = [&work] { return batch::to_bytes(work()); };
    const std::vector<batch::CaseResult> results =
        batch::run_isolated({one}, {.jobs = 1, .time_limit = std::chrono::seconds{250}, .progress = {}});
    if (results.front().failure) throw std::runtime_error{results.front().failure->reason};
    return batch::from_bytes<Result>(*results.front().bytes);
}

/// The usual case: numbers.
[[nodiscard]] inline std::vector<double> isolated_numbers(const std::function<std::vector<double>()>& work) {
    return isolated<std::vector<double>>(work);
}

}  // namespace verbund::test
