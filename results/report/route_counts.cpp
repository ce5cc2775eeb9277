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
        here = std::max(here, badness(*row));
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

RouteCounts count_routes(const outcome::Run& run, std::size_t variant) {
    const auto rows = rows_of(run.rows<outcome::RoutePair>(), variant);
    return {count(rows, "serves"), count(rows, "backup"), count(rows, "replication")};
}

std::vector<const RoutePair*> shared_routes(const outcome::Run& run, std::size_t variant) {
    auto rows = rows_of(run.rows<outcome::RoutePair>(), variant);
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto* a, const auto* b) { return badness(*a) > badness(*b); });
    std::set<Key> known;
    std::vector<const RoutePair*> shared;
    for (const RoutePair* row : rows)
        if (badness(*row) > 0 && known.insert(key_of(*row)).second) shared.push_back(row);
    return shared;
}

}  // namespace verbund::report
