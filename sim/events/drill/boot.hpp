#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <vector>

#include "sim/events/world/engine.hpp"

/// Many virtual machines that start on few hosts and one storage.
namespace verbund::events {

/// What a VM's start takes, and what there is to start on.
struct BootSettings {
    double read_bytes = 3e9;     ///< from storage, per VM
    double core_seconds = 60.0;  ///< per VM, on a core of speed 1
    int boots_per_host = 4;      ///< at a time
    int total_vms = 0;           ///< that will start here, to size the batches
    int cores = 1;               ///< of the processor
};

/// VMs of one service to be started.
struct BootOrder {
    std::size_t service = 0;  ///< the caller's name for it
    std::size_t workload = 0;
    int vms = 0;
    double ram_gb = 0.0;  ///< of one VM
};

/// Starts VMs in the order in which they were added, as many at a time as the running hosts take.
///
/// A VM reads `read_bytes` from storage, which all that start share, then computes `core_seconds` on a core.
/// The next in the order waits until there is a place and memory for it; nobody overtakes.  Up to 4,000 VMs
/// start one by one; of more, equal parts of neighbours of one class start together as a batch that reads and
/// computes as much as they do.  Neglects caches (the same system image read again) and other load on the
/// storage.
class BootQueue {
public:
    using Done = std::function<void(std::size_t service)>;

    BootQueue(Engine& engine, ProcessorId storage, ProcessorId hosts, const BootSettings& settings,
              Done done);
    BootQueue(const BootQueue&) = delete;
    BootQueue& operator=(const BootQueue&) = delete;

    void add(const BootOrder& order);
    /// Hosts and memory that VMs can start on from now on, besides those there are.
    void add_hosts(int hosts, double ram_gb);

private:
    struct Batch {
        std::vector<BootOrder> parts;
        int vms = 0;
        double ram_gb = 0.0;
    };

    void pump();
    [[nodiscard]] Batch next_batch() const;
    void take(const Batch& batch);
    void read(Batch batch);
    void compute(Batch batch);
    void finish(const Batch& batch);

    Engine& engine_;
    ProcessorId storage_;
    ProcessorId hosts_;
    BootSettings settings_;
    Done done_;
    int batch_size_ = 1;
    std::deque<BootOrder> waiting_;
    std::map<std::size_t, int> left_;  ///< [service] -> VMs that do not run yet
    int slots_ = 0;
    double ram_gb_ = 0.0;
};

}  // namespace verbund::events
