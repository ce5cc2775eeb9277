#pragma once

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "sim/events/drill/boot.hpp"
#include "sim/events/drill/plan.hpp"
#include "sim/events/drill/restore.hpp"
#include "sim/events/world/replicator.hpp"

/// The simulated world in which recoveries are played: places, streams, copies and paths.
namespace verbund::events {

/// Hosts of one place on which services start.
struct BootPlace {
    std::unique_ptr<BootQueue> queue;
    ProcessorId storage{};
};

/// A site that takes services over, from one failed site or several.
struct AwayPlace {
    BootPlace boot;
    bool running_hosts_taken = false;
    bool standby_taken = false;
    std::unique_ptr<RestoreStreams> streams;
};

/// A failed site's own part of the world.
struct FailedSite {
    Replicator* copies = nullptr;
    EndpointId returning{};  ///< its end of the path to its backup site
    EndpointId holding{};    ///< the backup site's
    BootPlace in_site;
    BootPlace at_return;
    RestoreSource to_away;                      ///< of what is restored elsewhere
    std::map<DataLeft, RestoreSource> to_site;  ///< of what is restored on new hardware
    std::unique_ptr<RestoreStreams> streams;    ///< onto it
};

/// Built from the plans before anything happens, in one engine.
class RecoveryWorld {
public:
    /// `started` is called with a service's number over all plans when its VMs run.
    RecoveryWorld(const deploy::WorldYear& input, const DayShape& day, const std::vector<RecoveryPlan>& plans,
                  BootQueue::Done started);
    RecoveryWorld(const RecoveryWorld&) = delete;
    RecoveryWorld& operator=(const RecoveryWorld&) = delete;

    [[nodiscard]] Engine& engine() noexcept { return engine_; }
    [[nodiscard]] FailedSite& failed(std::size_t plan) { return failed_[plan]; }
    [[nodiscard]] const FailedSite& failed(std::size_t plan) const { return failed_[plan]; }
    [[nodiscard]] AwayPlace& away(std::size_t site) { return away_.at(site); }

    /// Copies of all pairs, and the background of each hour on the links, from now on.
    void start_copies();
    void stop_copies();
    /// Something is sent, or no longer: the links keep the hour's background as long as anything is.
    void begin_sending();
    void end_sending() { --sending_; }

private:
    void build_replication();
    void build_places(std::size_t plan);
    void build_rebuild(std::size_t plan);
    void build_away(std::size_t site, double decided_s);
    RestoreSource source(const deploy::OutsideCopy& from, std::size_t to);
    std::unique_ptr<RestoreStreams> streams();
    BootPlace place(std::size_t site, deploy::CoreGroup group, int vms);
    [[nodiscard]] double load_of(std::size_t site, double time_s) const;
    void keep_hours(int hour);

    const deploy::WorldYear& input_;
    const DayShape& day_;
    const std::vector<RecoveryPlan>& plans_;
    const study::Recovery& recovery_;
    BootQueue::Done started_;
    Engine engine_;
    Background background_;
    Platform platform_;
    std::vector<FailedSite> failed_;  ///< [plan]
    std::map<std::size_t, AwayPlace> away_;
    std::vector<std::unique_ptr<Replicator>> replicators_;
    std::optional<ProcessorId> outside_line_;  ///< to outside copies at no center
    bool ticking_ = false;
    int sending_ = 0;
};

}  // namespace verbund::events
