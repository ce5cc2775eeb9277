#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// Measured CPU use of virtual machines: step functions of time, whatever they were read from.
namespace verbund::workload {

/// A virtual machine as its host reserves it, and when it is wanted.
struct MeasuredVm {
    std::string name;
    double vcpus = 0.0;
    double core_mhz = 0.0;  ///< of one of its vCPUs
    double ram_mib = 0.0;
    double start_s = 0.0;
    std::optional<double> duration_s{};  ///< empty: until the time of its last step
};

/// Steps of one VM that follow one another.  Times count from the VM's own start and increase strictly; a
/// value holds until the time of the next step, that of the last until the VM's next run or end.
struct StepRun {
    std::uint64_t count = 0;
    double first_s = 0.0;
    double last_s = 0.0;
    double interval_s = 0.0;  ///< step i is at first_s + i interval_s; 0: every step has a time of its own

    [[nodiscard]] bool regular() const noexcept { return interval_s > 0.0; }
};

/// Where steps are kept.  Several threads may read at once.
///
/// Reading takes `room`, which a source may fill and return a view of; a view holds until `room` is used
/// again or the source ends.
class StepSource {
public:
    StepSource() = default;
    StepSource(const StepSource&) = delete;
    StepSource& operator=(const StepSource&) = delete;
    virtual ~StepSource() = default;

    using Room = std::vector<double>;

    /// Number of runs of a VM, which follow one another in time.
    [[nodiscard]] virtual std::size_t runs(std::size_t vm) const = 0;
    [[nodiscard]] virtual StepRun run(std::size_t vm, std::size_t number) const = 0;
    /// CPU use in MHz of steps `first` to `first + count` of a run.
    [[nodiscard]] virtual std::span<const double> values(std::size_t vm, std::size_t run, std::uint64_t first,
                                                         std::size_t count, Room& room) const = 0;
    /// Times in seconds of the same steps; only of runs that are not regular.
    [[nodiscard]] virtual std::span<const double> times(std::size_t vm, std::size_t run, std::uint64_t first,
                                                        std::size_t count, Room& room) const = 0;
};

/// Steps of a VM over all its runs.
[[nodiscard]] std::uint64_t step_count(const StepSource& source, std::size_t vm);

/// Seconds from a VM's start to its last step; 0 where it has none.
[[nodiscard]] double last_step_s(const StepSource& source, std::size_t vm);

}  // namespace verbund::workload
