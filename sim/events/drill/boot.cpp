#include "sim/events/drill/boot.hpp"

#include <algorithm>

namespace verbund::events {
namespace {

constexpr int single_vms = 4000;
/// Memory that sums may differ by when they are taken in another order.
constexpr double rounding_gb = 1e-6;

}  // namespace

BootQueue::BootQueue(Engine& engine, ProcessorId storage, ProcessorId hosts, const BootSettings& settings,
                     Done done)
    : engine_{engine},
      storage_{storage},
      hosts_{hosts},
      settings_{settings},
      done_{std::move(done)},
      batch_size_{std::max(1, (settings.total_vms + single_vms - 1) / single_vms)} {}

void BootQueue::add(const BootOrder& order) {
    waiting_.push_back(order);
    left_[order.service] += order.vms;
    pump();
}

void BootQueue::add_hosts(int hosts, double ram_gb) {
    slots_ += hosts * settings_.boots_per_host;
    ram_gb_ += ram_gb;
    pump();
}

void BootQueue::pump() {
    while (!waiting_.empty()) {
        const Batch batch = next_batch();
        if (batch.vms == 0) return;
        take(batch);
        read(batch);
    }
}

/// VMs of one class from the front of the order, as many as a batch, the places and the memory take.
BootQueue::Batch BootQueue::next_batch() const {
    Batch batch;
    const int most = std::min(batch_size_, slots_);
    for (const BootOrder& order : waiting_) {
        if (order.workload != waiting_.front().workload) break;
        const double ram_left = ram_gb_ - batch.ram_gb + rounding_gb;
        int vms = std::min(order.vms, most - batch.vms);
        if (order.ram_gb > 0.0)
            vms = static_cast<int>(std::min<double>(vms, std::max(0.0, ram_left) / order.ram_gb));
        if (vms > 0) {
            batch.parts.push_back(order);
            batch.parts.back().vms = vms;
            batch.vms += vms;
            batch.ram_gb += vms * order.ram_gb;
        }
        if (vms < order.vms) break;
    }
    return batch;
}

void BootQueue::take(const Batch& batch) {
    slots_ -= batch.vms;
    ram_gb_ -= batch.ram_gb;
    for (const BootOrder& part : batch.parts) {
        waiting_.front().vms -= part.vms;
        if (waiting_.front().vms == 0) waiting_.pop_front();
    }
}

void BootQueue::read(Batch batch) {
    const double bytes = settings_.read_bytes * batch.vms;
    engine_.execute(storage_, bytes, [this, batch = std::move(batch)] { compute(batch); });
}

void BootQueue::compute(Batch batch) {
    const int threads = std::min(batch.vms, settings_.cores);
    const double each = settings_.core_seconds * batch.vms / threads;
    engine_.execute(
        hosts_, each, [this, batch = std::move(batch)] { finish(batch); }, threads);
}

void BootQueue::finish(const Batch& batch) {
    slots_ += batch.vms;
    for (const BootOrder& part : batch.parts) {
        int& left = left_[part.service];
        left -= part.vms;
        if (left == 0) done_(part.service);
    }
    pump();
}

}  // namespace verbund::events
