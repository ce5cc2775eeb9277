#include "sim/events/night/site_backup.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "models/base/unit_factors.hpp"
#include "sim/deploy/backup.hpp"

namespace verbund::events {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

}  // namespace

std::vector<BackupJob> backup_jobs(const deploy::WorldYear& input, const std::vector<double>& stored) {
    const std::vector<catalog::WorkloadClass>& workloads = input.variant().workloads;
    std::vector<BackupJob> jobs;
    for (std::size_t w = 0; w < stored.size(); ++w) {
        const double bytes = stored[w] * deploy::daily_change_share(input.variant(), w, input.year().year) *
                             input.study().events.night.image_factor;
        if (bytes > 0.0) jobs.push_back({w, bytes});
    }
    std::stable_sort(jobs.begin(), jobs.end(), [&](const BackupJob& a, const BackupJob& b) {
        return workloads[a.workload].criticality < workloads[b.workload].criticality;
    });
    return jobs;
}

SiteBackup::SiteBackup(Engine& engine, Platform& platform, const deploy::WorldYear& input, std::size_t site,
                       ProcessorId storage, std::vector<BackupJob> jobs, std::optional<std::size_t> outside)
    : engine_{engine},
      settings_{input.study().events.night},
      site_{site},
      outside_{outside},
      jobs_{std::move(jobs)},
      storage_{storage},
      rate_limit_{settings_.proxies * platform.storage_arrays(site) *
                  settings_.proxy_rate.in(gigabit_per_second)*bytes_per_gbit},
      local_end_s_{never},
      outside_end_s_{never} {
    if (!outside_) return;
    from_ = platform.primary(site, *outside_);
    to_ = platform.servers(*outside_);
}

void SiteBackup::start(Callback ended) {
    ended_ = std::move(ended);
    started_ = true;
    started_at_ = engine_.now();
    read_next();
}

void SiteBackup::read_next() {
    const auto done = [this] {
        ++read_;
        if (outside_) send_next();
        if (read_ < jobs_.size()) {
            read_next();
        } else {
            local_end_s_ = engine_.now() - started_at_;
            tell_end();
        }
    };
    engine_.execute(storage_, jobs_[read_].bytes, done, 1, rate_limit_);
}

void SiteBackup::send_next() {
    if (sending_ || sent_ == read_) return;
    sending_ = true;
    engine_.transfer(from_, to_, jobs_[sent_].bytes / settings_.reduction, [this] {
        sending_ = false;
        if (++sent_ == jobs_.size()) {
            outside_end_s_ = engine_.now() - started_at_;
            tell_end();
        }
        send_next();
    });
}

void SiteBackup::tell_end() {
    if (ended() && ended_) ended_();
}

bool SiteBackup::ended() const noexcept {
    return local_end_s_ < never && (!outside_ || outside_end_s_ < never);
}

double SiteBackup::read_bytes() const {
    return std::accumulate(
        jobs_.begin(), jobs_.end(), 0.0, [](double sum, const BackupJob& job) { return sum + job.bytes; });
}

double SiteBackup::sent_bytes() const { return outside_ ? read_bytes() / settings_.reduction : 0.0; }

}  // namespace verbund::events
