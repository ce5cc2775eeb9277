#pragma once

#include <vector>

#include "results/outcome/outcome.hpp"
#include "results/report/page/json.hpp"
#include "results/report/words/words.hpp"

/// Metrics of `results/outcome` as JSON: their descriptions, and their course over the years.
namespace verbund::report::page {

/// [{"name", "unit", "de", "en", "display"?}], display "share" = shown in percent: name and unit as in
/// FORMAT.md, labels in both languages.
template <class Row>
[[nodiscard]] Json metric_descriptions(const std::vector<outcome::Column<Row>>& metrics) {
    Json list = Json::array();
    for (const outcome::Column<Row>& metric : metrics) {
        Json json{{"name", metric.name},
                  {"unit", display_unit(metric.unit)},
                  {"de", column_title(metric, Language::german)},
                  {"en", column_title(metric, Language::english)}};
        if (metric.display == outcome::Display::share) json["display"] = "share";
        list.push_back(std::move(json));
    }
    return list;
}

/// The metric of each of the rows.
template <class Row>
[[nodiscard]] std::vector<double> values_of(const outcome::Column<Row>& metric,
                                            const std::vector<const Row*>& rows) {
    std::vector<double> values;
    values.reserve(rows.size());
    for (const Row* row : rows) values.push_back(number_in(metric, *row));
    return values;
}

/// The metric of that name; throws `std::out_of_range` when there is none.
template <class Row>
[[nodiscard]] const outcome::Column<Row>& metric_named(const std::vector<outcome::Column<Row>>& metrics,
                                                       std::string_view name) {
    for (const outcome::Column<Row>& metric : metrics)
        if (metric.name == name) return metric;
    throw std::out_of_range{"no metric " + std::string{name}};
}

}  // namespace verbund::report::page
