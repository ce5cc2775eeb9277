#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "models/base/diagnostics.hpp"
#include "models/catalog/embedded.hpp"
#include "models/catalog/row_cells.hpp"
#include "scenarios/read/catalog_reader.hpp"
#include "sim/cli/app.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/options.hpp"

/// The tables behind the models, for people who look for a name or a source.
namespace verbund::cli {
namespace {

struct CatalogArguments {
    std::string table;
    std::vector<std::string> rows;
    bool columns = false;
    bool csv = false;
    bool json = false;
};

/// A table as cells, whatever its rows are.
struct CellTable {
    std::string name;
    std::string text;
    std::vector<std::string> keys;
    std::vector<std::vector<catalog::Cell>> rows;
};

std::vector<CellTable> shipped_tables() {
    const catalog::Catalog catalog = read::load_catalog();
    std::vector<CellTable> tables;
    catalog::for_each_table(catalog, [&](const catalog::TableName& table, const auto& rows) {
        CellTable& made = tables.emplace_back();
        made.name = table.name;
        made.text = table.text;
        for (const auto& row : rows) {
            made.keys.push_back(catalog::row_key(row));
            made.rows.push_back(catalog::cells_of(row));
        }
    });
    return tables;
}

[[noreturn]] void refuse_name(const std::string& thing, const std::string& name,
                              const std::vector<std::string>& known, const std::string& how_to_list) {
    const std::string near = nearest_word(name, known);
    throw InvalidInput{{{.at = {},
                         .key = "",
                         .problem = fmt::format("no {} \"{}\"", thing, name),
                         .remedy = (near.empty() ? "" : fmt::format("Did you mean \"{}\"? ", near)) +
                                   fmt::format("`{}` lists all.", how_to_list)}}};
}

const CellTable& table_named(const std::vector<CellTable>& tables, const std::string& name) {
    std::vector<std::string> names;
    for (const CellTable& table : tables) {
        if (table.name == name) return table;
        names.push_back(table.name);
    }
    refuse_name("table", name, names, "verbund catalog");
}

/// Indices of the rows asked for: by their key, or by what it begins with up to a point; all when none is.
std::vector<std::size_t> rows_asked(const CellTable& table, const std::vector<std::string>& wanted) {
    std::vector<std::size_t> found;
    for (const std::string& key : wanted) {
        const std::size_t before = found.size();
        for (std::size_t i = 0; i < table.keys.size(); ++i)
            if (table.keys[i] == key || table.keys[i].starts_with(key + ".")) found.push_back(i);
        if (found.size() == before)
            refuse_name("row", key, table.keys, fmt::format("verbund catalog {}", table.name));
    }
    if (!wanted.empty()) return found;
    for (std::size_t i = 0; i < table.rows.size(); ++i) found.push_back(i);
    return found;
}

std::string tables_text(const std::vector<CellTable>& tables) {
    std::string text;
    for (const CellTable& table : tables)
        text += fmt::format("{:18}{:6} rows  {}\n", table.name, table.rows.size(), table.text);
    return text;
}

nlohmann::ordered_json tables_json(const std::vector<CellTable>& tables) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const CellTable& table : tables)
        list.push_back({{"table", table.name}, {"rows", table.rows.size()}, {"text", table.text}});
    return {{"tables", list}};
}

std::string limits_text(const catalog::ColumnFacts& column) {
    if (!column.limits) return fmt::format("{}", fmt::join(column.words, ", "));
    return fmt::format("{} to {}{}{}", column.limits->low, column.limits->high,
                       column.unit.empty() ? "" : " ", column.unit);
}

std::string columns_text(const CellTable& table) {
    std::string text;
    for (const catalog::Cell& cell : table.rows.front()) {
        const std::string limits = limits_text(cell.column);
        text += fmt::format("{:30}{}{}\n", cell.column.name, cell.column.text,
                            limits.empty() ? "" : fmt::format(" [{}]", limits));
    }
    return text;
}

nlohmann::ordered_json columns_json(const CellTable& table) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const catalog::Cell& cell : table.rows.front()) {
        const catalog::ColumnFacts& c = cell.column;
        nlohmann::ordered_json column = {{"name", c.name}, {"unit", c.unit}, {"text", c.text}};
        if (c.limits) column["limits"] = {c.limits->low, c.limits->high};
        if (!c.words.empty()) column["words"] = c.words;
        list.push_back(std::move(column));
    }
    return list;
}

/// Issues that will read figures which no model reads yet, by figure.
std::map<std::string, std::string> unread_issues(const CellTable& table) {
    std::map<std::string, std::string> issues;
    if (table.name != "figures") return issues;
    for (const read::UnreadFigure& figure : read::unread_figures()) issues[figure.figure] = figure.issue;
    return issues;
}

/// Three lines a row: its key and name, its values, its source.
std::string rows_text(const CellTable& table, const std::vector<std::size_t>& rows) {
    const std::map<std::string, std::string> unread = unread_issues(table);
    std::string text;
    for (const std::size_t i : rows) {
        std::string values;
        std::string origin;
        for (const catalog::Cell& cell : table.rows[i]) {
            const catalog::ColumnFacts& c = cell.column;
            if (c.name == "evidence" || c.name == "source") {
                origin += (origin.empty() ? "" : ": ") + cell.value;
            } else if (!cell.value.empty() && cell.value != table.keys[i]) {
                values += fmt::format("{}{} {}{}{}", values.empty() ? "" : "; ", c.name, cell.value,
                                      c.unit.empty() ? "" : " ", c.unit);
            }
        }
        const auto issue = unread.find(table.keys[i]);
        text += fmt::format("{}{}\n    {}\n    {}\n", table.keys[i],
                            issue == unread.end() ? "" : fmt::format("  (not read yet: {})", issue->second),
                            values, origin);
    }
    return text;
}

nlohmann::ordered_json rows_json(const CellTable& table, const std::vector<std::size_t>& rows) {
    const std::map<std::string, std::string> unread = unread_issues(table);
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const std::size_t i : rows) {
        nlohmann::ordered_json row = {{"key", table.keys[i]}};
        for (const catalog::Cell& cell : table.rows[i]) {
            if (!cell.quotes && cell.value.empty()) {
                row[cell.column.name] = nullptr;
                continue;
            }
            row[cell.column.name] =
                cell.quotes ? nlohmann::ordered_json(cell.value) : nlohmann::ordered_json::parse(cell.value);
        }
        if (const auto issue = unread.find(table.keys[i]); issue != unread.end())
            row["unread"] = issue->second;
        list.push_back(std::move(row));
    }
    return {{"table", table.name}, {"text", table.text}, {"columns", columns_json(table)}, {"rows", list}};
}

std::string csv_text(const CellTable& table) {
    return std::string{catalog::embedded_file(fmt::format("models/catalog/{}.csv", table.name)).value()};
}

std::string as_json(const nlohmann::ordered_json& json) { return json.dump(2) + "\n"; }

int show_catalog(const CatalogArguments& arguments) {
    const std::vector<CellTable> tables = shipped_tables();
    if (arguments.table.empty()) {
        print(arguments.json ? as_json(tables_json(tables)) : tables_text(tables));
        return exit_ok;
    }
    const CellTable& table = table_named(tables, arguments.table);
    const std::vector<std::size_t> rows = rows_asked(table, arguments.rows);
    if (arguments.csv)
        print(csv_text(table));
    else if (arguments.json)
        print(as_json(rows_json(table, rows)));
    else
        print(arguments.columns ? columns_text(table) : rows_text(table, rows));
    return exit_ok;
}

}  // namespace

Command add_catalog(CLI::App& program) {
    auto arguments = std::make_shared<CatalogArguments>();
    CLI::App* command = program.add_subcommand("catalog", "Print the built-in tables with their sources");
    command->footer(R"(Examples:
  verbund catalog                        names of all tables
  verbund catalog workloads              every workload class with its values and source
  verbund catalog cooling crac-dx        one row
  verbund catalog profiles office        the rows of one profile
  verbund catalog ups --columns          meaning, unit and limits of the columns
  verbund catalog ups --csv > my-ups.csv a table to change; then  catalog: {ups: my-ups.csv}  in a study)");
    command->add_option("table", arguments->table, "Table, e.g. workloads, ups, cooling, servers, figures");
    command->add_option("rows", arguments->rows, "Keys of rows; default: all");
    auto* json = command->add_flag("--json", arguments->json, "Write JSON, columns included");
    auto* csv = command->add_flag("--csv", arguments->csv, "Print the whole table as it is built in");
    auto* columns = command->add_flag("--columns", arguments->columns, "Print the columns, not the rows");
    csv->excludes(json);
    columns->excludes(json)->excludes(csv);
    return {command, [arguments] { return show_catalog(*arguments); }};
}

}  // namespace verbund::cli
