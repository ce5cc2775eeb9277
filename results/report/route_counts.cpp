#include "results/report/route_counts.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "results/report/lookup.hpp"

namespace verbund::report {
namespace {

using outcome::RoutePair;

/// What counts once.
using Key = std::tuple<std::string, std::string>;

Key key_of(const RoutePair& row) {
    if (row.from_kind != "center") return {row.from, ""};
    return {std::min(row.from, row.to), std::max(row.from, row.to)};
}

/// The worst row counts.
RouteCount count(const std::vector<const RoutePair*>& rows, const std::string& role) {
    std::map<Key, int> worst;
    for (const RoutePair* row : rows) {
        if (row->role != role) continue;
        int& here = worst[key_of(*row)];
        here = std::max(here, route_badness(*row));
    }
    RouteCount counted;
    counted.all = worst.size();
    for (const auto& [key, bad] : worst) {
        counted.apart += bad == 0 ? 1 : 0;
        counted.one_access += bad == 1 ? 1 : 0;
    }
    return counted;
}

}  // namespace

int route_badness(const RoutePair& row) {
    if (row.kind == "disjoint" || row.kind == "same-place") return 0;
    return row.kind == "one-access" ? 1 : 2;
}

RouteCounts count_routes(const outcome::Run& run, std::size_t variant) {
    const auto rows = rows_of(run.route_pairs, variant);
    return {count(rows, "serves"), count(rows, "backup"), count(rows, "replication")};
}

std::vector<const RoutePair*> shared_routes(const outcome::Run& run, std::size_t variant) {
    auto rows = rows_of(run.route_pairs, variant);
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto* a, const auto* b) { return route_badness(*a) > route_badness(*b); });
    std::set<Key> known;
    std::vector<const RoutePair*> shared;
    for (const RoutePair* row : rows) {
        if (route_badness(*row) > 0 && known.insert(key_of(*row)).second) shared.push_back(row);
    }
    return shared;
}

}  // namespace verbund::report
