#pragma once

#include <functional>

/// Measurements in processes of their own.
namespace verbund::benchmark {

/// What one piece of work took.
struct Effort {
    double read_s = 0.0;
    double simulate_s = 0.0;
    double write_s = 0.0;
    double annual_s = 0.0;  ///< from the beginning until the annual engine is through
    double host_hours = 0.0;
    double activities = 0.0;   ///< of the event engine
    double simulated_s = 0.0;  ///< clock of the event engine at the end
    double work_mb = 0.0;      ///< peak memory beyond what was there before the work
    double peak_mb = 0.0;      ///< peak memory of the process

    [[nodiscard]] double total_s() const { return read_s + simulate_s + write_s; }
};

/// Does the work in a forked child, so that its peak memory is its own and a second one starts from the same
/// state. Ends the program when the child fails.
[[nodiscard]] Effort in_child(const std::function<Effort()>& work);

/// Peak resident memory of this process so far.
[[nodiscard]] double peak_memory_mb();

class Stopwatch {
public:
    Stopwatch();
    [[nodiscard]] double seconds() const;

private:
    double start_;
};

}  // namespace verbund::benchmark
