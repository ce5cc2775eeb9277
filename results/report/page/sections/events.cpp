#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "results/report/page/row_table.hpp"
#include "results/report/page/section.hpp"

namespace verbund::report::page {
namespace {

/// Of tables with many rows the page shows that many of each group, the worst ones.
constexpr std::size_t most_of_a_group = 25;

/// What tells the groups of a table apart, as text.
template <class Row>
std::string group_of(const outcome::Worst<Row>& worst, const Row& row) {
    std::string key;
    for (const outcome::Column<Row>& column : outcome::columns_of<Row>()) {
        if (std::find(worst.groups.begin(), worst.groups.end(), column.name) == worst.groups.end()) continue;
        std::visit(
            [&](const auto& member) {
                const auto& value = outcome::value_of(row, member);
                if constexpr (std::is_same_v<std::decay_t<decltype(value)>, Resource>)
                    key += outcome::resource_id(value);
                else
                    key += fmt::format("{}", value);
            },
            column.member);
        key += '\n';
    }
    return key;
}

/// Positions of the worst rows of each group, groups in the order of their first rows.
std::vector<std::size_t> worst_of_groups(const std::vector<std::string>& group_of_row,
                                         const std::vector<double>& badness) {
    std::map<std::string, std::size_t> numbers;
    std::vector<std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < group_of_row.size(); ++i) {
        const auto [group, is_new] = numbers.emplace(group_of_row[i], groups.size());
        if (is_new) groups.emplace_back();
        groups[group->second].push_back(i);
    }
    std::vector<std::size_t> kept;
    for (std::vector<std::size_t>& members : groups) {
        std::stable_sort(members.begin(), members.end(),
                         [&](std::size_t one, std::size_t other) { return badness[one] > badness[other]; });
        members.resize(std::min(members.size(), most_of_a_group));
        kept.insert(kept.end(), members.begin(), members.end());
    }
    return kept;
}

template <class Row>
std::vector<Row> worst_rows(const outcome::Worst<Row>& worst, const std::vector<Row>& rows) {
    std::vector<std::string> groups;
    std::vector<double> badness;
    for (const Row& row : rows) {
        groups.push_back(group_of(worst, row));
        const double value = worst.badness(row);
        badness.push_back(std::isnan(value) ? -1.0 : value);
    }
    std::vector<Row> kept;
    for (const std::size_t i : worst_of_groups(groups, badness)) kept.push_back(rows[i]);
    return kept;
}

}  // namespace

Json events_section(const Source& source) {
    Json tables = Json::object();
    outcome::for_each_table(source.run, [&](const auto& table, const auto& rows) {
        // Those that always stand have sections of their own.
        if (rows.empty() || table.always || !table.on_page) return;
        tables[std::string{table.name}] =
            row_table(source, table.worst ? worst_rows(*table.worst, rows) : rows);
    });
    return tables.empty() ? Json(nullptr) : tables;
}

}  // namespace verbund::report::page
