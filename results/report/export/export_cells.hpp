#pragma once

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "results/outcome/outcome.hpp"
#include "results/report/export/export_tables.hpp"
#include "results/report/style.hpp"

/// Cells and headers of flat tables from the columns of a described table.
namespace verbund::report {

[[nodiscard]] inline std::string with_unit(std::string_view name, std::string_view udunits) {
    const std::string_view unit = display_unit(udunits);
    return unit.empty() ? std::string{name} : fmt::format("{} [{}]", name, unit);
}

[[nodiscard]] inline ExportCell number_cell(double value) {
    return std::isfinite(value) ? ExportCell{value} : ExportCell{std::monostate{}};
}

template <class Row>
void add_headers(std::vector<std::string>& header) {
    for (const outcome::Column<Row>& column : outcome::columns_of<Row>())
        header.push_back(with_unit(column.name, column.unit));
}

/// The id in the run's own tables that an index stands for.
[[nodiscard]] inline std::string_view named(const outcome::Run& run, outcome::ColumnRole role,
                                            std::int32_t index) {
    const auto at = static_cast<std::size_t>(index);
    if (role == outcome::ColumnRole::administration) return run.administrations.at(at).id;
    if (role == outcome::ColumnRole::transaction && index < 0) return "all";
    if (role == outcome::ColumnRole::transaction) return run.rows<outcome::TransactionName>().at(at).id;
    return run.variants.at(at).id;
}

template <class Row>
[[nodiscard]] ExportCell column_cell(const outcome::Run& run, const outcome::Column<Row>& column,
                                     const Row& row) {
    return std::visit(
        [&](const auto& member) -> ExportCell {
            const auto& value = outcome::value_of(row, member);
            using Value = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<Value, double>)
                return number_cell(value);
            else if constexpr (std::is_same_v<Value, Resource>)
                return outcome::resource_id(value);
            else if constexpr (std::is_same_v<Value, bool>)
                return std::string_view{value ? "yes" : "no"};
            else if constexpr (std::is_same_v<Value, std::string>)
                return std::string_view{value};
            else if (column.role != outcome::ColumnRole::plain)
                return std::string_view{named(run, column.role, value)};
            else
                return std::int64_t{value};
        },
        column.member);
}

}  // namespace verbund::report
