#include "models/continuity/standby.hpp"

#include <algorithm>

namespace verbund::continuity {

StandbyShares standby_shares(StandbyMode mode, double warm_running) {
    switch (mode) {
        case StandbyMode::none:
            break;
        case StandbyMode::cold:
            return {1.0, 0.0, 1.0};
        case StandbyMode::warm:
            return {1.0, warm_running, 1.0};
        case StandbyMode::hot:
            return {1.0, 1.0, 1.0};
    }
    return {};
}

std::vector<double> standby_capacity(StandbySizing sizing, const std::vector<std::vector<double>>& losses) {
    std::vector<double> capacity(losses.empty() ? 0 : losses.front().size(), 0.0);
    for (const std::vector<double>& loss : losses) {
        for (std::size_t r = 0; r < capacity.size(); ++r) {
            capacity[r] =
                sizing == StandbySizing::own ? capacity[r] + loss[r] : std::max(capacity[r], loss[r]);
        }
    }
    return capacity;
}

ReplicationVerdict replication_verdict(Duration round_trip) {
    if (round_trip <= synchronous_limit) return ReplicationVerdict::synchronous;
    if (round_trip <= synchronous_warned_limit) return ReplicationVerdict::synchronous_warned;
    return ReplicationVerdict::asynchronous_only;
}

DataRate replication_rate(Data daily_change, Duration window) {
    return std::max(daily_change / (1.0 * days), daily_change / window);
}

}  // namespace verbund::continuity
