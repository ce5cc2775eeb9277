#pragma once

#include <optional>

#include "sim/events/world/engine.hpp"

/// Copy of an estate that goes on changing while it is copied.
namespace verbund::events {

/// Data that goes from one site to another.
struct CopyTask {
    EndpointId from{};
    EndpointId to{};
    double bytes = 0.0;
    double changed_per_s = 0.0;  ///< bytes/s, at all hours
    double rate_limit = 0.0;     ///< bytes/s
    /// The first copy came on disks that hold what there was at that time.
    std::optional<double> seeded_since_s = std::nullopt;
};

/// How it is copied.
struct CopyRules {
    double cutover_limit_s = 0.0;  ///< longest last copy, sent while the services stand still
    double cutover_fixed_s = 0.0;  ///< start and tests after it
};

/// Rounds of copying in nightly windows until the rest is small enough for a cut-over.
///
/// The first round sends everything, each further round what changed since the round before began.  A round
/// stops when the window closes and goes on when the next opens.  After a round, and when a window opens, the
/// rest r (bytes changed since the round began) is weighed at the rate that the round achieved while it was
/// sending: r / rate above `cutover_limit_s`: another round.  Else the services stop and r is sent, at once
/// if that fits into what is left of the window, otherwise when the next one opens; this last copy is not
/// interrupted. Downtime = last copy + `cutover_fixed_s`.
///
/// A first copy on disks (`seeded_since_s`) leaves the network what has changed since it was taken.
///
/// With rates of change c and copy C and a window that is always open, round n lasts (c / C)^n times the
/// first one; at c >= C there is no end.
class EstateCopy {
public:
    /// `copied` is called when the last copy has arrived.  Must outlive the run.
    EstateCopy(Engine& engine, const CopyTask& task, const CopyRules& rules, Callback copied);
    EstateCopy(const EstateCopy&) = delete;
    EstateCopy& operator=(const EstateCopy&) = delete;

    /// In a window, once, which closes at a time.
    void begin(double closes_s);
    /// Windows after that.
    void open_window(double closes_s);
    void close_window();
    /// Gives up.
    void stop();

    [[nodiscard]] bool sending() const noexcept { return transfer_.has_value(); }
    [[nodiscard]] std::optional<double> began_s() const noexcept { return began_; }
    /// Services run at their new place, tests included.
    [[nodiscard]] std::optional<double> finished_s() const noexcept { return finished_; }
    [[nodiscard]] double downtime_s() const noexcept { return downtime_; }
    /// Bytes sent after the first round.
    [[nodiscard]] double resent_bytes() const noexcept { return resent_; }

private:
    void start_round(double bytes);
    void send();
    void pause();
    void round_ended();
    void decide(bool window_opens);

    Engine& engine_;
    CopyTask task_;
    CopyRules rules_;
    Callback copied_;
    std::optional<ActivityId> transfer_;
    bool last_ = false;     ///< the services stand still
    bool waiting_ = false;  ///< for the next window, for the last copy
    double closes_ = 0.0;
    double round_bytes_ = 0.0;
    double round_began_ = 0.0;
    double left_ = 0.0;  ///< of the round, when not sending
    double sending_since_ = 0.0;
    double sending_time_ = 0.0;  ///< of the round
    double resent_ = 0.0;
    double downtime_ = 0.0;
    std::optional<double> began_;
    std::optional<double> finished_;
};

}  // namespace verbund::events
