#include <map>
#include <set>
#include <string>

#include "models/catalog/row_cells.hpp"
#include "scenarios/read/catalog_reader.hpp"
#include "scenarios/study/procedures.hpp"
#include "tests/support/catch.hpp"

/// Ranges of the tables' figures, and the kinds of procedures.
namespace verbund::catalog {
namespace {

const Catalog& shipped() {
    static const Catalog catalog = read::load_catalog();
    return catalog;
}

/// "table.column" of every column of numbers, and of the figures, which are quantities with a unit.
std::set<std::string> columns_of_figures() {
    std::set<std::string> names{"figures.value"};
    for_each_table(shipped(), [&](const TableName& table, const auto& rows) {
        if (table.name == "bounds") return;
        for (const auto& row : rows)
            for (const Cell& cell : cells_of(row))
                if (cell.column.limits) names.insert(std::string{table.name} + "." + cell.column.name);
    });
    return names;
}

TEST_CASE("every column of figures of every table has one range or one reason to have none", "[catalog]") {
    std::set<std::string> bounded;
    for (const ColumnBound& bound : shipped().bounds) {
        INFO(row_key(bound));
        CHECK(bounded.insert(row_key(bound)).second);
        CHECK_FALSE(bound.evidence.source.empty());
        if (bound.kind == BoundKind::factor) {
            CHECK(bound.low <= 1.0);
            CHECK(bound.high >= 1.0);
            CHECK(bound.low < bound.high);
        } else {
            CHECK_FALSE(bound.reason.empty());
        }
    }
    CHECK(bounded == columns_of_figures());
}

TEST_CASE("a range beside a figure names columns that its table has", "[catalog]") {
    const std::set<std::string> columns = columns_of_figures();
    for (const ColumnBound& bound : shipped().bounds) {
        if (bound.kind != BoundKind::beside || bound.table == "figures") continue;
        INFO(row_key(bound));
        const std::string& reason = bound.reason;
        const std::size_t to = reason.find(" to ");
        REQUIRE(to != std::string::npos);
        CHECK(columns.contains(bound.table + "." + reason.substr(0, to)));
        const std::string high = reason.substr(to + 4);
        CHECK(columns.contains(bound.table + "." + high.substr(0, high.find(' '))));
    }
}

TEST_CASE("the kinds of procedures sum to the survey's 161 of a district, 20 % of them critical",
          "[catalog]") {
    std::map<std::string, double> of_class;
    double district = 0.0;
    double municipality = 0.0;
    for (const ProcedureKind& kind : shipped().procedures) {
        of_class[kind.workload] += kind.district;
        district += kind.district;
        municipality += kind.municipality;
    }
    CHECK(district == 161.0);
    CHECK(municipality > 70.0);  // "over 70" in the town of Haan
    CHECK(municipality < 75.0);
    CHECK(study::critical_share(shipped().procedures) == test::Approx(0.20).margin(0.005));
    // The classes have them as their shares of the applications say, to less than one procedure.
    for (const WorkloadClass& workload : shipped().workloads) {
        INFO(workload.id);
        CHECK(of_class[workload.id] == test::Approx(161.0 * workload.application_share).margin(0.6));
    }
}

}  // namespace
}  // namespace verbund::catalog
