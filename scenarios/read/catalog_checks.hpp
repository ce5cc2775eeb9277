#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "models/catalog/columns.hpp"
#include "scenarios/read/import/csv.hpp"

/// Mistakes of a catalog table that only show when its cells or rows are held against each other: a curve
/// that falls below zero, a month or a kind of day that is missing, a figure that the engines need.
namespace verbund::read {

/// Notes mistakes of a table at the rows they are in.
class TableReport {
public:
    TableReport(const CsvTable& table, Diagnostics& mistakes) : table_{table}, mistakes_{mistakes} {}

    void at_row(std::size_t row, std::string_view column, std::string problem, std::string remedy) {
        mistakes_.add(
            {{table_.file, line(row), 0}, std::string{column}, std::move(problem), std::move(remedy)});
    }
    void at_table(std::string problem, std::string remedy) {
        mistakes_.add({{table_.file, 1, 0}, "", std::move(problem), std::move(remedy)});
    }
    [[nodiscard]] std::size_t line(std::size_t row) const { return table_.records.at(row).line; }

private:
    const CsvTable& table_;
    Diagnostics& mistakes_;
};

/// Tables of which only the cells and the keys of the rows can be wrong.
template <class Row>
void check_table(const std::vector<Row>&, TableReport&) {}

void check_table(const std::vector<catalog::ServerModel>& rows, TableReport& report);
void check_table(const std::vector<catalog::UpsType>& rows, TableReport& report);
void check_table(const std::vector<catalog::CoolingType>& rows, TableReport& report);
void check_table(const std::vector<catalog::ClimateNormal>& rows, TableReport& report);
void check_table(const std::vector<catalog::GridEmission>& rows, TableReport& report);
void check_table(const std::vector<catalog::ElectricityPrice>& rows, TableReport& report);
void check_table(const std::vector<catalog::Transaction>& rows, TableReport& report);
void check_table(const std::vector<catalog::Profile>& rows, TableReport& report);
void check_table(const std::vector<catalog::HourShape>& rows, TableReport& report);
void check_table(const std::vector<catalog::Figure>& rows, TableReport& report);
void check_table(const std::vector<catalog::District>& rows, TableReport& report);
void check_table(const std::vector<catalog::Municipality>& rows, TableReport& report);
void check_table(const std::vector<catalog::AccessLink>& rows, TableReport& report);
void check_table(const std::vector<catalog::Provider>& rows, TableReport& report);
void check_table(const std::vector<catalog::PlantModule>& rows, TableReport& report);
void check_table(const std::vector<catalog::GearDevice>& rows, TableReport& report);
void check_table(const std::vector<catalog::EndpointDevice>& rows, TableReport& report);
void check_table(const std::vector<catalog::ProcedureKind>& rows, TableReport& report);
void check_table(const std::vector<catalog::ColumnBound>& rows, TableReport& report);

/// Notes every row whose key an earlier row has.
template <class Row>
void find_repeated_rows(const std::vector<Row>& rows, TableReport& report) {
    std::map<std::string, std::size_t> seen;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto [first, is_new] = seen.try_emplace(catalog::row_key(rows[i]), i);
        if (is_new) continue;
        report.at_row(i, "",
                      fmt::format("row \"{}\" appears twice (first in line {})", first->first,
                                  report.line(first->second)),
                      "Remove one of them.");
    }
}

}  // namespace verbund::read
