#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "models/workload/measured_use.hpp"

namespace verbund::workload {

/// What had to be decided about steps while they were taken in.
struct StepCounts {
    std::uint64_t repeated = 0;   ///< at the time of another step of the VM: the one added last counts
    std::uint64_t unordered = 0;  ///< added after a later one, and put into order
    std::uint64_t gaps = 0;  ///< times between steps longer than one and a half usual intervals of the VM
    double longest_gap_s = 0.0;
};

/// Steps in memory: 8 bytes a step at equal intervals, 16 otherwise.
class StepTable final : public StepSource {
public:
    explicit StepTable(std::size_t vms) : vms_(vms) {}

    /// A step of a VM; steps may come in any order, those in order cost least.
    void add(std::size_t vm, double time_s, double mhz);
    /// To be called once, before anything is read: brings all steps into order.
    void finish();

    [[nodiscard]] const StepCounts& counts() const { return counts_; }
    [[nodiscard]] std::size_t runs(std::size_t vm) const override { return vms_[vm].runs.size(); }
    [[nodiscard]] StepRun run(std::size_t vm, std::size_t number) const override;
    [[nodiscard]] std::span<const double> values(std::size_t vm, std::size_t run, std::uint64_t first,
                                                 std::size_t count, Room& room) const override;
    [[nodiscard]] std::span<const double> times(std::size_t vm, std::size_t run, std::uint64_t first,
                                                std::size_t count, Room& room) const override;

private:
    struct StoredRun {
        std::size_t begin = 0;  ///< of its values
        std::size_t count = 0;
        double first_s = 0.0;
        double interval_s = 0.0;
    };
    /// Either runs at equal intervals, or a single one of which every step has a time.
    struct VmSteps {
        std::vector<double> values;
        std::vector<double> times;
        std::vector<StoredRun> runs;
        double last_s = 0.0;
        bool timed = false;
        bool ordered = true;
    };

    static void extend(VmSteps& steps, double time_s, double mhz);
    static void give_times(VmSteps& steps);
    void bring_into_order(VmSteps& steps);
    void count_gaps(const VmSteps& steps);

    std::vector<VmSteps> vms_;
    StepCounts counts_;
};

}  // namespace verbund::workload
