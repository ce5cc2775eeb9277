#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "results/report/page/row_table.hpp"
#include "results/report/page/section.hpp"
#include "results/report/page/study_json.hpp"
#include "results/report/text_width.hpp"

namespace verbund::report::page {
namespace {

using outcome::AssumptionRow;
using German = std::optional<std::string_view>;

/// Texts of a column, in both languages where there is German; others are English.
void translate(Json& column, const std::vector<AssumptionRow>& rows, std::string AssumptionRow::*member,
               German (*german_of)(const AssumptionRow&)) {
    TextPool pool;
    Json values = Json::array();
    for (const AssumptionRow& row : rows) {
        const std::string& english = row.*member;
        const German german = german_of(row);
        const std::string key = german ? fmt::format("{}\n{}", english, *german) : english;
        values.push_back(pool.number_of(
            key, [&] { return german ? both(*german, printable(english)) : Json(printable(english)); }));
    }
    column["texts"] = pool.texts();
    column["values"] = std::move(values);
}

}  // namespace

Json assumptions_section(const Source& source) {
    const std::vector<AssumptionRow>& rows = source.run.rows<AssumptionRow>();
    Json columns = row_table(source, rows);
    if (columns.is_null()) return columns;
    for (Json& column : columns) {
        if (column["name"] == "text") {
            translate(
                column, rows, &AssumptionRow::text,
                [](const AssumptionRow& row) { return german_field_text(row.key); });
        } else if (column["name"] == "source") {
            translate(
                column, rows, &AssumptionRow::source,
                [](const AssumptionRow& row) { return german_source(row.source); });
        }
    }
    return {{"rows", std::move(columns)}};
}

Json study_section(const Source& source) { return study_json(source.run); }

}  // namespace verbund::report::page
