#pragma once

#include <string>

#include "sim/events/drill/plan.hpp"
#include "sim/events/drill/recovery.hpp"

/// The steps of one site's recovery.
namespace verbund::events {

/// Whether services that come back this way work at another site.
[[nodiscard]] bool goes_away(Way way);

/// Steps of a recovery as they happen.
class RecoverySteps {
public:
    RecoverySteps(const deploy::WorldYear& input, const RecoveryPlan& plan) : input_{input}, plan_{plan} {}

    using Step = outcome::DrillEvent;

    /// `step`: what began the standstill.
    [[nodiscard]] Step stands_still(const std::string& step) const { return here(step, "still"); }
    [[nodiscard]] Step nothing_hit() const { return here("restored", "nothing-hit"); }
    [[nodiscard]] Step detection() const { return here("detection"); }
    [[nodiscard]] Step decision() const;
    [[nodiscard]] Step takeover() const;
    [[nodiscard]] Step copies(double lag_s) const;
    [[nodiscard]] Step promotion() const { return there("promotion"); }
    [[nodiscard]] Step standby_on() const { return there("power-on", "standby"); }
    [[nodiscard]] Step cause_ends() const;
    [[nodiscard]] Step hosts_back() const;
    /// Data begin to flow back from backup, or from copies.
    [[nodiscard]] Step restoring(Way way) const;
    [[nodiscard]] Step data_back(std::size_t workload, Way way) const;
    [[nodiscard]] Step boot(std::size_t workload, Way way, int servers) const;
    [[nodiscard]] Step own_boot(const Service& service) const;
    [[nodiscard]] Step application(const std::string& step, const Service& service) const;
    [[nodiscard]] Step restored(std::size_t workload, Way way, std::size_t administrations) const;
    /// `amount`: GB of memory, TB of storage.
    [[nodiscard]] Step shortage(Lacks lacks, int servers, double amount) const;
    [[nodiscard]] Step waiting(int servers) const;
    [[nodiscard]] Step never(int servers) const;
    [[nodiscard]] Step gone(double gb) const;
    [[nodiscard]] Step failback(const Failback& failback) const;

private:
    /// The word that fits what became of the site.
    [[nodiscard]] const char* by_loss(const char* attacked, const char* destroyed, const char* out) const;
    [[nodiscard]] Step here(const std::string& step, const std::string& form = "") const;
    [[nodiscard]] Step there(const std::string& step, const std::string& form = "") const;
    /// Of a class at the site where it comes back.
    [[nodiscard]] Step of_class(const std::string& step, std::size_t workload, Way way,
                                const std::string& form) const;
    /// Of a class of one administration.
    [[nodiscard]] Step of_service(const std::string& step, const Service& service,
                                  const std::string& form) const;

    const deploy::WorldYear& input_;
    const RecoveryPlan& plan_;
};

}  // namespace verbund::events
