#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/replay/placement.hpp"

namespace verbund::replay {

/// A run of a VM's steps on the clock of the replay, while the VM stays on a host.
class StepStream {
public:
    /// The steps of run `number` of the stay's VM; they end when the VM's next run begins, or with the stay.
    StepStream(const Input& input, const Stay& stay, std::size_t number);

    using Room = workload::StepSource::Room;

    [[nodiscard]] bool regular() const { return run_.regular(); }
    [[nodiscard]] double interval_s() const { return run_.interval_s; }
    [[nodiscard]] double begin_s() const { return begin_s_; }
    /// When the last step in effect ends.
    [[nodiscard]] double end_s() const { return end_s_; }
    [[nodiscard]] std::uint64_t count() const { return run_.count; }
    /// Steps that begin before the end.
    [[nodiscard]] std::uint64_t in_effect() const { return in_effect_; }
    /// Steps that hold for all their time: until the next one, or the end of the VM, which nothing cuts.
    [[nodiscard]] std::uint64_t whole() const { return whole_; }

    [[nodiscard]] double time_s(std::uint64_t step) const;
    /// Number of the first step that begins at `time_s` or later; `count()` if there is none.
    [[nodiscard]] std::uint64_t first_from(double time_s) const;
    [[nodiscard]] std::span<const double> values(std::uint64_t first, std::size_t count, Room& room) const {
        return source_->values(vm_, number_, first, count, room);
    }
    /// When steps begin, on the clock of the replay; fills and returns `room`.
    std::span<const double> times(std::uint64_t first, std::size_t count, Room& room) const;

private:
    void count_whole(const Input& input, const Stay& stay, bool is_last);

    const workload::StepSource* source_;
    std::size_t vm_;
    std::size_t number_;
    workload::StepRun run_;
    double vm_begin_s_;
    double begin_s_;
    double end_s_;
    std::uint64_t in_effect_ = 0;
    std::uint64_t whole_ = 0;
};

}  // namespace verbund::replay
