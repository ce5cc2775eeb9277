#include <algorithm>
#include <map>
#include <tuple>

#include "results/report/html/row_table.hpp"
#include "results/report/html/section.hpp"
#include "results/report/route_counts.hpp"

namespace verbund::report::html {
namespace {

using outcome::DrillResult;
using outcome::LatencyAdministration;
using outcome::RoutePair;
using outcome::Run;
using outcome::SiteReach;

/// Of tables with a row per administration the page shows that many of each group, the worst ones.
constexpr std::size_t most_of_a_group = 25;

/// The rows with the highest `badness` of each group, groups and rows in their first order.
template <class Row, class Group, class Badness>
std::vector<Row> worst_of_groups(const std::vector<Row>& rows, Group group_of, Badness badness) {
    std::map<decltype(group_of(rows.front())), std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        groups[group_of(rows[i])].push_back(i);
    }
    std::vector<std::size_t> kept;
    for (auto& [key, members] : groups) {
        std::stable_sort(members.begin(), members.end(), [&](std::size_t one, std::size_t other) {
            return badness(rows[one]) > badness(rows[other]);
        });
        members.resize(std::min(members.size(), most_of_a_group));
        kept.insert(kept.end(), members.begin(), members.end());
    }
    std::vector<Row> worst;
    for (const std::size_t i : kept) {
        worst.push_back(rows[i]);
    }
    return worst;
}

double or_lowest(double value) { return value == value ? value : -1.0; }

std::vector<LatencyAdministration> shown_rows(const std::vector<LatencyAdministration>& rows) {
    return worst_of_groups(
        rows,
        [](const auto& row) {
            return std::tuple{row.variant, row.year, row.transaction};
        },
        [](const auto& row) { return or_lowest(row.p95_ms); });
}

std::vector<DrillResult> shown_rows(const std::vector<DrillResult>& rows) {
    return worst_of_groups(
        rows,
        [](const auto& row) {
            return std::tuple{row.variant, row.year, row.drill};
        },
        [](const auto& row) { return or_lowest(row.rto_s); });
}

std::vector<SiteReach> shown_rows(const std::vector<SiteReach>& rows) {
    return worst_of_groups(
        rows,
        [](const auto& row) {
            return std::tuple{row.variant, row.year};
        },
        [](const auto& row) { return or_lowest(row.failover_ms); });
}

std::vector<RoutePair> shown_rows(const std::vector<RoutePair>& rows) {
    return worst_of_groups(
        rows,
        [](const auto& row) {
            return std::tuple{row.variant, row.from_kind};
        },
        [](const auto& row) { return route_badness(row); });
}

template <class Row>
const std::vector<Row>& shown_rows(const std::vector<Row>& rows) {
    return rows;
}

}  // namespace

Json events_section(const Source& source) {
    Json tables = Json::object();
    outcome::for_each_event_table(source.run, [&](const char* name, const auto& rows) {
        if (!rows.empty()) {
            tables[name] = row_table(source, shown_rows(rows));
        }
    });
    return tables.empty() ? Json(nullptr) : tables;
}

}  // namespace verbund::report::html
