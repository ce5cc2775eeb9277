#include "results/report/drill_report.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace verbund::report {
namespace {

std::tuple<double, double, double> badness(const outcome::DrillSummary& s) {
    const double rto_s = or_endless(s.rto_max_s);
    const double hit = s.workplaces_hit > 0.0 ? s.workplaces_hit * rto_s : 0.0;
    return {hit, std::isinf(hit) ? s.workplaces_hit : 0.0, or_endless(s.transactions_lost)};
}

}  // namespace

double or_endless(double seconds) {
    return std::isnan(seconds) ? std::numeric_limits<double>::infinity() : seconds;
}

void rank_drills(std::vector<RankedDrill>& drills) {
    std::stable_sort(
        drills.begin(), drills.end(),
        [](const RankedDrill& a, const RankedDrill& b) {
            const auto bad_a = badness(a.summary);
            const auto bad_b = badness(b.summary);
            if (bad_a != bad_b) return bad_a > bad_b;
            return std::tie(a.variant, a.summary.fails) < std::tie(b.variant, b.summary.fails);
        });
}

}  // namespace verbund::report
