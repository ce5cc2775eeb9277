#include "sim/events/latency/rows.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "models/base/unit_factors.hpp"

namespace verbund::events {
namespace {

constexpr double shortest_s = 1e-7;
constexpr double bins_per_e = 500.0;
constexpr std::size_t bins_count = 14'000;  // up to 1e5 s
constexpr double most_over = 0.05;

/// Transactions of an administration and those above their threshold.
struct Above {
    double all = 0.0;
    double above = 0.0;
    double workplaces = 0.0;
};

/// Everything of one row but the interval.
struct Totals {
    ResponseHistogram histogram;
    double samples = 0.0;
    double seconds = 0.0;
    double unloaded_s = 0.0;
    double above = 0.0;
    double saturated = 0.0;
    std::map<std::uint32_t, Above> administrations;

    void add(const Totals& kind) {
        histogram.add(kind.histogram);
        samples += kind.samples;
        seconds += kind.seconds;
        unloaded_s += kind.unloaded_s;
        above += kind.above;
        saturated += kind.saturated;
        for (const auto& [administration, a] : kind.administrations) {
            Above& sum = administrations[administration];
            sum.all += a.all;
            sum.above += a.above;
            sum.workplaces = a.workplaces;
        }
    }
};

void add(Totals& totals, const deploy::WorldYear& input, const CountedGroup& counted) {
    const SampleGroup& group = *counted.group;
    const double threshold_s = input.set().catalog.transactions[group.transaction].threshold_ms / ms_per_s;
    const ResponsePoints points(group.unloaded, counted.stretches);
    const double weight = counted.weight();
    const double each = weight / static_cast<double>(points.seconds().size());
    double above = 0.0;
    for (const float seconds : points.seconds()) {
        totals.histogram.add(seconds, each);
        if (seconds > threshold_s) above += each;
    }
    totals.samples += group.count;
    totals.seconds += weight * (mean_s(group.unloaded) + group.excess_s);
    totals.unloaded_s += weight * mean_s(group.unloaded);
    totals.above += above;
    totals.saturated += weight * group.saturated;
    Above& administration = totals.administrations[group.administration];
    administration.all += weight;
    administration.above += above;
    administration.workplaces =
        input.year().administrations[group.administration].seats * group.administration_weight;
}

double workplaces_over(const Totals& totals) {
    double all = 0.0;
    double over = 0.0;
    for (const auto& [administration, a] : totals.administrations) {
        all += a.workplaces;
        if (a.above > most_over * a.all) over += a.workplaces;
    }
    return all > 0.0 ? over / all : 0.0;
}

/// Of the share of transactions below a time.
double share_variance(const std::vector<CountedGroup>& groups, int transaction, double total,
                      double seconds) {
    double variance = 0.0;
    for (const CountedGroup& counted : groups) {
        if (transaction >= 0 && counted.group->transaction != static_cast<std::uint32_t>(transaction))
            continue;
        if (nearly_equal(counted.stretches)) continue;
        const double share = counted.weight() / total;
        variance += share * share *
                    ResponsePoints(counted.group->unloaded, counted.stretches).share_variance(seconds);
    }
    return variance;
}

outcome::LatencyDay row_of(const deploy::WorldYear& input, const std::vector<CountedGroup>& groups,
                           const std::string& day, int transaction, const Totals& totals) {
    const double all = totals.histogram.total();
    outcome::LatencyDay row;
    row.year = input.year().year;
    row.day = day;
    row.transaction = transaction;
    row.samples = totals.samples;
    row.mean_ms = totals.seconds / all * ms_per_s;
    row.p50_ms = totals.histogram.quantile(0.50) * ms_per_s;
    const double p95 = totals.histogram.quantile(0.95);
    row.p95_ms = p95 * ms_per_s;
    const Interval shares = share_interval(0.95, share_variance(groups, transaction, all, p95));
    row.p95_low_ms = totals.histogram.quantile(shares.low) * ms_per_s;
    row.p95_high_ms = totals.histogram.quantile(shares.high) * ms_per_s;
    row.p99_ms = totals.histogram.quantile(0.99) * ms_per_s;
    row.over_threshold = totals.above / all;
    row.workplaces_over = workplaces_over(totals);
    row.saturated = totals.saturated / all;
    row.unloaded_ms = totals.unloaded_s / all * ms_per_s;
    return row;
}

outcome::LatencyAdministration administration_row(const deploy::WorldYear& input,
                                                  std::span<const CountedGroup> groups) {
    const SampleGroup& first = *groups.front().group;
    ResponseMixture mixture;
    outcome::LatencyAdministration row;
    double weight = 0.0;
    double saturated = 0.0;
    for (const CountedGroup& counted : groups) {
        mixture.add(ResponsePoints(counted.group->unloaded, counted.stretches), counted.own_weight());
        row.samples += counted.group->count;
        weight += counted.own_weight();
        saturated += counted.own_weight() * counted.group->saturated;
    }
    mixture.finish();
    const Interval p95 = mixture.interval(0.95);
    row.year = input.year().year;
    row.administration = static_cast<std::int32_t>(first.administration);
    row.transaction = static_cast<std::int32_t>(first.transaction);
    row.p50_ms = mixture.quantile(0.50) * ms_per_s;
    row.p95_ms = mixture.quantile(0.95) * ms_per_s;
    row.p95_low_ms = p95.low * ms_per_s;
    row.p95_high_ms = p95.high * ms_per_s;
    row.p99_ms = mixture.quantile(0.99) * ms_per_s;
    row.over_threshold =
        mixture.share_above(input.set().catalog.transactions[first.transaction].threshold_ms / ms_per_s);
    row.saturated = saturated / weight;
    return row;
}

}  // namespace

ResponseHistogram::ResponseHistogram() : bins_(bins_count, 0.0) {}

void ResponseHistogram::add(double seconds, double weight) {
    const double place = std::log(std::max(seconds, shortest_s) / shortest_s) * bins_per_e;
    bins_[std::min(static_cast<std::size_t>(place), bins_count - 1)] += weight;
    total_ += weight;
}

void ResponseHistogram::add(const ResponseHistogram& other) {
    for (std::size_t i = 0; i < bins_count; ++i) bins_[i] += other.bins_[i];
    total_ += other.total_;
}

double ResponseHistogram::quantile(double p) const {
    const double wanted = p * total_;
    double sum = 0.0;
    std::size_t last = 0;
    for (std::size_t i = 0; i < bins_count; ++i) {
        if (bins_[i] <= 0.0) continue;
        sum += bins_[i];
        last = i;
        if (sum >= wanted) break;
    }
    return shortest_s * std::exp((static_cast<double>(last) + 0.5) / bins_per_e);
}

std::vector<outcome::LatencyDay> latency_day_rows(const deploy::WorldYear& input,
                                                  const std::vector<CountedGroup>& groups,
                                                  const std::string& day) {
    std::map<int, Totals> kinds;
    for (const CountedGroup& counted : groups) {
        if (counted.weight() <= 0.0 || counted.stretches.empty()) continue;
        add(kinds[static_cast<int>(counted.group->transaction)], input, counted);
    }
    std::vector<outcome::LatencyDay> rows;
    Totals all;
    for (const auto& [transaction, totals] : kinds) {
        rows.push_back(row_of(input, groups, day, transaction, totals));
        all.add(totals);
    }
    if (!kinds.empty()) rows.push_back(row_of(input, groups, day, -1, all));
    return rows;
}

std::vector<outcome::LatencyAdministration> latency_administration_rows(const deploy::WorldYear& input,
                                                                        std::vector<CountedGroup> groups) {
    std::erase_if(
        groups, [](const CountedGroup& g) { return g.weight() <= 0.0 || g.stretches.empty(); });
    const auto key = [](const CountedGroup& g) {
        return std::tuple{g.group->administration, g.group->transaction};
    };
    std::stable_sort(groups.begin(), groups.end(),
                     [&](const CountedGroup& a, const CountedGroup& b) { return key(a) < key(b); });
    std::vector<outcome::LatencyAdministration> rows;
    for (std::size_t from = 0; from < groups.size();) {
        std::size_t to = from;
        while (to < groups.size() && key(groups[to]) == key(groups[from])) ++to;
        rows.push_back(administration_row(input, std::span(groups).subspan(from, to - from)));
        from = to;
    }
    return rows;
}

}  // namespace verbund::events
