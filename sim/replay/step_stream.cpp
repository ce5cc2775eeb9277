#include "sim/replay/step_stream.hpp"

#include <algorithm>
#include <cmath>

namespace verbund::replay {

StepStream::StepStream(const Input& input, const Stay& stay, std::size_t number)
    : source_{&input.steps},
      vm_{stay.vm},
      number_{number},
      run_{source_->run(stay.vm, number)},
      vm_begin_s_{stay.begin_s},
      begin_s_{stay.begin_s + run_.first_s},
      end_s_{stay.end_s} {
    const bool is_last = number + 1 == source_->runs(vm_);
    if (!is_last) end_s_ = std::min(end_s_, vm_begin_s_ + source_->run(vm_, number + 1).first_s);
    in_effect_ = first_from(end_s_);
    count_whole(input, stay, is_last);
}

void StepStream::count_whole(const Input& input, const Stay& stay, bool is_last) {
    std::uint64_t begun = first_from(stay.end_s);
    constexpr double rounding = 1e-12;  // relative, of a time that is a sum of others
    if (begun < run_.count && time_s(begun) <= stay.end_s * (1.0 + rounding)) ++begun;
    if (begun == 0) return;
    whole_ = begun - 1;  // a step is whole if the next one begins in time
    if (begun < run_.count) return;
    const workload::MeasuredVm& vm = input.vms[vm_];
    const double vm_end_s = vm_begin_s_ + vm.duration_s.value_or(workload::last_step_s(*source_, vm_));
    const bool last_is_whole =
        is_last ? stay.end_s >= vm_end_s && (!vm.duration_s || time_s(run_.count - 1) < vm_end_s)
                : vm_begin_s_ + source_->run(vm_, number_ + 1).first_s <= stay.end_s;
    if (last_is_whole) ++whole_;
}

double StepStream::time_s(std::uint64_t step) const {
    if (regular()) return begin_s_ + static_cast<double>(step) * run_.interval_s;
    if (step == 0) return begin_s_;
    Room room;
    return vm_begin_s_ + source_->times(vm_, number_, step, 1, room).front();
}

std::uint64_t StepStream::first_from(double time_s) const {
    std::uint64_t low = 0;
    std::uint64_t high = run_.count;
    if (regular() && time_s > begin_s_) {
        const double steps = std::ceil((time_s - begin_s_) / run_.interval_s);
        const auto near = static_cast<std::uint64_t>(std::min(steps, static_cast<double>(run_.count)));
        low = near > 1 ? near - 2 : 0;  // division and product may round differently
        high = std::min(run_.count, near + 2);
    }
    while (low < high) {
        const std::uint64_t middle = low + (high - low) / 2;
        if (this->time_s(middle) < time_s)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

std::span<const double> StepStream::times(std::uint64_t first, std::size_t count, Room& room) const {
    if (regular()) {
        room.resize(count);
        for (std::size_t i = 0; i < count; ++i) room[i] = time_s(first + i);
        return room;
    }
    const std::span<const double> relative = source_->times(vm_, number_, first, count, room);
    if (relative.data() != room.data()) room.assign(relative.begin(), relative.end());
    for (double& time : room) time += vm_begin_s_;
    return {room.data(), count};
}

}  // namespace verbund::replay
