#include "scenarios/read/catalog_reader.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "models/catalog/columns.hpp"
#include "models/catalog/embedded.hpp"
#include "scenarios/read/catalog_checks.hpp"
#include "scenarios/read/catalog_row.hpp"
#include "scenarios/read/import/csv_reader.hpp"

namespace verbund::read {
namespace {

CsvTable built_in_table(const std::string& name) {
    const std::string file = fmt::format("models/catalog/{}.csv", name);
    const auto text = catalog::embedded_file(file);
    if (!text)
        throw InvalidInput{
            {{{file, 0, 0}, "", "is not built into the program", "Build it with this table."}}};
    return parse_csv(*text, file);
}

std::string remedy_of_class(const std::string& near) {
    return near.empty() ? "`verbund catalog workloads` lists the classes."
                        : fmt::format("Did you mean \"{}\"? `verbund catalog workloads` lists all.", near);
}

/// Transactions of classes that do not exist, or that nobody waits for.
void find_class_without_traffic(const catalog::Catalog& catalog, TableReport& report) {
    std::vector<std::string> ids;
    for (const catalog::WorkloadClass& w : catalog.workloads) ids.push_back(w.id);
    for (std::size_t i = 0; i < catalog.transactions.size(); ++i) {
        const std::string& id = catalog.transactions[i].workload;
        const auto found = std::find(ids.begin(), ids.end(), id);
        if (found == ids.end()) {
            report.at_row(i, "workload", fmt::format("no workload class \"{}\"", id),
                          remedy_of_class(nearest_word(id, ids)));
            continue;
        }
        const catalog::WorkloadClass& w = catalog.workloads[static_cast<std::size_t>(found - ids.begin())];
        if (!(w.interactions_per_seat_hour > 0.0)) {
            report.at_row(
                i, "workload",
                fmt::format("class \"{}\" has no traffic of people (its interactions_per_seat_hour is "
                            "{} in the table of workload classes)",
                            id, w.interactions_per_seat_hour),
                "Remove the row, or give the class interactions.");
        } else if (!(w.traffic_kbit_s > 0.0)) {
            report.at_row(i, "workload",
                          fmt::format("class \"{}\" has no traffic (its traffic_kbit_s is {} in the table of "
                                      "workload classes)",
                                      id, w.traffic_kbit_s),
                          "Remove the row, or give the class traffic.");
        }
    }
}

/// Kinds of procedures on servers of a class that does not exist.
void find_unknown_class(const catalog::Catalog& catalog, TableReport& report) {
    std::vector<std::string> ids;
    for (const catalog::WorkloadClass& w : catalog.workloads) ids.push_back(w.id);
    for (std::size_t i = 0; i < catalog.procedures.size(); ++i) {
        const std::string& id = catalog.procedures[i].workload;
        if (std::find(ids.begin(), ids.end(), id) == ids.end())
            report.at_row(i, "workload", fmt::format("no workload class \"{}\"", id),
                          remedy_of_class(nearest_word(id, ids)));
    }
}

/// Rows (classes, devices) that name a daily load curve which does not exist.
template <class Row>
void find_unknown_profile(const std::vector<Row>& rows, const catalog::Catalog& catalog,
                          TableReport& report) {
    std::set<std::string> known;
    for (const catalog::Profile& profile : catalog.profiles) known.insert(profile.id);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::string& profile = rows[i].profile;
        if (profile.empty() || known.contains(profile)) continue;
        const std::string near = nearest_word(profile, {known.begin(), known.end()});
        report.at_row(i, "profile", fmt::format("no load profile \"{}\"", profile),
                      near.empty() ? "`verbund catalog profiles` lists the built-in ones."
                                   : fmt::format("Did you mean \"{}\"?", near));
    }
}

/// Profiles that a table of the study leaves out although the built-in classes follow them.
void find_missing_profile(const catalog::Catalog& catalog, TableReport& report) {
    std::set<std::string> known;
    for (const catalog::Profile& profile : catalog.profiles) known.insert(profile.id);
    for (const catalog::WorkloadClass& workload : catalog.workloads) {
        if (!known.insert(workload.profile).second) continue;
        report.at_table(
            fmt::format("no profile \"{}\" (class \"{}\" follows it)", workload.profile, workload.id),
            "Copy its rows from the built-in table, or replace the table of classes too.");
    }
}

/// The rows of one table; nothing when a cell or a row of it is wrong.
template <class Row>
std::vector<Row> read_rows(const CsvTable& table, DecimalSign decimals, Diagnostics& mistakes) {
    std::vector<Row> rows;
    rows.reserve(table.records.size());
    Diagnostics cell_mistakes;
    CsvReader reader{
        table, cell_mistakes, {{decimals, "csv: {decimal: comma} or point in the study", {}, {}}, false}};
    CatalogRow row{reader, cell_mistakes, mistakes};
    while (reader.next()) describe(row, rows.emplace_back());
    reader.finish();
    const bool sound = row.sound() && cell_mistakes.empty();
    pass_on(cell_mistakes, mistakes);
    TableReport report{table, mistakes};
    if (rows.empty()) {
        report.at_table("the table has no rows", "Add at least one row.");
    } else if (sound) {
        find_repeated_rows(rows, report);
        check_table(rows, report);
    }
    return rows;
}

/// What the given tables say about each other, and about built-in ones that stay.
void check_between_tables(const catalog::Catalog& catalog, const TableReplacements& given,
                          Diagnostics& mistakes) {
    if (const auto own = given.find("transactions"); own != given.end()) {
        TableReport report{own->second,
                           mistakes};  // the built-in rows may name classes that a study leaves out
        find_class_without_traffic(catalog, report);
    }
    if (const auto own = given.find("workloads"); own != given.end()) {
        TableReport report{own->second, mistakes};
        find_unknown_profile(catalog.workloads, catalog, report);
    } else if (const auto profiles = given.find("profiles"); profiles != given.end()) {
        TableReport report{profiles->second, mistakes};
        find_missing_profile(catalog, report);
    }
    if (const auto own = given.find("procedures"); own != given.end()) {
        TableReport report{own->second, mistakes};
        find_unknown_class(catalog, report);
    }
    if (const auto own = given.find("gear"); own != given.end()) {
        TableReport report{own->second, mistakes};
        find_unknown_profile(catalog.gear, catalog, report);
    }
}

}  // namespace

catalog::Catalog load_catalog(const TableReplacements& replacements, DecimalSign decimals,
                              Diagnostics* notes) {
    catalog::Catalog catalog;
    Diagnostics mistakes;
    catalog::for_each_table(catalog, [&]<class Row>(const catalog::TableName& table, std::vector<Row>& rows) {
        try {
            const auto given = replacements.find(std::string{table.name});
            const bool own = given != replacements.end();
            rows = read_rows<Row>(own ? given->second : built_in_table(std::string{table.name}),
                                  own ? decimals : DecimalSign::point, mistakes);
        } catch (const InvalidInput& error) {
            for (const Diagnostic& mistake : error.mistakes()) mistakes.add(mistake);
        }
    });
    throw_if_any(mistakes);
    check_between_tables(catalog, replacements, mistakes);
    throw_if_any(mistakes);
    if (notes != nullptr) pass_on(mistakes, *notes);
    return catalog;
}

std::vector<std::string> catalog_tables() {
    std::vector<std::string> names;
    catalog::Catalog catalog;
    catalog::for_each_table(
        catalog, [&](const catalog::TableName& table, const auto&) { names.emplace_back(table.name); });
    return names;
}

std::vector<UnreadFigure> unread_figures() {
    const CsvTable table = built_in_table("unread");
    Diagnostics mistakes;
    std::vector<UnreadFigure> figures;
    CsvReader row{table, mistakes};
    while (row.next()) figures.push_back({row.name("figure"), row.name("issue"), row.name("note")});
    row.finish();
    throw_if_any(mistakes);
    return figures;
}

}  // namespace verbund::read
