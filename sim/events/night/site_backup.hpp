#pragma once

#include <optional>
#include <vector>

#include "sim/events/world/platform.hpp"

/// Backup of one site in one night.
namespace verbund::events {

/// Blocks that a backup of one class reads.
struct BackupJob {
    std::size_t workload = 0;
    double bytes = 0.0;
};

/// Jobs of a site that stores so many bytes of each class: x daily change share x image factor, the most
/// critical classes first; classes without data or changes are left out.
[[nodiscard]] std::vector<BackupJob> backup_jobs(const deploy::WorldYear& input,
                                                 const std::vector<double>& stored);

/// Reads the jobs one after the other from the site's storage and sends what is read, reduced, to a center
/// outside.
///
/// A job is split evenly over `proxies` streams per storage array, each at `proxy_rate` at most: together one
/// execution on the storage with their joint rate limit, which shares the storage with whatever else reads
/// there.  The streams write to backup storage of its own that is never the bottleneck.  A job leaves the
/// site when it has been read, in the same order, one at a time.
/// Construct it before the engine's first activity; it must outlive the run.
class SiteBackup {
public:
    /// `storage` is the site's; `jobs` are not empty.
    SiteBackup(Engine& engine, Platform& platform, const deploy::WorldYear& input, std::size_t site,
               ProcessorId storage, std::vector<BackupJob> jobs, std::optional<std::size_t> outside);
    SiteBackup(const SiteBackup&) = delete;
    SiteBackup& operator=(const SiteBackup&) = delete;

    /// From now on, once; calls back when all is complete.
    void start(Callback ended = nullptr);

    [[nodiscard]] std::size_t site() const noexcept { return site_; }
    [[nodiscard]] std::optional<std::size_t> outside() const noexcept { return outside_; }
    [[nodiscard]] bool started() const noexcept { return started_; }
    [[nodiscard]] bool ended() const noexcept;
    [[nodiscard]] double read_bytes() const;
    [[nodiscard]] double sent_bytes() const;
    /// Seconds after the start; infinity = not (yet) complete.
    [[nodiscard]] double local_end_s() const noexcept { return local_end_s_; }
    [[nodiscard]] double outside_end_s() const noexcept { return outside_end_s_; }

private:
    void read_next();
    void send_next();
    void tell_end();

    Engine& engine_;
    const study::Night& settings_;
    std::size_t site_;
    std::optional<std::size_t> outside_;
    std::vector<BackupJob> jobs_;
    ProcessorId storage_;
    double rate_limit_;  ///< of all streams together, bytes/s
    EndpointId from_{};
    EndpointId to_{};
    std::size_t read_ = 0;  ///< jobs
    std::size_t sent_ = 0;
    bool sending_ = false;
    Callback ended_;
    bool started_ = false;
    double started_at_ = 0.0;
    double local_end_s_;
    double outside_end_s_;
};

}  // namespace verbund::events
