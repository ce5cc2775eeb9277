#pragma once

#include "sim/events/drill_plan.hpp"

/// The words for the steps of one site's recovery.
namespace verbund::events {

[[nodiscard]] Wording class_words(const EventInput& input, std::size_t workload);

/// Whether services that come back this way work at another site.
[[nodiscard]] bool goes_away(Way way);

class RecoveryWords {
public:
    RecoveryWords(const EventInput& input, const RecoveryPlan& plan);

    /// Ids of the failed site and of the one that takes over; the latter empty without one.
    [[nodiscard]] const std::string& here_id() const { return here_id_; }
    [[nodiscard]] const std::string& there_id() const { return there_id_; }

    [[nodiscard]] Wording stands_still() const;
    [[nodiscard]] Wording nothing_hit() const;
    [[nodiscard]] Wording detection() const;
    [[nodiscard]] Wording decision() const;
    [[nodiscard]] Wording takeover() const;
    [[nodiscard]] Wording copies(double lag_s) const;
    [[nodiscard]] Wording promotion() const;
    [[nodiscard]] Wording standby_on() const;
    [[nodiscard]] Wording cause_ends() const;
    [[nodiscard]] Wording hosts_back() const;
    /// Data begin to flow back from backup, or from copies.
    [[nodiscard]] Wording restoring(Way way) const;
    [[nodiscard]] Wording data_back(std::size_t workload, Way way) const;
    [[nodiscard]] Wording boot(std::size_t workload, Way way, int servers) const;
    [[nodiscard]] Wording own_boot(const Service& service) const;
    [[nodiscard]] Wording application(const Service& service) const;
    [[nodiscard]] Wording restored(std::size_t workload, Way way, std::size_t administrations) const;
    /// `amount`: GB of memory or storage, kW of power.
    [[nodiscard]] Wording shortage(Lacks lacks, int servers, double amount) const;
    [[nodiscard]] Wording waiting(int servers) const;
    [[nodiscard]] Wording never(int servers) const;
    [[nodiscard]] Wording gone(double bytes) const;

private:
    /// Short, since it stands at the end of many lines: a center by its id alone.
    [[nodiscard]] Wording place(Way way) const;

    const EventInput& input_;
    const RecoveryPlan& plan_;
    std::string here_id_;
    Wording here_;
    std::string there_id_;
    std::string there_;
};

}  // namespace verbund::events
