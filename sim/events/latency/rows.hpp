#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "sim/deploy/world_year.hpp"
#include "sim/events/latency/statistics.hpp"

/// Rows of response times over administrations and days.
namespace verbund::events {

/// A group with its stretches and the number of days it stands for.
struct CountedGroup {
    const SampleGroup* group = nullptr;
    std::span<const float> stretches;
    double days = 1.0;

    /// Transactions of the administration itself.
    [[nodiscard]] double own_weight() const { return group->per_day * days; }
    /// With those of the administrations that it stands for.
    [[nodiscard]] double weight() const { return own_weight() * group->administration_weight; }
};

/// Shares by size of the response time: bins of 0.2 %, so that a quantile is within 0.1 %.
class ResponseHistogram {
public:
    ResponseHistogram();
    void add(double seconds, double weight);
    void add(const ResponseHistogram& other);
    [[nodiscard]] double total() const { return total_; }
    /// Smallest time that a share p does not exceed; needs a total above zero.
    [[nodiscard]] double quantile(double p) const;

private:
    std::vector<double> bins_;
    double total_ = 0.0;
};

/// One row per kind of transaction that occurs, then one with transaction -1 for all of them, each kind
/// against its own threshold.  An administration is over a threshold if more than 5 % of its transactions
/// are, which for one kind says that its p95 is.
[[nodiscard]] std::vector<outcome::LatencyDay> latency_day_rows(const deploy::WorldYear& input,
                                                                const std::vector<CountedGroup>& groups,
                                                                const std::string& day);

/// One row per administration and kind of transaction.
[[nodiscard]] std::vector<outcome::LatencyAdministration> latency_administration_rows(
    const deploy::WorldYear& input, std::vector<CountedGroup> groups);

}  // namespace verbund::events
